/** Invited people: they accept after log-in (laurens) or by the log-in itself (zuyderland); declining ends the membership. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PANEL_RIGHTS } from '../../shared/domain/rights.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  type ClientRow,
  type GivenPortalUser,
  makeClient,
  makeMembership,
  makeProvider,
} from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import { logIn, makeLoginUser, problemOf, reload, withToken } from '../../tests/support/log-in.ts'

let app: TestApp
let laurens: ClientRow
let zuyderland: ClientRow
beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens', { deviceVerification: 'never' })
  await makeProvider(app, 'zuyderland', { deviceVerification: 'never' })
  laurens = await makeClient(app, 'laurens')
  zuyderland = await makeClient(app, 'zuyderland')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

const invited = (): GivenPortalUser => ({
  kind: 'contact',
  relation: 'buur',
  rights: [...PANEL_RIGHTS],
  invitedAt: app.clock.now(),
})

async function logInAs(user: Awaited<ReturnType<typeof makeLoginUser>>) {
  const answer = await logIn(app, user)
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('Not signed in.')
  return withToken(app, answer.value.tokens.accessToken)
}

describe('accepted in the portal', () => {
  it('closes every part until then, says who invited, and opens what was ticked', async () => {
    const administrator = await makeLoginUser(app, laurens, { name: 'Tineke Hofstra' })
    const user = await makeLoginUser(app, laurens, { ...invited(), invitedBy: administrator.id })
    const caller = await logInAs(user)
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({
      panels: ['notifications'],
      invitation: { by: 'Tineke Hofstra', at: user.invitedAt?.toISOString() },
    })
    expect(problemOf(await callApi(caller, 'clients.own-persons', {}))).toBe('invitation-open')
    expect(await mustCall(caller, 'session.accept-invitation', {})).toEqual({ ok: true })
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({
      panels: ['care-team', 'contact-persons', 'notifications', 'profile-settings'],
      invitation: null,
    })
    expect((await callApi(caller, 'clients.own-persons', {})).ok).toBe(true)
    expect(await reload(app, user)).toMatchObject({ acceptedAt: app.clock.now(), version: user.version + 1 })
    expect(problemOf(await callApi(caller, 'session.accept-invitation', {}))).toBe('not-open')
    expect(problemOf(await callApi(caller, 'session.decline-invitation', {}))).toBe('not-open')
  })

  it('without an administrator who invited, the provider did', async () => {
    const caller = await logInAs(await makeLoginUser(app, laurens, invited()))
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({ invitation: { by: 'Laurens' } })
  })

  it('declined: the membership and its sessions end, another membership stays', async () => {
    const user = await makeLoginUser(app, laurens, invited())
    const mother = await makeClient(app, 'laurens', { name: 'Mevr. T. Essers' })
    const other = await makeMembership(app, user, { kind: 'representative', clientId: mother.id })
    const caller = await asPortalUser(app, user)
    const elsewhere = await asPortalUser(app, { ...user, membershipId: other.id })
    expect(await mustCall(caller, 'session.decline-invitation', {})).toEqual({ ok: true })
    expect(problemOf(await callApi(caller, 'session.me', {}))).toBe('signed-out')
    expect(await mustCall(elsewhere, 'session.memberships', {})).toMatchObject({ rows: [{ id: other.id, current: true }] })
    expect(await mustCall(await logInAs(user), 'session.me', {})).toMatchObject({ client: { name: 'Mevr. T. Essers' } })
  })

  it('declined, and nothing else: there is no access any more', async () => {
    const user = await makeLoginUser(app, laurens, invited())
    await mustCall(await logInAs(user), 'session.decline-invitation', {})
    expect(problemOf(await logIn(app, user))).toBe('no-access')
  })

  it('ASVS 15.4.2: of ten answers at once one counts', async () => {
    const user = await makeLoginUser(app, laurens, invited())
    const caller = await asPortalUser(app, user)
    const answers = await Promise.all(Array.from({ length: 10 }, () => callApi(caller, 'session.accept-invitation', {})))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await reload(app, user)).toMatchObject({ version: user.version + 1 })
  })
})

describe('accepted by the log-in', () => {
  it('opens at once what was ticked', async () => {
    const user = await makeLoginUser(app, zuyderland, { ...invited(), rights: ['details'] })
    const caller = await logInAs(user)
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({
      invitation: null,
      panels: ['care-team', 'contact-persons', 'notifications'],
    })
    expect(await reload(app, user)).toMatchObject({ acceptedAt: app.clock.now(), version: user.version + 1 })
  })

  it('sees only a photo when nothing was ticked', async () => {
    const caller = await logInAs(await makeLoginUser(app, zuyderland, { ...invited(), rights: [] }))
    expect((await mustCall(caller, 'session.me', {})).panels).toEqual(['notifications'])
    expect(problemOf(await callApi(caller, 'clients.own-persons', {}))).toBe('forbidden')
  })
})
