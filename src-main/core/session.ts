/**
 * Signing in at the workstation: signed-out → code → signed-in ↔ locked. Locking and signing out take effect at once,
 * whatever call is still on its way; steps that ask the portal are taken one at a time.
 */
import type { Tokens } from '../../shared/api/session.ts'
import { IDLE_LOCK_MINUTES, type SessionState } from '../../shared/bridge/channels.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import type { Problem, ProblemCode } from '../../shared/domain/problems.ts'
import type { StaffSession } from '../../shared/domain/staff.ts'
import { createIdleLock } from './idle-lock.ts'
import { createInOrder } from './in-order.ts'
import type { PortalClient } from './portal-client.ts'
import type { Clock } from './ports.ts'
import type { Refuser } from './refuse.ts'
import type { SessionKeeper } from './session-keeper.ts'

type Place =
  | { readonly at: 'signed-out'; readonly problem: Problem | null }
  | { readonly at: 'code'; readonly email: string; readonly expiresAt: string; readonly ticket: string }
  | { readonly at: 'signed-in'; readonly session: StaffSession }
  | { readonly at: 'locked'; readonly session: StaffSession; readonly since: string }

export interface Session {
  /** As it is now; an idle lock that is due has then taken effect. */
  state(): SessionState
  signIn(email: string, password: string): Promise<Result<SessionState>>
  code(code: string): Promise<Result<SessionState>>
  back(): SessionState
  switchTo(provider: string): Promise<Result<SessionState>>
  confirm(code: string): Promise<Result<SessionState>>
  lock(): SessionState
  unlock(code: string): Promise<Result<SessionState>>
  signOut(): Promise<SessionState>
  /** The person is at work. */
  active(): void
  /** The portal says that the session is over. */
  lost(problem: Problem): void
  /** Tokens were replaced by newer ones of the same session. */
  rotated(tokens: Tokens): Promise<void>
  /** Takes up a session kept from before; it comes back locked. */
  restore(): Promise<void>
  /** The program ends: what is not kept is revoked. */
  end(): Promise<void>
}

export interface SessionDeps {
  readonly client: PortalClient
  readonly clock: Clock
  readonly refuser: Refuser
  readonly keeper: SessionKeeper
  readonly workstation: string
  /** Somebody is in, with the key of what they keep on this machine; before the screen hears of it. */
  readonly opened: (session: StaffSession, draftKey: string) => Promise<Result<true>>
  /** Nobody is in any more; only after `opened`. */
  readonly closed: () => void
  readonly changed: (state: SessionState) => void
}

/** How long signing out waits for the portal to hear of it. */
const REVOKE_WITHIN_MS = 3_000

/** Answers to the code after which the ticket is worth nothing. */
const ENDS_THE_TICKET: readonly ProblemCode[] = ['ticket-expired', 'no-access', 'account-blocked']

export function createSession(deps: SessionDeps): Session {
  const { client, clock, refuser, keeper } = deps
  const inOrder = createInOrder()
  let place: Place = { at: 'signed-out', problem: null }
  let open = false
  const idle = createIdleLock(clock, IDLE_LOCK_MINUTES, () => lock())

  function become(next: Place): SessionState {
    const entered = next.at === 'signed-in' && place.at !== 'signed-in'
    place = next
    if (entered) idle.start()
    if (next.at !== 'signed-in') idle.stop()
    const state = stateOf(place)
    deps.changed(state)
    return state
  }

  function lock(): SessionState {
    if (place.at !== 'signed-in') return stateOf(place)
    return become({ at: 'locked', session: place.session, since: clock.now().toISOString() })
  }

  /** Ends the session here; the tokens are returned for revoking. */
  function leave(problem: Problem | null): Tokens | null {
    const tokens = client.access.current()
    client.access.begin(null)
    if (open) deps.closed()
    open = false
    if (place.at !== 'signed-out' || problem) become({ at: 'signed-out', problem })
    return tokens
  }

  async function revoke(tokens: Tokens | null): Promise<void> {
    if (!tokens) return
    // Best effort: without a connection the tokens end by their own time.
    const patience = new AbortController()
    const takeBack = clock.after(REVOKE_WITHIN_MS, () => patience.abort())
    await client.call('session.logout', { body: { refreshToken: tokens.refreshToken } }, patience.signal)
    takeBack()
  }

  async function giveUp(problem: Problem): Promise<Result<never>> {
    await revoke(leave(problem))
    await keeper.forget()
    return { ok: false, problem }
  }

  /** Fetches who is in and opens what they keep here. Ends the session when that does not succeed. */
  async function enter(): Promise<Result<StaffSession>> {
    const began = client.access.session()
    const me = await client.call('session.staff-me', {})
    const key = me.ok ? await client.call('session.draft-key', {}) : me
    if (client.access.session() !== began) return refuser.refuse('signed-out')
    if (!me.ok) return giveUp(me.problem)
    if (!key.ok) return giveUp(key.problem)
    if (open) deps.closed()
    open = true
    const opened = await deps.opened(me.value, key.value.key)
    if (client.access.session() !== began) return refuser.refuse('signed-out')
    if (!opened.ok) return giveUp(opened.problem)
    const tokens = client.access.current()
    if (tokens) await keeper.keep({ tokens, session: me.value })
    return ok(me.value)
  }

  /** Begins with new tokens, unless someone signed out meanwhile: then they are revoked at once. */
  async function begin(tokens: Tokens, expected: number): Promise<boolean> {
    if (client.access.session() !== expected) {
      await revoke(tokens)
      return false
    }
    client.access.begin(tokens)
    return true
  }

  async function code(typed: string): Promise<Result<SessionState>> {
    if (place.at !== 'code') return refuser.refuse('ticket-expired')
    const began = client.access.session()
    const { ticket } = place
    const answer = await client.call('session.staff-code', { body: { ticket, code: typed, workstation: deps.workstation } })
    if (!answer.ok) {
      const over = ENDS_THE_TICKET.includes(answer.problem.code) && client.access.session() === began
      if (over) become({ at: 'signed-out', problem: answer.problem })
      return answer
    }
    if (!(await begin(answer.value.tokens, began))) return refuser.refuse('signed-out')
    const entered = await enter()
    return entered.ok ? ok(become({ at: 'signed-in', session: entered.value })) : entered
  }

  async function switchTo(provider: string): Promise<Result<SessionState>> {
    if (place.at === 'locked') return refuser.refuse('locked')
    if (place.at !== 'signed-in') return refuser.refuse('signed-out')
    if (place.session.provider === provider) return ok(stateOf(place))
    const began = client.access.session()
    const answer = await client.call('session.staff-switch', { body: { provider } })
    if (!answer.ok) return answer
    if (!(await begin(answer.value.tokens, began))) return refuser.refuse('signed-out')
    const entered = await enter()
    return entered.ok ? ok(update(entered.value)) : entered
  }

  /** A newer view of who is in. A lock that came meanwhile stays. */
  function update(session: StaffSession): SessionState {
    if (place.at === 'locked') return become({ ...place, session })
    return become({ at: 'signed-in', session })
  }

  async function confirm(typed: string): Promise<Result<StaffSession>> {
    if (place.at !== 'signed-in' && place.at !== 'locked') return refuser.refuse('signed-out')
    const began = client.access.session()
    const { session } = place
    const answer = await client.call('session.staff-confirm', { body: { code: typed } })
    if (!answer.ok) return answer
    if (client.access.session() !== began) return refuser.refuse('signed-out')
    return ok({ ...session, confirmedAt: answer.value.confirmedAt })
  }

  async function unlock(typed: string): Promise<Result<SessionState>> {
    if (place.at === 'signed-in') return ok(stateOf(place))
    const confirmed = await confirm(typed)
    if (!confirmed.ok) return confirmed
    const entered = open ? confirmed : await enter()
    return entered.ok ? ok(become({ at: 'signed-in', session: entered.value })) : entered
  }

  return {
    state() {
      idle.check()
      return stateOf(place)
    },
    signIn: (email, password) =>
      inOrder(async () => {
        if (place.at === 'signed-in' || place.at === 'locked') return ok(stateOf(place))
        const answer = await client.call('session.staff-login', { body: { email, password } })
        if (!answer.ok) return answer
        return ok(become({ at: 'code', email, ...answer.value }))
      }),
    code: (typed) => inOrder(() => code(typed)),
    back() {
      if (place.at !== 'code') return stateOf(place)
      // A code that is still on its way may not sign anybody in after this.
      client.access.begin(null)
      return become({ at: 'signed-out', problem: null })
    },
    switchTo: (provider) => inOrder(() => switchTo(provider)),
    confirm: (typed) =>
      inOrder(async () => {
        if (place.at === 'locked') return refuser.refuse('locked')
        const confirmed = await confirm(typed)
        return confirmed.ok ? ok(update(confirmed.value)) : confirmed
      }),
    lock,
    unlock: (typed) => inOrder(() => unlock(typed)),
    async signOut() {
      const tokens = leave(null)
      const state = place.at === 'signed-out' && place.problem ? become({ at: 'signed-out', problem: null }) : stateOf(place)
      await keeper.forget()
      await revoke(tokens)
      return state
    },
    active: () => idle.touch(),
    lost(problem) {
      if (!client.access.current()) return
      leave(problem)
      void keeper.forget()
    },
    async rotated(tokens) {
      if (place.at === 'signed-in' || place.at === 'locked') await keeper.keep({ tokens, session: place.session })
    },
    async restore() {
      const kept = await keeper.load()
      if (!kept || Date.parse(kept.tokens.refreshExpiresAt) <= clock.now().getTime()) return
      client.access.begin(kept.tokens)
      become({ at: 'locked', session: kept.session, since: clock.now().toISOString() })
    },
    async end() {
      idle.stop()
      if (!keeper.keeps) await revoke(client.access.current())
    },
  }
}

function stateOf(place: Place): SessionState {
  switch (place.at) {
    case 'signed-out':
      return { state: 'signed-out', problem: place.problem }
    case 'code':
      return { state: 'code', email: place.email, expiresAt: place.expiresAt }
    case 'signed-in':
      return { state: 'signed-in', session: place.session }
    case 'locked':
      return { state: 'locked', session: place.session, since: place.since }
    default: {
      const never: never = place
      return never
    }
  }
}
