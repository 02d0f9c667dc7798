/** Device verification by a code by SMS: per device, weekly, never; norms.md 3 and 6.4.3. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import {
  logIn,
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  otherCode,
  problemOf,
  reload,
  sentCode,
} from '../../tests/support/log-in.ts'
import { accountEvents, auditEntries, cases, loginTickets, portalUsers, trustedDevices } from '../db/schema/index.ts'

let app: TestApp
let laurens: ClientRow
let zuyderland: ClientRow

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'zuyderland']) await makeProvider(app, id)
  laurens = await makeClient(app, 'laurens')
  zuyderland = await makeClient(app, 'zuyderland')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(7200))

/** Logs in up to the code and hands back the ticket. */
async function upToCode(user: PortalUserRow) {
  const answer = await logIn(app, user, { deviceLabel: 'Safari op iPad' })
  if (!answer.ok || answer.value.step !== 'verify-device') throw new Error(`no code: ${JSON.stringify(answer)}`)
  return answer.value
}

const verify = (user: PortalUserRow, ticket: string, code: string) =>
  callApi({ url: app.url }, 'session.verify-device', { params: { provider: user.provider }, body: { ticket, code } })

const resend = (user: PortalUserRow, ticket: string) =>
  callApi({ url: app.url }, 'session.resend-code', { params: { provider: user.provider }, body: { ticket } })

/** All the way in on a new device; returns its token. */
async function trustDevice(user: PortalUserRow): Promise<string> {
  const { ticket } = await upToCode(user)
  const step = await mustCall({ url: app.url }, 'session.verify-device', {
    params: { provider: user.provider },
    body: { ticket, code: await sentCode(app, user.mobile ?? '') },
  })
  if (step.step !== 'signed-in' || step.deviceToken === null) throw new Error(`not in: ${step.step}`)
  return step.deviceToken
}

describe('device verification', () => {
  it('laurens: a code on a new device, then the device is trusted for good', async () => {
    const user = await makeLoginUser(app, laurens)
    const step = await upToCode(user)
    expect(step.sentTo).toBe(`06 ···· ${user.mobile?.slice(-4)}`)
    expect(Date.parse(step.resendAt) - app.clock.now().getTime()).toBe(30_000)
    expect(Date.parse(step.expiresAt) - app.clock.now().getTime()).toBe(600_000)

    const token = await trustDevice(user)
    const [device] = await app.db.select().from(trustedDevices).where(eq(trustedDevices.portalUserId, user.id))
    expect(device).toMatchObject({ label: 'Safari op iPad', expiresAt: null })
    expect(device?.tokenHash).not.toBe(token)

    app.clock.pass(300 * 86_400)
    const again = await logIn(app, user, { deviceToken: token })
    expect(again.ok && again.value).toMatchObject({ step: 'signed-in', deviceToken: null })
    const other = await logIn(app, user)
    expect(other.ok && other.value.step).toBe('verify-device')
  })

  it('zuyderland: the trust lasts until the end of the week, local time', async () => {
    const user = await makeLoginUser(app, zuyderland)
    app.clock.set('2026-12-02T10:00:00.000Z')
    const token = await trustDevice(user)
    app.clock.set('2026-12-06T22:59:00.000Z')
    const sunday = await logIn(app, user, { deviceToken: token })
    expect(sunday.ok && sunday.value.step).toBe('signed-in')
    app.clock.set('2026-12-06T23:00:00.000Z')
    const monday = await logIn(app, user, { deviceToken: token })
    expect(monday.ok && monday.value.step).toBe('verify-device')
  })

  it("another user's device token, or a forgotten device, verifies nothing", async () => {
    const [user, other] = [await makeLoginUser(app, laurens), await makeLoginUser(app, laurens)]
    const token = await trustDevice(user)
    const borrowed = await logIn(app, other, { deviceToken: token })
    expect(borrowed.ok && borrowed.value.step).toBe('verify-device')
    await app.db.update(trustedDevices).set({ forgottenAt: app.clock.now() }).where(eq(trustedDevices.portalUserId, user.id))
    const forgotten = await logIn(app, user, { deviceToken: token })
    expect(forgotten.ok && forgotten.value.step).toBe('verify-device')
  })

  it('no mobile number, or one that is none: no access', async () => {
    for (const mobile of [null, '', '06-12', '00316 1234']) {
      const user = await makeLoginUser(app, laurens, { mobile })
      expect(problemOf(await logIn(app, user))).toBe('no-mobile-number')
    }
  })

  it('ASVS 6.4.3: verification comes before choosing a password; a given user name can be changed once, ever', async () => {
    const user = await makeLoginUser(app, laurens, { userName: 'f.deboer', passwordTemporary: true })
    const { ticket } = await upToCode(user)
    const step = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'laurens' },
      body: { ticket, code: await sentCode(app, user.mobile ?? '') },
    })
    if (step.step !== 'choose-password') throw new Error(step.step)
    expect(step.userName).toBe('f.deboer')
    expect(await app.db.select().from(trustedDevices).where(eq(trustedDevices.portalUserId, user.id))).toEqual([])

    await makeLoginUser(app, laurens, { userName: 'bezet' })
    const choose = (userName: string) =>
      callApi({ url: app.url }, 'session.choose-password', {
        params: { provider: 'laurens' },
        body: { ticket: step.ticket, newPassword: OTHER_PASSWORD, userName },
      })
    expect(problemOf(await choose('Bezet'))).toBe('user-name-taken')
    expect(await choose('met spatie')).toMatchObject({ problem: { code: 'invalid-input', fields: [{ field: 'userName' }] } })
    expect(await reload(app, user)).toMatchObject({ passwordTemporary: true, userName: 'f.deboer' })

    const done = await choose('frank.de.boer')
    expect(done.ok && done.value.step).toBe('signed-in')
    if (!done.ok || done.value.step !== 'signed-in') throw new Error('not in')
    expect(done.value.deviceToken).toMatch(/^[\w-]{43}$/)
    expect(await reload(app, user)).toMatchObject({ userName: 'frank.de.boer', userNameChanged: true, passwordTemporary: false })

    await app.db.update(portalUsers).set({ passwordTemporary: true }).where(eq(portalUsers.id, user.id))
    const later = await logIn(app, await reload(app, user), {
      password: OTHER_PASSWORD,
      deviceToken: done.value.deviceToken ?? '',
    })
    if (!later.ok || later.value.step !== 'choose-password') throw new Error('no choice')
    expect(later.value.userName).toBeNull()
    const second = await callApi({ url: app.url }, 'session.choose-password', {
      params: { provider: 'laurens' },
      body: { ticket: later.value.ticket, newPassword: 'Nog!Een58Keer&Anders', userName: 'nog.een' },
    })
    expect(problemOf(second)).toBe('user-name-fixed')
  })
})

describe('norm 3 (ASVS 6.5.1, 6.5.5): codes are random, kept as hashes, used once, and short-lived', () => {
  it('stands in the SMS alone: in no table, answer or audit line', async () => {
    const user = await makeLoginUser(app, laurens)
    const step = await upToCode(user)
    const code = await sentCode(app, user.mobile ?? '')
    expect(JSON.stringify(step)).not.toContain(code)
    const tickets = await app.db.select().from(loginTickets).where(eq(loginTickets.portalUserId, user.id))
    const audit = await app.db.select().from(auditEntries).where(eq(auditEntries.objectId, user.id))
    const timeline = await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))
    for (const rows of [tickets, audit, timeline]) {
      expect(rows.length).toBeGreaterThan(0)
      // Ids and moments may hold any digits; everything a person reads must not.
      const texts = rows.map((row) =>
        Object.values(row).filter((value) => typeof value === 'string' && !/^[0-9a-f-]{36}$/.test(value)),
      )
      expect(texts.flat().join(' ')).not.toContain(code)
    }
    expect(await newestMessage(app, user.mobile ?? '')).toMatchObject({ holdsSecret: true, channel: 'sms' })
  })

  it('works once, and the ticket with it', async () => {
    const user = await makeLoginUser(app, laurens)
    const { ticket } = await upToCode(user)
    const code = await sentCode(app, user.mobile ?? '')
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(user, ticket, code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok).map(problemOf)).toEqual(Array(7).fill('ticket-expired'))
  })

  it('dies after ten minutes, and after five wrong tries', async () => {
    const user = await makeLoginUser(app, laurens)
    const first = await upToCode(user)
    const code = await sentCode(app, user.mobile ?? '')
    app.clock.pass(600)
    expect(problemOf(await verify(user, first.ticket, code))).toBe('code-expired')

    const second = await upToCode(user)
    const right = await sentCode(app, user.mobile ?? '')
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await verify(user, second.ticket, otherCode(right))
      expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'code-wrong', params: { left } })
    }
    expect(problemOf(await verify(user, second.ticket, right))).toBe('code-expired')
    const wrong = await app.db
      .select()
      .from(accountEvents)
      .where(and(eq(accountEvents.portalUserId, user.id), eq(accountEvents.type, 'code-wrong')))
    expect(wrong).toHaveLength(5)
  })

  it('"Geen code ontvangen?": again after half a minute, and the one before is dead', async () => {
    const user = await makeLoginUser(app, laurens)
    const { ticket } = await upToCode(user)
    const first = await sentCode(app, user.mobile ?? '')
    app.clock.pass(10)
    expect(await resend(user, ticket)).toMatchObject({ problem: { code: 'too-many-attempts', params: { seconds: 20 } } })
    app.clock.pass(20)
    const sent = await mustCall({ url: app.url }, 'session.resend-code', { params: { provider: 'laurens' }, body: { ticket } })
    expect(Date.parse(sent.expiresAt) - app.clock.now().getTime()).toBe(600_000)
    const second = await sentCode(app, user.mobile ?? '')
    if (first !== second) expect(problemOf(await verify(user, ticket, first))).toBe('code-wrong')
    expect((await verify(user, ticket, second)).ok).toBe(true)
  })

  it('three unused codes in a row open one access case; a used one begins the count anew', async () => {
    const user = await makeLoginUser(app, laurens)
    await upToCode(user)
    await upToCode(user)
    await trustDevice(user)
    expect(await app.db.select().from(cases).where(eq(cases.subjectId, user.id))).toHaveLength(1)
    const calm = await makeLoginUser(app, laurens)
    await upToCode(calm)
    await trustDevice(calm)
    await upToCode(calm)
    await upToCode(calm)
    expect(await app.db.select().from(cases).where(eq(cases.subjectId, calm.id))).toEqual([])
    await upToCode(calm)
    await upToCode(calm)
    const opened = await app.db.select().from(cases).where(eq(cases.subjectId, calm.id))
    expect(opened).toHaveLength(1)
    expect(opened[0]).toMatchObject({ reason: 'no-code', facets: ['no-code'], queue: 'accounts' })
  })

  it('norm 2 (63B §3.2.2): at most ten codes an hour to one account, and twenty wrong ones a day', async () => {
    const user = await makeLoginUser(app, laurens)
    for (let sent = 0; sent < 10; sent += 1) await upToCode(user)
    expect(problemOf(await logIn(app, user))).toBe('too-many-attempts')
    expect(await messagesTo(app, user.mobile ?? '', 'session.device-code')).toBe(10)

    const guessed = await makeLoginUser(app, laurens)
    for (let round = 0; round < 4; round += 1) {
      const { ticket } = await upToCode(guessed)
      const code = await sentCode(app, guessed.mobile ?? '')
      for (let guess = 0; guess < 5; guess += 1) await verify(guessed, ticket, otherCode(code))
    }
    expect(problemOf(await logIn(app, guessed))).toBe('too-many-attempts')
    app.clock.pass(86_400)
    expect((await logIn(app, guessed)).ok).toBe(true)
  })
})
