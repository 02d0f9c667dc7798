/** Profielinstellingen: another number or address counts only once it was proven, and everybody hears of it. */
import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  codeNow,
  logIn,
  makeLoginUser,
  messagesTo,
  newestMessage,
  otherCode,
  PASSWORD,
  problemOf,
  reload,
  sentCode,
  WRONG_PASSWORD,
} from '../../tests/support/log-in.ts'
import { trustDevices } from '../../tests/support/verified.ts'
import { accountEvents, auditEntries, clientChanges, idempotencyKeys, sessions, trustedDevices } from '../db/schema/index.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'

let app: TestApp
let zuyderland: ClientRow
beforeAll(async () => {
  app = await startTestApp()
  for (const provider of ['zuyderland', 'cordaan']) await makeProvider(app, provider)
  zuyderland = await makeClient(app, 'zuyderland')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(8 * 86_400))

type Address = { readonly channel: 'sms' | 'email'; readonly value: string }
let last = 0
const newNumber = (): Address & { readonly stored: string } => {
  last += 1
  return { channel: 'sms', value: `0031 6 1999 ${1000 + last}`, stored: `+3161999${1000 + last}` }
}
const NEW_MAIL: Address = { channel: 'email', value: 'nieuw@post.example' }

async function somebody(given: Parameters<typeof makeLoginUser>[2] = {}): Promise<{ user: PortalUserRow; caller: Caller }> {
  const user = await makeLoginUser(app, zuyderland, given)
  return { user, caller: await asPortalUser(app, user) }
}

const start = (caller: Caller, { channel, value }: Address, more: { currentPassword?: string; code?: string } = {}) =>
  callApi(caller, 'session.start-address-change', {
    body: { address: { channel, value }, currentPassword: PASSWORD, ...more },
  })
const confirm = (caller: Caller, ticket: string, code: string) =>
  callApi(caller, 'session.confirm-address-change', { body: { ticket, code } })

async function begin(caller: Caller, address: Address): Promise<string> {
  const begun = await start(caller, address)
  if (!begun.ok) throw new Error(`It was not begun: ${begun.problem.code}`)
  return begun.value.ticket
}

async function change(caller: Caller, address: Address & { readonly stored?: string }): Promise<void> {
  const ticket = await begin(caller, address)
  const code = await sentCode(app, address.stored ?? address.value, 'account.address-code')
  const { ok } = await confirm(caller, ticket, code)
  expect(ok).toBe(true)
}

describe('another mobile number', () => {
  it('receives the codes of a log-in only after a code that was sent there was right', async () => {
    const { user, caller } = await somebody()
    expect(await mustCall(caller, 'session.profile', {})).toMatchObject({
      userName: user.userName,
      addresses: [
        { channel: 'email', value: user.email, countsFrom: null },
        { channel: 'sms', countsFrom: null },
      ],
    })
    const number = newNumber()
    const ticket = await begin(caller, number)
    expect(await reload(app, user)).toMatchObject({ mobile: user.mobile, version: user.version })
    const code = await sentCode(app, number.stored, 'account.address-code')
    const wrong = await confirm(caller, ticket, otherCode(code))
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'code-wrong' } })
    expect(await reload(app, user)).toMatchObject({ mobile: user.mobile })
    const answer = await confirm(caller, ticket, code)
    expect(answer).toMatchObject({ ok: true, value: { addresses: [{ channel: 'email' }, { channel: 'sms' }] } })
    expect(await reload(app, user)).toMatchObject({ mobile: number.stored, version: user.version + 1 })
    expect(problemOf(await confirm(caller, ticket, code))).toBe('code-expired')
    await logIn(app, user)
    expect(await sentCode(app, number.stored)).toMatch(/^\d{6}$/)
  })

  it('63B §4.6, ASVS 6.3.7: every address hears of it, the old one too, with a way to say it was not you', async () => {
    const { user, caller } = await somebody()
    const number = newNumber()
    await change(caller, number)
    for (const address of [user.email, user.mobile, number.stored])
      expect(await messagesTo(app, address ?? '', 'account.own-address-changed')).toBe(1)
    const told = await newestMessage(app, user.mobile ?? '', 'account.own-address-changed')
    expect(told?.body).toContain('Was u dit niet? Neem meteen contact op met helpdesk@zuyderland.example.')
  })

  it('ASVS 7.4.3: ends other sessions, half-finished log-ins and the trust in other devices, not this one', async () => {
    const { user, caller } = await somebody()
    const elsewhere = await asPortalUser(app, user)
    await trustDevices(app, user, 2)
    const devices = await app.db.select().from(trustedDevices).where(eq(trustedDevices.portalUserId, user.id))
    const [mine] = devices
    const [own] = await app.db
      .select()
      .from(sessions)
      .where(eq(sessions.portalUserId, user.id))
      .orderBy(sessions.createdAt, sessions.id)
      .limit(1)
    await app.db
      .update(sessions)
      .set({ deviceId: mine?.id ?? null })
      .where(eq(sessions.id, own?.id ?? ''))
    const half = await logIn(app, user)
    if (!half.ok || half.value.step !== 'verify-device') throw new Error('No code was asked.')
    const oldCode = await sentCode(app, user.mobile ?? '')
    await change(caller, newNumber())
    expect((await callApi(caller, 'session.me', {})).ok).toBe(true)
    expect(problemOf(await callApi(elsewhere, 'session.me', {}))).toBe('signed-out')
    const params = { provider: 'zuyderland' }
    const late = await callApi({ url: app.url }, 'session.verify-device', {
      params,
      body: { ticket: half.value.ticket, code: oldCode },
    })
    expect(problemOf(late)).toBe('ticket-expired')
    const after = await app.db.select().from(trustedDevices).where(eq(trustedDevices.portalUserId, user.id))
    expect(after.filter((one) => one.forgottenAt === null).map((one) => one.id)).toEqual([mine?.id])
  })

  it('stands on the timeline, in the log and among the changes that staff read, the code in none of them', async () => {
    const { user, caller } = await somebody()
    const number = newNumber()
    await change(caller, number)
    const code = await sentCode(app, number.stored, 'account.address-code')
    const lines = await app.db
      .select({ by: accountEvents.by, detail: accountEvents.detail })
      .from(accountEvents)
      .where(and(eq(accountEvents.portalUserId, user.id), eq(accountEvents.type, 'address-changed')))
    expect(lines).toEqual([{ by: 'user', detail: 'sms' }])
    const [noted] = await app.db
      .select()
      .from(clientChanges)
      .where(eq(clientChanges.clientId, zuyderland.id))
      .orderBy(desc(clientChanges.id))
      .limit(1)
    expect(noted).toMatchObject({
      kind: 'user-changed',
      membershipId: user.membershipId,
      before: { mobile: user.mobile },
      after: { mobile: number.stored },
    })
    const audit = await app.db.select().from(auditEntries).where(eq(auditEntries.objectId, user.id))
    expect(audit.filter((one) => one.object === 'account-address').map((one) => one.outcome)).toEqual(['ok', 'ok'])
    expect(JSON.stringify([audit, await app.db.select().from(idempotencyKeys)])).not.toContain(code)
  })

  it('ASVS 6.5.1, 6.5.5: the code works once, for ten minutes, and for the newest number alone', async () => {
    const { user, caller } = await somebody()
    const [first, second] = [newNumber(), newNumber()]
    const earlier = await begin(caller, first)
    const firstCode = await sentCode(app, first.stored, 'account.address-code')
    const ticket = await begin(caller, second)
    expect(problemOf(await confirm(caller, earlier, firstCode))).toBe('code-expired')
    app.clock.pass(600)
    const code = await sentCode(app, second.stored, 'account.address-code')
    // A session's token is renewed in such a time.
    expect(problemOf(await confirm(await asPortalUser(app, user), ticket, code))).toBe('code-expired')
    expect(await reload(app, user)).toMatchObject({ mobile: user.mobile })
  })

  it('63B §3.2.2: five wrong codes are the end of it, and five codes an hour go out', async () => {
    const { caller } = await somebody()
    const number = newNumber()
    const ticket = await begin(caller, number)
    const code = await sentCode(app, number.stored, 'account.address-code')
    for (let guess = 0; guess < 5; guess += 1)
      expect(problemOf(await confirm(caller, ticket, otherCode(code)))).toBe('code-wrong')
    expect(problemOf(await confirm(caller, ticket, code))).toBe('code-expired')
    for (let more = 0; more < 4; more += 1) await begin(caller, newNumber())
    expect(problemOf(await start(caller, newNumber()))).toBe('too-many-attempts')
  })
})

describe('another e-mail address', () => {
  it('new phone + reset: receives no new password for a week', async () => {
    const { user, caller } = await somebody()
    await change(caller, NEW_MAIL)
    expect(await mustCall(caller, 'session.profile', {})).toMatchObject({
      addresses: [{ channel: 'email', value: NEW_MAIL.value, countsFrom: expect.any(String) }, { channel: 'sms' }],
    })
    const ask = async () => {
      const body = { userName: user.userName, email: NEW_MAIL.value }
      await mustCall({ url: app.url }, 'session.forgot-password', { params: { provider: 'zuyderland' }, body })
      await app.settled()
      return messagesTo(app, NEW_MAIL.value, 'session.recovery-link')
    }
    expect(await ask()).toBe(0)
    app.clock.pass(7 * 86_400)
    expect(await ask()).toBe(1)
  })

  it('gets a message that names nobody: it may be a stranger’s', async () => {
    const { user, caller } = await somebody()
    await begin(caller, { channel: 'email', value: 'vreemd@post.example' })
    const message = await newestMessage(app, 'vreemd@post.example')
    expect(message?.body).toContain('Geachte heer, mevrouw,')
    expect(message?.body).not.toContain(user.name)
  })
})

describe('who asks', () => {
  it('ASVS 7.5.1: needs the current password, which cannot be guessed', async () => {
    const { caller } = await somebody()
    for (let guess = 0; guess < 5; guess += 1)
      expect(problemOf(await start(caller, NEW_MAIL, { currentPassword: WRONG_PASSWORD }))).toBe('credentials-wrong')
    expect(problemOf(await start(caller, NEW_MAIL))).toBe('too-many-attempts')
  })

  it('ASVS 7.5.1: and a code of the authenticator, where there is one', async () => {
    const secret = newTotpSecret()
    const { caller } = await somebody({ totpSecret: app.services.box.seal(secret) })
    expect(problemOf(await start(caller, NEW_MAIL))).toBe('invalid-input')
    expect(problemOf(await start(caller, NEW_MAIL, { code: otherCode(codeNow(app, secret)) }))).toBe('code-wrong')
    expect((await start(caller, NEW_MAIL, { code: codeNow(app, secret) })).ok).toBe(true)
  })

  it('ASVS 8.2: changes their own account alone', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const number = newNumber()
    const ticket = await begin(one.caller, number)
    const code = await sentCode(app, number.stored, 'account.address-code')
    expect(problemOf(await confirm(other.caller, ticket, code))).toBe('code-expired')
    expect(await reload(app, other.user)).toMatchObject({ mobile: other.user.mobile })
  })

  it('hears what is wrong with what was typed', async () => {
    const { user, caller } = await somebody()
    const rule = async (address: Address) => {
      const answer = await start(caller, address)
      return answer.ok ? 'ok' : answer.problem.fields?.map((one) => `${one.field} ${one.rule}`)
    }
    expect(await rule({ channel: 'sms', value: '020 1234567' })).toEqual(['address.value phone-format'])
    expect(await rule({ channel: 'sms', value: user.mobile ?? '' })).toEqual(['address.value address-unchanged'])
    expect(await rule({ channel: 'email', value: user.email?.toUpperCase() ?? '' })).toEqual(['address.value address-unchanged'])
  })

  it('is a contact with the right “Instellingen”, and nobody where the portal has no Profielinstellingen', async () => {
    const accepted = { kind: 'contact', invitedAt: app.clock.now(), acceptedAt: app.clock.now() } as const
    const without = await somebody({ ...accepted, rights: ['details'] })
    expect(problemOf(await callApi(without.caller, 'session.profile', {}))).toBe('forbidden')
    const having = await somebody({ ...accepted, rights: ['settings'] })
    expect((await callApi(having.caller, 'session.profile', {})).ok).toBe(true)
    const elsewhere = await asPortalUser(app, await makeLoginUser(app, await makeClient(app, 'cordaan')))
    expect(problemOf(await callApi(elsewhere, 'session.profile', {}))).toBe('panel-not-available')
    expect(problemOf(await start(elsewhere, NEW_MAIL))).toBe('panel-not-available')
    expect(problemOf(await confirm(elsewhere, 'x', '123456'))).toBe('panel-not-available')
  })
})
