/** Wiping a colleague's second factor: the helpdesk's code, and what it is good for (norms.md 5, 6; helpdesk under attack). */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VerificationChannel } from '../../shared/domain/accounts.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, callApi } from '../../tests/support/http.ts'
import {
  type LoginStaff,
  logIn,
  makeLoginStaff,
  messagesTo,
  newestMessage,
  otherCode,
  problemOf,
  reload,
  sentCode,
} from '../../tests/support/log-in.ts'
import {
  ADMINISTRATOR,
  EMPLOYEE,
  makeColleague,
  makeOrganisation,
  type OrganisationFixture,
} from '../../tests/support/portal-administrators.ts'
import { auditOf } from '../../tests/support/traces.ts'
import { receiptFor } from '../../tests/support/verified.ts'
import { accountEvents, auditEntries, sessions, wipeCodes } from '../db/schema/index.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'

let app: TestApp
let jesse: LoginStaff
let desk: Caller
let bouwgroep: OrganisationFixture
let boss: PortalUserRow
let jan: PortalUserRow
let caller: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  jesse = await makeLoginStaff(app, [{ provider: 'careflex', role: 'helpdesk' }])
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  desk = await asStaff(app, 'careflex', jesse)
  bouwgroep = await makeOrganisation(app, 'careflex')
  boss = await makeColleague(app, bouwgroep, ADMINISTRATOR, { name: 'Lotte Vermeer' })
  jan = await makeColleague(app, bouwgroep, EMPLOYEE, { name: 'Jan Berg', totpSecret: app.services.box.seal(newTotpSecret()) })
  caller = await asPortalUser(app, boss)
})

async function issue(channel: VerificationChannel = 'email', of = boss, colleague = jan, receiptId?: string) {
  const receipt = receiptId ?? (await receiptFor(app, desk, of, 'issue-wipe-code'))
  return callApi(desk, 'accounts.issue-wipe-code', {
    params: { id: of.id },
    basedOn: of.version,
    body: { receiptId: receipt, reason: 'telefoon van Jan stuk', colleagueId: colleague.id, channel },
  })
}
async function issuedCode(channel: VerificationChannel = 'email'): Promise<string> {
  const answer = await issue(channel)
  if (!answer.ok) throw new Error(answer.problem.code)
  return sentCode(app, (channel === 'email' ? boss.email : boss.mobile) ?? '', 'account.wipe-code')
}
const wipe = (by: Caller, user: PortalUserRow, code: string, basedOn = 1) =>
  callApi(by, 'users.wipe-second-factor', { params: { id: user.membershipId }, basedOn, body: { code } })

describe('the code of the helpdesk', () => {
  it('63B §4.2.1: goes to the administrator alone, and stands hashed; staff see only that it went', async () => {
    const answer = await issue('email')
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toEqual({
      sentTo: expect.stringMatching(/^.···@post\.example$/),
      expiresAt: new Date(app.clock.now().getTime() + 30 * 60_000).toISOString(),
    })
    const mail = await newestMessage(app, boss.email ?? '', 'account.wipe-code')
    expect(mail).toMatchObject({ holdsSecret: true })
    expect(mail?.body).toContain('Jan Berg')
    const code = await sentCode(app, boss.email ?? '', 'account.wipe-code')
    const kept = JSON.stringify([
      await app.db.select().from(wipeCodes),
      await app.db.select().from(auditEntries).where(eq(auditEntries.object, 'wipe-code')),
      await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, boss.id)),
    ]).replace(/[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    expect(kept).not.toContain(code)
    expect(await messagesTo(app, boss.mobile ?? '', 'account.wipe-code-sent')).toBe(1)
    expect(await messagesTo(app, jan.email ?? '', 'account.wipe-code')).toBe(0)
  })

  it('by SMS it lives ten minutes, by e-mail thirty', async () => {
    const bySms = await issuedCode('sms')
    app.clock.pass(600)
    caller = await asPortalUser(app, boss)
    expect(problemOf(await wipe(caller, jan, bySms))).toBe('code-expired')
    desk = await asStaff(app, 'careflex', jesse)
    const byEmail = await issuedCode('email')
    app.clock.pass(1799)
    expect((await wipe(await asPortalUser(app, boss), jan, byEmail)).ok).toBe(true)
  })

  it('needs the administrator verified for it, for this act; one receipt, one code', async () => {
    const receiptId = await receiptFor(app, desk, boss, 'issue-wipe-code')
    expect((await issue('email', boss, jan, receiptId)).ok).toBe(true)
    expect(problemOf(await issue('email', boss, jan, receiptId))).toBe('receipt-invalid')
    const other = await receiptFor(app, desk, boss, 'reset-password')
    expect(problemOf(await issue('email', boss, jan, other))).toBe('receipt-invalid')
  })

  it('ASVS 7.5.3: needs a proof of identity of the last quarter of an hour', async () => {
    const receiptId = await receiptFor(app, desk, boss, 'issue-wipe-code')
    const old = new Date(app.clock.now().getTime() - 15 * 60_000 - 1)
    await app.db.update(sessions).set({ confirmedAt: old }).where(eq(sessions.staffId, jesse.id))
    expect(problemOf(await issue('email', boss, jan, receiptId))).toBe('confirm-first')
  })

  it('is sent for a colleague of this administrator only: not oneself, not a stranger, not of an employee', async () => {
    const other = await makeOrganisation(app, 'careflex')
    const stranger = await makeColleague(app, other, EMPLOYEE, { totpSecret: app.services.box.seal(newTotpSecret()) })
    const employee = await makeColleague(app, bouwgroep, EMPLOYEE)
    for (const [of, colleague] of [
      [boss, boss],
      [boss, stranger],
      [employee, jan],
    ] as const)
      expect(problemOf(await issue('email', of, colleague))).toBe('not-found')
    expect(problemOf(await issue('email', boss, employee))).toBe('nothing-to-clear')
  })
})

describe('users.wipe-second-factor', () => {
  it('ASVS 6.4.4: means enrol again, never off; sessions end, all addresses hear of it (ASVS 6.3.7)', async () => {
    const mine = await asPortalUser(app, jan)
    const answer = await wipe(caller, jan, await issuedCode())
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ authenticator: false, version: 2 })
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    expect(await reload(app, jan)).toMatchObject({ totpSecret: null, totpEnrol: true })
    const step = await logIn(app, jan)
    expect(step.ok && step.value.step).toBe('enrol-authenticator')
    for (const to of [jan.email ?? '', jan.mobile ?? ''])
      expect(await messagesTo(app, to, 'account.second-factor-cleared')).toBe(1)
  })

  it('stands in the log on both sides, tied by the code', async () => {
    const code = await issuedCode()
    await wipe(caller, jan, code)
    const [issued] = (await auditOf(app, { object: 'wipe-code' })).filter((line) => line.objectId === boss.id)
    expect(issued).toMatchObject({ actorId: jesse.id, outcome: 'ok', details: { colleagueId: jan.id } })
    const [used] = (await auditOf(app, { object: 'second-factor' })).filter((line) => line.actorId === boss.id)
    expect(used).toMatchObject({ outcome: 'ok', onBehalfOf: bouwgroep.id, details: { issuedBy: jesse.id, portalUserId: jan.id } })
    const lines = await app.db
      .select()
      .from(accountEvents)
      .where(and(eq(accountEvents.portalUserId, jan.id), eq(accountEvents.type, 'second-factor-cleared')))
    expect(lines).toMatchObject([{ by: 'administrator', administratorId: boss.id }])
  })

  it('without a code, with a wrong one, or with one for somebody else: nothing', async () => {
    expect(problemOf(await wipe(caller, jan, '123456'))).toBe('code-expired')
    const piet = await makeColleague(app, bouwgroep, EMPLOYEE, { totpSecret: app.services.box.seal(newTotpSecret()) })
    const code = await issuedCode()
    expect(problemOf(await wipe(caller, piet, code))).toBe('code-expired')
    const second = await asPortalUser(app, await makeColleague(app, bouwgroep, ADMINISTRATOR))
    expect(problemOf(await wipe(second, jan, code))).toBe('code-expired')
    for (const left of [4, 3, 2, 1, 0])
      expect(await wipe(caller, jan, otherCode(code))).toMatchObject({ problem: { code: 'code-wrong', params: { left } } })
    expect(problemOf(await wipe(caller, jan, code))).toBe('code-expired')
    expect((await reload(app, jan)).totpSecret).not.toBeNull()
  })

  it('ASVS 6.5.1: works once, also of many at once; a newer code kills the one before', async () => {
    const old = await issuedCode()
    const code = await issuedCode()
    if (old !== code) expect(problemOf(await wipe(caller, jan, old))).toBe('code-wrong')
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => wipe(caller, jan, code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('never on oneself', async () => {
    expect(problemOf(await wipe(caller, boss, await issuedCode()))).toBe('not-yourself')
  })

  it('ASVS 7.4.3: a reset of the administrator’s password kills the code too', async () => {
    const code = await issuedCode()
    const reset = await callApi(desk, 'accounts.reset-password', {
      params: { id: boss.id },
      basedOn: boss.version,
      body: { receiptId: await receiptFor(app, desk, boss, 'reset-password'), reason: 'twijfel' },
    })
    expect(reset.ok).toBe(true)
    expect(problemOf(await wipe(await asPortalUser(app, boss), jan, code))).toBe('code-expired')
  })
})
