/**
 * The pair of tokens of the session. The refresh token rotates and a used one ends the session, so however many calls
 * find the access token spent, one renewal is on its way at a time. Tokens of a former session never overwrite those of
 * the present one.
 */
import type { Tokens } from '../../shared/api/session.ts'
import type { Problem } from '../../shared/domain/problems.ts'

/** What a renewal came to: `lost` ends the session, `failed` leaves it as it is. */
export type Renewal =
  | { readonly kind: 'renewed'; readonly accessToken: string }
  | { readonly kind: 'lost'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Asks the portal for a new pair: `tokens`, a refusal for good, or no answer. */
export type AskForTokens = (
  refreshToken: string,
) => Promise<{ readonly tokens: Tokens } | { readonly problem: Problem; readonly lost: boolean }>

export interface Access {
  current(): Tokens | null
  /** Counts sessions: a call that began under another number may not speak for this one. */
  session(): number
  /** A new session begins, or none with `null`. */
  begin(tokens: Tokens | null): void
  /** A token to try after `spent` was refused. */
  renew(spent: string): Promise<Renewal>
}

export interface AccessDeps {
  readonly ask: AskForTokens
  /** The pair was replaced within the session: to be kept. */
  readonly rotated: (tokens: Tokens) => Promise<void>
  /** The session is over on the portal's side. */
  readonly lost: (problem: Problem) => void
  readonly signedOut: () => Problem
}

export function createAccess(deps: AccessDeps): Access {
  let tokens: Tokens | null = null
  let session = 0
  let renewing: Promise<Renewal> | null = null

  async function renewOnce(of: number, refreshToken: string): Promise<Renewal> {
    const answer = await deps.ask(refreshToken)
    if (of !== session) return { kind: 'failed', problem: deps.signedOut() }
    if ('tokens' in answer) {
      tokens = answer.tokens
      await deps.rotated(answer.tokens)
      return { kind: 'renewed', accessToken: answer.tokens.accessToken }
    }
    if (!answer.lost) return { kind: 'failed', problem: answer.problem }
    deps.lost(answer.problem)
    return { kind: 'lost', problem: answer.problem }
  }

  return {
    current: () => tokens,
    session: () => session,
    begin(next) {
      session += 1
      tokens = next
      renewing = null
    },
    async renew(spent) {
      if (!tokens) return { kind: 'lost', problem: deps.signedOut() }
      if (tokens.accessToken !== spent) return { kind: 'renewed', accessToken: tokens.accessToken }
      if (renewing) return renewing
      const mine = renewOnce(session, tokens.refreshToken)
      renewing = mine
      try {
        return await mine
      } finally {
        if (renewing === mine) renewing = null
      }
    },
  }
}
