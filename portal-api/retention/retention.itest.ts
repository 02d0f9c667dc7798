/** Personal data leave by the terms of the portal profile, to the day, with all that belongs to them. */
import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  makeCaregiver,
  makeClient,
  makeMembership,
  makePortalUser,
  makeProvider,
  makeStaff,
  makeVisit,
  profileOf,
} from '../../tests/support/fixtures.ts'
import { mustCall } from '../../tests/support/http.ts'
import { makeLoginUser } from '../../tests/support/log-in.ts'
import {
  absences,
  accountEvents,
  auditEntries,
  cases,
  clientChanges,
  clients,
  contactDetails,
  contactPersons,
  deliveries,
  ownAppointments,
  portalMemberships,
  portalUsers,
  sessions,
  trustedDevices,
  visits,
} from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { previewRetention, runRetention } from './run.ts'
import { retentionIfDue } from './schedule.ts'

const DAY_MS = 86_400_000
const TERMS = profileOf('cordaan').retention

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  await makeProvider(app, 'zuyderland')
  await makeProvider(app, 'laurens', { retention: { ...TERMS, closedCases: 30, auditYears: 7 } })
})
afterAll(() => app.stop())

const ago = (days: number) => new Date(app.clock.now().getTime() - days * DAY_MS)
const round = () =>
  runRetention(app.db, app.clock.now(), (_, error) => {
    throw error
  })
const countOf = (rows: readonly { kind: string; provider: string; count: number }[], kind: string, provider = 'cordaan') =>
  rows.find((row) => row.kind === kind && row.provider === provider)?.count

/** Every table that still says one of these texts. */
async function tablesThatSay(...texts: string[]): Promise<string[]> {
  const found = await app.db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const saying: string[] = []
  for (const { name } of found.rows) {
    const like = sql.join(
      texts.map((text) => sql`t::text like ${`%${text}%`}`),
      sql` or `,
    )
    const rows = await app.db.execute(sql`select 1 from ${sql.identifier(name)} t where ${like} limit 1`)
    if (rows.rows.length > 0) saying.push(name)
  }
  return saying
}

async function absenceOf(client: ClientRow, user: Awaited<ReturnType<typeof makePortalUser>>) {
  const { id } = await mustCall(await asPortalUser(app, user), 'absences.create', {
    body: {
      type: 'holiday',
      days: 'several',
      startDate: '2026-12-01',
      wholeDay: true,
      startTime: null,
      endTime: null,
      endDateKnown: true,
      endDate: '2026-12-04',
    },
  })
  return { id, clientId: client.id }
}

async function closeCase(subjectId: string, at: Date): Promise<void> {
  await app.db.update(cases).set({ status: 'closed', closedAt: at }).where(eq(cases.subjectId, subjectId))
}

describe('what has had its term goes, and nothing a day younger', () => {
  it('per kind of data', async () => {
    const client = await makeClient(app, 'cordaan')
    const user = await makePortalUser(app, client)
    const caregiver = await makeCaregiver(app, 'cordaan')
    const old = await absenceOf(client, user)
    const young = await absenceOf(client, user)
    await closeCase(old.id, ago(TERMS.closedCases + 0.01))
    await closeCase(young.id, ago(TERMS.closedCases - 0.01))
    const dayOf = (days: number) => ago(days).toISOString().slice(0, 10)
    const gone = await makeVisit(app, client, [caregiver], dayOf(TERMS.visits + 1), '09:00')
    const stays = await makeVisit(app, client, [caregiver], dayOf(TERMS.visits), '09:00')
    const detail = { provider: 'cordaan', clientId: client.id, kind: 'phone-home', since: ago(500) } as const
    const person = { provider: 'cordaan', clientId: client.id, name: 'Bep', phone1: '0201234567', type: 'family' } as const
    const message = {
      provider: 'cordaan',
      channel: 'email',
      toAddress: 'x@y.example',
      template: 't',
      body: '',
      notBefore: ago(100),
    } as const
    const happened = { provider: 'cordaan', portalUserId: user.id, type: 'login-succeeded', by: 'user' } as const
    const session = {
      provider: 'cordaan',
      portalUserId: user.id,
      refreshHash: '',
      rotatedAt: ago(1),
      confirmedAt: ago(1),
      createdAt: ago(1),
    }
    const pairs: [string, number, (at: Date) => Promise<unknown>][] = [
      [
        'contact-details',
        TERMS.removedContacts,
        (removedAt) => app.db.insert(contactDetails).values({ id: newId(), value: '1', removedAt, ...detail }),
      ],
      [
        'contact-persons',
        TERMS.removedContacts,
        (removedAt) => app.db.insert(contactPersons).values({ id: newId(), removedAt, ...person } as never),
      ],
      ['deliveries', TERMS.deliveries, (createdAt) => app.db.insert(deliveries).values({ id: newId(), createdAt, ...message })],
      [
        'account-events',
        TERMS.accountEvents,
        (at) => app.db.insert(accountEvents).values({ id: newId(), at, ...happened } as never),
      ],
      [
        'sessions',
        TERMS.sessions,
        (endedAt) => app.db.insert(sessions).values({ id: newId(), endedAt, refreshExpiresAt: ago(0), ...session }),
      ],
      [
        'trusted-devices',
        TERMS.sessions,
        (forgottenAt) =>
          app.db.insert(trustedDevices).values({
            id: newId(),
            portalUserId: user.id,
            tokenHash: newId(),
            label: 'iPad',
            trustedAt: ago(400),
            lastUsedAt: ago(400),
            forgottenAt,
          }),
      ],
    ]
    for (const [, days, write] of pairs) for (const off of [0.01, -0.01]) await write(ago(days + off))

    const preview = await previewRetention(app.db, app.clock.now())
    const done = await round()
    expect(done.filter((one) => one.kind !== 'audit-lines')).toEqual(preview.filter((one) => one.kind !== 'audit-lines'))
    for (const [kind] of pairs) expect([kind, countOf(done, kind)]).toEqual([kind, 1])
    expect([countOf(done, 'closed-cases'), countOf(done, 'visits'), countOf(done, 'former-clients')]).toEqual([1, 1, 0])
    expect((await app.db.select({ id: absences.id }).from(absences)).map((row) => row.id)).toEqual([young.id])
    expect((await app.db.select({ id: visits.id }).from(visits)).map((row) => row.id)).toEqual([stays.id])
    expect(gone.id).not.toBe(stays.id)
    expect((await round()).every((one) => one.count === 0)).toBe(true)

    const said = await app.db.select().from(auditEntries).where(eq(auditEntries.object, 'retention'))
    expect(said.map((line) => line.details)).toContainEqual({ kind: 'closed-cases', rows: { absences: 1, cases: 1 } })
  })

  it('by the terms of each provider', async () => {
    const [here, there] = [await makeClient(app, 'cordaan'), await makeClient(app, 'laurens')]
    const at = ago(31)
    for (const client of [here, there]) {
      const id = newId()
      const row = {
        id,
        provider: client.provider,
        queue: 'accounts',
        number: id,
        status: 'closed',
        subjectId: id,
        clientId: client.id,
      } as const
      await app.db
        .insert(cases)
        .values({ ...row, name: 'x', sortName: 'x', facts: {} as never, openedAt: at, dueAt: at, closedAt: at })
    }
    const done = await round()
    expect([countOf(done, 'closed-cases'), countOf(done, 'closed-cases', 'laurens')]).toEqual([0, 1])
  })
})

describe('former clients and their accounts', () => {
  it('go with all that is theirs; an account that is also somebody else’s stays, without them', async () => {
    const former = await makeClient(app, 'laurens', { name: 'Dhr. K. Verdwenen', street: 'Kanarieweg 9' })
    const living = await makeClient(app, 'laurens', { name: 'Mevr. L. Blijft' })
    const own = await makePortalUser(app, former, { email: 'kanarie@post.example', mobile: '+31611111111' })
    const shared = await makePortalUser(app, former, { kind: 'representative', name: 'Dochter van beiden' })
    await makeMembership(app, shared, { clientId: living.id, kind: 'representative' })
    await app.db
      .insert(contactDetails)
      .values({ id: newId(), provider: 'laurens', clientId: former.id, kind: 'phone-home', value: '0109999999', since: ago(900) })
    await app.db.insert(accountEvents).values({
      id: newId(),
      provider: 'laurens',
      portalUserId: own.id,
      at: ago(1),
      type: 'login-succeeded',
      by: 'user',
      detail: 'kanarie',
    } as never)

    const term = profileOf('laurens').openDaysAfterCare + TERMS.formerClients
    await app.db
      .update(clients)
      .set({ careEndedAt: ago(term - 0.01) })
      .where(eq(clients.id, former.id))
    expect(countOf(await round(), 'former-clients', 'laurens')).toBe(0)
    app.clock.pass(0.02 * 86_400)
    expect(countOf(await round(), 'former-clients', 'laurens')).toBe(1)

    expect(await tablesThatSay('Verdwenen', 'Kanarieweg', 'kanarie', '+31611111111', '0109999999', own.id)).toEqual([])
    expect(await app.db.select().from(portalUsers).where(eq(portalUsers.id, shared.id))).toMatchObject([
      { name: 'Dochter van beiden' },
    ])
    const left = await app.db.select().from(portalMemberships).where(eq(portalMemberships.portalUserId, shared.id))
    expect(left.map((one) => one.clientId)).toEqual([living.id])
  })

  it('an account that ended but sent in a notice of a living client leaves an empty row until that notice goes', async () => {
    const client = await makeClient(app, 'cordaan')
    const user = await makePortalUser(app, client, {
      kind: 'representative',
      name: 'Buurman Vogel',
      email: 'vogel@post.example',
      mobile: '+31622222222',
      firstName: 'Vogelaar',
      nickname: 'Kwikstaart',
      birthDate: '1951-05-17',
      address: 'Nestkade 4',
      postalAddress: 'Postbus 44',
      phone: '+31622222223',
      contactEmail: 'nest@bouw.example',
    })
    const notice = await absenceOf(client, user)
    await app.db
      .update(portalMemberships)
      .set({ endedAt: ago(TERMS.formerAccounts + 1) })
      .where(eq(portalMemberships.portalUserId, user.id))
    expect(countOf(await round(), 'former-accounts')).toBe(1)
    const said = ['Vogel', 'vogel@post.example', '+31622222222', 'Kwikstaart', '1951-05-17', 'Nestkade', 'Postbus 44', 'nest@']
    expect(await tablesThatSay(...said, '+31622222223')).toEqual([])
    const [emptied] = await app.db.select().from(portalUsers).where(eq(portalUsers.id, user.id))
    expect(emptied).toMatchObject({ name: '—', email: null, mobile: null, passwordHash: null, userName: `erased-${user.id}` })
    expect(countOf(await round(), 'former-accounts')).toBe(0)
    expect(await app.db.select().from(absences).where(eq(absences.id, notice.id))).toHaveLength(1)

    await closeCase(notice.id, ago(TERMS.closedCases + 1))
    await round()
    expect(countOf(await round(), 'former-accounts')).toBe(1)
    expect(await app.db.select().from(portalUsers).where(eq(portalUsers.id, user.id))).toEqual([])
  })
})

it('what a former account planned and changed for a client in care stays the client’s, without its author', async () => {
  const client = await makeClient(app, 'zuyderland')
  const user = await makeLoginUser(app, client, {
    kind: 'representative',
    name: 'Neef Winterkoning',
    rights: ['portal-administrator'],
  })
  const caller = await asPortalUser(app, user)
  const appointment = {
    title: 'Tandarts',
    date: '2026-12-03',
    startTime: '10:00',
    endTime: '11:00',
    visibility: 'public',
  } as const
  const { id } = await mustCall(caller, 'planning.add-appointment', { body: appointment })
  const added = { provider: 'zuyderland', clientId: client.id, membershipId: user.membershipId } as const
  const own = { about: user.name, before: { mobile: '+31612121212' }, after: { mobile: '+31633333333' } }
  await app.db.insert(clientChanges).values([
    { id: newId(), ...added, at: ago(300), kind: 'detail-added', about: 'Mobiele telefoon', after: { value: '0644444444' } },
    { id: newId(), ...added, at: ago(200), kind: 'user-changed', ...own },
  ])
  await app.db
    .update(portalMemberships)
    .set({ endedAt: ago(TERMS.formerAccounts + 1) })
    .where(eq(portalMemberships.portalUserId, user.id))
  expect(countOf(await round(), 'former-accounts', 'zuyderland')).toBe(1)
  expect(await tablesThatSay('Winterkoning', '+31612121212', '+31633333333', user.email ?? '-')).toEqual([])
  expect(await app.db.select().from(ownAppointments).where(eq(ownAppointments.id, id))).toMatchObject([
    { title: 'Tandarts', createdBy: user.id },
  ])
  const staff = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'care-manager'))
  const { rows } = await mustCall(staff, 'clients.changes', { params: { id: client.id }, query: {} })
  expect(rows).toMatchObject([
    { kind: 'user-changed', by: null, about: '—', before: null, after: null },
    { kind: 'detail-added', by: null, about: 'Mobiele telefoon', after: { value: '0644444444' } },
  ])

  await app.db
    .update(clients)
    .set({ careEndedAt: ago(TERMS.formerClients + 1) })
    .where(eq(clients.id, client.id))
  await round()
  await round()
  expect(await app.db.select().from(ownAppointments).where(eq(ownAppointments.id, id))).toEqual([])
  expect(await app.db.select().from(portalUsers).where(eq(portalUsers.id, user.id))).toEqual([])
})

it('whom a former account invited stays in, and no longer says by whom', async () => {
  const client = await makeClient(app, 'laurens')
  const inviter = await makePortalUser(app, client, { endedAt: ago(TERMS.formerAccounts + 1) })
  const invited = await makePortalUser(app, client, { kind: 'contact', invitedBy: inviter.id, invitedAt: ago(300) })
  await round()
  expect(await app.db.select().from(portalUsers).where(eq(portalUsers.id, inviter.id))).toEqual([])
  expect(await app.db.select().from(portalMemberships).where(eq(portalMemberships.id, invited.membershipId))).toMatchObject([
    { kind: 'contact', invitedBy: null, endedAt: null },
  ])
})

describe('the daily round', () => {
  it('is run once a day, by one of the processes', async () => {
    const silent = pino({ level: 'silent' })
    app.clock.set('2035-01-01T03:00:00.000Z')
    const both = await Promise.all([1, 2].map(() => retentionIfDue(app.db, app.clock.now(), silent)))
    expect(both.filter((one) => one !== null)).toHaveLength(1)
    app.clock.pass(22 * 3600)
    expect(await retentionIfDue(app.db, app.clock.now(), silent)).toBeNull()
    app.clock.pass(2 * 3600)
    expect(await retentionIfDue(app.db, app.clock.now(), silent)).not.toBeNull()
  })
})
