/** Verifying a caller and acting on an account; norms.md "Account recovery" 4 to 7 and "Helpdesk under attack". */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SensitiveAct } from '../../shared/domain/accounts.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  makeClient,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  codeNow,
  type LoginStaff,
  logIn,
  makeLoginStaff,
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  otherCode,
  problemOf,
  reload,
  sentCode,
  WRONG_PASSWORD,
} from '../../tests/support/log-in.ts'
import { receiptFor } from '../../tests/support/verified.ts'
import {
  accountEvents,
  auditEntries,
  callerVerifications,
  cases,
  deliveries,
  events,
  idempotencyKeys,
  portalUsers,
  sessions,
  staffMemberships,
  trustedDevices,
} from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'

let app: TestApp
const client: Record<string, ClientRow> = {}
let jesse: LoginStaff
let sanne: LoginStaff
let desk: Caller
let lead: Caller
let lastMobile = 634_560_000

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'cordaan', 'careflex', 'zuyderland']) {
    await makeProvider(app, id)
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

function makeUser(provider = 'laurens', given: Partial<typeof portalUsers.$inferInsert> = {}) {
  const owner = client[provider]
  if (!owner) throw new Error(provider)
  lastMobile += 1
  return makeLoginUser(app, owner, { mobile: `+31${lastMobile}`, ...given })
}

async function trust(user: PortalUserRow, count = 2): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const at = app.clock.now()
    await app.db
      .insert(trustedDevices)
      .values({ id: newId(), portalUserId: user.id, tokenHash: newId(), label: 'iPad', trustedAt: at, lastUsedAt: at })
  }
}

const start = (caller: Caller, user: PortalUserRow, act: SensitiveAct = 'forget-devices', channel: 'sms' | 'email' = 'sms') =>
  callApi(caller, 'accounts.start-verification', { params: { id: user.id }, body: { channel, act } })
const check = (caller: Caller, id: string, code: string) =>
  callApi(caller, 'accounts.check-verification', { params: { id }, body: { code } })
const forget = (
  caller: Caller,
  user: PortalUserRow,
  receiptId: string,
  basedOn = user.version,
  requestId: string = randomUUID(),
) =>
  callApi(caller, 'accounts.forget-devices', {
    params: { id: user.id },
    basedOn,
    body: { receiptId, reason: 'nieuwe laptop' },
    requestId,
  })

describe('verifying a caller', () => {
  it('sends a code to an address on record that names the act; the desk sees a masked address and no code', async () => {
    const user = await makeUser()
    const answer = await start(desk, user)
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
    const user = await makeUser()
    const first = await start(desk, user)
    if (!first.ok) throw new Error(first.problem.code)
    const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    const right = await check(desk, first.value.verificationId, code)
    if (!right.ok) throw new Error(right.problem.code)
    expect(Date.parse(right.value.expiresAt) - app.clock.now().getTime()).toBe(600_000)
    expect(problemOf(await check(desk, first.value.verificationId, code))).toBe('code-expired')

    const second = await start(desk, user)
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
    const user = await makeUser()
    const begin = async () => {
      const answer = await start(desk, user)
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
    const user = await makeUser()
    const answer = await start(desk, user)
    if (!answer.ok) throw new Error(answer.problem.code)
    const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
    expect(problemOf(await check(lead, answer.value.verificationId, code))).toBe('not-found')
    expect(problemOf(await callApi(lead, 'accounts.refuse-verification', { params: { id: answer.value.verificationId } }))).toBe(
      'not-found',
    )
  })

  it('new phone + reset: a changed address cannot verify for a week, a missing or dead one never', async () => {
    const user = await makeUser('laurens', { email: null })
    await app.db
      .update(portalUsers)
      .set({ mobile: '+31699999999', mobileSince: app.clock.now() })
      .where(eq(portalUsers.id, user.id))
    const answer = await start(desk, user)
    expect(answer.ok ? null : answer.problem).toMatchObject({
      code: 'address-too-new',
      params: { from: expect.stringMatching(/^\d\d-\d\d-2026 \d\d:\d\d$/) },
    })
    expect(problemOf(await start(desk, user, 'forget-devices', 'email'))).toBe('no-address')
    const bounced = await makeUser('laurens', { emailBouncedAt: app.clock.now() })
    expect(problemOf(await start(desk, bounced, 'forget-devices', 'email'))).toBe('no-address')
  })

  it('rogue staff: five verifications an hour about one account, twenty by one member of staff', async () => {
    const user = await makeUser()
    for (let index = 0; index < 5; index += 1) expect((await start(desk, user)).ok).toBe(true)
    const sixth = await start(lead, user)
    expect(sixth.ok ? null : sixth.problem).toMatchObject({ code: 'too-many-attempts', params: { seconds: 3600 } })
    for (let index = 0; index < 15; index += 1) expect((await start(desk, await makeUser())).ok).toBe(true)
    expect(problemOf(await start(desk, await makeUser()))).toBe('too-many-attempts')
    expect((await start(lead, await makeUser())).ok).toBe(true)
    app.clock.pass(3600)
    expect((await start(await asStaff(app, 'laurens', jesse), user)).ok).toBe(true)
  })
})

describe('impostor caller: the receipt', () => {
  it('50 parallel uses of one receipt: one success', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const answers = await Promise.all(Array.from({ length: 50 }, () => forget(desk, user, receiptId)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => !answer.ok).map(problemOf))).toEqual(new Set(['stale-version']))
  })

  it('50 uses of one receipt, each on the newest version: still one success', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const tryAgain = async () => {
      for (;;) {
        await trust(user, 1)
        const answer = await forget(desk, user, receiptId, (await reload(app, user)).version)
        if (answer.ok || answer.problem.code !== 'stale-version') return answer
      }
    }
    const answers = await Promise.all(Array.from({ length: 50 }, tryAgain))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => !answer.ok).map(problemOf))).toEqual(new Set(['receipt-invalid']))
  })

  it('is bound to the account, the act and the member of staff, and lives ten minutes', async () => {
    const [user, other] = [await makeUser(), await makeUser()]
    await trust(user)
    await trust(other)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    expect(problemOf(await forget(desk, other, receiptId))).toBe('receipt-invalid')
    expect(problemOf(await forget(lead, user, receiptId))).toBe('receipt-invalid')
    const reset = { params: { id: user.id }, basedOn: user.version, body: { receiptId, reason: 'x' } }
    expect(problemOf(await callApi(desk, 'accounts.reset-password', reset))).toBe('receipt-invalid')
    expect(problemOf(await forget(desk, user, randomUUID()))).toBe('receipt-invalid')
    app.clock.pass(600)
    const later = await asStaff(app, 'laurens', jesse)
    expect(problemOf(await forget(later, user, receiptId))).toBe('receipt-invalid')
    expect((await reload(app, user)).version).toBe(user.version)
  })

  it('a stale act does not use it up', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const stale = await forget(desk, user, receiptId, user.version + 7)
    expect(stale.ok ? null : stale.problem).toMatchObject({
      code: 'stale-version',
      current: { id: user.id, version: user.version },
    })
    expect((await forget(desk, user, receiptId)).ok).toBe(true)
  })

  it('a refused caller has none left', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const [row] = await app.db.select().from(callerVerifications).where(eq(callerVerifications.receiptId, receiptId))
    await mustCall(desk, 'accounts.refuse-verification', { params: { id: row?.id ?? '' } })
    expect(problemOf(await forget(desk, user, receiptId))).toBe('receipt-invalid')
  })

  it('norm 9: needs a proof of identity of the last quarter of an hour', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    await app.db
      .update(sessions)
      .set({ confirmedAt: new Date(app.clock.now().getTime() - 15 * 60_000 - 1) })
      .where(eq(sessions.staffId, jesse.id))
    expect(problemOf(await forget(desk, user, receiptId))).toBe('confirm-first')
    await mustCall(desk, 'session.staff-confirm', { body: { code: codeNow(app, jesse.totpSecret) } })
    expect((await forget(desk, user, receiptId)).ok).toBe(true)
  })

  it('a repeat of the request gives the first answer and does nothing more', async () => {
    const user = await makeUser()
    await trust(user)
    const receiptId = await receiptFor(app, desk, user, 'forget-devices')
    const requestId = randomUUID()
    const [first, again] = [
      await forget(desk, user, receiptId, user.version, requestId),
      await forget(desk, user, receiptId, user.version, requestId),
    ]
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value)
    expect(await messagesTo(app, user.mobile ?? '', 'account.devices-forgotten')).toBe(1)
  })
})

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

describe('accounts.reset-password', () => {
  async function resetBy(caller: Caller, user: PortalUserRow) {
    const receiptId = await receiptFor(app, caller, user, 'reset-password')
    return callApi(caller, 'accounts.reset-password', {
      params: { id: user.id },
      basedOn: user.version,
      body: { receiptId, reason: 'wachtwoord kwijt' },
    })
  }

  it('cordaan, by link: norm 7 everything old is dead at once, the old password too; the link gives a new one', async () => {
    const user = await makeUser('cordaan', { blockedAt: app.clock.now(), failures: 5 })
    const caller = await asStaff(app, 'cordaan', jesse)
    await trust(user)
    const mine = await asPortalUser(app, user)
    const answer = await resetBy(caller, user)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ openSessions: 0, devices: [], version: user.version + 1, status: 'blocked' })
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    expect(problemOf(await logIn(app, user, { organisation: 'cordaanhbh' }))).toBe('credentials-wrong')

    const message = await newestMessage(app, user.email ?? '', 'session.recovery-link')
    const link = /wachtwoord-herstellen#([\w-]+)/.exec(message?.body ?? '')?.[1] ?? ''
    const body = { link, userName: user.userName, newPassword: OTHER_PASSWORD }
    await mustCall({ url: app.url }, 'session.reset-password', { params: { provider: 'cordaan' }, body })
    const step = await logIn(app, await reload(app, user), { password: OTHER_PASSWORD, organisation: 'cordaanhbh' })
    expect(step.ok && step.value.step).toBe('signed-in')
  })

  it('norm 4: staff never see the secret: no answer, event, audit line or timeline holds it', async () => {
    const user = await makeUser()
    const answer = await resetBy(desk, user)
    const message = await newestMessage(app, user.email ?? '', 'session.temporary-password')
    const secret = /wachtwoord is: (\S+)/.exec(message?.body ?? '')?.[1] ?? 'no secret'
    const kept = [
      answer,
      await app.db.select().from(auditEntries).where(eq(auditEntries.objectId, user.id)),
      await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id)),
      await app.db.select({ answer: idempotencyKeys.answer }).from(idempotencyKeys),
      await app.db.select().from(portalUsers).where(eq(portalUsers.id, user.id)),
    ]
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(await messagesTo(app, user.mobile ?? '', 'account.reset-sent')).toBe(1)
    expect(await messagesTo(app, user.email ?? '', 'account.reset-sent')).toBe(1)
    const carrying = (await app.db.select().from(deliveries)).filter((row) => row.body.includes(secret))
    expect(carrying.map((row) => [row.toAddress, row.holdsSecret])).toEqual([[user.email, true]])
  })

  it('norm 4: does not pass device verification, and ends in an own password', async () => {
    const user = await makeUser()
    await resetBy(desk, user)
    const message = await newestMessage(app, user.email ?? '', 'session.temporary-password')
    const password = /wachtwoord is: (\S+)/.exec(message?.body ?? '')?.[1] ?? ''
    const step = await logIn(app, user, { password })
    if (!step.ok || step.value.step !== 'verify-device') throw new Error('no code')
    const next = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'laurens' },
      body: { ticket: step.value.ticket, code: await sentCode(app, user.mobile ?? '') },
    })
    expect(next.step).toBe('choose-password')
  })

  it('goes to no address that is missing or was changed this week, and uses up no receipt then', async () => {
    const none = await makeUser('laurens', { email: null })
    expect(problemOf(await resetBy(desk, none))).toBe('no-address')
    const fresh = await makeUser()
    await app.db
      .update(portalUsers)
      .set({ email: 'nieuw@post.example', emailSince: app.clock.now() })
      .where(eq(portalUsers.id, fresh.id))
    expect(problemOf(await resetBy(desk, fresh))).toBe('address-too-new')
    const [row] = await app.db
      .select()
      .from(callerVerifications)
      .where(eq(callerVerifications.portalUserId, fresh.id))
      .orderBy(desc(callerVerifications.id))
    expect(row?.receiptUsedAt).toBeNull()
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

  it('norm 5: means enrol again, never off; sessions end', async () => {
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
    const answer = await forget(desk, user, await receiptFor(app, desk, user, 'forget-devices'))
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value).toMatchObject({ devices: [], openSessions: 0, version: user.version + 1 })
    expect(answer.value.timeline[0]).toMatchObject({ type: 'devices-forgotten', detail: 'nieuwe laptop' })
    expect(problemOf(await callApi({ url: app.url, token: step.tokens.accessToken }, 'session.me', {}))).toBe('signed-out')
    const again = await logIn(app, user, { deviceToken: step.deviceToken ?? '' })
    expect(again.ok && again.value.step).toBe('verify-device')
    const now = await reload(app, user)
    expect(problemOf(await forget(desk, now, await receiptFor(app, desk, now, 'forget-devices')))).toBe('nothing-to-clear')
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
    expect([problemOf(unblock), problemOf(await start(desk, user)), problemOf(await forget(desk, user, randomUUID()))]).toEqual(
      Array(3).fill('no-access'),
    )
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
      expect(problemOf(await start(desk, user))).toBe('rank-too-high')
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
