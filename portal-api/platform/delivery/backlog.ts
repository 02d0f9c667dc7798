/** How delivery stands: what waits and what failed, for whoever watches over the installation. */
import { inArray, sql } from 'drizzle-orm'
import type { DeliveryChannelName } from '../../../shared/domain/deliveries.ts'
import type { Database, Tx } from '../../db/database.ts'
import { deliveries } from '../../db/schema/index.ts'

export interface Backlog {
  readonly channel: DeliveryChannelName
  /** Queued or under way. Letters wait for somebody to print them. */
  readonly waiting: number
  /** Given up, and not tried again since. */
  readonly failed: number
  /** How long the oldest of those that are due has been due, in seconds; 0 when none is. */
  readonly oldestDueSeconds: number
}

const CHANNELS: readonly DeliveryChannelName[] = ['email', 'sms', 'letter']

/** One line per channel, also where nothing waits. */
export async function backlogOf(db: Database | Tx, now: Date): Promise<readonly Backlog[]> {
  const failed = sql`${deliveries.status} = 'failed'`
  const rows = await db
    .select({
      channel: deliveries.channel,
      waiting: sql<number>`count(*) filter (where not ${failed})`,
      failed: sql<number>`count(*) filter (where ${failed})`,
      oldest: sql<string | null>`min(${deliveries.notBefore}) filter (where not ${failed})`,
    })
    .from(deliveries)
    .where(inArray(deliveries.status, ['queued', 'sending', 'failed']))
    .groupBy(deliveries.channel)
  return CHANNELS.map((channel) => {
    const row = rows.find((one) => one.channel === channel)
    const oldest = row?.oldest ? new Date(row.oldest).getTime() : now.getTime()
    return {
      channel,
      waiting: row?.waiting ?? 0,
      failed: row?.failed ?? 0,
      oldestDueSeconds: Math.max(0, Math.floor((now.getTime() - oldest) / 1000)),
    }
  })
}
