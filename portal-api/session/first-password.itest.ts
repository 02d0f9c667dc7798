/** The forced first change, and tickets of half-finished log-ins. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { type ClientRow, makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import { hashOf, logIn, makeLoginUser, messagesTo, OTHER_PASSWORD, problemOf, reload } from '../../tests/support/log-in.ts'

let app: TestApp
let cordaan: ClientRow
let axxicom: ClientRow

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom']) await makeProvider(app, id)
  cordaan = await makeClient(app, 'cordaan')
  axxicom = await makeClient(app, 'axxicom')
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

describe('a given or temporary password', () => {
  const firstPassword = () => hashOf('Eerste!Brief48Post')

  it('cordaan: must be replaced, and from then on the user name is the e-mail address on record', async () => {
    const user = await makeLoginUser(app, cordaan, {
      userName: 'brief104118',
      email: 'a.brandsma@post.example',
      passwordHash: await firstPassword(),
      passwordTemporary: true,
    })
    const step = await logIn(app, user, { password: 'Eerste!Brief48Post', organisation: 'cordaanhbh' })
    if (!step.ok || step.value.step !== 'choose-password') throw new Error('no choice')
    expect(step.value.userName).toBeNull()
    expect(step.value.rules.special).toBe(true)
    const choose = (newPassword: string, more: { userName?: string } = {}) =>
      callApi({ url: app.url, language: 'en' }, 'session.choose-password', {
        params: { provider: 'cordaan' },
        body: { ticket: step.value.step === 'choose-password' ? step.value.ticket : '', newPassword, ...more },
      })

    const refused = await choose('Zilver7Meeuw?Kade!')
    expect(refused.ok ? null : refused.problem).toMatchObject({
      code: 'password-refused',
      title: 'This password cannot be used: the character ? is not allowed.',
      params: { rule: 'character-forbidden' },
      fields: [{ field: 'newPassword', rule: 'character-forbidden' }],
    })
    expect(await choose('Welkom01!')).toMatchObject({ ok: false, problem: { params: { rule: 'common' } } })
    expect(await choose('Eerste!Brief48Post')).toMatchObject({ ok: false, problem: { params: { rule: 'unchanged' } } })
    expect(problemOf(await choose(OTHER_PASSWORD, { userName: 'eigen.naam' }))).toBe('user-name-fixed')

    const done = await choose(OTHER_PASSWORD)
    expect(done.ok && done.value.step).toBe('signed-in')
    expect(problemOf(await choose('Nog!Een58Keer&Anders'))).toBe('ticket-expired')
    expect(await reload(app, user)).toMatchObject({
      userName: 'a.brandsma@post.example',
      userNameChanged: true,
      passwordTemporary: false,
      passwordExpiresAt: null,
    })
    expect(await messagesTo(app, 'a.brandsma@post.example', 'account.password-changed')).toBe(1)
    expect(problemOf(await logIn(app, user, { password: OTHER_PASSWORD, organisation: 'cordaanhbh' }))).toBe('credentials-wrong')
    const renamed = await reload(app, user)
    expect((await logIn(app, renamed, { password: OTHER_PASSWORD, organisation: 'cordaanhbh' })).ok).toBe(true)
  })

  it('keeps the given user name when another account of the portal has the e-mail address', async () => {
    await makeLoginUser(app, cordaan, { userName: 'gedeeld@post.example' })
    const user = await makeLoginUser(app, cordaan, {
      userName: 'brief104119',
      email: 'gedeeld@post.example',
      passwordTemporary: true,
    })
    const step = await logIn(app, user, { organisation: 'cordaanhbh' })
    if (!step.ok || step.value.step !== 'choose-password') throw new Error('no choice')
    const done = await mustCall({ url: app.url }, 'session.choose-password', {
      params: { provider: 'cordaan' },
      body: { ticket: step.value.ticket, newPassword: OTHER_PASSWORD },
    })
    expect(done.step).toBe('signed-in')
    expect(await reload(app, user)).toMatchObject({ userName: 'brief104119', userNameChanged: false })
  })

  it('one that has run out is told so to who has it, and opens nothing', async () => {
    const user = await makeLoginUser(app, axxicom, { passwordTemporary: true, passwordExpiresAt: app.clock.now() })
    expect(problemOf(await logIn(app, user, { organisation: 'axxicom' }))).toBe('no-access')
  })

  it('a ticket is worth nothing for another step, at another portal, or after a quarter of an hour', async () => {
    const user = await makeLoginUser(app, axxicom, { passwordTemporary: true })
    const step = await logIn(app, user, { organisation: 'axxicom' })
    if (!step.ok || step.value.step !== 'choose-password') throw new Error('no choice')
    const { ticket } = step.value
    const verify = await callApi({ url: app.url }, 'session.verify-device', {
      params: { provider: 'axxicom' },
      body: { ticket, code: '123456' },
    })
    expect(problemOf(verify)).toBe('ticket-expired')
    const choose = (provider: string) =>
      callApi({ url: app.url }, 'session.choose-password', {
        params: { provider },
        body: { ticket, newPassword: OTHER_PASSWORD },
      })
    expect(problemOf(await choose('cordaan'))).toBe('ticket-expired')
    app.clock.pass(15 * 60)
    expect(problemOf(await choose('axxicom'))).toBe('ticket-expired')
  })
})
