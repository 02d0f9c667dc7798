/**
 * The portal's routes as calls, made from the one table: path, version, request id and token go where the route says.
 * Every answer is checked against the route's schema; what may be expected comes back as a problem, never as an exception.
 */
import type { CallOf, OutputOf, Route } from '../../shared/api/route.ts'
import { pathOf } from '../../shared/api/route.ts'
import { API, type Api, type RouteName } from '../../shared/api/table.ts'
import { ok, type Result, refused } from '../../shared/bridge/result.ts'
import { type Access, type AccessDeps, createAccess } from './access.ts'
import { type Outcome, outcomeOf, type Reading } from './portal-answer.ts'
import type { HttpAnswer, PortalHttp, StreamAnswer } from './portal-http.ts'

/** A call of any route, as the dispatcher has it after its check against the route's schemas. */
export interface AnyCall {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly basedOn?: number | undefined
  readonly requestId?: string | undefined
}

export interface PortalClient {
  readonly access: Access
  /** The value, or the problem. */
  call<N extends RouteName>(name: N, call: CallOf<Api[N]>, signal?: AbortSignal): Promise<Result<OutputOf<Api[N]>>>
  /** As `call`, for whoever must know whether the portal decided (the send queue). */
  attempt(route: Route, call: AnyCall, signal?: AbortSignal): Promise<Outcome<unknown>>
  /** A stream behind the token of the session; a spent token is renewed once. */
  stream(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<StreamAnswer>
}

export interface PortalClientDeps extends Reading {
  readonly http: PortalHttp
  /** Names this workstation in the audit log. */
  readonly workstation: string
  readonly rotated: AccessDeps['rotated']
  readonly lost: AccessDeps['lost']
}

export function createPortalClient(deps: PortalClientDeps): PortalClient {
  const { http, refuser } = deps
  const access = createAccess({
    ask: askForTokens,
    rotated: deps.rotated,
    lost: deps.lost,
    signedOut: () => refuser.problem('signed-out'),
  })

  function commonHeaders(): Record<string, string> {
    return { 'Accept-Language': refuser.language(), 'X-Workstation': headerSafe(deps.workstation) }
  }

  async function askForTokens(refreshToken: string): ReturnType<AccessDeps['ask']> {
    const route = API['session.refresh']
    const outcome = outcomeOf(route, await send(route, { body: { refreshToken } }, null), deps)
    if (outcome.kind === 'done') return { tokens: outcome.value }
    return { problem: outcome.problem, lost: outcome.kind === 'refused' || outcome.problem.status === 401 }
  }

  function send(route: Route, call: AnyCall, token: string | null, signal?: AbortSignal): Promise<HttpAnswer> {
    return http.exchange({
      method: route.method,
      path: pathOf(route, (call.params ?? {}) as Record<string, unknown>),
      query: call.query as Record<string, unknown> | undefined,
      body: call.body,
      headers: {
        ...commonHeaders(),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(call.basedOn === undefined ? {} : { 'If-Match': `"${call.basedOn}"` }),
        ...(call.requestId === undefined ? {} : { 'Idempotency-Key': call.requestId }),
      },
      repeatable: route.method === 'GET' || call.requestId !== undefined,
      signal,
    })
  }

  /**
   * Runs `work` with a token, and once more with a new one when the first was spent.
   * A call that began in another session does not go on in this one.
   */
  async function withToken<A extends { readonly kind: string; readonly status?: number }>(
    work: (token: string) => Promise<A>,
  ): Promise<{ readonly answer: A } | { readonly problem: Outcome<never> }> {
    const began = access.session()
    const first = access.current()
    if (!first) return { problem: signedOut() }
    const answer = await work(first.accessToken)
    if (answer.status !== 401) return { answer }
    if (access.session() !== began) return { problem: signedOut() }
    const renewal = await access.renew(first.accessToken)
    if (renewal.kind !== 'renewed') return { problem: { kind: 'unsettled', problem: renewal.problem, retryAfterMs: null } }
    if (access.session() !== began) return { problem: signedOut() }
    const second = await work(renewal.accessToken)
    if (second.status === 401 && access.session() === began) deps.lost(refuser.problem('signed-out'))
    return { answer: second }
  }

  function signedOut(): Outcome<never> {
    return { kind: 'unsettled', problem: refuser.problem('signed-out'), retryAfterMs: null }
  }

  async function attempt(route: Route, call: AnyCall, signal?: AbortSignal): Promise<Outcome<unknown>> {
    if (route.who.kind === 'public') return outcomeOf(route, await send(route, call, null, signal), deps)
    const answered = await withToken((token) => send(route, call, token, signal))
    return 'problem' in answered ? answered.problem : outcomeOf(route, answered.answer, deps)
  }

  return {
    access,
    attempt,
    async call(name, call, signal) {
      const outcome = await attempt(API[name], call, signal)
      // The value was parsed with this route's own schema.
      return outcome.kind === 'done' ? ok(outcome.value as OutputOf<Api[typeof name]>) : refused(outcome.problem)
    },
    async stream(path, headers, signal) {
      const answered = await withToken((token) =>
        http.stream({ path, signal, headers: { ...commonHeaders(), ...headers, Authorization: `Bearer ${token}` } }),
      )
      return 'problem' in answered ? { kind: 'nothing', why: 'not signed in' } : answered.answer
    },
  }
}

/** A header carries printable ASCII; a computer's name may not. */
function headerSafe(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)
}
