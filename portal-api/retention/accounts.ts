/**
 * Accounts that have ended: everything of theirs goes. What they did for a client who is still in care is that client's: where a
 * notice, question or appointment names one an empty row stays, and changes stay without their author.
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { changeKind } from '../../shared/domain/changes.ts'
import type { Tx } from '../db/database.ts'
import {
  absences,
  accountEvents,
  cases,
  clientChanges,
  contactRequests,
  formerAddresses,
  ownAppointments,
  portalMemberships,
  portalUsers,
} from '../db/schema/index.ts'
import { deleteBelongings, deleteRows, type Gone } from './delete.ts'

/** What a reader of such a notice sees instead of a name. */
const NAMELESS = '—'

/** The user name of an emptied account; nobody can log in with it. */
export const EMPTIED_NAME = sql`'erased-' || ${portalUsers.id}`

/** Is it still named as the one who sent something in or planned it? */
export const STILL_NAMED = sql<boolean>`(
  exists (select from ${absences} where ${absences.submittedBy} = ${portalUsers.id})
  or exists (select from ${contactRequests} where ${contactRequests.submittedBy} = ${portalUsers.id})
  or exists (select from ${ownAppointments} where ${ownAppointments.createdBy} = ${portalUsers.id}))`

/** Changes that are about a user of the portal. */
const ABOUT_USERS = changeKind.options.filter((kind) => kind.startsWith('user-') || kind === 'second-factor-wiped')

async function empty(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(portalUsers)
    .set({
      userName: EMPTIED_NAME,
      name: NAMELESS,
      initials: '',
      firstName: '',
      prefix: '',
      lastName: '',
      nickname: '',
      birthDate: null,
      sex: null,
      address: '',
      postalAddress: '',
      phone: '',
      contactEmail: '',
      email: null,
      emailSince: now,
      emailBouncedAt: null,
      mobile: null,
      mobileSince: now,
      passwordHash: null,
      passwordTemporary: false,
      passwordExpiresAt: null,
      passwordSetAt: null,
      contactsCheckedAt: null,
      totpSecret: null,
      lastFailureAt: null,
      lastLoginAt: null,
      endedAt: sql`coalesce(${portalUsers.endedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(inArray(portalUsers.id, [...ids]))
  // The database kept the addresses it lost just now as former ones.
  await tx.delete(formerAddresses).where(inArray(formerAddresses.portalUserId, [...ids]))
}

/** Changes stay; who made them is forgotten, and so is what those about the account itself say. */
async function forgetInChanges(tx: Tx, ids: readonly string[]): Promise<void> {
  const theirs = tx
    .select({ id: portalMemberships.id })
    .from(portalMemberships)
    .where(inArray(portalMemberships.portalUserId, [...ids]))
  // They are known there by name only, so they are looked for where they had a place.
  const aboutThem = sql`exists (select from ${portalMemberships} join ${portalUsers} on ${portalUsers.id} = ${portalMemberships.portalUserId}
    where ${inArray(portalUsers.id, [...ids])} and ${portalUsers.name} = ${clientChanges.about}
      and (${portalMemberships.clientId} = ${clientChanges.clientId} or ${portalMemberships.organisationId} = ${clientChanges.organisationId}))`
  await tx
    .update(clientChanges)
    .set({ about: NAMELESS, before: null, after: null })
    .where(and(inArray(clientChanges.kind, [...ABOUT_USERS]), aboutThem))
  await tx.update(clientChanges).set({ membershipId: null }).where(inArray(clientChanges.membershipId, theirs))
}

export async function eraseAccounts(tx: Tx, ids: readonly string[], now: Date, gone: Gone): Promise<void> {
  if (ids.length === 0) return
  const trouble = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.subjectId, [...ids]), eq(cases.queue, 'accounts')))
  await deleteRows(
    tx,
    cases,
    trouble.map((row) => row.id),
    gone,
  )
  // What they sent in for a client is that client's: it loses the account, and goes in its own time.
  await tx
    .update(cases)
    .set({ portalUserId: null })
    .where(inArray(cases.portalUserId, [...ids]))
  // Whom they invited, and on whom they acted, stays in without them.
  await tx
    .update(portalMemberships)
    .set({ invitedBy: null })
    .where(inArray(portalMemberships.invitedBy, [...ids]))
  await tx
    .update(accountEvents)
    .set({ administratorId: null })
    .where(inArray(accountEvents.administratorId, [...ids]))
  await forgetInChanges(tx, ids)
  const sentIn = [absences.submittedBy, contactRequests.submittedBy, ownAppointments.createdBy, cases.portalUserId]
  await deleteBelongings(tx, portalUsers, ids, gone, sentIn)
  const named = await tx
    .select({ id: portalUsers.id })
    .from(portalUsers)
    .where(and(inArray(portalUsers.id, [...ids]), STILL_NAMED))
  const keep = new Set(named.map((row) => row.id))
  await empty(tx, [...keep], now)
  if (keep.size > 0) gone['portal_users (emptied)'] = (gone['portal_users (emptied)'] ?? 0) + keep.size
  await deleteRows(
    tx,
    portalUsers,
    ids.filter((id) => !keep.has(id)),
    gone,
  )
}
