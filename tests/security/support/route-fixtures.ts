/**
 * What the matrix and the fuzz run need to know of a route beyond its schemas. Most need nothing: ids come from the words of the
 * path, bodies from what the schema accepts. A line here says what a call needs to go well, or who is let in beside the rule.
 */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { portalMemberships, rescheduleBatches, wipeCodes } from '../../../portal-api/db/schema/index.ts'
import { newId } from '../../../portal-api/platform/ids.ts'
import { hashCode } from '../../../portal-api/platform/secrets/tokens.ts'
import type { Route } from '../../../shared/api/route.ts'
import { API, type RouteName } from '../../../shared/api/table.ts'
import { rolesOf } from '../../../shared/domain/queues.ts'
import { maySee, mayUse, PORTAL_ADMINISTRATOR, PORTAL_MEMBER } from '../../../shared/domain/rights.ts'
import { queueId, type StaffRole } from '../../../shared/domain/staff.ts'
import { DEFAULT_SETTINGS } from '../../../shared/rescheduling/settings.ts'
import { daysOff } from '../../support/absences.ts'
import { PASSWORD } from '../../support/log-in.ts'
import { EMPLOYEE } from '../../support/portal-administrators.ts'
import { acceptedBy } from './arbitraries.ts'
import { CODE, EMPTY_PLAN, type EntityKind, type For, KINDS_OF_SEGMENT, makeEntity, managedUser } from './entities.ts'
import type { ClientSide, Place, World } from './world.ts'

/** A call as it goes out; ids in it are those of one place. */
export interface Ready {
  readonly world: World
  readonly place: Place
  readonly whose: For
  /** The id in the path, when there is one. */
  readonly id: string | undefined
}

interface RouteFixture {
  readonly body?: (ready: Ready) => unknown
  readonly query?: Readonly<Record<string, string>>
  /** Who of the client's side is let in, where the rights of the panel do not say it all. */
  readonly letsIn?: (who: ClientSide) => boolean
}

async function receipt({ world, place, whose, id }: Ready, act: NonNullable<For['act']>) {
  const made = await makeEntity('receipt', world, place, { ...whose, act, ...(id === undefined ? {} : { userId: id }) })
  return { receiptId: made.id, reason: 'beller herkend' }
}

/** Only who speaks for the client writes to the care team. */
const speaksForClient = (who: ClientSide) => who.kind === 'client' || who.kind === 'representative'
const keepsAgenda = (who: ClientSide) => who.kind === 'client'
const appointment = () => ({
  title: 'Kapper',
  date: '2026-12-04',
  startTime: '13:00',
  endTime: '14:00',
  visibility: 'public',
})
async function message({ world, place, whose }: Ready) {
  return { to: (await makeEntity('care-team-member', world, place, whose)).id, message: 'Slaapt weer beter.' }
}
async function projectQuestion({ world, place, whose }: Ready) {
  return { projectId: (await makeEntity('project', world, place, whose)).id, message: 'Komt er iemand anders?' }
}
async function cancelledVisit({ world, place, whose }: Ready) {
  const visit = await makeEntity('visit', world, place, whose)
  return { changes: [{ action: 'cancel', visitId: visit.id, visitVersion: visit.version }] }
}
async function visitToPlace({ world, place, whose }: Ready) {
  const visit = await makeEntity('visit', world, place, whose)
  return { visitId: visit.id, reason: 'other' }
}
async function placedVisit({ world, place, whose }: Ready) {
  const visit = await makeEntity('visit', world, place, whose)
  return {
    moves: [{ visitId: visit.id, spots: [{ caregiverId: place.caregiver.id, date: '2026-12-16', startTime: '09:00' }] }],
  }
}
/** The batch in the path gets a plan: one visit, at a caregiver. */
async function planOfOneVisit({ world, place, whose, id }: Ready) {
  const visit = await makeEntity('visit', world, place, whose)
  const spot = { caregiverId: place.caregiver.id, caregiver: place.caregiver.name, date: '2026-12-16', startTime: '09:00' }
  const proposal = { spots: [spot], score: 0, parts: [], warnings: [] }
  const plan = { ...EMPTY_PLAN, moves: [{ visitId: visit.id, visitVersion: visit.version, proposal }] }
  await world.app.db
    .update(rescheduleBatches)
    .set({ plan, visits: [{ id: visit.id, version: visit.version }] })
    .where(eq(rescheduleBatches.id, id ?? ''))
  return { overrides: [{ visitId: visit.id, reason: 'in overleg' }] }
}
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' }
const person = () => ({ name: 'Dokter Jansen', phone1: '020 1234567', type: 'gp' })

const administers = (who: ClientSide) => who.rights.includes(PORTAL_ADMINISTRATOR)
/** A client's users have rights per panel, an organisation's have switches. */
const ofClientPortal = (who: ClientSide) => administers(who) && who.user.clientId !== null
const ofOrganisation = (who: ClientSide) => administers(who) && who.user.clientId === null
const newMailbox = () => `${randomUUID()}@post.example`
const newUser = () => ({
  kind: 'new',
  firstName: 'Piet',
  lastName: 'Puk',
  email: newMailbox(),
  sex: 'male',
  phone: '06 12345678',
})

/** The account in the path is made the administrator of its place's organisation, which has a colleague to help. */
async function wipeCodeAsked(ready: Ready) {
  const { world, place, id } = ready
  if (id === undefined) throw new Error('A wipe code is for an account.')
  await world.app.db.insert(portalMemberships).values({
    id: newId(),
    provider: place.provider,
    portalUserId: id,
    organisationId: place.organisationId,
    kind: 'organisation-contact',
    rights: [PORTAL_ADMINISTRATOR, PORTAL_MEMBER],
    createdAt: world.app.clock.now(),
  })
  const colleague = await managedUser(world.app, place, 'organisation')
  return { ...(await receipt(ready, 'issue-wipe-code')), colleagueId: colleague.id, channel: 'sms' }
}

/** A code the helpdesk sent to whoever calls, for the colleague in the path. */
async function wipeCode({ world, whose, id }: Ready) {
  const { db, clock, services } = world.app
  const [target] = await db
    .select({ provider: portalMemberships.provider, colleagueId: portalMemberships.portalUserId })
    .from(portalMemberships)
    .where(eq(portalMemberships.id, id ?? ''))
  if (!target) throw new Error('A wipe code is for a colleague.')
  const codeId = newId()
  if (whose.membershipId !== undefined)
    await db.insert(wipeCodes).values({
      id: codeId,
      ...target,
      membershipId: whose.membershipId,
      staffId: whose.staffId,
      codeHash: hashCode(CODE, codeId, services.codeKey),
      createdAt: clock.now(),
      expiresAt: new Date(clock.now().getTime() + 600_000),
    })
  return { code: CODE }
}

const FIXTURES: { readonly [N in RouteName]?: RouteFixture } = {
  'absences.create': { body: () => daysOff('2026-12-07', '2026-12-08') },
  'absences.change': { body: () => daysOff('2026-12-09', '2026-12-10') },
  'absences.decide': { body: () => ({ decisions: [] }) },
  'contact-requests.create': { body: () => ({ subject: 'planning', message: 'Hoe laat?' }) },
  'contact-requests.change': { body: () => ({ subject: 'planning', message: 'Hoe laat precies?' }) },
  'clients.add-detail': { body: () => ({ kind: 'email-private', value: 'n@post.example' }) },
  'clients.change-detail': { body: () => ({ kind: 'email-private', value: 'n@post.example' }) },
  'clients.add-person': { body: person },
  'clients.change-person': { body: person },
  'notifications.announce-care-plan': { body: () => ({ planVersion: 4, adoptedOn: '2026-11-20' }) },
  'clients.search': { query: { q: 'Eigen' } },
  'messages.create': { body: message, letsIn: speaksForClient },
  'messages.change': { body: message, letsIn: speaksForClient },
  'messages.withdraw': { letsIn: speaksForClient },
  'project-questions.create': { body: projectQuestion },
  'project-questions.change': { body: projectQuestion },
  // Both providers show clients their visits: an organisation's contact sees none of those.
  'planning.month': { letsIn: (who) => maySee(who, 'appointments') },
  'planning.add-appointment': { body: appointment, letsIn: keepsAgenda },
  'planning.change-appointment': { body: appointment, letsIn: keepsAgenda },
  'planning.remove-appointment': { letsIn: keepsAgenda },
  'planning.appointments-of-client': { query: DECEMBER },
  'planning.of-client': { query: DECEMBER },
  'planning.of-project': { query: DECEMBER },
  'planning.change-visits': { body: cancelledVisit },
  'rescheduling.proposals': { body: visitToPlace },
  'rescheduling.explain': { body: async (ready) => ({ ...(await visitToPlace(ready)), caregiverId: ready.place.caregiver.id }) },
  'rescheduling.check': { body: placedVisit },
  'rescheduling.start-batch': {
    body: async (ready) => ({ reason: 'other', seconds: 1, visitIds: [(await visitToPlace(ready)).visitId] }),
  },
  'rescheduling.accept-batch': { body: planOfOneVisit },
  'rescheduling.caregivers': { query: { q: 'hulp' } },
  'rescheduling.change-settings': { body: () => DEFAULT_SETTINGS },
  'rescheduling.report-absent': { body: () => ({ from: '2026-12-01', to: '2026-12-02', kind: 'ill' }) },
  'cases.claim': { body: () => ({ takeOver: true }) },
  'accounts.start-verification': { body: () => ({ channel: 'sms', act: 'reset-password' }) },
  'accounts.check-verification': { body: () => ({ code: CODE }) },
  'accounts.create': {
    body: ({ place }) => ({
      owner: { kind: 'client', clientId: place.client.id },
      kind: 'client',
      name: 'N. Nieuw',
      reason: 'nieuw in zorg',
    }),
  },
  'accounts.owners': { query: { q: 'Eigen' } },
  'accounts.send-credentials': { body: () => ({ reason: 'brief kwijt' }) },
  'accounts.unblock': { body: () => ({ reason: 'beller herkend' }) },
  'accounts.reset-password': { body: (ready) => receipt(ready, 'reset-password') },
  'accounts.clear-second-factor': { body: (ready) => receipt(ready, 'clear-second-factor') },
  'accounts.forget-devices': { body: (ready) => receipt(ready, 'forget-devices') },
  'accounts.issue-wipe-code': { body: wipeCodeAsked },
  'users.add': { letsIn: ofClientPortal, body: newUser },
  'users.set-rights': { letsIn: ofClientPortal, body: () => ({ rights: ['messages', 'details'] }) },
  'users.add-colleague': {
    letsIn: ofOrganisation,
    body: () => ({
      kind: 'new',
      person: { firstName: 'Piet', lastName: 'Puk', email: newMailbox() },
      place: {},
      switches: EMPLOYEE,
    }),
  },
  'users.change-colleague': { letsIn: ofOrganisation, body: () => ({ place: { department: 'Inkoop' } }) },
  'users.set-switches': { letsIn: ofOrganisation, body: () => EMPLOYEE },
  'users.set-projects': { letsIn: ofOrganisation, body: ({ place }) => ({ projectIds: [place.projectId] }) },
  'users.wipe-second-factor': { body: wipeCode },
  'session.change-password': { body: () => ({ currentPassword: PASSWORD, newPassword: 'Koper&Reiger58Brug' }) },
  'session.start-authenticator': { body: () => ({ currentPassword: PASSWORD }) },
  'session.start-address-change': {
    body: () => ({ address: { channel: 'sms', value: '06 12345678' }, currentPassword: PASSWORD }),
  },
  'session.switch-membership': { body: ({ whose, place }) => ({ membershipId: whose.membershipId ?? place.user.membershipId }) },
  'session.staff-switch': { body: ({ world }) => ({ provider: world.elsewhere.provider }) },
}

/** A value of a parameter that is no id, and the roles it is for, where the table names more. */
export interface Plain {
  readonly value: string
  readonly roles?: readonly StaffRole[]
}

/** Parameters that are no id, by their name. */
const PLAIN: Readonly<Record<string, readonly Plain[]>> = {
  provider: [{ value: 'cordaan' }],
  queue: queueId.options.map((value) => ({ value, roles: rolesOf(value) })),
}

/** One way to fill the path of a route: for each parameter what it names, or the value itself. */
export type Variant = Readonly<Record<string, EntityKind | Plain>>

/** Every way to fill the path of a route. Throws, naming the route, when a parameter is unknown to the registry. */
export function variantsOf(name: RouteName): readonly Variant[] {
  const words = API[name].path.split('/')
  let variants: readonly Variant[] = [{}]
  for (const [index, word] of words.entries()) {
    if (!word.startsWith(':')) continue
    const parameter = word.slice(1)
    const before = words[index - 1] ?? ''
    const choices = PLAIN[parameter] ?? KINDS_OF_SEGMENT[before]
    if (!choices)
      throw new Error(
        `${name}: nothing is known of :${parameter} after "${before}". Add the word to KINDS_OF_SEGMENT in tests/security/support/entities.ts.`,
      )
    variants = variants.flatMap((variant) => choices.map((choice) => ({ ...variant, [parameter]: choice })))
  }
  return variants
}

/** The body of a call that should go well; undefined for a route without one. */
export async function bodyOf(name: RouteName, ready: Ready): Promise<unknown> {
  const { body }: Route = API[name]
  if (!body) return undefined
  const made = FIXTURES[name]?.body
  if (made) return made(ready)
  try {
    return acceptedBy(body, 1)[0]
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`)
  }
}

/** The query of a call that should go well. */
export function queryOf(name: RouteName): Readonly<Record<string, unknown>> {
  const { query }: Route = API[name]
  if (!query) return {}
  const { cursor: _, ...rest } = acceptedBy(query, 1)[0] as Record<string, unknown>
  return FIXTURES[name]?.query ?? rest
}

/** May somebody of the client's side use the route, by the rights of its panel? */
export function letsIn(name: RouteName, who: ClientSide): boolean {
  const more = FIXTURES[name]?.letsIn
  if (more) return more(who)
  const { panel }: Route = API[name]
  return panel === undefined || mayUse(panel, { ...who, administrator: who.rights.includes(PORTAL_ADMINISTRATOR) })
}
