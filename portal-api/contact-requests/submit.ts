/** A client asks, changes and withdraws a question; its case follows in the same transaction. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Route } from '../../shared/api/route.ts'
import type { ContactRequest, ContactRequestInput } from '../../shared/domain/contact-requests.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type CaseWriter, closeCase, openCase, updateCaseOfSubject } from '../cases/write.ts'
import type { ClientRow, PortalUserRow } from '../clients/own.ts'
import type { Tx } from '../db/database.ts'
import { contactRequests, staff } from '../db/schema/index.ts'
import { type AuditNote, type Context, Refusal } from '../platform/context.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { newId } from '../platform/ids.ts'
import { contactShape } from './facts.ts'
import { type RequestRow, toContactRequest } from './rows.ts'

export interface Asker extends CaseWriter {
  readonly profile: PortalProfile
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
}

const place = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of a client's questions, newest first; null when the cursor is none of ours. */
export async function listRequests(
  tx: Tx,
  clientId: string,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: ContactRequest[]; next: string | null } | null> {
  const after = query.cursor === undefined ? undefined : unpackCursor('contact-requests', place, query.cursor)
  if (after === null) return null
  const found = await tx
    .select({ row: contactRequests, repliedBy: staff.name })
    .from(contactRequests)
    .leftJoin(staff, eq(staff.id, contactRequests.repliedBy))
    .where(
      and(
        eq(contactRequests.clientId, clientId),
        after
          ? sql`(${contactRequests.submittedAt}, ${contactRequests.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(contactRequests.submittedAt), desc(contactRequests.id))
    .limit(query.limit + 1)
  const page = found.slice(0, query.limit)
  const tail = found.length > query.limit ? page.at(-1)?.row : undefined
  return {
    rows: page.map(({ row, repliedBy }) => toContactRequest(row, repliedBy)),
    next: tail ? packCursor('contact-requests', [tail.submittedAt.toISOString(), tail.id]) : null,
  }
}

export async function createRequest(
  c: Asker,
  client: ClientRow,
  user: PortalUserRow,
  input: ContactRequestInput,
): Promise<ContactRequest> {
  const id = newId()
  const asked = { kind: 'contact-request', ...input, submittedAt: c.now, changedAt: null } as const
  const opened = await openCase(c, {
    ...contactShape(asked, c.profile),
    subjectId: id,
    subjectVersion: 1,
    name: client.name,
    sortName: client.sortName,
    clientId: client.id,
    clientNumber: client.number,
    portalUserId: user.id,
  })
  const [row] = await c.tx
    .insert(contactRequests)
    .values({ id, provider: c.provider, ...asked, clientId: client.id, caseId: opened.id, submittedBy: user.id })
    .returning()
  if (!row) throw new Error(`Question ${id} was not stored.`)
  c.audit({ objectId: id, caseId: opened.id })
  return toContactRequest(row, null)
}

/** Locks an own question that may still change: `not-open` once it was answered or withdrawn, `stale-version` with what it is now. */
async function openRequest(c: Asker, client: ClientRow, id: string, basedOn: number): Promise<RequestRow | Refusal> {
  c.audit({ objectId: id })
  const [row] = await c.tx
    .select()
    .from(contactRequests)
    .where(and(eq(contactRequests.id, id), eq(contactRequests.clientId, client.id)))
    .for('update')
  if (!row) return c.fail('not-found')
  c.audit({ caseId: row.caseId })
  if (row.status !== 'open') return c.fail('not-open')
  return row.version === basedOn ? row : c.fail('stale-version', {}, { current: toContactRequest(row, null) })
}

/** The pencil. A change that changes nothing leaves no mark. */
export async function changeRequest(
  c: Asker,
  client: ClientRow,
  id: string,
  basedOn: number,
  input: ContactRequestInput,
): Promise<ContactRequest | Refusal> {
  const before = await openRequest(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  if (before.subject === input.subject && before.message === input.message) return toContactRequest(before, null)
  const after: RequestRow = {
    ...before,
    ...input,
    previousMessage: before.message,
    changedAt: c.now,
    version: before.version + 1,
  }
  await c.tx.update(contactRequests).set(after).where(eq(contactRequests.id, id))
  await updateCaseOfSubject(c, { ...contactShape(after, c.profile), subjectId: id, subjectVersion: after.version })
  return toContactRequest(after, null)
}

/** The cross. Staff keep seeing that it was asked and withdrawn. */
export async function withdrawRequest(
  c: Asker,
  client: ClientRow,
  id: string,
  basedOn: number,
): Promise<ContactRequest | Refusal> {
  const before = await openRequest(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  const after: RequestRow = { ...before, status: 'withdrawn', closedAt: c.now, version: before.version + 1 }
  await c.tx.update(contactRequests).set(after).where(eq(contactRequests.id, id))
  await closeCase(c, { queue: 'contact-requests', subjectId: id, subjectVersion: after.version, closedBy: null })
  return toContactRequest(after, null)
}
