/**
 * Reads and locks accounts. Everything that changes an account locks its row first and other rows of it after, so
 * that two changes never wait for each other crosswise. The lock leaves foreign keys to the row free.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { clients, portalUsers } from '../db/schema/index.ts'
import { type MembershipRow, membershipsOf } from './memberships.ts'

type AccountColumns = typeof portalUsers.$inferSelect

/** An account with its memberships, the living first. */
export type PortalUserRow = AccountColumns & {
  readonly memberships: readonly MembershipRow[]
  /** The client of its main membership: under whom logs and cases file it. Null for an organisation's contact. */
  readonly clientId: string | null
}

/** The membership an account is shown under where one is shown: the oldest living one, else the oldest that ended. */
export function mainMembership<M>(user: { readonly memberships: readonly M[] }): M | null {
  return user.memberships[0] ?? null
}

/** A user name as it is compared: case and outer spaces do not count. */
export function foldName(userName: string): string {
  return userName.normalize('NFC').trim().toLowerCase()
}

async function withMemberships(tx: Tx, rows: readonly AccountColumns[]): Promise<PortalUserRow | null> {
  const [row] = rows
  if (row === undefined) return null
  const memberships = await membershipsOf(tx, row.id)
  return { ...row, memberships, clientId: memberships[0]?.clientId ?? null }
}

/** An account as it is, for looking only. */
export async function findUser(tx: Tx, provider: string, id: string): Promise<PortalUserRow | null> {
  const rows = await tx
    .select()
    .from(portalUsers)
    .where(and(eq(portalUsers.id, id), eq(portalUsers.provider, provider)))
  return withMemberships(tx, rows)
}

async function lockWhere(tx: Tx, where: SQL | undefined): Promise<PortalUserRow | null> {
  return withMemberships(tx, await tx.select().from(portalUsers).where(where).for('no key update'))
}

export function lockUser(tx: Tx, provider: string, id: string): Promise<PortalUserRow | null> {
  return lockWhere(tx, and(eq(portalUsers.id, id), eq(portalUsers.provider, provider)))
}

export function lockUserByName(tx: Tx, provider: string, userName: string): Promise<PortalUserRow | null> {
  return lockWhere(
    tx,
    and(eq(portalUsers.provider, provider), sql`lower(${portalUsers.userName}) = lower(${foldName(userName)})`),
  )
}

/** When the care of a client ended; null while it goes on, and for memberships without a client. */
export async function careEndOf(tx: Tx, of: { readonly clientId: string | null }): Promise<Date | null> {
  if (of.clientId === null) return null
  const [row] = await tx.select({ careEndedAt: clients.careEndedAt }).from(clients).where(eq(clients.id, of.clientId))
  return row?.careEndedAt ?? null
}

/** Writes changed columns of a locked account and returns it as it is now. */
export async function updateUser(
  tx: Tx,
  user: PortalUserRow,
  changes: Partial<Omit<AccountColumns, 'id' | 'provider'>>,
): Promise<PortalUserRow> {
  await tx.update(portalUsers).set(changes).where(eq(portalUsers.id, user.id))
  return { ...user, ...changes }
}
