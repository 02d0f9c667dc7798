/** Wachtwoord wijzigen, by a client who is logged in; norms.md 1, 2, 6, 7. */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, type ClientRow, makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import {
  hashOf,
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  PASSWORD,
  problemOf,
  reload,
  WRONG_PASSWORD,
} from '../../tests/support/log-in.ts'
import { passwordHistory, sessions } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
let zuyderland: ClientRow
let laurens: ClientRow
const params = { provider: 'zuyderland' }

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens']) await makeProvider(app, id)
  zuyderland = await makeClient(app, 'zuyderland')
  laurens = await makeClient(app, 'laurens')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

describe('session.change-password', () => {
  it('keeps this session, ends the others, half-finished log-ins and links; a repeat changes nothing more', async () => {
    const user = await makeLoginUser(app, zuyderland)
    const [mine, other] = [await asPortalUser(app, user), await asPortalUser(app, user)]
    await mustCall({ url: app.url }, 'session.forgot-password', {
      params,
      body: { userName: user.userName, email: user.email ?? '' },
    })
    await app.settled()
    const message = await newestMessage(app, user.email ?? '', 'session.recovery-link')
    const link = /wachtwoord-herstellen#([\w-]+)/.exec(message?.body ?? '')?.[1] ?? 'no link'
    const requestId = '0198a7c2-0000-7000-8000-000000000001'
    const body = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }
    expect(await mustCall(mine, 'session.change-password', { body, requestId })).toEqual({ ok: true })
    expect(await mustCall(mine, 'session.change-password', { body, requestId })).toEqual({ ok: true })
    expect((await callApi(mine, 'session.me', {})).ok).toBe(true)
    expect(problemOf(await callApi(other, 'session.me', {}))).toBe('signed-out')
    const late = { link, userName: user.userName, newPassword: 'Nog!Een58Keer&Anders' }
    expect(problemOf(await callApi({ url: app.url }, 'session.reset-password', { params, body: late }))).toBe('code-expired')
    expect((await reload(app, user)).version).toBe(user.version + 1)
    expect(await messagesTo(app, user.email ?? '', 'account.password-changed')).toBe(1)
  })

  it('needs the current password, and five wrong ones make it wait without blocking the account', async () => {
    const user = await makeLoginUser(app, zuyderland)
    const caller = await asPortalUser(app, user)
    const change = (currentPassword: string) =>
      callApi(caller, 'session.change-password', { body: { currentPassword, newPassword: OTHER_PASSWORD } })
    for (let wrong = 0; wrong < 5; wrong += 1) expect(problemOf(await change(WRONG_PASSWORD))).toBe('credentials-wrong')
    expect(problemOf(await change(PASSWORD))).toBe('too-many-attempts')
    expect(await reload(app, user)).toMatchObject({ blockedAt: null, failures: 0 })
    app.clock.pass(900)
    const fresh = await asPortalUser(app, user)
    const body = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }
    expect((await callApi(fresh, 'session.change-password', { body })).ok).toBe(true)
  })

  it('laurens: none of the last twelve, the thirteenth is free again', async () => {
    const user = await makeLoginUser(app, laurens)
    const past = Array.from({ length: 13 }, (_, index) => `Wilg${index}Boom!Regenjas`)
    for (const [index, password] of past.entries()) {
      const setAt = new Date(app.clock.now().getTime() - (13 - index) * 86_400_000)
      await app.db.insert(passwordHistory).values({ id: newId(), portalUserId: user.id, hash: await hashOf(password), setAt })
    }
    const caller = await asPortalUser(app, user)
    const change = (newPassword: string) =>
      callApi(caller, 'session.change-password', { body: { currentPassword: PASSWORD, newPassword } })
    expect(await change(past[1] ?? '')).toMatchObject({
      problem: { params: { rule: 'used-before' }, title: expect.stringContaining('De laatste 12 wachtwoorden') },
    })
    expect(await change(PASSWORD)).toMatchObject({ problem: { params: { rule: 'unchanged' } } })
    expect((await change(past[0] ?? '')).ok).toBe(true)
    const kept = await app.db.select().from(passwordHistory).where(eq(passwordHistory.portalUserId, user.id))
    expect(kept).toHaveLength(12)
    expect(
      await app.db
        .select()
        .from(sessions)
        .where(and(eq(sessions.portalUserId, user.id), isNull(sessions.endedAt))),
    ).toHaveLength(1)
  })
})
