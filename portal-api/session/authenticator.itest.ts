/** The authenticator of a careflex user: asked at every log-in, each code once, enrolled again after a wipe (norms.md 5). */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { callApi } from '../../tests/support/http.ts'
import { codeNow, logIn, makeLoginUser, messagesTo, otherCode, problemOf, reload } from '../../tests/support/log-in.ts'
import { loginTickets, portalUsers } from '../db/schema/index.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'

let app: TestApp
let careflex: ClientRow

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  careflex = await makeClient(app, 'careflex')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

const params = { provider: 'careflex' }

async function withAuthenticator(): Promise<{ user: PortalUserRow; secret: string }> {
  const secret = newTotpSecret()
  const user = await makeLoginUser(app, careflex, { kind: 'organisation-contact', totpSecret: app.services.box.seal(secret) })
  return { user, secret }
}

async function ticketFor(user: PortalUserRow): Promise<string> {
  const answer = await logIn(app, user)
  if (!answer.ok || answer.value.step !== 'authenticator') throw new Error(`no authenticator: ${JSON.stringify(answer)}`)
  return answer.value.ticket
}

const verify = (ticket: string, code: string) =>
  callApi({ url: app.url }, 'session.verify-authenticator', { params, body: { ticket, code } })

describe('the authenticator', () => {
  it('is asked after the password, and its code lets in', async () => {
    const { user, secret } = await withAuthenticator()
    const ticket = await ticketFor(user)
    const done = await verify(ticket, codeNow(app, secret))
    expect(done.ok && done.value).toMatchObject({ step: 'signed-in', deviceToken: null })
  })

  it('a code works once, also of many at once', async () => {
    const { user, secret } = await withAuthenticator()
    const tickets = [await ticketFor(user), await ticketFor(user), await ticketFor(user)]
    const code = codeNow(app, secret)
    const answers = await Promise.all(tickets.map((ticket) => verify(ticket, code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok).map(problemOf)).toEqual(['code-wrong', 'code-wrong'])
  })

  it('after five wrong codes the log-in starts anew', async () => {
    const { user, secret } = await withAuthenticator()
    const ticket = await ticketFor(user)
    const wrong = otherCode(codeNow(app, secret))
    for (let guess = 0; guess < 5; guess += 1) expect(problemOf(await verify(ticket, wrong))).toBe('code-wrong')
    expect(problemOf(await verify(ticket, codeNow(app, secret)))).toBe('ticket-expired')
  })

  it('comes before an own password is chosen (ASVS 6.4.3)', async () => {
    const { user, secret } = await withAuthenticator()
    await app.db.update(portalUsers).set({ passwordTemporary: true }).where(eq(portalUsers.id, user.id))
    const done = await verify(await ticketFor(user), codeNow(app, secret))
    expect(done.ok && done.value.step).toBe('choose-password')
  })

  it('norm 5: once wiped it is enrolled again before anyone is in, and told to the owner', async () => {
    const { user } = await withAuthenticator()
    await app.db.update(portalUsers).set({ totpSecret: null, totpEnrol: true }).where(eq(portalUsers.id, user.id))
    const answer = await logIn(app, user)
    if (!answer.ok || answer.value.step !== 'enrol-authenticator') throw new Error('no enrolment')
    const { ticket, secret, uri } = answer.value
    expect(uri).toContain(`secret=${secret}`)
    expect(uri).toContain('issuer=Careflex%20Zorg%20Groep')
    const [row] = await app.db.select().from(loginTickets).where(eq(loginTickets.portalUserId, user.id))
    expect(row?.totpSecret).not.toContain(secret)

    const enrol = (code: string) => callApi({ url: app.url }, 'session.enrol-authenticator', { params, body: { ticket, code } })
    expect(problemOf(await enrol(otherCode(codeNow(app, secret))))).toBe('code-wrong')
    const done = await enrol(codeNow(app, secret))
    expect(done.ok && done.value.step).toBe('signed-in')
    expect(problemOf(await enrol(codeNow(app, secret)))).toBe('ticket-expired')
    expect(await reload(app, user)).toMatchObject({ totpEnrol: false, version: user.version + 1 })
    expect(await messagesTo(app, user.email ?? '', 'account.second-factor-enrolled')).toBe(1)

    app.clock.pass(30)
    const next = await verify(await ticketFor(user), codeNow(app, secret))
    expect(next.ok && next.value.step).toBe('signed-in')
  })
})
