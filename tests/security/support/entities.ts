/**
 * Things that routes name by id, made anew for each call so that one call leaves nothing to the next. A new kind of thing is
 * one maker here and one line in `KINDS_OF_SEGMENT` or `KIND_OF_FIELD`.
 */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { ensureAccessCase } from '../../../portal-api/accounts/access-case.ts'
import {
  type AskedVisit,
  accountApprovals,
  callerVerifications,
  caregiverAbsences,
  cases,
  deliveries,
  notifications,
  projectMembers,
  rescheduleBatches,
} from '../../../portal-api/db/schema/index.ts'

import { newId } from '../../../portal-api/platform/ids.ts'
import { hashCode } from '../../../portal-api/platform/secrets/tokens.ts'
import { newTotpSecret } from '../../../portal-api/platform/secrets/totp.ts'
import type { BatchPlanRow } from '../../../shared/api/batches.ts'
import { ACCESS_STAFF } from '../../../shared/api/common.ts'
import type { SensitiveAct } from '../../../shared/domain/accounts.ts'
import { rolesOf } from '../../../shared/domain/queues.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { daysOff } from '../../support/absences.ts'
import type { TestApp } from '../../support/app.ts'
import { asPortalUser, makeCareTeamMember, makeStaff, makeVisit, type PortalUserRow, profileOf } from '../../support/fixtures.ts'
import { mustCall } from '../../support/http.ts'
import { makeLoginUser } from '../../support/log-in.ts'
import { trustDevices } from '../../support/verified.ts'
import type { Place, World } from './world.ts'

/** What was made: its id, the version a call is based on, and the roles that may see it, where the table names more. */
export interface Entity {
  readonly id: string
  readonly version: number
  readonly roles?: readonly StaffRole[]
  /** Belongs to the member of staff who made it; to a colleague it is an unknown one. */
  readonly personal?: boolean
}

/** The act a receipt is for, and whose it is. */
export interface For {
  readonly staffId: string
  readonly act?: SensitiveAct
  /** The membership of a caller of the client's side. */
  readonly membershipId?: string
  /** The account a receipt is about; a new one when absent. */
  readonly userId?: string
  /** Who of the client's side calls: what is a person's own is made by them, at their own client. */
  readonly user?: PortalUserRow
}

type Maker = (world: World, place: Place, whose: For) => Promise<Entity>

export const CODE = '314159'

/** Of a batch about no visit. */
export const EMPTY_PLAN: BatchPlanRow = {
  planning: 0,
  from: '2026-12-01',
  to: '2026-12-31',
  proven: true,
  cutShort: false,
  score: 0,
  cost: 0,
  lower: 0,
  moves: [],
  unplaced: [],
}

/** An account in every kind of trouble: blocked, with an authenticator, devices and a session. */
export async function troubledUser({ app }: World, place: Place): Promise<PortalUserRow> {
  const user = await makeLoginUser(app, place.client, {
    blockedAt: app.clock.now(),
    failures: 5,
    totpSecret: app.services.box.seal(newTotpSecret()),
  })
  await trustDevices(app, user, 1)
  await asPortalUser(app, user)
  return user
}

async function accessCase(world: World, place: Place): Promise<string> {
  const user = await troubledUser(world, place)
  return world.app.db.transaction(async (tx) => {
    const c = { tx, provider: place.provider, now: world.app.clock.now(), emit: () => undefined }
    return (await ensureAccessCase(c, profileOf(place.provider), user, 'call')).id
  })
}

async function caseOf(world: World, subjectId: string): Promise<string> {
  const [row] = await world.app.db.select({ id: cases.id }).from(cases).where(eq(cases.subjectId, subjectId))
  if (!row) throw new Error(`No case about ${subjectId}.`)
  return row.id
}

async function verification(
  { app }: World,
  place: Place,
  whose: For,
  receipt: { readonly receiptId: string; readonly receiptExpiresAt: Date } | null,
): Promise<string> {
  const id = newId()
  const now = app.clock.now()
  const soon = new Date(now.getTime() + 600_000)
  await app.db.insert(callerVerifications).values({
    id,
    provider: place.provider,
    portalUserId: whose.userId ?? (await makeLoginUser(app, place.client)).id,
    staffId: whose.staffId,
    act: whose.act ?? 'reset-password',
    channel: 'sms',
    codeHash: hashCode(CODE, id, app.services.codeKey),
    expiresAt: soon,
    createdAt: now,
    ...receipt,
  })
  return id
}

const asOwner = async (world: World, place: Place) => asPortalUser(world.app, place.user)

const absence: Maker = async (world, place) =>
  mustCall(await asOwner(world, place), 'absences.create', { body: daysOff('2026-12-07', '2026-12-08') })
const question: Maker = async (world, place) =>
  mustCall(await asOwner(world, place), 'contact-requests.create', { body: { subject: 'planning', message: 'Wanneer?' } })

/** What is its writer's alone is written by who calls, where they may; else by the client. */
async function asWriter(world: World, place: Place, { user }: For, kinds: readonly string[]) {
  const isTheirs = user?.clientId === place.client.id && kinds.includes(user.kind)
  return asPortalUser(world.app, isTheirs && user ? user : place.user)
}

/** The kinds whose care signals are their own: a contact's where the dossier was opened to them. */
const signalWriters = ({ user }: For) =>
  user?.rights.includes('dossier') && user.acceptedAt !== null
    ? ['client', 'representative', 'contact']
    : ['client', 'representative']

/** Somebody whose access the portal's administrator manages, invited and not yet in, with an authenticator. */
export function managedUser(app: TestApp, place: Place, of: 'client' | 'organisation'): Promise<PortalUserRow> {
  const ties =
    of === 'client'
      ? { kind: 'contact' as const, rights: ['details'] }
      : { kind: 'organisation-contact' as const, rights: ['portal-member'], clientId: null, organisationId: place.organisationId }
  return makeLoginUser(app, place.client, {
    ...ties,
    invitedAt: app.clock.now(),
    totpSecret: app.services.box.seal(newTotpSecret()),
  })
}

const careTeamMember: Maker = async ({ app }, place) => {
  const person = await makeStaff(app, place.provider, 'care-manager')
  return { id: (await makeCareTeamMember(app, place.client, person, 'Zorgkundige')).id, version: 1 }
}

function organisationContact({ app }: World, { client, organisationId }: Place): Promise<PortalUserRow> {
  const rights = ['portal-member']
  return makeLoginUser(app, client, { kind: 'organisation-contact', rights, clientId: null, organisationId })
}

const MAKERS = {
  'care-team-member': careTeamMember,
  message: async (world, place, whose) =>
    mustCall(await asWriter(world, place, whose, ['client', 'representative']), 'messages.create', {
      body: { to: (await careTeamMember(world, place, whose)).id, message: 'Slaapt slecht.' },
    }),
  'care-signal': async (world, place, whose) =>
    mustCall(await asWriter(world, place, whose, signalWriters(whose)), 'care-signals.create', {
      body: { message: 'Eet minder.' },
    }),
  appointment: async (world, place) =>
    mustCall(await asOwner(world, place), 'planning.add-appointment', {
      body: { title: 'Tandarts', date: '2026-12-03', startTime: '10:00', endTime: '11:00', visibility: 'private' },
    }),
  absence,
  question,
  'contact-detail': async (world, place) =>
    mustCall(await asOwner(world, place), 'clients.add-detail', { body: { kind: 'email-private', value: 'p@post.example' } }),
  'contact-person': async (world, place) =>
    mustCall(await asOwner(world, place), 'clients.add-person', {
      body: { name: 'Dokter Jansen', phone1: '020 1234567', type: 'gp' },
    }),
  'absence-case': async (world, place, whose) => ({
    id: await caseOf(world, (await absence(world, place, whose)).id),
    version: 1,
    roles: rolesOf('absences'),
  }),
  'question-case': async (world, place, whose) => ({
    id: await caseOf(world, (await question(world, place, whose)).id),
    version: 1,
    roles: rolesOf('contact-requests'),
  }),
  'access-case': async (world, place) => ({ id: await accessCase(world, place), version: 1, roles: rolesOf('accounts') }),
  'portal-user': troubledUser,
  approval: async (world, place) => {
    const now = world.app.clock.now()
    const id = newId()
    const asked = { act: 'clear-second-factor', reason: 'telefoon kwijt', requestedBy: world.requester.id } as const
    const times = { requestedAt: now, expiresAt: new Date(now.getTime() + 600_000) }
    const { id: portalUserId } = await troubledUser(world, place)
    await world.app.db.insert(accountApprovals).values({ id, provider: place.provider, portalUserId, ...asked, ...times })
    return { id, version: 1 }
  },
  letter: async ({ app }, place) => {
    const id = newId()
    const at = app.clock.now()
    const { id: portalUserId } = await makeLoginUser(app, place.client)
    const body = JSON.stringify({
      lines: ['Mevr. N. Nieuw'],
      userName: 'n.nieuw',
      password: 'geheim',
      expiresAt: at.toISOString(),
    })
    await app.db.insert(deliveries).values({
      id,
      provider: place.provider,
      channel: 'letter',
      toAddress: 'Mevr. N. Nieuw',
      template: 'account.first-letter',
      body,
      holdsSecret: true,
      notBefore: at,
      notAfter: new Date(at.getTime() + 86_400_000),
      createdAt: at,
      portalUserId,
    })
    return { id, version: 1, roles: ACCESS_STAFF }
  },
  'failed-delivery': async ({ app }, place) => {
    const id = newId()
    const at = app.clock.now()
    const message = { channel: 'email', toAddress: 'weg@post.example', template: 'absence.decided', body: 'Verzet.' } as const
    await app.db
      .insert(deliveries)
      .values({ id, provider: place.provider, ...message, status: 'failed', attempts: 1, notBefore: at, createdAt: at })
    return { id, version: 1, roles: ACCESS_STAFF }
  },
  // Managed by who calls: a contact of the client, or a colleague at the organisation.
  'managed-user': async ({ app }, place, { user }) => ({
    id: (await managedUser(app, place, user?.clientId ? 'client' : 'organisation')).membershipId,
    version: 1,
  }),
  organisation: async (_, place) => ({ id: place.organisationId, version: 1 }),
  client: async (_, place) => place.client,
  visit: (world, place) => makeVisit(world.app, place.client, [], '2026-12-15', '09:00'),
  caregiver: async (_, place) => ({ id: place.caregiver.id, version: 1 }),
  batch: async ({ app, colleague }, place) => {
    const id = newId()
    const visits: AskedVisit[] = []
    const at = app.clock.now()
    await app.db.insert(rescheduleBatches).values({
      id,
      provider: place.provider,
      staffId: colleague.id,
      status: 'done',
      plan: EMPTY_PLAN,
      reason: 'other',
      visits,
      seconds: 1,
      startedAt: at,
      endedAt: at,
    })
    return { id, version: 1 }
  },
  'caregiver-absence': async ({ app, colleague }, place) => {
    const id = newId()
    const stretch = { fromDate: '2026-12-01', toDate: '2026-12-02', kind: 'ill' } as const
    const reported = { reportedBy: colleague.id, reportedAt: app.clock.now() }
    await app.db
      .insert(caregiverAbsences)
      .values({ id, provider: place.provider, caregiverId: place.caregiver.id, ...stretch, ...reported })
    return { id, version: 1 }
  },
  project: async ({ app }, place, { user }) => {
    // A contact of the organisation is member of the project; nobody else's membership changes.
    if (user?.organisationId === place.organisationId)
      await app.db
        .insert(projectMembers)
        .values({ projectId: place.projectId, membershipId: user.membershipId })
        .onConflictDoNothing()
    return { id: place.projectId, version: 1 }
  },
  // One's own: asked by who calls, where it is a contact of this organisation; else by one made for it.
  // One's own where who calls is on the side of this client; else somebody's of this client.
  notification: async ({ app }, place, { user, membershipId }) => {
    const isTheirs = user?.clientId === place.client.id || user?.organisationId === place.organisationId
    const of = isTheirs && membershipId !== undefined ? membershipId : place.user.membershipId
    const row = { id: newId(), provider: place.provider, membershipId: of, kind: 'invitation', at: app.clock.now() } as const
    await app.db.delete(notifications).where(eq(notifications.membershipId, of))
    await app.db.insert(notifications).values(row)
    return { id: row.id, version: 1 }
  },
  'project-question': async (world, place, { user }) => {
    const asker = user?.organisationId === place.organisationId ? user : await organisationContact(world, place)
    return mustCall(await asPortalUser(world.app, asker), 'project-questions.create', {
      body: { projectId: null, message: 'Wie komt er dinsdag?' },
    })
  },
  verification: async (world, place, whose) => ({
    id: await verification(world, place, whose, null),
    version: 1,
    roles: ACCESS_STAFF,
    personal: true,
  }),
  receipt: async (world, place, whose) => {
    const receipt = { receiptId: randomUUID(), receiptExpiresAt: new Date(world.app.clock.now().getTime() + 600_000) }
    await verification(world, place, whose, receipt)
    return { id: receipt.receiptId, version: 1, personal: true }
  },
} as const satisfies Record<string, Maker>

export type EntityKind = keyof typeof MAKERS

export function makeEntity(kind: EntityKind, world: World, place: Place, whose: For): Promise<Entity> {
  return (MAKERS[kind] as Maker)(world, place, whose)
}

/** What an id in a path names, by the word before it; several where the same path serves several queues. */
export const KINDS_OF_SEGMENT: Readonly<Record<string, readonly EntityKind[]>> = {
  absences: ['absence'],
  'contact-requests': ['question'],
  'contact-details': ['contact-detail'],
  'contact-persons': ['contact-person'],
  cases: ['absence-case', 'question-case', 'access-case'],
  'access-cases': ['access-case'],
  'portal-users': ['portal-user'],
  verifications: ['verification'],
  'account-approvals': ['approval'],
  clients: ['client'],
  messages: ['message'],
  'care-signals': ['care-signal'],
  questions: ['project-question'],
  notifications: ['notification'],
  appointments: ['appointment'],
  visits: ['visit'],
  caregivers: ['caregiver'],
  'caregiver-absences': ['caregiver-absence'],
  batches: ['batch'],
  projects: ['project'],
  users: ['managed-user'],
  colleagues: ['managed-user'],
  organisations: ['organisation'],
  deliveries: ['failed-delivery'],
  letters: ['letter'],
}

/** What an id in a body or a query names, by its field. */
export const KIND_OF_FIELD: Readonly<Record<string, EntityKind>> = {
  receiptId: 'receipt',
  to: 'care-team-member',
  visitId: 'visit',
  caregiverId: 'caregiver',
  projectId: 'project',
  clientId: 'client',
  caseId: 'absence-case',
  portalUserId: 'portal-user',
}
