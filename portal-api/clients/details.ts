/** Contact details: a client adds, changes and removes them; every address on record hears of it. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import { changedFields } from '../../shared/domain/changes.ts'
import { type ContactDetail, type ContactDetailInput, contactDetailProblem } from '../../shared/domain/clients.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { contactDetails, portalUsers } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, type NewDelivery, type NewEvent, Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { storedMobile, storedPhone } from '../platform/phone.ts'
import { ofClient, recordChange } from './changes.ts'
import { contentOf } from './detail-content.ts'
import type { ClientRow, OwnClient } from './own.ts'
import { toContactDetail } from './rows.ts'
import { tellAddresses } from './tell.ts'

type DetailRow = typeof contactDetails.$inferSelect

/** What a change of a client's own data needs of its context. */
export interface OwnChange {
  readonly tx: Tx
  readonly actor: ClientActor
  readonly provider: string
  readonly profile: PortalProfile
  readonly now: Date
  readonly lang: Language
  readonly fail: Context<Route>['fail']
  emit(event: NewEvent): void
  deliver(message: NewDelivery): Promise<void>
}

/** The value as it is kept, or the rule it breaks. */
export function keptValue(
  input: ContactDetailInput,
): { readonly value: string } | { readonly rule: 'phone-format' | 'email-format' } {
  const rule = contactDetailProblem(input)
  if (rule) return { rule }
  const content = contentOf(input.kind)
  if (content === 'email') return { value: input.value.trim() }
  const number = content === 'mobile' ? storedMobile(input.value) : storedPhone(input.value)
  return number === null ? { rule: 'phone-format' } : { value: number }
}

export async function detailsOf(tx: Tx, clientId: string): Promise<ContactDetail[]> {
  const rows = await tx
    .select()
    .from(contactDetails)
    .where(and(eq(contactDetails.clientId, clientId), isNull(contactDetails.removedAt)))
    .orderBy(asc(contactDetails.kind), asc(contactDetails.id))
  return rows.map(toContactDetail)
}

/** A portal that asks to check the details at the first log-in asks no longer once they were shown. */
export async function markDetailsSeen(tx: Tx, user: OwnClient['user'], now: Date): Promise<void> {
  if (user.contactsCheckedAt === null)
    await tx.update(portalUsers).set({ contactsCheckedAt: now }).where(eq(portalUsers.id, user.id))
}

/** Locks a detail and checks the version the caller saw. */
async function locked(c: OwnChange, client: ClientRow, id: string, basedOn: number): Promise<DetailRow | Refusal> {
  const [row] = await c.tx
    .select()
    .from(contactDetails)
    .where(and(eq(contactDetails.id, id), eq(contactDetails.clientId, client.id), isNull(contactDetails.removedAt)))
    .for('update')
  if (!row) return c.fail('not-found')
  return row.version === basedOn ? row : c.fail('stale-version', {}, { current: toContactDetail(row) })
}

/** What staff read of a detail that changed. */
function contentsOf({ kind, value, remarks }: DetailRow) {
  return { kind, value, remarks }
}

export async function addDetail(
  c: OwnChange,
  client: ClientRow,
  input: ContactDetailInput,
  value: string,
): Promise<ContactDetail> {
  const row: DetailRow = {
    id: newId(),
    provider: c.provider,
    clientId: client.id,
    kind: input.kind,
    value,
    remarks: input.remarks,
    since: c.now,
    removedAt: null,
    version: 1,
  }
  await c.tx.insert(contactDetails).values(row)
  await recordChange(c, ofClient(client), { kind: 'detail-added', about: row.kind, after: contentsOf(row) })
  await tellAddresses(c, client, { kind: row.kind, what: 'added', former: null })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return toContactDetail(row)
}

/** Changes a detail. `since` moves with the value, not with a remark: a young address cannot verify a caller. */
export async function changeDetail(
  c: OwnChange,
  client: ClientRow,
  id: string,
  basedOn: number,
  input: ContactDetailInput,
  value: string,
): Promise<ContactDetail | Refusal> {
  const before = await locked(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  const moved = before.value !== value || before.kind !== input.kind
  const after: DetailRow = {
    ...before,
    kind: input.kind,
    value,
    remarks: input.remarks,
    since: moved ? c.now : before.since,
    version: before.version + 1,
  }
  await c.tx.update(contactDetails).set(after).where(eq(contactDetails.id, id))
  const difference = changedFields(contentsOf(before), contentsOf(after))
  if (difference) await recordChange(c, ofClient(client), { kind: 'detail-changed', about: after.kind, ...difference })
  if (moved) await tellAddresses(c, client, { kind: after.kind, what: 'changed', former: before })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return toContactDetail(after)
}

export async function removeDetail(c: OwnChange, client: ClientRow, id: string, basedOn: number): Promise<Refusal | null> {
  const before = await locked(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  await c.tx
    .update(contactDetails)
    .set({ removedAt: c.now, version: before.version + 1 })
    .where(eq(contactDetails.id, id))
  await recordChange(c, ofClient(client), { kind: 'detail-removed', about: before.kind, before: contentsOf(before) })
  await tellAddresses(c, client, { kind: before.kind, what: 'removed', former: before })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return null
}
