/**
 * Stories of attackers, through HTTP as they would go about it: an impostor on the phone, a thief of a mailbox, a rogue member of staff,
 * a rogue administrator of a portal, somebody who guesses. What each of them meets is named after the norm.
 */
import { eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptCounters, contactDetails, portalUsers } from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { newTotpSecret } from '../../portal-api/platform/secrets/totp.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { asPortalUser, asStaff, makeClient, makeProvider, type PortalUserRow } from '../support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../support/http.ts'
import {
  type LoginStaff,
  makeLoginStaff,
  makeLoginUser,
  messagesTo,
  newestMessage,
  PASSWORD,
  problemOf,
  reload,
  WRONG_PASSWORD,
} from '../support/log-in.ts'
import { ADMINISTRATOR, EMPLOYEE, makeColleague, makeOrganisation } from '../support/portal-administrators.ts'
import { receiptFor, startVerification } from '../support/verified.ts'

const PROVIDERS = ['zuyderland', 'laurens', 'careflex'] as const

let app: TestApp
let jesse: LoginStaff
let desk: Record<(typeof PROVIDERS)[number], Caller>

beforeAll(async () => {
  app = await startTestApp()
  for (const id of PROVIDERS) await makeProvider(app, id)
  jesse = await makeLoginStaff(
    app,
    PROVIDERS.map((provider) => ({ provider, role: 'helpdesk' })),
  )
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  const [zuyderland, laurens, careflex] = await Promise.all(PROVIDERS.map((provider) => asStaff(app, provider, jesse)))
  if (!zuyderland || !laurens || !careflex) throw new Error('No desk.')
  desk = { zuyderland, laurens, careflex }
})

const withAuthenticator = () => ({ totpSecret: app.services.box.seal(newTotpSecret()) })

describe('a thief of a mailbox', () => {
  it('ASVS 6.4.3, 6.4.4: gets a new password there, and cannot prove enough on the phone to lose the second factor too', async () => {
    const jan = await makeColleague(app, await makeOrganisation(app, 'careflex'), EMPLOYEE, withAuthenticator())
    const refused = await startVerification(desk.careflex, jan, 'clear-second-factor', 'email')
    expect(refused).toMatchObject({ ok: false, status: 409, problem: { code: 'channel-too-weak' } })
    // A receipt for what the mailbox does prove is good for that alone.
    expect((await startVerification(desk.careflex, jan, 'reset-password', 'email')).ok).toBe(true)
    expect((await startVerification(desk.careflex, jan, 'clear-second-factor', 'sms')).ok).toBe(true)
  })
})

describe('a rogue member of staff', () => {
  it('rogue staff: opens one account again three times an hour, so that nobody beside them goes on guessing', async () => {
    const user = await makeLoginUser(app, await makeClient(app, 'laurens'))
    const tries: string[] = []
    for (let round = 0; round < 4; round += 1) {
      // As five wrong guesses leave it.
      const blocked = { failures: 5, blockedAt: app.clock.now() }
      await app.db.update(portalUsers).set(blocked).where(eq(portalUsers.id, user.id))
      const { version } = await reload(app, user)
      const body = { reason: 'belde weer' }
      const answer = await callApi(desk.laurens, 'accounts.unblock', { params: { id: user.id }, basedOn: version, body })
      tries.push(answer.ok ? 'ok' : answer.problem.code)
    }
    expect(tries).toEqual(['ok', 'ok', 'ok', 'too-many-attempts'])
    expect(await reload(app, user)).toMatchObject({ blockedAt: expect.any(Date) })
  })

  it('rogue staff: makes no account unheard, also where nobody had one: the addresses on record are told', async () => {
    const client = await makeClient(app, 'zuyderland', { name: 'Mevr. T. Essers' })
    const own = { provider: 'zuyderland', clientId: client.id, since: new Date(0), remarks: '', version: 1 }
    await app.db.insert(contactDetails).values([
      { ...own, id: newId(), kind: 'email', value: 'familie.essers@post.example' },
      { ...own, id: newId(), kind: 'phone-mobile', value: '+31612000001' },
      { ...own, id: newId(), kind: 'phone-home', value: '+31455000001' },
    ])
    const body = {
      owner: { kind: 'client', clientId: client.id },
      kind: 'representative',
      name: 'Een Medeplichtige',
      email: 'medeplichtige@post.example',
      mobile: '06 12000009',
      reason: 'zoon',
    } as const
    await mustCall(desk.zuyderland, 'accounts.create', { body })
    for (const to of ['familie.essers@post.example', '+31612000001'])
      expect([to, await messagesTo(app, to, 'account.account-made')]).toEqual([to, 1])
    expect(await messagesTo(app, 'medeplichtige@post.example', 'account.account-made')).toBe(0)
    const mail = await newestMessage(app, 'familie.essers@post.example', 'account.account-made')
    expect(mail?.body).toContain('Was u dit niet?')
    expect(mail?.body).not.toContain('Medeplichtige')
  })

  it('malicious names: writes no link, line or direction into the mail that a new account gets', async () => {
    const client = await makeClient(app, 'zuyderland')
    for (const name of ['Jan,\n\nBel 0900 1234', 'Jan http://kwaad.example', 'Jan\u202emoc', '<a href="x">Jan</a>'])
      expect(
        await callApi(desk.zuyderland, 'accounts.create', {
          body: {
            owner: { kind: 'client', clientId: client.id },
            kind: 'client',
            name,
            email: 'jan@post.example',
            mobile: '06 12000002',
            reason: 'nieuw',
          },
        }),
      ).toMatchObject({ status: 422, problem: { fields: [{ field: 'name', rule: 'name-format' }] } })
  })
})

describe('a rogue administrator of a portal', () => {
  it('ASVS 6.4.4, 8.2.2: adds somebody of another organisation, and cannot wipe their second factor', async () => {
    const [own, other] = [await makeOrganisation(app, 'careflex'), await makeOrganisation(app, 'careflex')]
    const boss = await makeColleague(app, own, ADMINISTRATOR)
    const victim = await makeColleague(app, other, EMPLOYEE, withAuthenticator())
    const added = await mustCall(await asPortalUser(app, boss), 'users.add-colleague', {
      body: { kind: 'existing', userId: victim.id, email: victim.email ?? '', place: {}, switches: EMPLOYEE },
    })
    const receiptId = await receiptFor(app, desk.careflex, boss, 'issue-wipe-code')
    const asked = { receiptId, reason: 'telefoon stuk', colleagueId: victim.id, channel: 'sms' } as const
    const { version } = await reload(app, boss)
    const issued = await callApi(desk.careflex, 'accounts.issue-wipe-code', {
      params: { id: boss.id },
      basedOn: version,
      body: asked,
    })
    expect(problemOf(issued)).toBe('account-elsewhere')
    const wipe = { params: { id: added.id }, basedOn: added.version, body: { code: '123456' } }
    expect(problemOf(await callApi(await asPortalUser(app, boss), 'users.wipe-second-factor', wipe))).toBe('account-elsewhere')
    expect((await reload(app, victim)).totpSecret).not.toBeNull()
  })

  it('ASVS 8.2.2: sees nothing of the person they added: no number, no date of birth, no other organisation', async () => {
    const [own, other] = [await makeOrganisation(app, 'careflex'), await makeOrganisation(app, 'careflex')]
    const boss = await makeColleague(app, own, ADMINISTRATOR)
    const victim = await makeColleague(app, other, EMPLOYEE, { birthDate: '1980-02-29' })
    const caller = await asPortalUser(app, boss)
    const { id } = await mustCall(caller, 'users.add-colleague', {
      body: { kind: 'existing', userId: victim.id, email: victim.email ?? '', place: {}, switches: EMPLOYEE },
    })
    const shown = JSON.stringify([
      await mustCall(caller, 'users.open', { params: { id } }),
      await mustCall(caller, 'users.list', {}),
    ])
    for (const never of [victim.mobile ?? '', (victim.mobile ?? '').slice(-8), '1980-02-29', other.id])
      expect(shown).not.toContain(never)
  })
})

describe('somebody who guesses', () => {
  const tryFrom = async (address: string, user: { readonly provider: string; readonly userName: string }, password: string) => {
    const response = await fetch(`${app.url}/v1/portals/${user.provider}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ userName: user.userName, password }),
    })
    return ((await response.json()) as { code?: string }).code ?? 'ok'
  }

  it('ASVS 6.3.1: at one account from many addresses is stopped as from one', async () => {
    const user: PortalUserRow = await makeLoginUser(app, await makeClient(app, 'laurens'))
    const codes: string[] = []
    for (let guess = 0; guess < 6; guess += 1) {
      codes.push(await tryFrom(`198.51.100.${guess}`, user, WRONG_PASSWORD))
      app.clock.pass(20)
    }
    expect(codes).toEqual([...Array.from({ length: 4 }, () => 'credentials-wrong'), 'account-blocked', 'account-blocked'])
    expect(await tryFrom('203.0.113.1', user, PASSWORD)).toBe('account-blocked')
  })

  it('ASVS 6.3.1: without waiting, from many addresses at once, has one try looked at', async () => {
    const user: PortalUserRow = await makeLoginUser(app, await makeClient(app, 'laurens'))
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, guess) => tryFrom(`198.51.100.${guess + 20}`, user, WRONG_PASSWORD)),
    )
    expect(codes.filter((code) => code !== 'too-many-attempts').length).toBeLessThanOrEqual(2)
  })

  it('ASVS 6.3.1: asks for passwords from one address for many names until the address has to wait', async () => {
    const forgot = async (address: string, userName: string) => {
      const response = await fetch(`${app.url}/v1/portals/laurens/forgot-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ userName, email: `${userName}@post.example` }),
      })
      return response.status
    }
    expect(await forgot('192.0.2.7', 'naam1')).toBe(200)
    await app.settled()
    const ofAddress = like(attemptCounters.key, 'recovery-address:%')
    await app.db.update(attemptCounters).set({ count: 59 }).where(ofAddress)
    const statuses: number[] = []
    for (let name = 2; name < 5; name += 1) statuses.push(await forgot('192.0.2.7', `naam${name}`))
    expect(statuses).toEqual([200, 429, 429])
    expect(await forgot('192.0.2.8', 'naam5')).toBe(200)
    await app.settled()
  })
})
