/** Staff sign in with password and authenticator, switch provider, prove again who they are. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import {
  codeNow,
  type LoginStaff,
  makeLoginStaff,
  otherCode,
  PASSWORD,
  problemOf,
  signInStaff,
  WRONG_PASSWORD,
  withToken,
} from '../../tests/support/log-in.ts'
import { auditEntries, sessions, staff, staffMemberships } from '../db/schema/index.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens', 'cordaan']) await makeProvider(app, id)
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(2 * 86_400))

const both = () =>
  makeLoginStaff(app, [
    { provider: 'zuyderland', role: 'helpdesk' },
    { provider: 'laurens', role: 'team-lead' },
  ])
const firstStep = (email: string, password = PASSWORD) =>
  callApi({ url: app.url }, 'session.staff-login', { body: { email, password } })
const secondStep = (ticket: string, code: string, more: { provider?: string; workstation?: string } = {}) =>
  callApi({ url: app.url }, 'session.staff-code', { body: { ticket, code, ...more } })
async function ticketOf(person: LoginStaff): Promise<string> {
  const first = await firstStep(person.email)
  if (!first.ok) throw new Error(first.problem.code)
  return first.value.ticket
}

describe('signing in', () => {
  it('two steps, at the first membership by name or at the provider asked for', async () => {
    const person = await both()
    const done = await secondStep(await ticketOf(person), codeNow(app, person.totpSecret), { workstation: 'Balie 3' })
    if (!done.ok) throw new Error(done.problem.code)
    expect(done.value.provider).toBe('laurens')
    expect(done.value.memberships).toEqual([
      { provider: 'laurens', providerName: 'Laurens', role: 'team-lead', team: null },
      { provider: 'zuyderland', providerName: 'Zuyderland Zorgcentra', role: 'helpdesk', team: null },
    ])
    const me = await mustCall(withToken(app, done.value.tokens.accessToken), 'session.staff-me', {})
    expect(me).toMatchObject({
      id: person.id,
      initials: 'JA',
      email: person.email,
      provider: 'laurens',
      role: 'team-lead',
      queues: ['accounts'],
      confirmedAt: app.clock.now().toISOString(),
    })
    const [session] = await app.db.select().from(sessions).where(eq(sessions.staffId, person.id))
    expect(session).toMatchObject({ workstation: 'Balie 3', provider: 'laurens' })
    app.clock.pass(30)
    expect((await signInStaff(app, person, 'zuyderland')).provider).toBe('zuyderland')
  })

  it("stands in the provider's audit log with the role", async () => {
    const person = await both()
    await signInStaff(app, person)
    const lines = await app.db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id))
    expect(lines).toMatchObject([
      { provider: 'laurens', object: 'staff-login', outcome: 'ok', role: 'team-lead', actorKind: 'staff' },
    ])
  })

  it('a provider one does not work at, or a membership that ended: no access, and the code is used up', async () => {
    const person = await both()
    expect(problemOf(await secondStep(await ticketOf(person), codeNow(app, person.totpSecret), { provider: 'cordaan' }))).toBe(
      'no-access',
    )
    expect(problemOf(await secondStep(await ticketOf(person), codeNow(app, person.totpSecret)))).toBe('code-wrong')
    await app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, person.id))
    app.clock.pass(30)
    expect(problemOf(await secondStep(await ticketOf(person), codeNow(app, person.totpSecret)))).toBe('no-access')
  })

  it('somebody who left does not get in, and gets the same answer as a stranger', async () => {
    const person = await both()
    await app.db.update(staff).set({ endedAt: app.clock.now() }).where(eq(staff.id, person.id))
    expect(problemOf(await firstStep(person.email))).toBe('credentials-wrong')
    expect(problemOf(await firstStep('niemand@staff.example'))).toBe('credentials-wrong')
  })

  it('norm 8 and 2 (ASVS 6.3.8, 6.3.1): known and unknown wait alike; the fifth failure blocks for a quarter of an hour, then longer', async () => {
    const person = await both()
    const faces: unknown[][] = [[], []]
    for (const wait of [0, 0, 1, 2, 4, 8, 0, 899, 1, 0]) {
      app.clock.pass(wait)
      for (const [index, email] of [person.email, 'vreemd@staff.example'].entries()) {
        const answer = await firstStep(email, WRONG_PASSWORD)
        faces[index]?.push(answer.ok ? null : [answer.status, answer.problem.code, answer.problem.params])
      }
    }
    expect(faces[0]).toEqual(faces[1])
    expect(faces[0]).toMatchObject([
      [401, 'credentials-wrong', {}],
      [429, 'too-many-attempts', { seconds: 1 }],
      [401, 'credentials-wrong', {}],
      [401, 'credentials-wrong', {}],
      [401, 'credentials-wrong', {}],
      [403, 'account-blocked', { failures: 5 }],
      [429, 'too-many-attempts', { seconds: 900 }],
      [429, 'too-many-attempts', { seconds: 1 }],
      [403, 'account-blocked', { failures: 6 }],
      [429, 'too-many-attempts', { seconds: 1800 }],
    ])
    expect(problemOf(await firstStep(person.email))).toBe('too-many-attempts')
    app.clock.pass(1800)
    await signInStaff(app, person)
    const [row] = await app.db.select().from(staff).where(eq(staff.id, person.id))
    expect(row).toMatchObject({ failures: 0, blockedAt: null, lastFailureAt: null })
  })

  it('an authenticator code works once, also of many at once (63B §3.1.4)', async () => {
    const person = await both()
    const tickets = [await ticketOf(person), await ticketOf(person), await ticketOf(person)]
    const code = codeNow(app, person.totpSecret)
    const answers = await Promise.all(tickets.map((ticket) => secondStep(ticket, code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('five wrong codes end the ticket, ten in a quarter of an hour end the trying', async () => {
    const person = await both()
    const wrong = otherCode(codeNow(app, person.totpSecret))
    for (const round of [1, 2]) {
      const ticket = await ticketOf(person)
      for (const left of [4, 3, 2, 1, 0])
        expect(await secondStep(ticket, wrong)).toMatchObject({ problem: { code: 'code-wrong', params: { left } } })
      expect(problemOf(await secondStep(ticket, codeNow(app, person.totpSecret))), `round ${round}`).toBe('ticket-expired')
    }
    expect(problemOf(await secondStep(await ticketOf(person), codeNow(app, person.totpSecret)))).toBe('too-many-attempts')
    app.clock.pass(900)
    expect((await secondStep(await ticketOf(person), codeNow(app, person.totpSecret))).ok).toBe(true)
  })

  it('knows no ticket that is not ours', async () => {
    expect(problemOf(await secondStep('made-up', '123456'))).toBe('ticket-expired')
  })
})

describe('a session of staff', () => {
  it('switching provider: a new session, the old one ends, the proof of identity and the end of the day stay', async () => {
    const person = await both()
    const { tokens } = await signInStaff(app, person, 'laurens')
    const started = app.clock.now().toISOString()
    app.clock.pass(300)
    const laurens = withToken(app, tokens.accessToken)
    expect(problemOf(await callApi(laurens, 'session.staff-switch', { body: { provider: 'cordaan' } }))).toBe('no-access')
    const switched = await mustCall(laurens, 'session.staff-switch', { body: { provider: 'zuyderland' } })
    expect(switched.tokens.refreshExpiresAt).toBe(tokens.refreshExpiresAt)
    expect(problemOf(await callApi(laurens, 'session.staff-me', {}))).toBe('signed-out')
    const me = await mustCall(withToken(app, switched.tokens.accessToken), 'session.staff-me', {})
    expect(me).toMatchObject({ provider: 'zuyderland', role: 'helpdesk', confirmedAt: started })
    expect(me.queues).toEqual(['accounts'])
  })

  it('norm 9 (ASVS 7.5.1): confirming with a fresh code counts as recent; a used or wrong one does not, and tries are limited', async () => {
    const person = await both()
    const { tokens } = await signInStaff(app, person)
    const caller = withToken(app, tokens.accessToken)
    const confirm = (code: string) => callApi(caller, 'session.staff-confirm', { body: { code } })
    expect(problemOf(await confirm(codeNow(app, person.totpSecret)))).toBe('code-wrong')
    app.clock.pass(60)
    const right = await confirm(codeNow(app, person.totpSecret))
    expect(right.ok && right.value.confirmedAt).toBe(app.clock.now().toISOString())
    app.clock.pass(60)
    const wrong = otherCode(codeNow(app, person.totpSecret))
    for (let left = 9; left >= 0; left -= 1)
      expect(await confirm(wrong)).toMatchObject({ problem: { code: 'code-wrong', params: { left } } })
    expect(problemOf(await confirm(codeNow(app, person.totpSecret)))).toBe('too-many-attempts')
  })

  it('the draft key is handed out to its owner alone: 256 bits', async () => {
    const person = await both()
    const { tokens } = await signInStaff(app, person)
    const { key } = await mustCall(withToken(app, tokens.accessToken), 'session.draft-key', {})
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(problemOf(await callApi({ url: app.url }, 'session.draft-key', {}))).toBe('signed-out')
  })

  it('a role taken away counts at once', async () => {
    const person = await both()
    const { tokens } = await signInStaff(app, person, 'laurens')
    await app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, person.id))
    expect(problemOf(await callApi(withToken(app, tokens.accessToken), 'session.staff-me', {}))).toBe('signed-out')
    const refresh = await callApi({ url: app.url }, 'session.refresh', { body: { refreshToken: tokens.refreshToken } })
    expect(problemOf(refresh)).toBe('signed-out')
  })
})
