/**
 * Appends events. The sequence row is locked last thing before the commit, so that a lower number is
 * never committed after a higher one: who has seen n has missed nothing below n.
 */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { compiled } from '../../db/prepared.ts'
import type { NewEvent } from '../context.ts'
import { ANNOUNCED_MAX, EVENT_CHANNEL } from './announcement.ts'

const provider = sql.placeholder('provider')
const moment = sql.placeholder('at')
const count = sql`${sql.placeholder('count')}::integer`

/**
 * Numbers, stores and announces events. One statement, so that the lock on the sequence waits for no round trip but the commit's.
 * What is announced is what the log holds, as read.ts reads it.
 */
const append = compiled(sql`
  with taken as (
    insert into provider_sequences (provider, last_event) values (${provider}, ${count})
    on conflict (provider) do update set last_event = provider_sequences.last_event + excluded.last_event
    returning last_event
  ), stored as (
    insert into events (provider, seq, type, queue, case_id, subject_id, version, staff_id, at)
    select ${provider}, taken.last_event - ${count} + place, event->>'type', event->>'queue', (event->>'caseId')::uuid,
      (event->>'subjectId')::uuid, (event->>'version')::integer, ${sql.placeholder('staffId')}::uuid, ${moment}::timestamptz
    from taken, jsonb_array_elements(${sql.placeholder('events')}::jsonb) with ordinality as added (event, place)
    returning seq, type, queue, case_id, subject_id, version, staff_id
  ), announced as (
    select json_build_object('provider', ${provider}::text, 'events', json_agg(json_build_object('id', seq, 'type', type, 'queue', queue,
      'caseId', case_id, 'subjectId', subject_id, 'version', version, 'staffId', staff_id, 'at', ${moment}::text)
      order by seq))::text as payload from stored
  )
  select pg_notify(${EVENT_CHANNEL}, case when length(payload) <= ${ANNOUNCED_MAX}::integer then payload
    else json_build_object('provider', ${provider}::text, 'events', '[]'::json)::text end) from announced`)

export async function appendEvents(
  tx: Tx,
  provider: string,
  staffId: string | null,
  added: readonly NewEvent[],
  at: Date,
): Promise<void> {
  if (added.length === 0) return
  const events = added.map(({ type, queue, caseId, subjectId, version }) => ({ type, queue, caseId, subjectId, version }))
  await append(tx, { provider, count: added.length, staffId, at: at.toISOString(), events: JSON.stringify(events) })
}
