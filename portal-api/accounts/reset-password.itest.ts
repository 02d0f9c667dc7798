import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  type GivenPortalUser,
  makeClient,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  type LoginStaff,
  logIn,
  makeLoginStaff,
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  problemOf,
  reload,
  sentCode,
} from '../../tests/support/log-in.ts'
import { deliveriesOf } from '../../tests/support/traces.ts'
import { receiptFor, trustDevices } from '../../tests/support/verified.ts'
import { accountEvents, auditEntries, callerVerifications, deliveries, idempotencyKeys, portalUsers } from '../db/schema/index.ts'

let app: TestApp
const client: Record<string, ClientRow> = {}
let jesse: LoginStaff
let desk: Caller

beforeAll(async () => {
  app = await startTestApp()
  const providers = ['laurens', 'cordaan']
  for (const id of providers) {
    await makeProvider(app, id)
    client[id] = await makeClient(app, id)
  }
  jesse = await makeLoginStaff(
    app,
    providers.map((provider) => ({ provider, role: 'helpdesk' })),
  )
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  desk = await asStaff(app, 'laurens', jesse)
})

function makeUser(provider = 'laurens', given: GivenPortalUser = {}) {
  const owner = client[provider]
  if (!owner) throw new Error(provider)
  return makeLoginUser(app, owner, given)
}

describe('accounts.reset-password', () => {
  async function resetBy(caller: Caller, user: PortalUserRow) {
    const receiptId = await receiptFor(app, caller, user, 'reset-password')
    return callApi(caller, 'accounts.reset-password', {
      params: { id: user.id },
      basedOn: user.version,
      body: { receiptId, reason: 'wachtwoord kwijt' },
    })
  }

  it('cordaan, by link: norm 7 (ASVS 7.4.3) everything old is dead at once, the old password too; the link gives a new one', async () => {
    const user = await makeUser('cordaan', { blockedAt: app.clock.now(), failures: 5 })
    const caller = await asStaff(app, 'cordaan', jesse)
    await trustDevices(app, user)
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

  it('norm 4 (ASVS 6.4.1, 6.4.6): staff never see the secret: no answer, event, audit line or timeline holds it', async () => {
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
    const carrying = (await deliveriesOf(app, {})).filter((row) => row.body.includes(secret))
    expect(carrying.map((row) => [row.toAddress, row.holdsSecret])).toEqual([[user.email, true]])
    expect(JSON.stringify(await app.db.select().from(deliveries))).not.toContain(secret)
  })

  it('norm 4 (ASVS 6.4.3): does not pass device verification, and ends in an own password', async () => {
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
