/**
 * Appends events. The sequence row is locked last thing before the commit, so that a lower number is
 * never committed after a higher one: who has seen n has missed nothing below n.
 */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { events } from '../../db/schema/index.ts'
import type { NewEvent } from '../context.ts'

/** The channel on which processes hear that a provider has new events. */
export const EVENT_CHANNEL = 'portal_desk_events'

export async function appendEvents(
  tx: Tx,
  provider: string,
  staffId: string | null,
  added: readonly NewEvent[],
  at: Date,
): Promise<void> {
  if (added.length === 0) return
  const taken = await tx.execute<{ last_event: number }>(sql`
    insert into provider_sequences (provider, last_event) values (${provider}, ${added.length})
    on conflict (provider) do update set last_event = provider_sequences.last_event + excluded.last_event
    returning last_event`)
  const last = taken.rows[0]?.last_event
  if (last === undefined) throw new Error(`No event sequence for ${provider}.`)
  const first = last - added.length + 1
  await tx.insert(events).values(
    added.map((event, index) => ({
      provider,
      seq: first + index,
      type: event.type,
      queue: event.queue ?? null,
      caseId: event.caseId ?? null,
      subjectId: event.subjectId ?? null,
      version: event.version ?? null,
      staffId,
      at,
    })),
  )
  await tx.execute(sql`select pg_notify(${EVENT_CHANNEL}, ${provider})`)
}
