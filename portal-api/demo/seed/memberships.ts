/** For whom the demo's accounts log in, and which projects an organisation's contacts belong to. */
import { type ContactRight, contactFunctions } from '../../../shared/domain/rights.ts'
import type { portalMemberships, portalUsers, projectMembers } from '../../db/schema/index.ts'
import { demoId } from './chance.ts'
import type { ProjectRow } from './organisations.ts'

export type MembershipRow = typeof portalMemberships.$inferInsert
export type ProjectMemberRow = typeof projectMembers.$inferInsert

/** An account with its one membership, as one row; {@link membershipOf} takes the membership out of it. */
export type PortalUserRow = typeof portalUsers.$inferInsert &
  Pick<
    MembershipRow,
    'clientId' | 'organisationId' | 'kind' | 'relation' | 'rights' | 'functionCode' | 'invitedAt' | 'acceptedAt'
  >

/** The code of a function by its name; null for what is none ("dochter"). */
export function functionCodeOf(relation: string): number | null {
  return contactFunctions.find((one) => one.name === relation)?.code ?? null
}

export function membershipOf(seed: number, user: PortalUserRow): MembershipRow & { readonly id: string } {
  return {
    id: demoId(seed, user.createdAt, user.id, 'membership'),
    provider: user.provider,
    portalUserId: user.id,
    clientId: user.clientId ?? null,
    organisationId: user.organisationId ?? null,
    kind: user.kind,
    relation: user.relation ?? '',
    rights: user.rights ?? [],
    functionCode: user.functionCode ?? null,
    invitedAt: user.invitedAt ?? null,
    acceptedAt: user.acceptedAt ?? null,
    createdAt: user.createdAt,
  }
}

const ALL_PROJECTS: ContactRight = 'all-projects'

/** The projects a contact belongs to: all of the organisation, or the first. */
export function projectsOf(projects: readonly ProjectRow[], user: PortalUserRow): ProjectRow[] {
  const own = projects.filter((project) => project.organisationId === user.organisationId)
  return user.rights?.includes(ALL_PROJECTS) ? own : own.slice(0, 1)
}

export function projectMembersOf(
  seed: number,
  projects: readonly ProjectRow[],
  users: readonly PortalUserRow[],
): ProjectMemberRow[] {
  return users.flatMap((user) => {
    const { id } = membershipOf(seed, user)
    return projectsOf(projects, user).map((project) => ({ projectId: project.id, membershipId: id }))
  })
}
