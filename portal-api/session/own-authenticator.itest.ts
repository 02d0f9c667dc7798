/** Accountbeveiliging: an authenticator set up from the account's own page, told to its owner, and never simply off. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  codeNow,
  logIn,
  makeLoginUser,
  messagesTo,
  otherCode,
  PASSWORD,
  problemOf,
  reload,
  WRONG_PASSWORD,
} from '../../tests/support/log-in.ts'
import { accountEvents, auditEntries, idempotencyKeys, loginTickets } from '../db/schema/index.ts'

let app: TestApp
let careflex: ClientRow
beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  await makeProvider(app, 'cordaan')
  careflex = await makeClient(app, 'careflex')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

async function contact(): Promise<{ user: PortalUserRow; caller: Caller }> {
  const user = await makeLoginUser(app, careflex, { kind: 'organisation-contact' })
  return { user, caller: await asPortalUser(app, user) }
}

const start = (caller: Caller, body: { currentPassword?: string; code?: string } = {}) =>
  callApi(caller, 'session.start-authenticator', { body: { currentPassword: PASSWORD, ...body } })
const confirm = (caller: Caller, ticket: string, code: string) =>
  callApi(caller, 'session.confirm-authenticator', { body: { ticket, code } })

async function setUp(caller: Caller): Promise<string> {
  const { ticket, secret } = await mustCall(caller, 'session.start-authenticator', { body: { currentPassword: PASSWORD } })
  await mustCall(caller, 'session.confirm-authenticator', { body: { ticket, code: codeNow(app, secret) } })
  return secret
}

describe('setting up an authenticator', () => {
  it('counts once a code of it was right, and is asked from the next log-in on', async () => {
    const { user, caller } = await contact()
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({ secondFactor: 'none', authenticatorOffered: true })
    const { ticket, secret, uri } = await mustCall(caller, 'session.start-authenticator', { body: { currentPassword: PASSWORD } })
    expect(uri).toContain(`secret=${secret}`)
    expect(await logIn(app, user)).toMatchObject({ value: { step: 'signed-in' } })
    expect(problemOf(await confirm(caller, ticket, otherCode(codeNow(app, secret))))).toBe('code-wrong')
    expect(await reload(app, user)).toMatchObject({ totpSecret: null, version: user.version })
    expect(await mustCall(caller, 'session.confirm-authenticator', { body: { ticket, code: codeNow(app, secret) } })).toEqual({
      ok: true,
    })
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({ secondFactor: 'authenticator' })
    expect(await reload(app, user)).toMatchObject({ version: user.version + 1 })
    expect(await logIn(app, user)).toMatchObject({ value: { step: 'authenticator' } })
    expect(problemOf(await confirm(caller, ticket, codeNow(app, secret)))).toBe('ticket-expired')
  })

  it('63B §4.6, ASVS 6.3.7: is told to every address, and stands on the timeline', async () => {
    const { user, caller } = await contact()
    await setUp(caller)
    for (const address of [user.email, user.mobile])
      expect(await messagesTo(app, address ?? '', 'account.second-factor-enrolled')).toBe(1)
    const lines = await app.db
      .select({ by: accountEvents.by })
      .from(accountEvents)
      .where(and(eq(accountEvents.portalUserId, user.id), eq(accountEvents.type, 'second-factor-enrolled')))
    expect(lines).toEqual([{ by: 'user' }])
  })

  it('ASVS 7.4.3: ends the other sessions and half-finished log-ins, not this one', async () => {
    const { user, caller } = await contact()
    const elsewhere = await asPortalUser(app, user)
    await setUp(caller)
    expect((await callApi(caller, 'session.me', {})).ok).toBe(true)
    expect(problemOf(await callApi(elsewhere, 'session.me', {}))).toBe('signed-out')
  })

  it('ASVS 7.5.1: needs the current password, which cannot be guessed', async () => {
    const { caller } = await contact()
    for (let guess = 0; guess < 5; guess += 1)
      expect(problemOf(await start(caller, { currentPassword: WRONG_PASSWORD }))).toBe('credentials-wrong')
    expect(problemOf(await start(caller))).toBe('too-many-attempts')
  })

  it('norm 5: replacing one needs a code of the old one', async () => {
    const { user, caller } = await contact()
    const old = await setUp(caller)
    app.clock.pass(30)
    expect(problemOf(await start(caller))).toBe('invalid-input')
    expect(problemOf(await start(caller, { code: otherCode(codeNow(app, old)) }))).toBe('code-wrong')
    const begun = await start(caller, { code: codeNow(app, old) })
    if (!begun.ok) throw new Error('It was not begun.')
    app.clock.pass(30)
    expect((await confirm(caller, begun.value.ticket, codeNow(app, begun.value.secret))).ok).toBe(true)
    expect(await reload(app, user)).toMatchObject({ version: user.version + 2 })
  })

  it('is of the account that began it alone', async () => {
    const { caller } = await contact()
    const other = await contact()
    const { ticket, secret } = await mustCall(caller, 'session.start-authenticator', { body: { currentPassword: PASSWORD } })
    expect(problemOf(await confirm(other.caller, ticket, codeNow(app, secret)))).toBe('ticket-expired')
    expect(await reload(app, other.user)).toMatchObject({ totpSecret: null })
  })

  it('after five wrong codes begins anew', async () => {
    const { caller } = await contact()
    const { ticket, secret } = await mustCall(caller, 'session.start-authenticator', { body: { currentPassword: PASSWORD } })
    for (let guess = 0; guess < 5; guess += 1)
      expect(problemOf(await confirm(caller, ticket, otherCode(codeNow(app, secret))))).toBe('code-wrong')
    expect(problemOf(await confirm(caller, ticket, codeNow(app, secret)))).toBe('ticket-expired')
  })

  it('ASVS 6.4.6: the secret is sealed at rest, and in no kept answer or log', async () => {
    const { user, caller } = await contact()
    const secret = await setUp(caller)
    const [tickets, kept, lines] = [
      await app.db.select().from(loginTickets),
      await app.db.select().from(idempotencyKeys),
      await app.db.select().from(auditEntries),
    ]
    expect(JSON.stringify([tickets, kept, lines, await reload(app, user)])).not.toContain(secret)
  })

  it('is not offered where the portal has none', async () => {
    const client = await makeClient(app, 'cordaan')
    const caller = await asPortalUser(app, await makeLoginUser(app, client))
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({ secondFactor: 'none', authenticatorOffered: false })
    expect(problemOf(await start(caller))).toBe('panel-not-available')
    expect(problemOf(await confirm(caller, 'x', '123456'))).toBe('panel-not-available')
  })
})
