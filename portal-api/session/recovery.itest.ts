/** Wachtwoord vergeten; norms.md 3, 4, 6, 7, 8. */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  type ClientRow,
  type GivenPortalUser,
  makeClient,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import {
  logIn,
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  PASSWORD,
  problemOf,
  reload,
  sentCode,
} from '../../tests/support/log-in.ts'
import { accountEvents, portalUsers, recoveryLinks, trustedDevices } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
const client: Record<string, ClientRow> = {}

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'zuyderland', 'laurens']) {
    await makeProvider(app, id)
    client[id] = await makeClient(app, id)
  }
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

function makeUser(provider: string, given: GivenPortalUser = {}) {
  const owner = client[provider]
  if (!owner) throw new Error(provider)
  return makeLoginUser(app, owner, given)
}

/** Asks for a new password, and waits for what goes on after the answer. */
async function forgot(user: Pick<PortalUserRow, 'provider' | 'userName'>, email: string) {
  const answer = await callApi({ url: app.url }, 'session.forgot-password', {
    params: { provider: user.provider },
    body: { userName: user.userName, email },
  })
  await app.settled()
  return answer
}

async function linkTo(email: string): Promise<string> {
  const message = await newestMessage(app, email, 'session.recovery-link')
  const link = /wachtwoord-herstellen#([\w-]+)/.exec(message?.body ?? '')?.[1]
  if (!link) throw new Error(`No link was sent to ${email}.`)
  return link
}

async function temporaryTo(email: string): Promise<string> {
  const message = await newestMessage(app, email, 'session.temporary-password')
  const password = /wachtwoord is: (\S+)/.exec(message?.body ?? '')?.[1]
  if (!password) throw new Error(`No password was sent to ${email}.`)
  return password
}

const reset = (user: PortalUserRow, link: string, newPassword: string, userName = user.userName) =>
  callApi({ url: app.url }, 'session.reset-password', {
    params: { provider: user.provider },
    body: { link, userName, newPassword },
  })

describe('norm 8 (ASVS 6.3.8): a forgotten password answers alike for known and unknown', () => {
  it('same answer; a message goes out only to the address on record of the account named', async () => {
    const user = await makeUser('zuyderland')
    const [known, unknown, otherAddress, ended] = [
      await forgot(user, (user.email ?? '').toUpperCase()),
      await forgot({ provider: 'zuyderland', userName: 'bestaat.niet' }, 'iemand@post.example'),
      await forgot(user, 'aanvaller@post.example'),
      await forgot(await makeUser('zuyderland', { endedAt: app.clock.now(), email: 'weg@post.example' }), 'weg@post.example'),
    ]
    for (const answer of [known, unknown, otherAddress, ended]) expect(answer).toMatchObject({ status: 200, value: { ok: true } })
    expect(await messagesTo(app, user.email ?? '', 'session.recovery-link')).toBe(1)
    for (const address of ['iemand@post.example', 'aanvaller@post.example', 'weg@post.example'])
      expect(await newestMessage(app, address)).toBeNull()
  })

  it('norm 2: five an hour for one name, known or not, and others go on', async () => {
    const user = await makeUser('zuyderland')
    for (const name of [user.userName, 'bestaat.niet.ook']) {
      for (let request = 0; request < 5; request += 1)
        expect((await forgot({ provider: 'zuyderland', userName: name }, 'x@post.example')).ok).toBe(true)
      const answer = await forgot({ provider: 'zuyderland', userName: name }, 'x@post.example')
      expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'too-many-attempts', params: { seconds: 3600 } })
    }
    expect((await forgot(await makeUser('zuyderland'), 'x@post.example')).ok).toBe(true)
  })

  it('a portal without it does not have it', async () => {
    expect(problemOf(await forgot(await makeUser('cordaan'), 'x@post.example'))).toBe('not-found')
  })
})

describe('recovery by a link (zuyderland)', () => {
  it('changes nothing until it is used: the current password still works', async () => {
    const user = await makeUser('axxicom')
    await forgot(user, user.email ?? '')
    expect((await logIn(app, user, { organisation: 'axxicom' })).ok).toBe(true)
    expect((await reload(app, user)).version).toBe(user.version)
  })

  it('norm 3 (ASVS 6.5.1, 6.5.5): random, kept as a hash, good once and for ten minutes, for its own user name alone', async () => {
    const user = await makeUser('zuyderland')
    await forgot(user, user.email ?? '')
    const link = await linkTo(user.email ?? '')
    const rows = await app.db.select().from(recoveryLinks).where(eq(recoveryLinks.portalUserId, user.id))
    expect(JSON.stringify(rows)).not.toContain(link)
    expect(problemOf(await reset(user, link, OTHER_PASSWORD, 'iemand.anders'))).toBe('code-expired')
    expect(problemOf(await reset(user, `${link}x`, OTHER_PASSWORD))).toBe('code-expired')
    expect(problemOf(await reset({ ...user, provider: 'axxicom' }, link, OTHER_PASSWORD))).toBe('code-expired')
    expect(await reset(user, link, 'kort')).toMatchObject({
      problem: { code: 'password-refused', params: { rule: 'too-short' } },
    })

    const answers = await Promise.all(Array.from({ length: 5 }, () => reset(user, link, OTHER_PASSWORD)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(problemOf(await reset(user, link, 'Nog!Een58Keer&Anders'))).toBe('code-expired')

    await forgot(user, user.email ?? '')
    const late = await linkTo(user.email ?? '')
    app.clock.pass(600)
    expect(problemOf(await reset(user, late, 'Nog!Een58Keer&Anders'))).toBe('code-expired')
  })

  it('a second link makes the first worth nothing', async () => {
    const user = await makeUser('zuyderland')
    await forgot(user, user.email ?? '')
    const first = await linkTo(user.email ?? '')
    await forgot(user, user.email ?? '')
    expect(problemOf(await reset(user, first, OTHER_PASSWORD))).toBe('code-expired')
    expect((await reset(user, await linkTo(user.email ?? ''), OTHER_PASSWORD)).ok).toBe(true)
  })

  it('norm 7 (ASVS 7.4.3): ends every session, half-finished log-in, trusted device and link; norm 6 (63B §4.6): told to all addresses', async () => {
    const user = await makeUser('zuyderland')
    const caller = await asPortalUser(app, user)
    const half = await logIn(app, user)
    if (!half.ok || half.value.step !== 'verify-device') throw new Error('no code')
    const halfCode = await sentCode(app, user.mobile ?? '')
    await app.db.insert(trustedDevices).values({
      id: newId(),
      portalUserId: user.id,
      tokenHash: 'x',
      label: 'oud',
      trustedAt: app.clock.now(),
      lastUsedAt: app.clock.now(),
    })
    await forgot(user, user.email ?? '')
    const link = await linkTo(user.email ?? '')
    expect((await reset(user, link, OTHER_PASSWORD)).ok).toBe(true)

    expect(problemOf(await callApi(caller, 'session.me', {}))).toBe('signed-out')
    const finish = await callApi({ url: app.url }, 'session.verify-device', {
      params: { provider: 'zuyderland' },
      body: { ticket: half.value.ticket, code: halfCode },
    })
    expect(problemOf(finish)).toBe('ticket-expired')
    const trusted = await app.db
      .select()
      .from(trustedDevices)
      .where(and(eq(trustedDevices.portalUserId, user.id), isNull(trustedDevices.forgottenAt)))
    expect(trusted).toEqual([])
    expect(await messagesTo(app, user.email ?? '', 'account.password-changed')).toBe(1)
    expect(await messagesTo(app, user.mobile ?? '', 'account.password-changed')).toBe(1)
    const notice = await newestMessage(app, user.email ?? '', 'account.password-changed')
    expect(notice?.body).toContain('Was u dit niet? Neem meteen contact op met helpdesk@zuyderland.example.')
  })

  it('norm 4 (ASVS 6.4.3): passes no device verification, and frees a blocked account where the portal says so', async () => {
    const user = await makeUser('zuyderland', { blockedAt: app.clock.now(), failures: 5 })
    await forgot(user, user.email ?? '')
    expect((await reload(app, user)).blockedAt).not.toBeNull()
    await reset(user, await linkTo(user.email ?? ''), OTHER_PASSWORD)
    expect(await reload(app, user)).toMatchObject({ blockedAt: null, failures: 0 })
    const step = await logIn(app, user, { password: OTHER_PASSWORD })
    expect(step.ok && step.value.step).toBe('verify-device')
  })

  it('norm 6 (63B §4.6, ASVS 6.3.7): an address that was changed hears of it for a week, and receives no link in that week', async () => {
    const user = await makeUser('zuyderland')
    const changed = `nieuw.${user.id}@post.example`
    await app.db.update(portalUsers).set({ email: changed, emailSince: app.clock.now() }).where(eq(portalUsers.id, user.id))
    await forgot(user, changed)
    expect(await newestMessage(app, changed)).toBeNull()

    const caller = await asPortalUser(app, user)
    const body = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }
    await mustCall(caller, 'session.change-password', { body })
    for (const address of [changed, user.email ?? '', user.mobile ?? ''])
      expect(await messagesTo(app, address, 'account.password-changed')).toBe(1)

    app.clock.pass(7 * 86_400)
    await forgot(user, changed)
    expect(await messagesTo(app, changed, 'session.recovery-link')).toBe(1)
    await reset(user, await linkTo(changed), 'Nog!Een58Keer&Anders')
    expect(await messagesTo(app, user.email ?? '', 'account.password-changed')).toBe(1)
  })

  it('the database refuses a changed address without its date', async () => {
    const user = await makeUser('zuyderland')
    const change = app.db.update(portalUsers).set({ mobile: '+31600000000' }).where(eq(portalUsers.id, user.id))
    await expect(change).rejects.toThrow()
    expect((await reload(app, user)).mobile).toBe(user.mobile)
  })
})

describe('recovery by a temporary password (laurens)', () => {
  it('keeps to the rules, frees the block, dies after an hour, and must be replaced behind device verification', async () => {
    const user = await makeUser('laurens', { blockedAt: app.clock.now(), failures: 5 })
    const caller = await asPortalUser(app, user)
    await forgot(user, user.email ?? '')
    const temporary = await temporaryTo(user.email ?? '')
    expect(temporary).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)\S{16}$/)
    expect(await reload(app, user)).toMatchObject({
      blockedAt: null,
      failures: 0,
      passwordTemporary: true,
      passwordExpiresAt: new Date(app.clock.now().getTime() + 3_600_000),
    })
    expect(problemOf(await callApi(caller, 'session.me', {}))).toBe('signed-out')
    expect(problemOf(await logIn(app, user))).toBe('credentials-wrong')
    app.clock.pass(1)

    const step = await logIn(app, user, { password: temporary })
    if (!step.ok || step.value.step !== 'verify-device') throw new Error('no code')
    const next = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'laurens' },
      body: { ticket: step.value.ticket, code: await sentCode(app, user.mobile ?? '') },
    })
    expect(next.step).toBe('choose-password')
    app.clock.pass(3600)
    expect(problemOf(await logIn(app, user, { password: temporary }))).toBe('no-access')
    const types = (await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))).map(
      (row) => row.type,
    )
    expect(types).toEqual(expect.arrayContaining(['reset-sent', 'unblocked', 'code-sent']))
  })

  it('two requests give two different passwords, and the first is dead', async () => {
    const user = await makeUser('laurens')
    await forgot(user, user.email ?? '')
    const first = await temporaryTo(user.email ?? '')
    await forgot(user, user.email ?? '')
    expect(await temporaryTo(user.email ?? '')).not.toBe(first)
    expect(problemOf(await logIn(app, user, { password: first }))).toBe('credentials-wrong')
  })
})
