/** Log-in to a portal, by the rules of its profile; norms.md "Account recovery and log-in". */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { type ClientRow, makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import {
  logIn,
  makeLoginUser,
  messagesTo,
  PASSWORD,
  problemOf,
  reload,
  WRONG_PASSWORD,
  withToken,
} from '../../tests/support/log-in.ts'
import { accountEvents, attemptCounters, cases, clients, events } from '../db/schema/index.ts'

let app: TestApp
let cordaan: ClientRow
let laurens: ClientRow
let axxicom: ClientRow

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens', 'careflex']) await makeProvider(app, id)
  cordaan = await makeClient(app, 'cordaan')
  axxicom = await makeClient(app, 'axxicom')
  laurens = await makeClient(app, 'laurens', { name: 'Mevr. T. Hofstra' })
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

const wrongTry = (user: Parameters<typeof logIn>[1]) => logIn(app, user, { password: WRONG_PASSWORD, organisation: 'axxicom' })

/** Five wrong passwords, each after its delay. */
async function failFiveTimes(user: Parameters<typeof logIn>[1]): Promise<string[]> {
  const codes: string[] = []
  for (const wait of [0, 1, 2, 4, 8]) {
    app.clock.pass(wait)
    codes.push(problemOf(await wrongTry(user)))
  }
  return codes
}

describe('session.portal', () => {
  it('tells what the log-in page needs, and no more of the profile', async () => {
    const portal = await mustCall({ url: app.url }, 'session.portal', { params: { provider: 'cordaan' } })
    expect(portal).toMatchObject({
      id: 'cordaan',
      login: { organisation: { mode: 'prefilled', code: 'cordaanhbh' } },
      password: { minLength: 8, forbidden: '?' },
    })
    // After how many tries it blocks, and what lifts that, is said on the page as in the manuals; how long each try waits is not.
    expect(portal.block).toEqual({ afterFailures: 5 })
    expect(portal.recovery).toEqual({ selfService: false, method: 'link', minutes: 10, frees: true })
    for (const kept of ['firstCredentials', 'invitation', 'deviceVerification', 'retention'])
      expect(Object.keys(portal)).not.toContain(kept)
  })

  it('does not know a provider that is not served', async () => {
    expect(problemOf(await callApi({ url: app.url }, 'session.portal', { params: { provider: 'nobody' } }))).toBe('not-found')
  })
})

describe('a log-in with user name and password', () => {
  it('cordaan: gets in with the organisation filled in beforehand, whatever the case of name and code', async () => {
    const user = await makeLoginUser(app, cordaan)
    const step = await logIn(app, user, { userName: ` ${user.userName.toUpperCase()} `, organisation: 'CordaanHBH' })
    expect(step.ok && step.value.step).toBe('signed-in')
    if (!step.ok || step.value.step !== 'signed-in') throw new Error('not in')
    expect(step.value.deviceToken).toBeNull()
    const me = await mustCall(withToken(app, step.value.tokens.accessToken), 'session.me', {})
    expect(me).toMatchObject({ id: user.id, provider: 'cordaan', client: { id: cordaan.id }, checkContactDetails: true })
  })

  it('norm 8: a wrong or missing organisation answers as a wrong password does', async () => {
    const user = await makeLoginUser(app, cordaan)
    expect(problemOf(await logIn(app, user))).toBe('credentials-wrong')
    app.clock.pass(1)
    expect(problemOf(await logIn(app, user, { organisation: 'axxicom' }))).toBe('credentials-wrong')
  })

  it('asks no organisation where the portal has none', async () => {
    const contact = await makeLoginUser(app, await makeClient(app, 'careflex'), { kind: 'organisation-contact' })
    const step = await logIn(app, contact)
    expect(step.ok && step.value.step).toBe('signed-in')
  })

  it('records the log-in on the timeline and clears what was counted (norm 2)', async () => {
    const user = await makeLoginUser(app, axxicom)
    await wrongTry(user)
    expect(await reload(app, user)).toMatchObject({ failures: 1 })
    app.clock.pass(1)
    await logIn(app, user, { organisation: 'axxicom' })
    expect(await reload(app, user)).toMatchObject({ failures: 0, lastFailureAt: null, lastLoginAt: app.clock.now() })
    app.clock.pass(60)
    expect(problemOf(await wrongTry(user))).toBe('credentials-wrong')
    expect(await reload(app, user)).toMatchObject({ failures: 1 })
  })

  it('an account that ended, or whose care ended, has no access; laurens stays open for seven days', async () => {
    const gone = await makeLoginUser(app, axxicom, { endedAt: app.clock.now() })
    expect(problemOf(await logIn(app, gone, { organisation: 'axxicom' }))).toBe('no-access')

    const leaving = await makeClient(app, 'laurens', { careEndedAt: app.clock.now() })
    const user = await makeLoginUser(app, leaving)
    app.clock.pass(7 * 86_400)
    expect((await logIn(app, user)).ok).toBe(true)
    app.clock.pass(86_400)
    expect(problemOf(await logIn(app, user))).toBe('no-access')

    const left = await makeClient(app, 'axxicom', { careEndedAt: app.clock.now() })
    const other = await makeLoginUser(app, left)
    expect((await logIn(app, other, { organisation: 'axxicom' })).ok).toBe(true)
    app.clock.pass(86_400)
    expect(problemOf(await logIn(app, other, { organisation: 'axxicom' }))).toBe('no-access')
    await app.db.update(clients).set({ careEndedAt: null }).where(eq(clients.id, left.id))
    expect((await logIn(app, other, { organisation: 'axxicom' })).ok).toBe(true)
  })

  it('whoever gets in has accepted the invitation', async () => {
    const user = await makeLoginUser(app, axxicom, { invitedAt: app.clock.now(), kind: 'contact' })
    await logIn(app, user, { organisation: 'axxicom' })
    expect(await reload(app, user)).toMatchObject({ acceptedAt: app.clock.now(), version: user.version + 1 })
  })
})

describe('norm 2 (63B §3.2.2, ASVS 6.1.1, 6.3.1): failures are limited per account', () => {
  it('the delay grows before the block, and a try within it is not looked at', async () => {
    const user = await makeLoginUser(app, axxicom)
    for (const [failures, delay] of [1, 2, 4, 8].entries()) {
      expect(problemOf(await wrongTry(user))).toBe('credentials-wrong')
      const early = await logIn(app, user, { organisation: 'axxicom' })
      expect(early.ok ? null : early.problem).toMatchObject({ code: 'too-many-attempts', params: { seconds: delay } })
      expect(await reload(app, user)).toMatchObject({ failures: failures + 1 })
      app.clock.pass(delay)
    }
  })

  it('the fifth failure blocks, opens one access case, is told to the owner, and ends what was open', async () => {
    const user = await makeLoginUser(app, axxicom)
    const step = await logIn(app, user, { organisation: 'axxicom' })
    if (!step.ok || step.value.step !== 'signed-in') throw new Error('not in')
    expect(await failFiveTimes(user)).toEqual([...Array(4).fill('credentials-wrong'), 'account-blocked'])
    const blocked = await reload(app, user)
    expect(blocked).toMatchObject({ failures: 5, blockedAt: app.clock.now(), version: user.version + 1 })
    expect(problemOf(await callApi(withToken(app, step.value.tokens.accessToken), 'session.me', {}))).toBe('signed-out')

    app.clock.pass(8)
    expect(problemOf(await wrongTry(user))).toBe('account-blocked')
    const open = await app.db.select().from(cases).where(eq(cases.subjectId, user.id))
    expect(open).toHaveLength(1)
    expect(open[0]).toMatchObject({
      queue: 'accounts',
      reason: 'blocked',
      facets: ['blocked'],
      status: 'open',
      portalUserId: user.id,
    })
    expect(open[0]?.number).toMatch(/^TA-\d+$/)
    const announced = await app.db
      .select({ type: events.type, version: events.version })
      .from(events)
      .where(and(eq(events.subjectId, user.id), eq(events.version, blocked.version)))
    expect(announced.map((event) => event.type)).toEqual(['case.opened', 'account.changed'])
    expect(await messagesTo(app, user.email ?? '', 'account.blocked')).toBe(1)
    const lines = await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))
    expect(lines.filter((line) => line.type === 'password-wrong')).toHaveLength(5)
    expect(lines.filter((line) => line.type === 'blocked')).toHaveLength(1)
  })

  it('the right password of a blocked account is told so and opens nothing', async () => {
    const user = await makeLoginUser(app, axxicom, { blockedAt: app.clock.now(), failures: 5 })
    const answer = await logIn(app, user, { organisation: 'axxicom' })
    expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'account-blocked', params: { failures: 5 } })
  })

  it('a blocked account is no place to go on guessing: after a hundred failures the right password is wrong too', async () => {
    const user = await makeLoginUser(app, axxicom, { blockedAt: app.clock.now(), failures: 100 })
    expect(problemOf(await logIn(app, user, { organisation: 'axxicom' }))).toBe('credentials-wrong')
  })

  it('norm 11 (ASVS 15.4.2): of twenty wrong passwords at once only one is tried', async () => {
    const user = await makeLoginUser(app, axxicom)
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrongTry(user)))
    const codes = answers.map(problemOf).sort()
    expect(codes).toEqual(['credentials-wrong', ...Array(19).fill('too-many-attempts')])
    expect(await reload(app, user)).toMatchObject({ failures: 1 })
  })

  it('failures of one account do not touch another, nor the same name at another portal', async () => {
    const user = await makeLoginUser(app, axxicom)
    const namesake = await makeLoginUser(app, laurens, { userName: user.userName })
    await failFiveTimes(user)
    expect((await logIn(app, namesake)).ok).toBe(true)
  })
})

describe('norm 2 (ASVS 6.3.1): failures are limited per address', () => {
  it('two hundred failures from one address make it wait; others do not, and a window later it goes on', async () => {
    const user = await makeLoginUser(app, axxicom)
    const fromElsewhere = (address: string, userName: string, password: string) =>
      fetch(`${app.url}/v1/portals/axxicom/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ userName, password, organisation: 'axxicom' }),
      })
    await fromElsewhere('198.51.100.7', 'nobody', WRONG_PASSWORD)
    const rows = await app.db.select().from(attemptCounters)
    const counter = rows.find(
      (row) => row.key.startsWith('login-address:') && row.windowStart.getTime() === app.clock.now().getTime(),
    )
    if (!counter) throw new Error('The address was not counted.')
    expect(counter.key).not.toContain('198.51')
    await app.db.update(attemptCounters).set({ count: 200 }).where(eq(attemptCounters.key, counter.key))

    const refused = await fromElsewhere('198.51.100.7', user.userName, PASSWORD)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ code: 'too-many-attempts', params: { seconds: 900 } })
    expect((await fromElsewhere('198.51.100.8', user.userName, PASSWORD)).status).toBe(200)
    app.clock.pass(900)
    expect((await fromElsewhere('198.51.100.7', user.userName, PASSWORD)).status).toBe(200)
  })
})

describe('what cannot be stored', () => {
  it('is refused by field, not by a fall', async () => {
    const user = await makeLoginUser(app, axxicom)
    const answer = await logIn(app, user, { userName: 'a\u0000b', deviceLabel: 'x\u0000' })
    expect(answer).toMatchObject({ status: 422, problem: { fields: [{ field: 'userName' }, { field: 'deviceLabel' }] } })
    expect(problemOf(await logIn(app, user, { password: 'a\u0000\ud83d', organisation: 'a\u0000' }))).toBe('credentials-wrong')
  })
})

describe('norm 8 (ASVS 6.3.8): known and unknown users get the same answers', () => {
  it('from the first failure to the block, in code, parameters and status', async () => {
    const user = await makeLoginUser(app, axxicom)
    const nobody = { ...user, userName: 'bestaat.niet@post.example' }
    for (const wait of [0, 0, 1, 2, 4, 0, 8, 8]) {
      app.clock.pass(wait)
      const [known, unknown] = [await wrongTry(user), await wrongTry(nobody)]
      const face = (answer: typeof known) =>
        answer.ok
          ? null
          : { status: answer.status, code: answer.problem.code, params: answer.problem.params, title: answer.problem.title }
      expect(face(known)).toEqual(face(unknown))
    }
    expect(problemOf(await wrongTry(nobody))).toBe('too-many-attempts')
  })
})
