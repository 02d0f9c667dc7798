/**
 * The one place that opens, updates and closes a case. A case follows its subject: whoever changes a
 * notice, a question or an account calls this in the same transaction, holding the lock on the subject's
 * row (so that an account gets one access case and not two), and the event goes with it.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { AccessReason } from '../../shared/domain/accounts.ts'
import type { CaseFacts, Facet } from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { cases } from '../db/schema/index.ts'
import { endWith } from '../db/transactions.ts'
import type { NewEvent } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { insertNumbered } from './numbers.ts'

/** What a writer of cases needs of its context; every handler's context has it. */
export interface CaseWriter {
  readonly tx: Tx
  readonly provider: string
  readonly now: Date
  emit(event: NewEvent): void
}

/** What the row of a case copies from its subject, made by the `facts.ts` of the word. */
export interface CaseShape {
  readonly facts: CaseFacts
  readonly facets: readonly Facet[]
  readonly dueAt: Date
}

interface NewCase extends CaseShape {
  /** The notice, question or portal user; its row may be written after the case. */
  readonly subjectId: string
  readonly subjectVersion: number
  /** Whom it is about: client, contact or organisation. */
  readonly name: string
  readonly sortName: string
  readonly clientId?: string | null
  readonly clientNumber?: number | null
  readonly projectId?: string | null
  /** Who reported it; for access cases the account itself. */
  readonly portalUserId?: string | null
  /** The member of staff it was written to, or whose project it is about. */
  readonly addressedTo?: string | null
  readonly reason?: AccessReason
  readonly note?: string
}

/** Opens a case with the next number of its queue and announces it; sent, not waited for. Returns its id. */
export function openCase(c: CaseWriter, given: NewCase): string {
  const id = newId()
  const { queue } = given.facts
  const inserted = insertNumbered(c.tx, {
    id,
    provider: c.provider,
    queue,
    subjectId: given.subjectId,
    subjectVersion: given.subjectVersion,
    clientId: given.clientId ?? null,
    projectId: given.projectId ?? null,
    portalUserId: given.portalUserId ?? null,
    name: given.name,
    sortName: given.sortName,
    clientNumber: given.clientNumber ?? null,
    facets: [...given.facets],
    facts: given.facts,
    openedAt: c.now,
    dueAt: given.dueAt,
    addressedTo: given.addressedTo ?? null,
    reason: given.reason ?? null,
    note: given.note ?? '',
  })
  endWith(c.tx, inserted)
  c.emit({ type: 'case.opened', queue, caseId: id, subjectId: given.subjectId, version: given.subjectVersion })
  return id
}

/** What changed of an open case's subject; `subjectVersion` moves on content and status only. */
interface CaseUpdate extends CaseShape {
  readonly subjectId: string
  readonly subjectVersion: number
  /** These are left as they were when absent. */
  readonly addressedTo?: string | null
  readonly projectId?: string | null
  readonly reason?: AccessReason
  readonly note?: string
}

/** Brings the open case of a subject up to date and announces it. Returns its id, or null when none is open. */
export async function updateCaseOfSubject(c: CaseWriter, update: CaseUpdate): Promise<string | null> {
  const { queue } = update.facts
  const [row] = await c.tx
    .update(cases)
    .set({
      subjectVersion: update.subjectVersion,
      facts: update.facts,
      facets: [...update.facets],
      dueAt: update.dueAt,
      ...(update.addressedTo === undefined ? {} : { addressedTo: update.addressedTo }),
      ...(update.projectId === undefined ? {} : { projectId: update.projectId }),
      ...(update.reason === undefined ? {} : { reason: update.reason }),
      ...(update.note === undefined ? {} : { note: update.note }),
    })
    .where(openCaseOf(c.provider, queue, update.subjectId))
    .returning({ id: cases.id })
  if (!row) return null
  c.emit({ type: 'case.changed', queue, caseId: row.id, subjectId: update.subjectId, version: update.subjectVersion })
  return row.id
}

/** How a case ends; `closedBy` is null when the client withdrew it or the trouble solved itself. */
interface CaseEnd {
  readonly queue: QueueId
  readonly subjectId: string
  readonly subjectVersion: number
  readonly closedBy: string | null
  /** The note of an access case as it stands at the end; left as it was when absent. */
  readonly note?: string
}

const value = (name: string) => sql.placeholder(name)

const close = prepared((on) =>
  on
    .update(cases)
    .set({
      status: 'closed',
      subjectVersion: sql`${value('subjectVersion')}::integer`,
      closedAt: sql`${value('at')}::timestamptz`,
      closedBy: sql`${value('closedBy')}::uuid`,
      note: sql`coalesce(${value('note')}::text, ${cases.note})`,
      claimBy: null,
      claimSince: null,
      claimUntil: null,
    })
    .where(
      and(
        eq(cases.provider, value('provider')),
        eq(cases.queue, value('queue')),
        eq(cases.subjectId, value('subjectId')),
        sql`${cases.status} = 'open'`,
      ),
    )
    .returning({ id: cases.id }),
)

/** Closes the open case of a subject, ends its claim and announces it. Returns its id, or null when none is open. */
export async function closeCase(c: CaseWriter, end: CaseEnd): Promise<string | null> {
  const [row] = await close(c.tx, { ...end, note: end.note ?? null, provider: c.provider, at: c.now.toISOString() })
  if (!row) return null
  c.emit({ type: 'case.closed', queue: end.queue, caseId: row.id, subjectId: end.subjectId, version: end.subjectVersion })
  return row.id
}

function openCaseOf(provider: string, queue: QueueId, subjectId: string) {
  return and(eq(cases.provider, provider), eq(cases.queue, queue), eq(cases.subjectId, subjectId), sql`${cases.status} = 'open'`)
}
