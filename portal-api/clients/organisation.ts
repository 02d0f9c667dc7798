/** The organisation a portal user works for, and the projects of it that this user may see (Careflex). */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import type { ContactRight } from '../../shared/domain/rights.ts'
import type { Tx } from '../db/database.ts'
import { organisations, portalUsers, projectMembers, projects } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type ProjectRow = typeof projects.$inferSelect

/** The organisation a portal user works for, with that user. */
export interface OwnOrganisation {
  readonly organisation: OrganisationRow
  readonly user: typeof portalUsers.$inferSelect
}

interface Asking {
  readonly tx: Tx
  readonly provider: string
  readonly actor: ClientActor
  readonly fail: Context<Route>['fail']
}

const MEMBER: readonly ContactRight[] = ['portal-member', 'portal-administrator']

/** The organisation of the asker; `forbidden` when they act for a client, or neither "Medewerker" nor "Beheerder klantportaal" is on. */
export async function ownOrganisation(c: Asking): Promise<OwnOrganisation | Refusal> {
  const { actor } = c
  if (actor.organisationId === null || !MEMBER.some((right) => actor.rights.includes(right))) return c.fail('forbidden')
  const [row] = await c.tx
    .select({ organisation: organisations, user: portalUsers })
    .from(organisations)
    .innerJoin(portalUsers, eq(portalUsers.id, actor.portalUserId))
    .where(and(eq(organisations.id, actor.organisationId), eq(organisations.provider, c.provider)))
  return row ?? c.fail('forbidden')
}

/** Narrows projects to those of the asker: member of, or all of the organisation with "Contactpersoon voor alle projecten". */
export function isOwnProject(tx: Tx, actor: ClientActor): SQL | undefined {
  const member = tx
    .select({ id: projectMembers.projectId })
    .from(projectMembers)
    .where(eq(projectMembers.membershipId, actor.membershipId))
  const all: ContactRight = 'all-projects'
  return and(
    actor.organisationId === null ? sql`false` : eq(projects.organisationId, actor.organisationId),
    actor.rights.includes(all) ? undefined : inArray(projects.id, member),
  )
}
