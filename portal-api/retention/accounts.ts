/** Accounts that have ended: everything of theirs goes; where a living client's notice or question names one, an empty row stays. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import {
  absences,
  accountEvents,
  cases,
  contactRequests,
  formerAddresses,
  portalMemberships,
  portalUsers,
} from '../db/schema/index.ts'
import { deleteBelongings, deleteRows, type Gone } from './delete.ts'

/** What a reader of such a notice sees instead of a name. */
const NAMELESS = '—'

/** The user name of an emptied account; nobody can log in with it. */
export const EMPTIED_NAME = sql`'erased-' || ${portalUsers.id}`

/** Is it still named as the one who sent something in? */
export const STILL_NAMED = sql<boolean>`(
  exists (select from ${absences} where ${absences.submittedBy} = ${portalUsers.id})
  or exists (select from ${contactRequests} where ${contactRequests.submittedBy} = ${portalUsers.id}))`

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
  await deleteBelongings(tx, portalUsers, ids, gone, [absences.submittedBy, contactRequests.submittedBy, cases.portalUserId])
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
