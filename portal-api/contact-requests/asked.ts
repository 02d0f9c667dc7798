/**
 * What a client sends that wants an answer, of whatever kind: a question, a message, a care signal. One way to ask, to change and
 * to withdraw; its case follows in the same transaction.
 */
import { and, eq, type SQL } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import type { ContactKind } from '../../shared/domain/contact-requests.ts'
import type { ContactSubject, PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type CaseWriter, closeCase, openCase, updateCaseOfSubject } from '../cases/write.ts'
import { inserting } from '../db/prepared.ts'
import { contactRequests } from '../db/schema/index.ts'
import { endWith } from '../db/transactions.ts'
import { type AuditNote, type Context, Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { type AskedRow, askedRow, type RequestRow } from './asked-rows.ts'
import { contactShape } from './facts.ts'

interface Asker extends CaseWriter {
  readonly profile: PortalProfile
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
}

/** One kind of it for one caller: which rows are theirs to change, and how one is read back. */
export interface AskedKind<T> {
  readonly kind: ContactKind
  readonly own: SQL | undefined
  show(found: AskedRow): T
  /** One just asked, where that needs no names from around it: then nobody waits until it can be read back. */
  showNew?(row: RequestRow): T
}

/** Whom it is about, and who asks. */
interface Asking {
  readonly name: string
  readonly sortName: string
  readonly clientId?: string
  readonly clientNumber?: number
  readonly organisationId?: string
  readonly portalUserId: string
}

/** What was filled in, as it is kept. */
interface Content {
  readonly subject: ContactSubject
  readonly message: string
  /** The member of staff it is written to. */
  readonly addressedTo?: string | null
  readonly careTeamMemberId?: string | null
  readonly projectId?: string | null
}

const insertAsked = inserting(contactRequests, [
  'id',
  'provider',
  'kind',
  'clientId',
  'organisationId',
  'projectId',
  'caseId',
  'submittedBy',
  'addressedTo',
  'careTeamMemberId',
  'subject',
  'message',
  'previousMessage',
  'status',
  'submittedAt',
  'changedAt',
  'closedAt',
  'reply',
  'repliedBy',
  'answerReadAt',
  'version',
])

export async function createAsked<T>(c: Asker, as: AskedKind<T>, asking: Asking, content: Content): Promise<T> {
  const asked = {
    id: newId(),
    provider: c.provider,
    kind: as.kind,
    addressedTo: null,
    careTeamMemberId: null,
    projectId: null,
    ...content,
    clientId: asking.clientId ?? null,
    organisationId: asking.organisationId ?? null,
    submittedBy: asking.portalUserId,
    previousMessage: null,
    status: 'open',
    submittedAt: c.now,
    changedAt: null,
    closedAt: null,
    reply: null,
    repliedBy: null,
    answerReadAt: null,
    version: 1,
  } as const
  const caseId = openCase(c, {
    ...contactShape(asked, c.profile),
    ...asking,
    subjectId: asked.id,
    subjectVersion: asked.version,
    addressedTo: asked.addressedTo,
    projectId: asked.projectId,
  })
  const row: RequestRow = { ...asked, caseId }
  endWith(c.tx, insertAsked(c.tx, row))
  c.audit({ objectId: row.id, caseId })
  return as.showNew ? as.showNew(row) : as.show(await askedRow(c.tx, row.id))
}

/** Locks an own one that may still change: `not-open` once it was answered or withdrawn, `stale-version` with what it is now. */
async function openAsked<T>(c: Asker, as: AskedKind<T>, id: string, basedOn: number): Promise<RequestRow | Refusal> {
  c.audit({ objectId: id })
  const [row] = await c.tx
    .select()
    .from(contactRequests)
    .where(and(eq(contactRequests.id, id), eq(contactRequests.provider, c.provider), eq(contactRequests.kind, as.kind), as.own))
    .for('update')
  if (!row) return c.fail('not-found')
  c.audit({ caseId: row.caseId })
  if (row.status !== 'open') return c.fail('not-open')
  return row.version === basedOn ? row : c.fail('stale-version', {}, { current: as.show(await askedRow(c.tx, id)) })
}

/** The pencil. A change that changes nothing leaves no mark. What is checked of the content is checked once it is sure that there is something to change. */
export async function changeAsked<T>(
  c: Asker,
  as: AskedKind<T>,
  id: string,
  basedOn: number,
  contentOf: () => Content | Refusal | Promise<Content | Refusal>,
): Promise<T | Refusal> {
  const before = await openAsked(c, as, id, basedOn)
  if (before instanceof Refusal) return before
  const content = await contentOf()
  if (content instanceof Refusal) return content
  const changed = (Object.keys(content) as (keyof Content)[]).some((key) => before[key] !== content[key])
  if (changed) {
    const after: RequestRow = {
      ...before,
      ...content,
      previousMessage: before.message,
      changedAt: c.now,
      version: before.version + 1,
    }
    await c.tx.update(contactRequests).set(after).where(eq(contactRequests.id, id))
    await updateCaseOfSubject(c, {
      ...contactShape(after, c.profile),
      subjectId: id,
      subjectVersion: after.version,
      addressedTo: after.addressedTo,
      projectId: after.projectId,
    })
  }
  return as.show(await askedRow(c.tx, id))
}

/** The cross. Staff keep seeing that it was asked and withdrawn. */
export async function withdrawAsked<T>(c: Asker, as: AskedKind<T>, id: string, basedOn: number): Promise<T | Refusal> {
  const before = await openAsked(c, as, id, basedOn)
  if (before instanceof Refusal) return before
  const version = before.version + 1
  await c.tx.update(contactRequests).set({ status: 'withdrawn', closedAt: c.now, version }).where(eq(contactRequests.id, id))
  await closeCase(c, { queue: 'contact-requests', subjectId: id, subjectVersion: version, closedBy: null })
  return as.show(await askedRow(c.tx, id))
}
