/** Refresh tokens: used once, a lost answer forgiven for half a minute, an old one ends the session; signing out. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { type ClientRow, makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import { logIn, makeLoginUser, problemOf, withToken } from '../../tests/support/log-in.ts'
import { accountEvents, auditEntries, clients, portalUsers, sessions } from '../db/schema/index.ts'

let app: TestApp
let careflex: ClientRow

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  careflex = await makeClient(app, 'careflex')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

async function signedIn(client = careflex) {
  const user = await makeLoginUser(app, client)
  const answer = await logIn(app, user)
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('not in')
  return { user, tokens: answer.value.tokens }
}

const refresh = (refreshToken: string) => callApi({ url: app.url }, 'session.refresh', { body: { refreshToken } })
const mustRefresh = (refreshToken: string) => mustCall({ url: app.url }, 'session.refresh', { body: { refreshToken } })
const alive = async (accessToken: string) => (await callApi(withToken(app, accessToken), 'session.me', {})).ok

describe('session.refresh', () => {
  it('gives a new pair; the access token lasts ten minutes, the session twelve hours, renewed or not', async () => {
    const { tokens } = await signedIn()
    const start = app.clock.now().getTime()
    expect(Date.parse(tokens.accessExpiresAt) - start).toBe(600_000)
    expect(Date.parse(tokens.refreshExpiresAt) - start).toBe(12 * 3_600_000)
    app.clock.pass(601)
    expect(await alive(tokens.accessToken)).toBe(false)
    const next = await mustRefresh(tokens.refreshToken)
    expect(next.refreshToken).not.toBe(tokens.refreshToken)
    expect(next.refreshExpiresAt).toBe(tokens.refreshExpiresAt)
    expect(await alive(next.accessToken)).toBe(true)
    app.clock.pass(12 * 3600)
    expect(problemOf(await refresh(next.refreshToken))).toBe('signed-out')
  })

  it('an answer lost on the way: the token before is taken for half a minute, again and again, and no longer', async () => {
    const { tokens } = await signedIn()
    await mustRefresh(tokens.refreshToken)
    app.clock.pass(20)
    await mustRefresh(tokens.refreshToken)
    app.clock.pass(10)
    const kept = await mustRefresh(tokens.refreshToken)
    expect(await alive(kept.accessToken)).toBe(true)
    app.clock.pass(1)
    expect(problemOf(await refresh(tokens.refreshToken))).toBe('signed-out')
    expect(await alive(kept.accessToken)).toBe(false)
    expect(problemOf(await refresh(kept.refreshToken))).toBe('signed-out')
  })

  it('a used token of longer ago ends the session: somebody else holds it', async () => {
    const { user, tokens } = await signedIn()
    const second = await mustRefresh(tokens.refreshToken)
    const third = await mustRefresh(second.refreshToken)
    expect(problemOf(await refresh(tokens.refreshToken))).toBe('signed-out')
    expect(await alive(third.accessToken)).toBe(false)
    const [line] = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, user.id), eq(auditEntries.outcome, 'refused')))
    expect(line).toMatchObject({ provider: 'careflex', object: 'session', action: 'delete', problem: 'signed-out' })
  })

  it('of many at once with one token every one gets a pair, and the last pair given is the one that goes on', async () => {
    const { tokens } = await signedIn()
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(tokens.refreshToken)))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    const pairs = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(new Set(pairs.map((pair) => pair.refreshToken)).size).toBe(6)
    expect(await alive(pairs[0]?.accessToken ?? '')).toBe(true)
  })

  it('knows no token that is not ours', async () => {
    for (const token of ['', 'x', 'a.b', `${crypto.randomUUID()}.secret`, `${crypto.randomUUID()}.a.b`])
      expect((await refresh(token || ' ')).ok).toBe(false)
  })

  it('norm 10: ends with the account and with the portal: blocked, ended, care over', async () => {
    const blocked = await signedIn()
    await app.db.update(portalUsers).set({ blockedAt: app.clock.now() }).where(eq(portalUsers.id, blocked.user.id))
    expect(problemOf(await refresh(blocked.tokens.refreshToken))).toBe('signed-out')
    await app.db.update(portalUsers).set({ blockedAt: null }).where(eq(portalUsers.id, blocked.user.id))
    expect(await alive(blocked.tokens.accessToken)).toBe(false)

    const leaving = await makeClient(app, 'careflex')
    const left = await signedIn(leaving)
    const yesterday = new Date(app.clock.now().getTime() - 86_400_000)
    await app.db.update(clients).set({ careEndedAt: yesterday }).where(eq(clients.id, leaving.id))
    expect(problemOf(await refresh(left.tokens.refreshToken))).toBe('signed-out')
  })

  it('keeps hashes only', async () => {
    const { user, tokens } = await signedIn()
    const rows = await app.db.select().from(sessions).where(eq(sessions.portalUserId, user.id))
    expect(JSON.stringify(rows)).not.toContain(tokens.refreshToken.split('.')[1])
  })
})

describe('session.logout', () => {
  it('ends the session at once, is fine when repeated, and stands on the timeline and in the log', async () => {
    const { user, tokens } = await signedIn()
    const logout = (refreshToken: string) => mustCall({ url: app.url }, 'session.logout', { body: { refreshToken } })
    expect(await logout(tokens.refreshToken)).toEqual({ ok: true })
    expect(await logout(tokens.refreshToken)).toEqual({ ok: true })
    expect(await logout('nothing')).toEqual({ ok: true })
    expect(await alive(tokens.accessToken)).toBe(false)
    expect(problemOf(await refresh(tokens.refreshToken))).toBe('signed-out')
    const lines = await app.db
      .select()
      .from(accountEvents)
      .where(and(eq(accountEvents.portalUserId, user.id), eq(accountEvents.type, 'signed-out')))
    expect(lines).toHaveLength(1)
    const audit = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, user.id), eq(auditEntries.object, 'session')))
    expect(audit).toMatchObject([{ provider: 'careflex', action: 'delete', outcome: 'ok', actorKind: 'portal-user' }])
  })

  it('a guessed secret ends nothing', async () => {
    const { tokens } = await signedIn()
    const id = tokens.refreshToken.split('.')[0]
    await mustCall({ url: app.url }, 'session.logout', { body: { refreshToken: `${id}.guess` } })
    expect(await alive(tokens.accessToken)).toBe(true)
  })
})
