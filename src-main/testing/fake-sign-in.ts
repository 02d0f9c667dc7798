/** The signing in of the fake portal: one person, one code, short tokens that a test can let expire or revoke. */

import type { Route } from '../../shared/api/route.ts'
import type { Tokens } from '../../shared/api/session.ts'
import { makeProblem, type Problem } from '../../shared/domain/problems.ts'
import type { FakePortal, Seen } from './fake-portal.ts'
import { problemReply } from './fake-portal.ts'
import { DRAFT_KEY, sampleSession } from './samples.ts'

export const EMAIL = 'noor@desk.example'
export const PASSWORD = 'een lange zin als wachtwoord'
export const CODE = '123456'
export const WRONG_CODE = '000000'

export interface FakeSignIn {
  /** Lets the access token that is out expire; the refresh token still counts. */
  expireAccess(): void
  /** Ends the session: neither token counts any more. */
  endSession(): void
  /** How often a used refresh token came back. */
  reuses(): number
  provider(): string
  /** The session of a portal that was started again: the same tokens count. */
  adopt(former: FakeSignIn): void
  tokens(): { readonly access: string | null; readonly refresh: string | null; readonly count: number }
  /** Answers the routes of signing in. */
  install(portal: FakePortal): void
  /** The problem of a call without a valid token, where the route asks one. */
  problemOf(route: Route, call: Seen): Problem | null
  tokenProblem(authorization: string | undefined): Problem | null
}

export function createFakeSignIn(): FakeSignIn {
  let count = 0
  let access: string | null = null
  let refresh: string | null = null
  let provider = 'cordaan'
  let reuses = 0

  function issue(): Tokens {
    count += 1
    access = `access-${count}`
    refresh = `refresh-${count}`
    return {
      accessToken: access,
      accessExpiresAt: '2026-11-23T09:10:00.000Z',
      refreshToken: refresh,
      refreshExpiresAt: '2099-01-01T00:00:00.000Z',
    }
  }

  const tokenProblem = (authorization: string | undefined): Problem | null =>
    access !== null && authorization === `Bearer ${access}` ? null : makeProblem('signed-out', 'nl')

  return {
    expireAccess() {
      access = 'expired'
    },
    endSession() {
      access = null
      refresh = null
    },
    reuses: () => reuses,
    provider: () => provider,
    tokens: () => ({ access, refresh, count }),
    adopt(former) {
      ;({ access, refresh, count } = former.tokens())
    },
    tokenProblem,
    problemOf: (route, call) => (route.who.kind === 'public' ? null : tokenProblem(call.headers['authorization'])),
    install(portal) {
      portal.answer('session.staff-login', ({ body }) =>
        body.email === EMAIL && body.password === PASSWORD
          ? { value: { ticket: 'ticket-1', expiresAt: '2026-11-23T09:05:00.000Z' } }
          : problemReply('credentials-wrong'),
      )
      portal.answer('session.staff-code', ({ body }) => {
        if (body.ticket !== 'ticket-1') return problemReply('ticket-expired')
        if (body.code !== CODE) return problemReply('code-wrong', { left: 4 })
        provider = body.provider ?? 'cordaan'
        return { value: { tokens: issue(), provider, memberships: sampleSession().memberships } }
      })
      portal.answer('session.refresh', ({ body }) => {
        if (refresh !== null && body.refreshToken === refresh) return { value: issue() }
        reuses += 1
        return problemReply('signed-out')
      })
      portal.answer('session.logout', ({ body }) => {
        if (body.refreshToken === refresh) {
          access = null
          refresh = null
        }
        return { value: { ok: true } }
      })
      portal.answer('session.staff-switch', ({ body }) => {
        provider = body.provider
        return { value: { tokens: issue() } }
      })
      portal.answer('session.staff-confirm', ({ body }) =>
        body.code === CODE ? { value: { confirmedAt: '2026-11-23T09:30:00.000Z' } } : problemReply('code-wrong', { left: 4 }),
      )
      portal.answer('session.staff-me', () => ({ value: sampleSession(provider) }))
      portal.answer('session.draft-key', () => ({ value: { key: DRAFT_KEY } }))
    },
  }
}
