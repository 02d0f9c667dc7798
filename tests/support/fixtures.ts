/** Rows that integration tests start from: a provider with its people and its planning. Each maker takes what the test cares about and fills in the rest. */

import {
  caregivers,
  careTeamMembers,
  clients,
  organisations,
  portalMemberships,
  portalUsers,
  projectMembers,
  projects,
  providers,
  sessions,
  staff,
  staffMemberships,
  visitAssignments,
  visits,
} from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { signAccessToken } from '../../portal-api/platform/secrets/access-token.ts'
import { minutesOf } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { TestApp } from './app.ts'
import type { Caller } from './http.ts'

type Given<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>
export type ClientRow = typeof clients.$inferSelect
type MembershipOfUser = Pick<
  typeof portalMemberships.$inferSelect,
  'clientId' | 'organisationId' | 'kind' | 'relation' | 'rights' | 'invitedBy' | 'invitedAt' | 'acceptedAt'
>
/** An account together with its (first) membership. */
export type PortalUserRow = typeof portalUsers.$inferSelect & MembershipOfUser & { readonly membershipId: string }
export type GivenPortalUser = Given<typeof portalUsers> & Partial<MembershipOfUser>
export type CaregiverRow = typeof caregivers.$inferSelect
export type VisitRow = typeof visits.$inferSelect

/** The row of an insert that returns one. */
function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('Nothing was inserted.')
  return row
}

export function profileOf(id: string): PortalProfile {
  const profile = PORTAL_PROFILES.find((one) => one.id === id)
  if (!profile) throw new Error(`No profile ${id}.`)
  return profile
}

/** A provider with a shipped profile, changed where the test says so. */
export async function makeProvider(app: TestApp, id: string, changes: Partial<PortalProfile> = {}): Promise<PortalProfile> {
  const profile = { ...profileOf(id), ...changes }
  await app.db.insert(providers).values({ id, name: profile.name, profile })
  return profile
}

let lastNumber = 104_000

export async function makeClient(app: TestApp, provider: string, given: Given<typeof clients> = {}): Promise<ClientRow> {
  lastNumber += 1
  const rows = await app.db
    .insert(clients)
    .values({
      id: newId(),
      provider,
      number: lastNumber,
      name: 'Mevr. C. Test',
      sortName: 'Test, C.',
      birthDate: '1941-03-12',
      street: 'Proefstraat 1',
      postcode: '1000 AA',
      city: 'Amsterdam',
      serviceCode: 'HV 1',
      hoursPerWeek: 3,
      ...given,
    })
    .returning()
  return only(rows)
}

/** A business customer. */
export async function makeOrganisation(
  app: TestApp,
  provider: string,
  name = 'Bouwgroep Meerzicht',
): Promise<{ readonly id: string }> {
  return only(await app.db.insert(organisations).values({ id: newId(), provider, name }).returning())
}

/** An account with one membership: of the client, or with `clientId: null` of an organisation (a new one unless given). */
export async function makePortalUser(
  app: TestApp,
  client: Pick<ClientRow, 'id' | 'provider' | 'name'>,
  given: GivenPortalUser = {},
): Promise<PortalUserRow> {
  const { clientId, organisationId, kind, relation, rights, invitedBy, invitedAt, acceptedAt, ...account } = given
  const id = newId()
  const ofClient = clientId === undefined ? client.id : clientId
  const ofOrganisation = organisationId ?? (ofClient === null ? (await makeOrganisation(app, client.provider)).id : null)
  const rows = await app.db
    .insert(portalUsers)
    .values({
      id,
      provider: client.provider,
      userName: `${id}@post.example`,
      name: client.name,
      email: `${id}@post.example`,
      createdAt: app.clock.now(),
      ...account,
    })
    .returning()
  const user = only(rows)
  const { id: membershipId, ...membership } = await makeMembership(app, user, {
    clientId: ofClient,
    organisationId: ofOrganisation,
    kind: kind ?? 'client',
    relation: relation ?? 'zelf',
    rights: rights ?? (kind === 'organisation-contact' ? ['portal-member'] : []),
    invitedBy: invitedBy ?? null,
    invitedAt: invitedAt ?? null,
    acceptedAt: acceptedAt ?? null,
  })
  return { ...membership, ...user, membershipId }
}

/** A (further) membership of an account. */
export async function makeMembership(
  app: TestApp,
  user: Pick<PortalUserRow, 'id' | 'provider' | 'createdAt'>,
  given: Partial<typeof portalMemberships.$inferInsert> & Pick<MembershipOfUser, 'kind'>,
): Promise<typeof portalMemberships.$inferSelect> {
  const rows = await app.db
    .insert(portalMemberships)
    .values({ id: newId(), provider: user.provider, portalUserId: user.id, createdAt: user.createdAt, ...given })
    .returning()
  return only(rows)
}

export interface StaffFixture {
  readonly id: string
  readonly name: string
}

/** A member of staff with one membership; `also` adds others. */
export async function makeStaff(
  app: TestApp,
  provider: string,
  role: StaffRole,
  name = 'Noor Willemsen',
  also: readonly { readonly provider: string; readonly role: StaffRole }[] = [],
): Promise<StaffFixture> {
  const id = newId()
  await app.db.insert(staff).values({
    id,
    name,
    email: `${id}@staff.example`,
    passwordHash: '',
    totpSecret: '',
    draftKey: '',
    createdAt: app.clock.now(),
  })
  await app.db
    .insert(staffMemberships)
    .values([{ provider, role }, ...also].map((one) => ({ staffId: id, provider: one.provider, role: one.role, team: null })))
  return { id, name }
}

export async function makeCaregiver(app: TestApp, provider: string, given: Given<typeof caregivers> = {}): Promise<CaregiverRow> {
  const name = given.name ?? 'Danny de Boer'
  const rows = await app.db
    .insert(caregivers)
    .values({
      id: newId(),
      provider,
      name,
      firstName: name.split(' ')[0] ?? name,
      qualifications: ['HV 1'],
      contractMinutes: 1440,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      fromMinute: 0,
      toMinute: 1440,
      ...given,
    })
    .returning()
  return only(rows)
}

/** A member of staff who cares for a client, as what. */
export async function makeCareTeamMember(
  app: TestApp,
  client: Pick<ClientRow, 'id' | 'provider'>,
  person: StaffFixture,
  place: string,
): Promise<typeof careTeamMembers.$inferSelect> {
  const { id: clientId, provider } = client
  const values = { id: newId(), provider, clientId, staffId: person.id, function: place, since: app.clock.now() }
  return only(await app.db.insert(careTeamMembers).values(values).returning())
}

/** A planned visit with its caregivers; `given` may put it at a project, with `clientId: null`. */
export async function makeVisit(
  app: TestApp,
  client: Pick<ClientRow, 'id' | 'provider'>,
  by: readonly Pick<CaregiverRow, 'id'>[],
  date: string,
  startTime: string,
  given: Given<typeof visits> = {},
): Promise<VisitRow> {
  const rows = await app.db
    .insert(visits)
    .values({
      id: newId(),
      provider: client.provider,
      clientId: client.id,
      date,
      startMinute: minutesOf(startTime),
      minutes: 90,
      serviceCode: 'HV 1',
      ...given,
    })
    .returning()
  const visit = only(rows)
  for (const caregiver of by) {
    await app.db
      .insert(visitAssignments)
      .values({ id: newId(), provider: client.provider, visitId: visit.id, caregiverId: caregiver.id })
  }
  return visit
}

/** A project of an organisation, with its internal leader and the contacts who are members of it. */
export async function makeProject(
  app: TestApp,
  provider: string,
  organisation: { readonly id: string },
  name: string,
  given: { readonly careManager?: StaffFixture; readonly members?: readonly Pick<PortalUserRow, 'membershipId'>[] } = {},
): Promise<typeof projects.$inferSelect> {
  const values = { id: newId(), provider, organisationId: organisation.id, name, careManagerId: given.careManager?.id ?? null }
  const project = only(await app.db.insert(projects).values(values).returning())
  for (const { membershipId } of given.members ?? [])
    await app.db.insert(projectMembers).values({ projectId: project.id, membershipId })
  return project
}

/** A planned visit of a project. */
export function makeProjectVisit(
  app: TestApp,
  project: Pick<typeof projects.$inferSelect, 'id' | 'provider'>,
  by: readonly Pick<CaregiverRow, 'id'>[],
  date: string,
  startTime: string,
  given: Given<typeof visits> = {},
): Promise<VisitRow> {
  return makeVisit(app, project, by, date, startTime, { clientId: null, projectId: project.id, ...given })
}

async function signIn(
  app: TestApp,
  provider: string,
  who: { readonly staffId: string } | { readonly portalUserId: string; readonly membershipId: string },
): Promise<Caller> {
  const now = app.clock.now()
  const id = newId()
  await app.db.insert(sessions).values({
    id,
    provider,
    ...who,
    refreshHash: id,
    rotatedAt: now,
    refreshExpiresAt: new Date(now.getTime() + 30 * 86_400_000),
    createdAt: now,
    confirmedAt: now,
  })
  const { token } = await signAccessToken(id, app.services.accessKey, now)
  return { url: app.url, token }
}

/** A caller with a session of its own; the log-in itself is tested where it belongs. */
export function asStaff(app: TestApp, provider: string, person: StaffFixture): Promise<Caller> {
  return signIn(app, provider, { staffId: person.id })
}

export function asPortalUser(app: TestApp, user: Pick<PortalUserRow, 'id' | 'provider' | 'membershipId'>): Promise<Caller> {
  return signIn(app, user.provider, { portalUserId: user.id, membershipId: user.membershipId })
}
