/**
 * Norm 7 (ASVS 7.4.2, 7.4.3): an attacker does not survive a reset. Somebody has two sessions, a half-finished log-in, a trusted
 * device and a link in the mail; after each act that must end them, none of it opens anything, nor can be renewed.
 */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { portalUsers, recoveryLinks, staff, staffMemberships, trustedDevices } from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { hashToken, randomToken } from '../../portal-api/platform/secrets/tokens.ts'
import { newTotpSecret } from '../../portal-api/platform/secrets/totp.ts'
import { startSession } from '../../portal-api/session/sessions.ts'
import { issueTicket } from '../../portal-api/session/tickets.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { asPortalUser, asStaff, type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../support/fixtures.ts'
import { type ApiAnswer, type Caller, callApi, mustCall } from '../support/http.ts'
import {
  type LoginStaff,
  logIn,
  makeLoginStaff,
  makeLoginUser,
  newestMessage,
  OTHER_PASSWORD,
  PASSWORD,
  problemOf,
  reload,
  sentCode,
  signInStaff,
  WRONG_PASSWORD,
  withToken,
} from '../support/log-in.ts'
import { ADMINISTRATOR, EMPLOYEE, makeColleague, makeOrganisation } from '../support/portal-administrators.ts'
import { receiptFor } from '../support/verified.ts'

let app: TestApp
let jesse: LoginStaff
let colleague: LoginStaff
const clients = new Map<string, ClientRow>()

beforeAll(async () => {
  app = await startTestApp()
  const memberships = [] as { provider: string; role: 'helpdesk' }[]
  for (const provider of ['zuyderland', 'laurens', 'careflex']) {
    await makeProvider(app, provider)
    clients.set(provider, await makeClient(app, provider))
    memberships.push({ provider, role: 'helpdesk' })
  }
  jesse = await makeLoginStaff(app, memberships)
  colleague = await makeLoginStaff(app, memberships, 'Sem Molenaar')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

/** What somebody who came in before still holds. */
interface Held {
  readonly access: readonly string[]
  readonly refresh: readonly string[]
  readonly ticket: string
  readonly link: string
  readonly device: string
}

async function hold(user: PortalUserRow): Promise<Held> {
  const now = app.clock.now()
  const place = { provider: user.provider, portalUserId: user.id }
  return app.db.transaction(async (tx) => {
    const c = { tx, now, services: app.services }
    const [link, device] = [randomToken(), randomToken()]
    const tokens = []
    for (const workstation of ['iPad', 'telefoon'])
      tokens.push((await startSession(c, { ...place, membershipId: user.membershipId, workstation })).tokens)
    await tx.insert(trustedDevices).values({
      id: newId(),
      portalUserId: user.id,
      tokenHash: hashToken(device),
      label: 'iPad',
      trustedAt: now,
      lastUsedAt: now,
    })
    await tx.insert(recoveryLinks).values({
      id: newId(),
      portalUserId: user.id,
      tokenHash: hashToken(link),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 600_000),
    })
    return {
      access: tokens.map((one) => one.accessToken),
      refresh: tokens.map((one) => one.refreshToken),
      ticket: (await issueTicket(tx, { ...place, step: 'password' }, now)).token,
      link,
      device,
    }
  })
}

const codeOf = <T>(answer: ApiAnswer<T>) => (answer.ok ? 'ok' : answer.problem.code)

/** What each thing held opens: the code of the refusal, or `ok`. */
async function opens(user: PortalUserRow, held: Held) {
  const nobody = { url: app.url }
  const params = { provider: user.provider }
  const { userName } = await reload(app, user)
  const body = { newPassword: 'Ekster%Dijk81Wolk' }
  const found = { access: [] as string[], refresh: [] as string[], ticket: '', link: '' }
  for (const token of held.access) found.access.push(codeOf(await callApi(withToken(app, token), 'session.me', {})))
  for (const refreshToken of held.refresh)
    found.refresh.push(codeOf(await callApi(nobody, 'session.refresh', { body: { refreshToken } })))
  found.ticket = codeOf(await callApi(nobody, 'session.choose-password', { params, body: { ticket: held.ticket, ...body } }))
  found.link = codeOf(await callApi(nobody, 'session.reset-password', { params, body: { link: held.link, userName, ...body } }))
  return found
}

const NOTHING = {
  access: ['signed-out', 'signed-out'],
  refresh: ['signed-out', 'signed-out'],
  ticket: 'ticket-expired',
  link: 'code-expired',
}

const userAt = (provider: string, given: Partial<PortalUserRow> = {}) => {
  const client = clients.get(provider)
  if (!client) throw new Error(`No client at ${provider}.`)
  return makeLoginUser(app, client, given)
}
const desk = (provider: string, person = jesse): Promise<Caller> => asStaff(app, provider, person)

async function sensitive(act: 'reset-password' | 'clear-second-factor', user: PortalUserRow): Promise<void> {
  const caller = await desk(user.provider)
  const receiptId = await receiptFor(app, caller, user, act)
  const { version } = await reload(app, user)
  const body = { receiptId, reason: 'beller herkend' }
  await mustCall(caller, `accounts.${act}`, { params: { id: user.id }, basedOn: version, body })
}

const ACTS: Readonly<
  Record<string, { readonly user: () => Promise<PortalUserRow>; readonly act: (user: PortalUserRow) => Promise<unknown> }>
> = {
  'a reset by the helpdesk, by temporary password': {
    user: () => userAt('laurens'),
    act: (user) => sensitive('reset-password', user),
  },
  'a reset by the helpdesk, by link': {
    user: () => userAt('zuyderland'),
    act: (user) => sensitive('reset-password', user),
  },
  'a temporary password that the client asked': {
    user: () => userAt('laurens'),
    act: async (user) => {
      const body = { userName: user.userName, email: user.email ?? '' }
      await mustCall({ url: app.url }, 'session.forgot-password', { params: { provider: 'laurens' }, body })
      await app.settled()
    },
  },
  'a link that the client asked and used': {
    user: () => userAt('zuyderland'),
    act: async (user) => {
      const params = { provider: 'zuyderland' }
      const asked = { userName: user.userName, email: user.email ?? '' }
      await mustCall({ url: app.url }, 'session.forgot-password', { params, body: asked })
      await app.settled()
      const mail = await newestMessage(app, user.email ?? '', 'session.recovery-link')
      const link = /#([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
      const body = { link, userName: user.userName, newPassword: OTHER_PASSWORD }
      await mustCall({ url: app.url }, 'session.reset-password', { params, body })
    },
  },
  'a second factor wiped by the helpdesk, with four eyes': {
    user: () => userAt('careflex', { kind: 'organisation-contact', totpSecret: app.services.box.seal(newTotpSecret()) }),
    act: async (user) => {
      await sensitive('clear-second-factor', user)
      const caller = await desk('careflex', colleague)
      const { rows } = await mustCall(caller, 'accounts.approvals', {})
      const id = rows.find((row) => row.account.id === user.id)?.id ?? ''
      await mustCall(caller, 'accounts.approve-act', { params: { id }, body: { reason: 'teruggebeld' } })
    },
  },
  'a second factor wiped by the portal’s administrator': {
    user: async () =>
      makeColleague(app, await makeOrganisation(app, 'careflex'), EMPLOYEE, {
        totpSecret: app.services.box.seal(newTotpSecret()),
      }),
    act: async (user) => {
      const organisation = { id: user.organisationId ?? '', provider: 'careflex', name: '', projectIds: [] }
      const boss = await makeColleague(app, organisation, ADMINISTRATOR)
      const caller = await desk('careflex')
      const receiptId = await receiptFor(app, caller, boss, 'issue-wipe-code')
      const asked = { receiptId, reason: 'telefoon stuk', colleagueId: user.id, channel: 'sms' } as const
      await mustCall(caller, 'accounts.issue-wipe-code', { params: { id: boss.id }, basedOn: boss.version, body: asked })
      const body = { code: await sentCode(app, boss.mobile ?? '', 'account.wipe-code') }
      const wipe = { params: { id: user.membershipId }, basedOn: 1, body }
      await mustCall(await asPortalUser(app, boss), 'users.wipe-second-factor', wipe)
    },
  },
  'access taken away by the portal’s administrator': {
    user: async () => makeColleague(app, await makeOrganisation(app, 'careflex'), EMPLOYEE),
    act: async (user) => {
      const organisation = { id: user.organisationId ?? '', provider: 'careflex', name: '', projectIds: [] }
      const boss = await asPortalUser(app, await makeColleague(app, organisation, ADMINISTRATOR))
      await mustCall(boss, 'users.remove', { params: { id: user.membershipId }, basedOn: 1 })
    },
  },
  'the end of the account': {
    user: () => userAt('laurens'),
    act: (user) => app.db.update(portalUsers).set({ endedAt: app.clock.now() }).where(eq(portalUsers.id, user.id)),
  },
}

describe('ASVS 7.4.2, 7.4.3: after it nothing old opens anything', () => {
  it.each(Object.keys(ACTS))('norm 7: %s', async (name) => {
    const one = ACTS[name]
    if (!one) throw new Error(name)
    const user = await one.user()
    const held = await hold(user)
    await one.act(user)
    expect(await opens(user, held)).toEqual(NOTHING)
    const [device] = await app.db
      .select()
      .from(trustedDevices)
      .where(eq(trustedDevices.tokenHash, hashToken(held.device)))
    if (name !== 'the end of the account') expect(device?.forgottenAt).toEqual(app.clock.now())
  })

  it('norm 7: a session is not held by who held another: it can be used before the act', async () => {
    const user = await userAt('zuyderland')
    const held = await hold(user)
    expect(await opens(user, held)).toMatchObject({ access: ['ok', 'ok'], refresh: ['ok', 'ok'] })
  })

  it('ASVS 7.4.2: a block ends what was open', async () => {
    const user = await userAt('laurens')
    const held = await hold(user)
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await logIn(app, user, { password: WRONG_PASSWORD })
      app.clock.pass(30)
    }
    expect(await opens(user, held)).toMatchObject({ access: NOTHING.access, refresh: NOTHING.refresh, ticket: NOTHING.ticket })
  })
})

describe('ASVS 7.4.2, 8.3.2: staff', () => {
  const somebody = async () => {
    const person = await makeLoginStaff(app, [{ provider: 'laurens', role: 'team-lead' }])
    const { tokens } = await signInStaff(app, person)
    return { person, tokens, caller: withToken(app, tokens.accessToken) }
  }

  it('who left, or works here no more, is out at once, and cannot renew', async () => {
    for (const leave of [
      (id: string) => app.db.update(staff).set({ endedAt: app.clock.now() }).where(eq(staff.id, id)),
      (id: string) => app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, id)),
    ]) {
      const { person, tokens, caller } = await somebody()
      expect((await callApi(caller, 'audit.list', { query: {} })).ok).toBe(true)
      await leave(person.id)
      expect(problemOf(await callApi(caller, 'audit.list', { query: {} }))).toBe('signed-out')
      const body = { refreshToken: tokens.refreshToken }
      expect(problemOf(await callApi({ url: app.url }, 'session.refresh', { body }))).toBe('signed-out')
    }
  })

  it('another role counts at once in a session that is open', async () => {
    const { person, caller } = await somebody()
    await app.db.update(staffMemberships).set({ role: 'planner' }).where(eq(staffMemberships.staffId, person.id))
    expect(problemOf(await callApi(caller, 'audit.list', { query: {} }))).toBe('forbidden')
    expect(problemOf(await callApi(caller, 'accounts.search', { query: { q: PASSWORD } }))).toBe('forbidden')
  })
})

describe('ASVS 7.3.2, 8.4.1: a session', () => {
  it('is over after its twelve hours, whoever holds an access token', async () => {
    const user = await userAt('laurens')
    const held = await hold(user)
    app.clock.pass(12 * 3600 - 60)
    const { accessToken } = await mustCall({ url: app.url }, 'session.refresh', { body: { refreshToken: held.refresh[0] ?? '' } })
    expect((await callApi(withToken(app, accessToken), 'session.me', {})).ok).toBe(true)
    app.clock.pass(60)
    expect(problemOf(await callApi(withToken(app, accessToken), 'session.me', {}))).toBe('signed-out')
  })

  it('of one provider with an account or a membership of another is nobody’s', async () => {
    const [here, there] = [await userAt('laurens'), await userAt('zuyderland')]
    for (const who of [
      { ...there, provider: 'laurens' },
      { ...here, membershipId: there.membershipId },
    ])
      expect(problemOf(await callApi(await asPortalUser(app, who), 'session.me', {}))).toBe('signed-out')
    expect((await callApi(await asPortalUser(app, here), 'session.me', {})).ok).toBe(true)
  })
})
