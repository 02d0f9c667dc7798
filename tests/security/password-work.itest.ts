/**
 * ASVS 6.3.8: whether an account exists must not show in the time an answer takes. Time itself is no test; what takes it is
 * counted: hashes of passwords, which cost a hundred times as much as anything else.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newTotpSecret } from '../../portal-api/platform/secrets/totp.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { type ClientRow, makeClient, makeProvider, type PortalUserRow } from '../support/fixtures.ts'
import { callApi } from '../support/http.ts'
import { type LoginStaff, makeLoginStaff, makeLoginUser, PASSWORD, WRONG_PASSWORD } from '../support/log-in.ts'

const work = vi.hoisted(() => ({ hashes: 0 }))

vi.mock('../../portal-api/platform/secrets/passwords.ts', async (original) => {
  const real = await original<typeof import('../../portal-api/platform/secrets/passwords.ts')>()
  return {
    hashPassword: (password: string) => {
      work.hashes += 1
      return real.hashPassword(password)
    },
    verifyPassword: (password: string, hash: string | null) => {
      work.hashes += 1
      return real.verifyPassword(password, hash)
    },
  } satisfies typeof real
})

const PROVIDERS = ['cordaan', 'axxicom', 'zuyderland', 'laurens', 'careflex'] as const

let app: TestApp
const clients = new Map<string, ClientRow>()

beforeAll(async () => {
  app = await startTestApp()
  for (const id of PROVIDERS) {
    await makeProvider(app, id)
    clients.set(id, await makeClient(app, id))
  }
})
afterAll(() => app.stop())

function clientAt(provider: string): ClientRow {
  const client = clients.get(provider)
  if (!client) throw new Error(`No client at ${provider}.`)
  return client
}

/** Hashes until the answer and all that follows it is done. */
async function hashesOf(call: () => Promise<{ readonly status: number }>) {
  work.hashes = 0
  const { status } = await call()
  await app.settled()
  return { status, hashes: work.hashes }
}

const wrongLogin = (provider: string, userName: string) => () =>
  callApi({ url: app.url }, 'session.login', { params: { provider }, body: { userName, password: WRONG_PASSWORD } })

describe.each(PROVIDERS)('ASVS 6.3.8, norm 8: a log-in at %s', (provider) => {
  it('costs one hash, whoever the name is of', async () => {
    const now = app.clock.now()
    const kinds: Readonly<Record<string, Partial<PortalUserRow>>> = {
      known: {},
      'with an authenticator': { totpSecret: app.services.box.seal(newTotpSecret()) },
      'without a password': { passwordHash: null },
      blocked: { blockedAt: now, failures: 5 },
      ended: { endedAt: now },
      'with a temporary password that expired': { passwordTemporary: true, passwordExpiresAt: new Date(now.getTime() - 1) },
    }
    const unknown = await hashesOf(wrongLogin(provider, 'niemand@post.example'))
    expect(unknown).toEqual({ status: 401, hashes: 1 })
    for (const [kind, given] of Object.entries(kinds)) {
      const user = await makeLoginUser(app, clientAt(provider), given)
      expect([kind, await hashesOf(wrongLogin(provider, user.userName))]).toEqual([kind, unknown])
    }
  })

  it('that still has to wait costs none, whoever the name is of', async () => {
    const user = await makeLoginUser(app, clientAt(provider))
    for (const userName of [user.userName, 'ook.niemand@post.example']) {
      await wrongLogin(provider, userName)()
      await wrongLogin(provider, userName)()
      expect(await hashesOf(wrongLogin(provider, userName))).toEqual({ status: 429, hashes: 0 })
    }
  })
})

describe.each(PROVIDERS.filter((id) => id !== 'cordaan'))('ASVS 6.3.8: a forgotten password at %s', (provider) => {
  it('costs one hash, whoever asks', async () => {
    const user = await makeLoginUser(app, clientAt(provider))
    const ended = await makeLoginUser(app, clientAt(provider), { endedAt: app.clock.now() })
    const asked = (userName: string, email: string) => () =>
      callApi({ url: app.url }, 'session.forgot-password', { params: { provider }, body: { userName, email } })
    for (const call of [
      asked('niemand@post.example', 'niemand@post.example'),
      asked(user.userName, user.email ?? ''),
      asked(user.userName, 'ander@post.example'),
      asked(ended.userName, ended.email ?? ''),
    ])
      expect(await hashesOf(call)).toEqual({ status: 200, hashes: 1 })
  })
})

describe('ASVS 6.3.8: a sign-in of staff', () => {
  it('costs one hash, whoever the address is of', async () => {
    const person: LoginStaff = await makeLoginStaff(app, [{ provider: 'laurens', role: 'helpdesk' }])
    const signIn = (email: string, password: string) => () =>
      callApi({ url: app.url }, 'session.staff-login', { body: { email, password } })
    const unknown = await hashesOf(signIn('niemand@staff.example', WRONG_PASSWORD))
    expect(unknown).toEqual({ status: 401, hashes: 1 })
    expect(await hashesOf(signIn(person.email, WRONG_PASSWORD))).toEqual(unknown)
    app.clock.pass(60)
    expect(await hashesOf(signIn(person.email, PASSWORD))).toEqual({ status: 200, hashes: 1 })
  })
})
