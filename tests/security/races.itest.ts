/**
 * ASVS 15.4.2: nothing is checked first and done later. Of many at once one succeeds; the others are told why not. Replies, invitations,
 * receipts, letters and wipe codes have theirs beside their handlers; here are those of the log-in and of recovery.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { passwordHistory, portalUsers, recoveryLinks, sessions } from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { hashToken, randomToken } from '../../portal-api/platform/secrets/tokens.ts'
import { issueTicket } from '../../portal-api/session/tickets.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { asStaff, type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../support/fixtures.ts'
import { type ApiAnswer, callApi } from '../support/http.ts'
import { type LoginStaff, logIn, makeLoginStaff, makeLoginUser, messagesTo, PASSWORD, reload } from '../support/log-in.ts'
import { receiptFor } from '../support/verified.ts'

let app: TestApp
let laurens: ClientRow
let zuyderland: ClientRow
let jesse: LoginStaff

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'zuyderland']) await makeProvider(app, id)
  laurens = await makeClient(app, 'laurens')
  zuyderland = await makeClient(app, 'zuyderland')
  jesse = await makeLoginStaff(app, [{ provider: 'zuyderland', role: 'helpdesk' }])
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

const MANY = 12
const atOnce = <T>(call: (index: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, index) => call(index)))
const codesOf = <T>(answers: readonly ApiAnswer<T>[]) => answers.map((one) => (one.ok ? 'ok' : one.problem.code)).sort()
const oneAnd = (code: string) => [...Array.from({ length: MANY - 1 }, () => code), 'ok'].sort()
/** Keeps to the rules of both portals, and is another one each time. */
const password = (index: number) => `Ekster!Dijk${10 + index}Wolk`

async function linkOf(user: PortalUserRow): Promise<string> {
  const link = randomToken()
  const at = app.clock.now()
  const expiresAt = new Date(at.getTime() + 600_000)
  await app.db
    .insert(recoveryLinks)
    .values({ id: newId(), portalUserId: user.id, tokenHash: hashToken(link), createdAt: at, expiresAt })
  return link
}

const reset = (user: PortalUserRow, link: string, newPassword: string) =>
  callApi({ url: app.url }, 'session.reset-password', {
    params: { provider: user.provider },
    body: { link, userName: user.userName, newPassword },
  })

describe('a recovery link', () => {
  it('ASVS 15.4.2, 6.5.1: used many times at once sets one password, and is told once', async () => {
    const user = await makeLoginUser(app, zuyderland)
    const link = await linkOf(user)
    const answers = await atOnce((index) => reset(user, link, password(index)))
    expect(codesOf(answers)).toEqual(oneAnd('code-expired'))
    const won = answers.findIndex((one) => one.ok)
    app.clock.pass(60)
    expect(await logIn(app, user, { password: password(won) })).toMatchObject({ value: { step: 'verify-device' } })
    expect(await reload(app, user)).toMatchObject({ version: user.version + 1 })
    expect(await messagesTo(app, user.email ?? '', 'account.password-changed')).toBe(1)
  })

  it('ASVS 15.4.2, 7.4.3: beside a reset by the helpdesk leaves one way in, and no session of before', async () => {
    const user = await makeLoginUser(app, zuyderland)
    const link = await linkOf(user)
    const caller = await asStaff(app, 'zuyderland', jesse)
    const receiptId = await receiptFor(app, caller, user, 'reset-password')
    const { version } = await reload(app, user)
    const [byLink, byStaff] = await Promise.all([
      reset(user, link, password(1)),
      callApi(caller, 'accounts.reset-password', {
        params: { id: user.id },
        basedOn: version,
        body: { receiptId, reason: 'beller herkend' },
      }),
    ])
    // Whoever came second found what the first had left: a dead link, or a newer version.
    expect([byLink.ok, byStaff.ok].filter(Boolean)).toHaveLength(1)
    if (!byLink.ok) expect(byLink.problem.code).toBe('code-expired')
    if (!byStaff.ok) expect(byStaff.problem.code).toBe('stale-version')
    app.clock.pass(60)
    expect((await logIn(app, user, { password: PASSWORD })).ok).toBe(false)
    const open = and(eq(sessions.portalUserId, user.id), isNull(sessions.endedAt))
    expect(await app.db.select().from(sessions).where(open)).toEqual([])
  })
})

describe('a ticket', () => {
  async function passwordTicket(user: PortalUserRow): Promise<string> {
    const step = { step: 'password', provider: user.provider, portalUserId: user.id } as const
    return app.db.transaction(async (tx) => (await issueTicket(tx, step, app.clock.now())).token)
  }
  const choose = (user: PortalUserRow, ticket: string, newPassword: string, userName?: string) =>
    callApi({ url: app.url }, 'session.choose-password', {
      params: { provider: user.provider },
      body: { ticket, newPassword, ...(userName === undefined ? {} : { userName }) },
    })

  it('ASVS 15.4.2: many first passwords at once are one, kept once in the history', async () => {
    const user = await makeLoginUser(app, laurens, { passwordTemporary: true })
    const ticket = await passwordTicket(user)
    const answers = await atOnce((index) => choose(user, ticket, password(index)))
    expect(codesOf(answers)).toEqual(oneAnd('ticket-expired'))
    const kept = await app.db.select().from(passwordHistory).where(eq(passwordHistory.portalUserId, user.id))
    expect(kept).toHaveLength(1)
  })

  it('ASVS 15.4.2: a user name can be chosen once, also of many at once', async () => {
    const user = await makeLoginUser(app, laurens, { passwordTemporary: true })
    const ticket = await passwordTicket(user)
    const answers = await atOnce((index) => choose(user, ticket, password(index), `eigen.naam${index}`))
    expect(codesOf(answers)).toEqual(oneAnd('ticket-expired'))
    const won = answers.findIndex((one) => one.ok)
    expect(await reload(app, user)).toMatchObject({ userName: `eigen.naam${won}`, userNameChanged: true })
  })

  it('ASVS 15.4.2: one user name goes to one of many accounts, whatever the case', async () => {
    const users = await Promise.all(Array.from({ length: MANY }, () => makeLoginUser(app, laurens, { passwordTemporary: true })))
    const tickets = await Promise.all(users.map(passwordTicket))
    const answers = await Promise.all(
      users.map((user, index) => choose(user, tickets[index] ?? '', password(index), index % 2 === 0 ? 'Een.Naam' : 'een.naam')),
    )
    expect(codesOf(answers)).toEqual(oneAnd('user-name-taken'))
    const named = await app.db.select().from(portalUsers).where(eq(portalUsers.userNameChanged, true))
    expect(named.filter((one) => one.userName.toLowerCase() === 'een.naam')).toHaveLength(1)
    // Whoever did not get it kept name and password as they were.
    const lost = users.find((_, index) => !answers[index]?.ok)
    if (!lost) throw new Error('Everybody got it.')
    expect(await reload(app, lost)).toMatchObject({ userName: lost.userName, passwordTemporary: true, version: lost.version })
  })
})
