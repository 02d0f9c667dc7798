/** Calls the portal API over HTTP as any client would: the demo's portal page and the simulated clients have no other way in. */
import { randomUUID } from 'node:crypto'
import { type CallOf, type OutputOf, pathOf, type Route } from '../../shared/api/route.ts'
import { API, type Api, type RouteName } from '../../shared/api/table.ts'
import type { Language } from '../../shared/domain/language.ts'
import { type Problem, problem } from '../../shared/domain/problems.ts'

export type PortalAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export interface PortalCaller {
  /** The server's address, without a slash at the end. */
  readonly url: string
  readonly token?: string | undefined
  readonly language: Language
  /** The address of whom the call is made for; the server believes it of a neighbour on the same machine only. */
  readonly address?: string | undefined
}

/** What a route is called with; a mutation without a request id gets a fresh one. */
export type PortalCall<N extends RouteName> = Omit<CallOf<Api[N]>, 'requestId'> & { readonly requestId?: string | undefined }

interface AnyCall {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly basedOn?: number
  readonly requestId?: string
}

const TIMEOUT_MS = 20_000

/** One call. Throws only when no answer comes, or one that the contract does not know. */
export async function callPortal<N extends RouteName>(
  caller: PortalCaller,
  name: N,
  given: PortalCall<N>,
): Promise<PortalAnswer<OutputOf<Api[N]>>> {
  const route: Route = API[name]
  const call = given as AnyCall
  const url = new URL(caller.url + pathOf(route, call.params))
  for (const [key, value] of Object.entries(call.query ?? {})) if (value !== undefined) url.searchParams.set(key, String(value))
  const response = await fetch(url, {
    method: route.method,
    headers: {
      'accept-language': caller.language,
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
      ...(caller.address ? { 'x-forwarded-for': caller.address } : {}),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.basedOn === undefined ? {} : { 'if-match': `"${call.basedOn}"` }),
      ...(route.requestId === 'required' ? { 'idempotency-key': call.requestId ?? randomUUID() } : {}),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer: unknown = await response.json()
  return response.ok
    ? { ok: true, value: route.output.parse(answer) as OutputOf<Api[N]> }
    : { ok: false, problem: problem.parse(answer) }
}
