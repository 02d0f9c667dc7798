/**
 * For whom an account logs in. One account may have several memberships: of clients, or of organisations. What was
 * ended stays as a row, so that the helpdesk sees what there was.
 */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { clients, organisations, portalMemberships, portalUsers } from '../db/schema/index.ts'

export type MembershipRow = typeof portalMemberships.$inferSelect

/** Who left, or was invited and has not accepted, can log in for nobody: nothing of it reaches them. */
export const isIn = and(
  isNull(portalUsers.endedAt),
  isNull(portalMemberships.endedAt),
  or(isNull(portalMemberships.invitedAt), isNotNull(portalMemberships.acceptedAt)),
)

/** The living before the ended, then the oldest first. */
const IN_ORDER = [
  sql`${portalMemberships.endedAt} is not null`,
  asc(portalMemberships.createdAt),
  asc(portalMemberships.id),
] as const

/** All memberships of an account, the living before the ended, the oldest first. */
export function membershipsOf(tx: Tx, portalUserId: string): Promise<MembershipRow[]> {
  return tx
    .select()
    .from(portalMemberships)
    .where(eq(portalMemberships.portalUserId, portalUserId))
    .orderBy(...IN_ORDER)
}

/** The same for several accounts, each with the client or organisation it is of. */
export function membershipsWithNames(tx: Tx, portalUserIds: readonly string[]) {
  return tx
    .select({
      membership: portalMemberships,
      client: { name: clients.name, number: clients.number, careEndedAt: clients.careEndedAt },
      organisation: organisations.name,
    })
    .from(portalMemberships)
    .leftJoin(clients, eq(clients.id, portalMemberships.clientId))
    .leftJoin(organisations, eq(organisations.id, portalMemberships.organisationId))
    .where(inArray(portalMemberships.portalUserId, [...portalUserIds]))
    .orderBy(...IN_ORDER)
}

export type NamedMembership = Awaited<ReturnType<typeof membershipsWithNames>>[number]

/** An invitation that was sent and not yet answered. */
export function invitationOpen(row: Pick<MembershipRow, 'invitedAt' | 'acceptedAt'>): boolean {
  return row.invitedAt !== null && row.acceptedAt === null
}

/** The open invitation of a living membership, locked; null when there is none to answer. */
async function lockInvitation(tx: Tx, id: string): Promise<MembershipRow | null> {
  const [row] = await tx
    .select()
    .from(portalMemberships)
    .where(and(eq(portalMemberships.id, id), isNull(portalMemberships.endedAt)))
    .for('update')
  return row && invitationOpen(row) ? row : null
}

/** Null when there is nothing to accept. */
export async function acceptInvitation(tx: Tx, id: string, now: Date): Promise<MembershipRow | null> {
  const before = await lockInvitation(tx, id)
  return before && updateMembership(tx, before, { acceptedAt: now })
}

/** The membership ends unused. Null when there is nothing to decline. */
export async function declineInvitation(tx: Tx, id: string, now: Date): Promise<MembershipRow | null> {
  const before = await lockInvitation(tx, id)
  return before && updateMembership(tx, before, { endedAt: now })
}

/** Writes changed columns of a membership, moves its version, and returns the row as it is now. */
export async function updateMembership(
  tx: Tx,
  row: MembershipRow,
  changes: Partial<
    Pick<
      MembershipRow,
      'kind' | 'relation' | 'rights' | 'functionCode' | 'department' | 'invitedBy' | 'invitedAt' | 'acceptedAt' | 'endedAt'
    >
  >,
): Promise<MembershipRow> {
  const [after] = await tx
    .update(portalMemberships)
    .set({ ...changes, version: row.version + 1 })
    .where(eq(portalMemberships.id, row.id))
    .returning()
  if (!after) throw new Error(`Membership ${row.id} is gone.`)
  return after
}

type Ties = Pick<MembershipRow, 'clientId' | 'organisationId'>

/**
 * Is the account of this client or organisation alone, now and in what it was before? Only then its person is theirs to
 * see and to change: another may have been told other things, and hears what is changed here.
 */
export function isAlone(memberships: readonly Ties[], of: Ties): boolean {
  return memberships.every((one) => one.clientId === of.clientId && one.organisationId === of.organisationId)
}
