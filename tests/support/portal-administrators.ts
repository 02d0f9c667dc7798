/** People who manage the users of a portal: a client's administrator, and an organisation with its contacts. */
import { organisations, projectMembers, projects } from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { rightsOfSwitches, type Switches } from '../../shared/domain/users.ts'
import type { TestApp } from './app.ts'
import { asPortalUser, type ClientRow, type GivenPortalUser, makeClient, type PortalUserRow } from './fixtures.ts'
import type { Caller } from './http.ts'
import { makeLoginUser } from './log-in.ts'

export interface Administrator {
  readonly client: ClientRow
  readonly user: PortalUserRow
  readonly caller: Caller
}

/** A client who administers their own portal. */
export async function makeAdministrator(app: TestApp, provider: string, given: GivenPortalUser = {}): Promise<Administrator> {
  const client = await makeClient(app, provider)
  const user = await makeLoginUser(app, client, { rights: ['portal-administrator'], ...given })
  return { client, user, caller: await asPortalUser(app, user) }
}

export interface OrganisationFixture {
  readonly id: string
  readonly provider: string
  readonly name: string
  readonly projectIds: readonly string[]
}

export async function makeOrganisation(app: TestApp, provider: string, projectCount = 2): Promise<OrganisationFixture> {
  const organisation = { id: newId(), provider, name: 'Bouwgroep Meerzicht' }
  await app.db.insert(organisations).values(organisation)
  const projectIds = Array.from({ length: projectCount }, () => newId())
  for (const [index, id] of projectIds.entries())
    await app.db.insert(projects).values({ id, provider, organisationId: organisation.id, name: `Project ${index + 1}` })
  return { ...organisation, projectIds }
}

export const ADMINISTRATOR: Switches = { administrator: true, member: true, visitMails: false, allProjects: false }
export const EMPLOYEE: Switches = { ...ADMINISTRATOR, administrator: false }
export const CONTACT_ONLY: Switches = { ...EMPLOYEE, member: false }

/** A contact of an organisation with these switches, member of these projects. */
export async function makeColleague(
  app: TestApp,
  of: OrganisationFixture,
  switches: Switches,
  given: GivenPortalUser & { readonly projectIds?: readonly string[] } = {},
): Promise<PortalUserRow> {
  const { projectIds = [], ...account } = given
  const user = await makeLoginUser(
    app,
    { id: of.id, provider: of.provider, name: of.name },
    {
      clientId: null,
      organisationId: of.id,
      kind: 'organisation-contact',
      relation: 'Planner',
      rights: rightsOfSwitches(switches),
      ...account,
    },
  )
  for (const projectId of projectIds) await app.db.insert(projectMembers).values({ projectId, membershipId: user.membershipId })
  return user
}
