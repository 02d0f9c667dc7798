/** The projects of an organisation as its contacts find them, and who of the provider leads them. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { Project, ProjectDetail } from '../../shared/domain/projects.ts'
import type { ContactRight } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import type { Tx } from '../db/database.ts'
import { portalMemberships, portalUsers, projectMembers, projects, staff, staffMemberships } from '../db/schema/index.ts'
import { toPlanningRow, visitsOf } from '../planning/rows.ts'
import type { ClientActor } from '../platform/actor.ts'
import { isOwnProject, type OrganisationRow } from './organisation.ts'

/** How many visits a project shows beneath its names. */
const UPCOMING = 20

/** A care manager who still works for the provider. */
const leads = and(isNull(staff.endedAt), eq(staffMemberships.active, true))

async function projectsWhere(tx: Tx, actor: ClientActor, where: SQL | undefined) {
  return tx
    .select({
      id: projects.id,
      name: projects.name,
      leaderId: staff.id,
      leader: staff.name,
      own: sql<boolean>`coalesce(${isOwnProject(tx, actor)}, false)`,
    })
    .from(projects)
    .leftJoin(
      staffMemberships,
      and(
        eq(staffMemberships.staffId, projects.careManagerId),
        eq(staffMemberships.provider, projects.provider),
        eq(staffMemberships.active, true),
      ),
    )
    .leftJoin(staff, and(eq(staff.id, staffMemberships.staffId), isNull(staff.endedAt)))
    .where(and(actor.organisationId === null ? sql`false` : eq(projects.organisationId, actor.organisationId), where))
    .orderBy(asc(projects.name), asc(projects.id))
}

/** One of the asker's own projects, with who leads it; null when it is not theirs. */
export async function ownProject(tx: Tx, actor: ClientActor, id: string) {
  const [found] = await projectsWhere(tx, actor, and(eq(projects.id, id), isOwnProject(tx, actor)))
  return found ?? null
}

/** Mijn projecten, or Alle projecten: what an administrator hands out, they find by name though it is not their own. */
export async function projectsOf(tx: Tx, actor: ClientActor, which: 'own' | 'all'): Promise<Project[]> {
  const all = which === 'all' && actor.administrator
  const found = await projectsWhere(tx, actor, all ? undefined : isOwnProject(tx, actor))
  return found.map(({ id, name, leader, own }) => ({ id, name, leader, own }))
}

/** Who sees a project too. */
async function contactsOf(tx: Tx, organisation: OrganisationRow, projectId: string): Promise<string[]> {
  const all: ContactRight = 'all-projects'
  const member: ContactRight = 'portal-member'
  const rows = await tx
    .select({ name: portalUsers.name })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .leftJoin(projectMembers, and(eq(projectMembers.membershipId, portalMemberships.id), eq(projectMembers.projectId, projectId)))
    .where(
      and(
        isIn,
        eq(portalMemberships.organisationId, organisation.id),
        sql`${member} = any (${portalMemberships.rights})`,
        or(isNotNull(projectMembers.membershipId), sql`${all} = any (${portalMemberships.rights})`),
      ),
    )
    .orderBy(asc(portalUsers.name), asc(portalUsers.id))
  return rows.map((row) => row.name)
}

/** A project as one of its contacts opens it; null when it is not theirs. */
export async function projectDetailOf(
  tx: Tx,
  actor: ClientActor,
  organisation: OrganisationRow,
  id: string,
  now: Date,
): Promise<ProjectDetail | null> {
  const found = await ownProject(tx, actor, id)
  if (!found) return null
  const { name, leader, own } = found
  const upcoming = await visitsOf(tx, { projectIds: [id], from: toLocal(now).date, limit: UPCOMING })
  return {
    id,
    name,
    leader,
    own,
    organisation: organisation.name,
    contacts: await contactsOf(tx, organisation, id),
    upcoming: upcoming.map((visit) => toPlanningRow(visit, { id, name })),
  }
}

/**
 * The care manager who hears what an organisation asks without a project: who leads most of the asker's own projects, or when
 * there are none most of the organisation's. Null when nobody leads any.
 */
export async function careManagerFor(tx: Tx, actor: ClientActor, organisation: OrganisationRow): Promise<string | null> {
  const most = async (where: SQL | undefined) => {
    const [found] = await tx
      .select({ id: staff.id })
      .from(projects)
      .innerJoin(staff, eq(staff.id, projects.careManagerId))
      .innerJoin(staffMemberships, and(eq(staffMemberships.staffId, staff.id), eq(staffMemberships.provider, projects.provider)))
      .where(and(eq(projects.organisationId, organisation.id), leads, where))
      .groupBy(staff.id)
      .orderBy(desc(count()), asc(staff.name), asc(staff.id))
      .limit(1)
    return found?.id ?? null
  }
  const own = tx.select({ id: projects.id }).from(projects).where(isOwnProject(tx, actor))
  return (await most(inArray(projects.id, own))) ?? (await most(undefined))
}
