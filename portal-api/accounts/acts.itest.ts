/** Acts on an account: unblock, second factor, devices; norms.md "Account recovery" 5 to 7, "Helpdesk under attack". */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  type GivenPortalUser,
  makeClient,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  type LoginStaff,
  logIn,
  makeLoginStaff,
  makeLoginUser,
  messagesTo,
  problemOf,
  reload,
  sentCode,
  WRONG_PASSWORD,
} from '../../tests/support/log-in.ts'
import { forgetDevices, receiptFor, startVerification } from '../../tests/support/verified.ts'
import { auditEntries, cases, events, staffMemberships, trustedDevices } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'

let app: TestApp
const client: Record<string, ClientRow> = {}
let jesse: LoginStaff
let sanne: LoginStaff
let desk: Caller
let lead: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'cordaan', 'careflex', 'zuyderland']) {
    // Four eyes have tests of their own.
    await makeProvider(app, id, { fourEyes: [] })
    client[id] = await makeClient(app, id)
  }
  const everywhere = (role: 'helpdesk' | 'team-lead') =>
    ['laurens', 'cordaan', 'careflex', 'zuyderland'].map((provider) => ({ provider, role }))
  jesse = await makeLoginStaff(app, everywhere('helpdesk'), 'Jesse Aalbers')
  sanne = await makeLoginStaff(app, everywhere('team-lead'), 'Sanne Bos')
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  desk = await asStaff(app, 'laurens', jesse)
  lead = await asStaff(app, 'laurens', sanne)
})

function makeUser(provider = 'laurens', given: GivenPortalUser = {}) {
  const owner = client[provider]
  if (!owner) throw new Error(provider)
  return makeLoginUser(app, owner, given)
}

describe('accounts.unblock', () => {
  const unblock = (caller: Caller, user: PortalUserRow) =>
    callApi(caller, 'accounts.unblock', { params: { id: user.id }, basedOn: user.version, body: { reason: 'beller herkend' } })

  it('lifts the block, keeps the password, refreshes the case without closing it, and tells the owner', async () => {
    const user = await makeUser('zuyderland', { rights: ['messages'] })
    const zuyderland = await asStaff(app, 'zuyderland', jesse)
    for (const wait of [0, 1, 2, 4, 8]) {
      app.clock.pass(wait)
      await logIn(app, user, { password: WRONG_PASSWORD })
    }
    const blocked = await reload(app, user)
    const answer = await unblock(zuyderland, blocked)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ status: 'active', version: blocked.version + 1, diagnosis: { cause: null } })
    expect(answer.value.timeline[0]).toMatchObject({
      type: 'unblocked',
      by: 'staff',
      staffName: 'Jesse Aalbers',
      detail: 'beller herkend',
    })
    const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, user.id))
    expect(row).toMatchObject({
      id: answer.value.caseId,
      status: 'open',
      facets: [],
      subjectVersion: blocked.version + 1,
      reason: 'blocked',
    })
    const announced = await app.db
      .select({ type: events.type, staffId: events.staffId })
      .from(events)
      .where(and(eq(events.subjectId, user.id), eq(events.version, blocked.version + 1)))
    expect(announced).toEqual([
      { type: 'case.changed', staffId: jesse.id },
      { type: 'account.changed', staffId: jesse.id },
    ])
    expect(await messagesTo(app, user.mobile ?? '', 'account.unblocked')).toBe(1)
    const step = await logIn(app, user)
    expect(step.ok && step.value.step).toBe('verify-device')
    expect(problemOf(await unblock(zuyderland, await reload(app, user)))).toBe('not-blocked')
  })

  it('two at once on one version: one does it, the other is told what changed', async () => {
    const user = await makeUser('laurens', { blockedAt: app.clock.now(), failures: 5 })
    const answers = await Promise.all([unblock(desk, user), unblock(lead, user)])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual(['ok', 'stale-version'])
  })

  it('the act and its reason stand in the audit log with the case', async () => {
    const user = await makeUser('laurens', { blockedAt: app.clock.now(), failures: 5 })
    const { caseId } = await mustCall(desk, 'accounts.open-case', { params: { id: user.id }, body: {} })
    await unblock(desk, user)
    const [line] = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, user.id), eq(auditEntries.object, 'unblock')))
    expect(line).toMatchObject({
      caseId,
      clientId: user.clientId,
      actorId: jesse.id,
      outcome: 'ok',
      details: { reason: 'beller herkend' },
    })
  })
})

describe('accounts.clear-second-factor', () => {
  async function clearBy(caller: Caller, user: PortalUserRow) {
    const receiptId = await receiptFor(app, caller, user, 'clear-second-factor')
    return callApi(caller, 'accounts.clear-second-factor', {
      params: { id: user.id },
      basedOn: user.version,
      body: { receiptId, reason: 'telefoon kwijt' },
    })
  }

  it('norm 5 (ASVS 6.4.4): means enrol again, never off; sessions end', async () => {
    const careflex = await asStaff(app, 'careflex', jesse)
    const user = await makeUser('careflex', { totpSecret: app.services.box.seal(newTotpSecret()) })
    const mine = await asPortalUser(app, user)
    const answer = await clearBy(careflex, user)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ secondFactor: 'authenticator', openSessions: 0 })
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    const step = await logIn(app, user)
    expect(step.ok && step.value.step).toBe('enrol-authenticator')
    expect(problemOf(await clearBy(careflex, await reload(app, user)))).toBe('nothing-to-clear')
  })

  it('nothing to clear where device verification is the second factor', async () => {
    expect(problemOf(await clearBy(desk, await makeUser()))).toBe('nothing-to-clear')
  })
})

describe('accounts.forget-devices', () => {
  it('forgets all, ends what came from them, and asks a code again; nothing left says so', async () => {
    const user = await makeUser()
    const first = await logIn(app, user)
    if (!first.ok || first.value.step !== 'verify-device') throw new Error('no code')
    const step = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'laurens' },
      body: { ticket: first.value.ticket, code: await sentCode(app, user.mobile ?? '') },
    })
    if (step.step !== 'signed-in') throw new Error(step.step)
    const answer = await forgetDevices(desk, user, await receiptFor(app, desk, user, 'forget-devices'))
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ devices: [], openSessions: 0, version: user.version + 1 })
    expect(answer.value.timeline[0]).toMatchObject({ type: 'devices-forgotten', detail: 'nieuwe laptop' })
    expect(problemOf(await callApi({ url: app.url, token: step.tokens.accessToken }, 'session.me', {}))).toBe('signed-out')
    const again = await logIn(app, user, { deviceToken: step.deviceToken ?? '' })
    expect(again.ok && again.value.step).toBe('verify-device')
    const now = await reload(app, user)
    expect(problemOf(await forgetDevices(desk, now, await receiptFor(app, desk, now, 'forget-devices')))).toBe('nothing-to-clear')
    const kept = await app.db
      .select()
      .from(trustedDevices)
      .where(and(eq(trustedDevices.portalUserId, user.id), isNull(trustedDevices.forgottenAt)))
    expect(kept).toEqual([])
  })
})

describe('an account that ended', () => {
  it('is not acted on any more', async () => {
    const user = await makeUser('laurens', { endedAt: app.clock.now(), blockedAt: app.clock.now(), failures: 5 })
    const unblock = await callApi(desk, 'accounts.unblock', { params: { id: user.id }, basedOn: 1, body: { reason: 'x' } })
    expect([
      problemOf(unblock),
      problemOf(await startVerification(desk, user)),
      problemOf(await forgetDevices(desk, user, randomUUID())),
    ]).toEqual(Array(3).fill('no-access'))
  })
})

describe('staff against their betters', () => {
  it('nobody acts on themself or on a colleague of an equal or higher role; a lead acts on those below', async () => {
    const planner = await makeLoginStaff(app, [{ provider: 'laurens', role: 'planner' }], 'Tom de Ruiter')
    const unblock = (caller: Caller, user: PortalUserRow) =>
      callApi(caller, 'accounts.unblock', { params: { id: user.id }, basedOn: user.version, body: { reason: 'x' } })
    const blockedAccountOf = (person: LoginStaff) =>
      makeUser('laurens', { email: person.email.toUpperCase(), blockedAt: app.clock.now(), failures: 5 })

    const [mine, colleague, boss] = [
      await blockedAccountOf(jesse),
      await blockedAccountOf(planner),
      await blockedAccountOf(sanne),
    ]
    for (const user of [mine, colleague, boss]) {
      expect(problemOf(await unblock(desk, user))).toBe('rank-too-high')
      expect(problemOf(await startVerification(desk, user))).toBe('rank-too-high')
    }
    expect(problemOf(await unblock(lead, boss))).toBe('rank-too-high')
    expect((await unblock(lead, mine)).ok).toBe(true)
    expect((await unblock(lead, colleague)).ok).toBe(true)

    const former = await makeLoginStaff(app, [{ provider: 'laurens', role: 'team-lead' }], 'Oud Collega')
    await app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, former.id))
    expect((await unblock(desk, await blockedAccountOf(former))).ok).toBe(true)
  })

  it('norm 10: every act answers a foreign account as an unknown one, and refuses other roles', async () => {
    const foreign = await makeUser('cordaan', { blockedAt: app.clock.now(), failures: 5 })
    const planner = await asStaff(app, 'laurens', await makeLoginStaff(app, [{ provider: 'laurens', role: 'planner' }]))
    const withReceipt = { receiptId: randomUUID(), reason: 'x' }
    for (const id of [foreign.id, newId()]) {
      for (const [caller, code] of [
        [desk, 'not-found'],
        [planner, 'forbidden'],
      ] as const) {
        const answers = [
          await callApi(caller, 'accounts.unblock', { params: { id }, basedOn: 1, body: { reason: 'x' } }),
          await callApi(caller, 'accounts.reset-password', { params: { id }, basedOn: 1, body: withReceipt }),
          await callApi(caller, 'accounts.clear-second-factor', { params: { id }, basedOn: 1, body: withReceipt }),
          await callApi(caller, 'accounts.forget-devices', { params: { id }, basedOn: 1, body: withReceipt }),
          await callApi(caller, 'accounts.start-verification', {
            params: { id },
            body: { channel: 'sms', act: 'reset-password' },
          }),
        ]
        for (const answer of answers) expect(answer.ok ? 'ok' : answer.problem.code).toBe(code)
      }
    }
    expect((await reload(app, foreign)).blockedAt).not.toBeNull()
  })
})
