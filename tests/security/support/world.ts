/**
 * Two providers with every panel, one with none, and everyone who may knock: what the authorisation matrix and the fuzz run
 * start from. All staff work at both providers, so that only the provider of their token keeps them out of the other.
 */
import { eq } from 'drizzle-orm'
import { organisations, portalMemberships, projects } from '../../../portal-api/db/schema/index.ts'
import { newId } from '../../../portal-api/platform/ids.ts'
import { ANY_STAFF } from '../../../shared/api/common.ts'
import type { PortalUserKind } from '../../../shared/domain/accounts.ts'
import { notificationKind } from '../../../shared/domain/notifications.ts'
import { contactSubject, panel } from '../../../shared/domain/portal-profile.ts'
import { CONTACT_RIGHTS, PANEL_RIGHTS, PORTAL_ADMINISTRATOR } from '../../../shared/domain/rights.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  asPortalUser,
  asStaff,
  type CaregiverRow,
  type ClientRow,
  makeCaregiver,
  makeClient,
  makeProvider,
  type PortalUserRow,
  profileOf,
} from '../../support/fixtures.ts'
import type { Caller } from '../../support/http.ts'
import { type LoginStaff, makeLoginStaff, makeLoginUser } from '../../support/log-in.ts'

export const OWN = 'cordaan'
export const ELSEWHERE = 'axxicom'
/** Has no panel at all. */
export const BARE = 'laurens'

/** Where ids come from: a client with its own portal user, at a provider with its project and its caregiver. */
export interface Place {
  readonly provider: string
  readonly client: ClientRow
  readonly user: PortalUserRow
  readonly caregiver: CaregiverRow
  readonly organisationId: string
  readonly projectId: string
}

export interface ClientSide {
  readonly side: 'client'
  readonly name: string
  readonly kind: PortalUserKind
  readonly rights: readonly string[]
  readonly invited: boolean
  readonly user: PortalUserRow
}
export interface StaffSide {
  readonly side: 'staff'
  readonly name: string
  readonly role: StaffRole
  readonly person: LoginStaff
}
export interface Stranger {
  readonly side: 'public'
  readonly name: string
  readonly token: string | null
}
export type Knocker = ClientSide | StaffSide | Stranger

export interface World {
  readonly app: TestApp
  readonly own: Place
  /** Another client of the same provider. */
  readonly neighbour: Place
  readonly elsewhere: Place
  /** Everyone at the own provider, on the side of `own.client`. */
  readonly everyone: readonly Knocker[]
  readonly bare: string
  /** One client and one of each role at the provider without panels. */
  readonly atBare: readonly Knocker[]
  /** A colleague of the same role as the helpdesk of `everyone`. */
  readonly colleague: LoginStaff
  /** Asks for what somebody else has to approve. */
  readonly requester: LoginStaff
}

async function placeAt(app: TestApp, provider: string, name: string): Promise<Place> {
  const client = await makeClient(app, provider, { name })
  const [organisationId, projectId] = [newId(), newId()]
  await app.db.insert(organisations).values({ id: organisationId, provider, name: `Organisatie van ${name}` })
  await app.db.insert(projects).values({ id: projectId, provider, organisationId, name: `Project van ${name}` })
  const caregiver = await makeCaregiver(app, provider)
  return { provider, client, user: await makeLoginUser(app, client), caregiver, organisationId, projectId }
}

/** A portal user of each kind of membership, all on the side of one client or its organisation. */
async function clientSide(app: TestApp, place: Place): Promise<readonly ClientSide[]> {
  const accepted = { invitedAt: app.clock.now(), acceptedAt: app.clock.now() }
  const invited = { invitedAt: app.clock.now() }
  const organisation = { clientId: null, organisationId: place.organisationId }
  const kinds: readonly (Omit<ClientSide, 'side' | 'user'> & { readonly given?: Parameters<typeof makeLoginUser>[2] })[] = [
    { name: 'client', kind: 'client', rights: [], invited: false },
    { name: 'client who administers', kind: 'client', rights: [PORTAL_ADMINISTRATOR], invited: false },
    { name: 'representative', kind: 'representative', rights: [], invited: false },
    { name: 'contact with all rights', kind: 'contact', rights: PANEL_RIGHTS, invited: false, given: accepted },
    { name: 'contact without rights', kind: 'contact', rights: [], invited: false, given: accepted },
    { name: 'invited contact', kind: 'contact', rights: PANEL_RIGHTS, invited: true, given: invited },
    {
      name: "organisation's contact",
      kind: 'organisation-contact',
      rights: ['portal-member'],
      invited: false,
      given: organisation,
    },
    {
      name: "organisation's administrator",
      kind: 'organisation-contact',
      rights: CONTACT_RIGHTS,
      invited: false,
      given: organisation,
    },
  ]
  const made: ClientSide[] = []
  for (const { given, ...one } of kinds)
    made.push({
      ...one,
      side: 'client',
      user: await makeLoginUser(app, place.client, { kind: one.kind, rights: [...one.rights], ...given }),
    })
  return made
}

async function staffSide(app: TestApp, providers: readonly string[]): Promise<readonly StaffSide[]> {
  const made: StaffSide[] = []
  for (const role of ANY_STAFF) {
    const memberships = providers.map((provider) => ({ provider, role }))
    made.push({ side: 'staff', name: role, role, person: await makeLoginStaff(app, memberships, `De ${role}`) })
  }
  return made
}

/** Starts the API with everything in place. */
export async function startWorld(): Promise<World> {
  return worldOn(await startTestApp())
}

/** Puts everything in place in an API at work. */
export async function worldOn(app: TestApp): Promise<World> {
  const ofOrganisations = profileOf('careflex').userManagement
  const userManagement = ofOrganisations && { ...ofOrganisations, rights: [...PANEL_RIGHTS] }
  const whole = {
    panels: panel.options,
    subjects: contactSubject.options,
    contactPersons: 'edited',
    notifications: notificationKind.options,
    secondFactor: 'authenticator-optional',
    userManagement,
  } as const
  await makeProvider(app, OWN, whole)
  await makeProvider(app, ELSEWHERE, whole)
  await makeProvider(app, BARE, { panels: [] })
  const own = await placeAt(app, OWN, 'Mevr. E. Eigen')
  const bare = await placeAt(app, BARE, 'Dhr. K. Kaal')
  const strangers: readonly Stranger[] = [
    { side: 'public', name: 'nobody', token: null },
    { side: 'public', name: 'a forged token', token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIwIn0.' },
  ]
  const bareClient: ClientSide = { side: 'client', name: 'client', kind: 'client', rights: [], invited: false, user: bare.user }
  return {
    app,
    own,
    neighbour: await placeAt(app, OWN, 'Dhr. B. Buur'),
    elsewhere: await placeAt(app, ELSEWHERE, 'Mevr. V. Ver'),
    everyone: [...strangers, ...(await clientSide(app, own)), ...(await staffSide(app, [OWN, ELSEWHERE]))],
    bare: BARE,
    atBare: [bareClient, ...(await staffSide(app, [BARE]))],
    colleague: await makeLoginStaff(app, [{ provider: OWN, role: 'helpdesk' }], 'Een collega'),
    requester: await makeLoginStaff(app, [{ provider: OWN, role: 'helpdesk' }], 'Een aanvrager'),
  }
}

/** A caller with a session and memberships as at the start, so that what one call does to them reaches no other. */
export async function callerOf(world: World, who: Knocker, provider: string = OWN): Promise<Caller> {
  switch (who.side) {
    case 'client': {
      const { membershipId, acceptedAt } = who.user
      await world.app.db
        .update(portalMemberships)
        .set({ acceptedAt, endedAt: null })
        .where(eq(portalMemberships.id, membershipId))
      return asPortalUser(world.app, who.user)
    }
    case 'staff':
      return asStaff(world.app, provider, who.person)
    case 'public':
      return Promise.resolve({ url: world.app.url, ...(who.token === null ? {} : { token: who.token }) })
    default: {
      const never: never = who
      return never
    }
  }
}
