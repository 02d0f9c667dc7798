/** The send queue as it lies on the disk, sealed: with what is to be sent, until the portal has accepted it. */
import { z } from 'zod'
import { type OutboxEntry, type OutboxSubmit, outboxEntry, outboxState } from '../../shared/bridge/outbox.ts'
import type { DocumentKind } from './documents.ts'

export const outboxRecord = outboxEntry.extend({
  /** Never "sending": what was under way when the program ended waits, and goes out under the same id. */
  state: outboxState.exclude(['sending']),
  basedOn: z.number().int().min(1),
  /** Null once accepted: the text is the portal's then. */
  body: z.unknown(),
  draftKey: z.string().nullable(),
})
export type OutboxRecord = z.infer<typeof outboxRecord>

const outboxFile = z.object({ records: z.array(outboxRecord) })
export const outboxDocument = { kind: 'outbox', version: 1, schema: outboxFile, upgrades: {} } as const satisfies DocumentKind<
  typeof outboxFile
>
/** One document per member of staff and provider; the vault keeps them apart. */
export const OUTBOX_NAME = 'all'

/** Accepted entries that nobody took out of the list; older ones go first. */
export const ACCEPTED_KEPT = 50

export function recordOf(submit: OutboxSubmit, at: Date): OutboxRecord {
  const { requestId, route, subjectId, caseId, basedOn, body, label, draftKey } = submit
  return {
    requestId,
    route,
    subjectId,
    caseId,
    basedOn,
    body,
    label,
    draftKey,
    state: 'waiting',
    createdAt: at.toISOString(),
    problem: null,
  }
}

/** What the screen sees of it. */
export function entryOf(record: OutboxRecord, sending: boolean): OutboxEntry {
  return outboxEntry.parse(sending ? { ...record, state: 'sending' } : record)
}

/** The list with no more than {@link ACCEPTED_KEPT} accepted entries; the first accepted go first. */
export function trimmed(records: readonly OutboxRecord[]): OutboxRecord[] {
  const accepted = records.filter((record) => record.state === 'accepted')
  const dropped = new Set(accepted.slice(0, Math.max(0, accepted.length - ACCEPTED_KEPT)))
  return records.filter((record) => !dropped.has(record))
}
