/**
 * Reads and locks accounts. Everything that changes an account locks its row first and other rows of it after, so
 * that two changes never wait for each other crosswise. The lock leaves foreign keys to the row free.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { clients, portalUsers } from '../db/schema/index.ts'

export type PortalUserRow = typeof portalUsers.$inferSelect

/** A user name as it is compared: case and outer spaces do not count. */
export function foldName(userName: string): string {
  return userName.normalize('NFC').trim().toLowerCase()
}

/** An account as it is, for looking only. */
export async function findUser(tx: Tx, provider: string, id: string): Promise<PortalUserRow | null> {
  const [row] = await tx
    .select()
    .from(portalUsers)
    .where(and(eq(portalUsers.id, id), eq(portalUsers.provider, provider)))
  return row ?? null
}

export async function lockUser(tx: Tx, provider: string, id: string): Promise<PortalUserRow | null> {
  const [row] = await tx
    .select()
    .from(portalUsers)
    .where(and(eq(portalUsers.id, id), eq(portalUsers.provider, provider)))
    .for('no key update')
  return row ?? null
}

export async function lockUserByName(tx: Tx, provider: string, userName: string): Promise<PortalUserRow | null> {
  const [row] = await tx
    .select()
    .from(portalUsers)
    .where(and(eq(portalUsers.provider, provider), sql`lower(${portalUsers.userName}) = lower(${foldName(userName)})`))
    .for('no key update')
  return row ?? null
}

/** When the care of the client behind an account ended; null while it goes on, and for accounts without a client. */
export async function careEndOf(tx: Tx, user: Pick<PortalUserRow, 'clientId'>): Promise<Date | null> {
  if (user.clientId === null) return null
  const [row] = await tx.select({ careEndedAt: clients.careEndedAt }).from(clients).where(eq(clients.id, user.clientId))
  return row?.careEndedAt ?? null
}

/** Writes changed columns of a locked account and returns the row as it is now. */
export async function updateUser(
  tx: Tx,
  user: PortalUserRow,
  changes: Partial<Omit<PortalUserRow, 'id' | 'provider'>>,
): Promise<PortalUserRow> {
  await tx.update(portalUsers).set(changes).where(eq(portalUsers.id, user.id))
  return { ...user, ...changes }
}
