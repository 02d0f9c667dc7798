/** Messages as the helpdesk sees them: how they stand, never what they say. */
import { desc, eq } from 'drizzle-orm'
import { maskEmail, maskPhone } from '../../shared/domain/accounts.ts'
import { aboutOf, type DeliverySummary } from '../../shared/domain/deliveries.ts'
import type { Tx } from '../db/database.ts'
import { deliveries } from '../db/schema/index.ts'

type DeliveryRow = typeof deliveries.$inferSelect

/** The newest messages that are shown with an account. */
const SHOWN = 20

/** The address of a message with its middle hidden; a letter's is not shown at all. */
export function maskedAddress(row: Pick<DeliveryRow, 'channel' | 'toAddress'>): string {
  switch (row.channel) {
    case 'email':
      return maskEmail(row.toAddress)
    case 'sms':
      return maskPhone(row.toAddress)
    case 'letter':
      return ''
    default: {
      const never: never = row.channel
      return never
    }
  }
}

/** A failed message whose text is still there and still of use. A secret was emptied with its failure. */
export function isRetryable(row: DeliveryRow, now: Date): boolean {
  return row.status === 'failed' && row.body !== '' && !row.holdsSecret && (row.notAfter === null || row.notAfter > now)
}

export function toSummary(row: DeliveryRow, now: Date): DeliverySummary {
  return {
    id: row.id,
    channel: row.channel,
    about: aboutOf(row.template),
    masked: maskedAddress(row),
    status: row.status,
    attempts: row.attempts,
    at: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextTryAt: row.status === 'queued' && row.attempts > 0 ? row.notBefore.toISOString() : null,
    failure: row.lastFailure,
    error: row.lastError,
    retryable: isRetryable(row, now),
  }
}

export async function deliveriesOfUser(tx: Tx, portalUserId: string, now: Date): Promise<DeliverySummary[]> {
  const rows = await tx
    .select()
    .from(deliveries)
    .where(eq(deliveries.portalUserId, portalUserId))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(SHOWN)
  return rows.map((row) => toSummary(row, now))
}
