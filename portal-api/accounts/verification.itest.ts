/** Verifying a caller, and the receipt it gives; norms.md "Helpdesk under attack". */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, type ClientRow, makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  codeNow,
  type LoginStaff,
  makeLoginStaff,
  makeLoginUser,
  messagesTo,
  newestMessage,
  otherCode,
  problemOf,
  reload,
  sentCode,
} from '../../tests/support/log-in.ts'
import { forgetDevices, receiptFor, startVerification, trustDevices } from '../../tests/support/verified.ts'
import { accountEvents, auditEntries, callerVerifications, idempotencyKeys, portalUsers, sessions } from '../db/schema/index.ts'

let app: TestApp
let client: ClientRow
let jesse: LoginStaff
let sanne: LoginStaff
let desk: Caller
let lead: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
  client = await makeClient(app, 'laurens')
  jesse = await makeLoginStaff(app, [{ provider: 'laurens', role: 'helpdesk' }], 'Jesse Aalbers')
  sanne = await makeLoginStaff(app, [{ provider: 'laurens', role: 'team-lead' }], 'Sanne Bos')
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  desk = await asStaff(app, 'laurens', jesse)
  lead = await asStaff(app, 'laurens', sanne)
})

const check = (caller: Caller, id: string, code: string) =>
  callApi(caller, 'accounts.check-verification', { params: { id }, body: { code } })

describe('verifying a caller', () => {
  it('sends a code to an address on record that names the act; the desk sees a masked address and no code', async () => {
    const user = await makeLoginUser(app, client)
    const answer = await startVerification(desk, user)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ sentTo: `06 ···· ${user.mobile?.slice(-4)}`, triesLeft: 5 })
    const message = await newestMessage(app, user.mobile ?? '', 'account.caller-code')
    const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    expect(message).toMatchObject({ holdsSecret: true })
    expect(message?.body).toContain('om uw vertrouwde apparaten te vergeten')

    const kept = [
      await app.db.select().from(callerVerifications).where(eq(callerVerifications.portalUserId, user.id)),
      await app.db.select().from(auditEntries).where(eq(auditEntries.objectId, user.id)),
      await app.db
        .select({ answer: idempotencyKeys.answer })
        .from(idempotencyKeys)
        .where(eq(idempotencyKeys.route, 'accounts.start-verification')),
    ]
    const texts = JSON.stringify([answer.value, kept], (_, value) =>
      typeof value === 'string' && /^[0-9a-f-]{36}$|^\d{4}-/.test(value) ? '' : value,
    )
    expect(texts).not.toContain(code)
    expect(texts).not.toContain(user.mobile)
  })

  it('right: a receipt for ten minutes, once; wrong: five tries, and then the code is dead', async () => {
    const user = await makeLoginUser(app, client)
    const first = await startVerification(desk, user)
    if (!first.ok) throw new Error(first.problem.code)
    const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    const right = await check(desk, first.value.verificationId, code)
    if (!right.ok) throw new Error(right.problem.code)
    expect(Date.parse(right.value.expiresAt) - app.clock.now().getTime()).toBe(600_000)
    expect(problemOf(await check(desk, first.value.verificationId, code))).toBe('code-expired')

    const second = await startVerification(desk, user)
    if (!second.ok) throw new Error(second.problem.code)
    const other = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    for (const left of [4, 3, 2, 1, 0])
      expect(await check(desk, second.value.verificationId, otherCode(other))).toMatchObject({
        problem: { code: 'code-wrong', params: { left } },
      })
    expect(problemOf(await check(desk, second.value.verificationId, other))).toBe('code-expired')
    const types = (await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))).map(
      (row) => row.type,
    )
    expect(types).toEqual(['caller-verified'])
  })

  it('the code dies after ten minutes, when a new one is asked, and when the caller is refused', async () => {
    const user = await makeLoginUser(app, client)
    const begin = async () => {
      const answer = await startVerification(desk, user)
      if (!answer.ok) throw new Error(answer.problem.code)
      return { id: answer.value.verificationId, code: await sentCode(app, user.mobile ?? '', 'account.caller-code') }
    }
    const old = await begin()
    app.clock.pass(600)
    desk = await asStaff(app, 'laurens', jesse)
    expect(problemOf(await check(desk, old.id, old.code))).toBe('code-expired')
    const replaced = await begin()
    const refused = await begin()
    expect(problemOf(await check(desk, replaced.id, replaced.code))).toBe('code-expired')
    await mustCall(desk, 'accounts.refuse-verification', { params: { id: refused.id } })
    expect(problemOf(await check(desk, refused.id, refused.code))).toBe('code-expired')
    const types = (await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))).map(
      (row) => row.type,
    )
    expect(types).toEqual(['caller-refused'])
  })

  it("a colleague's verification is unknown to you", async () => {
    const user = await makeLoginUser(app, client)
    const answer = await startVerification(desk, user)
    if (!answer.ok) throw new Error(answer.problem.code)
    const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    expect(problemOf(await check(lead, answer.value.verificationId, code))).toBe('not-found')
    expect(problemOf(await callApi(lead, 'accounts.refuse-verification', { params: { id: answer.value.verificationId } }))).toBe(
      'not-found',
    )
  })

  it('new phone + reset: a changed address cannot verify for a week, a missing or dead one never', async () => {
    const user = await makeLoginUser(app, client, { email: null })
    await app.db
      .update(portalUsers)
      .set({ mobile: '+31699999999', mobileSince: app.clock.now() })
      .where(eq(portalUsers.id, user.id))
    const answer = await startVerification(desk, user)
    expect(answer.ok ? null : answer.problem).toMatchObject({
      code: 'address-too-new',
      params: { from: expect.stringMatching(/^\d\d-\d\d-2026 \d\d:\d\d$/) },
    })
    expect(problemOf(await startVerification(desk, user, 'forget-devices', 'email'))).toBe('no-address')
    const bounced = await makeLoginUser(app, client, { emailBouncedAt: app.clock.now() })
    expect(problemOf(await startVerification(desk, bounced, 'forget-devices', 'email'))).toBe('no-address')
  })

  it('rogue staff: five verifications an hour about one account, twenty by one member of staff', async () => {
    const user = await makeLoginUser(app, client)
    for (let index = 0; index < 5; index += 1) expect((await startVerification(desk, user)).ok).toBe(true)
    const sixth = await startVerification(lead, user)
    expect(sixth.ok ? null : sixth.problem).toMatchObject({ code: 'too-many-attempts', params: { seconds: 3600 } })
    for (let index = 0; index < 15; index += 1)
      expect((await startVerification(desk, await makeLoginUser(app, client))).ok).toBe(true)
    expect(problemOf(await startVerification(desk, await makeLoginUser(app, client)))).toBe('too-many-attempts')
    expect((await startVerification(lead, await makeLoginUser(app, client))).ok).toBe(true)
    app.clock.pass(3600)
    expect((await startVerification(await asStaff(app, 'laurens', jesse), user)).ok).toBe(true)
  })
})

describe('impostor caller: the receipt', () => {
  it('ASVS 15.4.2: 50 parallel uses of one receipt: one success', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const answers = await Promise.all(Array.from({ length: 50 }, () => forgetDevices(desk, user, receiptId)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => !answer.ok).map(problemOf))).toEqual(new Set(['stale-version']))
  })

  it('50 uses of one receipt, each on the newest version: still one success', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const tryAgain = async () => {
      for (;;) {
        await trustDevices(app, user, 1)
        const answer = await forgetDevices(desk, user, receiptId, (await reload(app, user)).version)
        if (answer.ok || answer.problem.code !== 'stale-version') return answer
      }
    }
    const answers = await Promise.all(Array.from({ length: 50 }, tryAgain))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => !answer.ok).map(problemOf))).toEqual(new Set(['receipt-invalid']))
  })

  it('is bound to the account, the act and the member of staff, and lives ten minutes', async () => {
    const [user, other] = [await makeLoginUser(app, client), await makeLoginUser(app, client)]
    await trustDevices(app, user)
    await trustDevices(app, other)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    expect(problemOf(await forgetDevices(desk, other, receiptId))).toBe('receipt-invalid')
    expect(problemOf(await forgetDevices(lead, user, receiptId))).toBe('receipt-invalid')
    const reset = { params: { id: user.id }, basedOn: user.version, body: { receiptId, reason: 'x' } }
    expect(problemOf(await callApi(desk, 'accounts.reset-password', reset))).toBe('receipt-invalid')
    expect(problemOf(await forgetDevices(desk, user, randomUUID()))).toBe('receipt-invalid')
    app.clock.pass(600)
    const later = await asStaff(app, 'laurens', jesse)
    expect(problemOf(await forgetDevices(later, user, receiptId))).toBe('receipt-invalid')
    expect((await reload(app, user)).version).toBe(user.version)
  })

  it('a stale act does not use it up', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const stale = await forgetDevices(desk, user, receiptId, user.version + 7)
    expect(stale.ok ? null : stale.problem).toMatchObject({
      code: 'stale-version',
      current: { id: user.id, version: user.version },
    })
    expect((await forgetDevices(desk, user, receiptId)).ok).toBe(true)
  })

  it('a refused caller has none left', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const [row] = await app.db.select().from(callerVerifications).where(eq(callerVerifications.receiptId, receiptId))
    await mustCall(desk, 'accounts.refuse-verification', { params: { id: row?.id ?? '' } })
    expect(problemOf(await forgetDevices(desk, user, receiptId))).toBe('receipt-invalid')
  })

  it('norm 9 (ASVS 7.5.3): needs a proof of identity of the last quarter of an hour', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    await app.db
      .update(sessions)
      .set({ confirmedAt: new Date(app.clock.now().getTime() - 15 * 60_000 - 1) })
      .where(eq(sessions.staffId, jesse.id))
    expect(problemOf(await forgetDevices(desk, user, receiptId))).toBe('confirm-first')
    await mustCall(desk, 'session.staff-confirm', { body: { code: codeNow(app, jesse.totpSecret) } })
    expect((await forgetDevices(desk, user, receiptId)).ok).toBe(true)
  })

  it('a repeat of the request gives the first answer and does nothing more', async () => {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const requestId = randomUUID()
    const [first, again] = [
      await forgetDevices(desk, user, receiptId, user.version, requestId),
      await forgetDevices(desk, user, receiptId, user.version, requestId),
    ]
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value)
    expect(await messagesTo(app, user.mobile ?? '', 'account.devices-forgotten')).toBe(1)
  })
})
