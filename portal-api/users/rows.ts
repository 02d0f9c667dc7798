/** The users of a portal, from their rows to what the administrator sees. */
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { invitationStateOf, type ManagedUser, type ManagedUserDetail, switchesOf } from '../../shared/domain/users.ts'
import { isAlone, type MembershipRow, membershipsOf } from '../accounts/memberships.ts'
import { portalMemberships, portalUsers, projectMembers, projects } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'
import { readablePhone } from '../platform/phone.ts'
import { type Acting, isFixed, isIn, livingOf } from './acting.ts'

type Reading = Pick<Acting, 'tx' | 'provider' | 'actor'>
type AccountColumns = typeof portalUsers.$inferSelect

interface Pair {
  readonly membership: MembershipRow
  readonly user: AccountColumns
}

async function projectsOf(c: Reading, membershipIds: readonly string[]) {
  const rows = await c.tx
    .select({ membershipId: projectMembers.membershipId, id: projects.id, name: projects.name })
    .from(projectMembers)
    .innerJoin(projects, eq(projects.id, projectMembers.projectId))
    .where(inArray(projectMembers.membershipId, [...membershipIds]))
    .orderBy(asc(projects.name), asc(projects.id))
  return groupBy(rows, (row) => row.membershipId)
}

function toManaged(c: Reading, { membership, user }: Pair, ownProjects: readonly { id: string; name: string }[]): ManagedUser {
  return {
    id: membership.id,
    name: user.name,
    kind: membership.kind,
    relation: membership.relation,
    email: user.email,
    rights: membership.rights,
    administrator: membership.administrator === true,
    self: membership.id === c.actor.membershipId,
    fixed: isFixed(membership),
    invitation: invitationStateOf(membership, isIn(membership)),
    invitedAt: membership.invitedAt?.toISOString() ?? null,
    lastLoginAt: membership.lastLoginAt?.toISOString() ?? null,
    authenticator: user.totpSecret !== null,
    colleague:
      membership.organisationId === null
        ? null
        : {
            department: membership.department,
            functionCode: membership.functionCode,
            cardTitle: membership.cardTitle,
            switches: switchesOf(membership.rights),
            projects: ownProjects.map(({ id, name }) => ({ id, name })),
          },
    version: membership.version,
  }
}

async function pairs(c: Reading, where: SQL | undefined): Promise<Pair[]> {
  return c.tx
    .select({ membership: portalMemberships, user: portalUsers })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(and(livingOf(c), where))
    .orderBy(asc(portalUsers.name), asc(portalMemberships.id))
}

/** Everybody with access to the own portal, by name. */
export async function listManaged(c: Reading): Promise<ManagedUser[]> {
  const found = await pairs(c, undefined)
  const ties = await projectsOf(
    c,
    found.map(({ membership }) => membership.id),
  )
  return found.map((pair) => toManaged(c, pair, ties.get(pair.membership.id) ?? []))
}

/** One of them as they are now, or null. */
export async function readManaged(c: Reading, membershipId: string): Promise<ManagedUser | null> {
  const [pair] = await pairs(c, eq(portalMemberships.id, membershipId))
  if (!pair) return null
  return toManaged(c, pair, (await projectsOf(c, [membershipId])).get(membershipId) ?? [])
}

/** The same with the data of the person, where those are theirs to see; one sees one's own. */
export async function readManagedDetail(c: Reading, membershipId: string): Promise<ManagedUserDetail | null> {
  const [pair] = await pairs(c, eq(portalMemberships.id, membershipId))
  if (!pair) return null
  const { user } = pair
  const managed = toManaged(c, pair, (await projectsOf(c, [membershipId])).get(membershipId) ?? [])
  const seen = managed.self || isAlone(await membershipsOf(c.tx, user.id), c.actor)
  return {
    ...managed,
    person: seen
      ? {
          initials: user.initials,
          firstName: user.firstName,
          prefix: user.prefix,
          lastName: user.lastName,
          nickname: user.nickname,
          birthDate: user.birthDate,
          sex: user.sex,
          address: user.address,
          postalAddress: user.postalAddress,
          phone: user.phone === '' ? '' : readablePhone(user.phone),
          mobile: user.mobile === null ? '' : readablePhone(user.mobile),
          contactEmail: user.contactEmail,
          email: user.email ?? '',
        }
      : null,
  }
}

/** As {@link readManagedDetail}, for one that was just written. */
export async function mustRead<T>(found: Promise<T | null>): Promise<T> {
  const row = await found
  if (row === null) throw new Error('A user that was just written is gone.')
  return row
}
