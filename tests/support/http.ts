/** Calls the portal API over HTTP from a test, typed by the contract table, and hands back whatever it answered. */
import { randomUUID } from 'node:crypto'
import { type CallOf, type OutputOf, pathOf, type Route } from '../../shared/api/route.ts'
import { API, type Api, type RouteName } from '../../shared/api/table.ts'
import type { Problem } from '../../shared/domain/problems.ts'

export type ApiAnswer<T> = { readonly status: number; readonly headers: Headers } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }
)

export interface Caller {
  /** The server's address, without a slash at the end. */
  readonly url: string
  readonly token?: string
  readonly language?: 'nl' | 'en'
}

type Loose = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  basedOn?: number
  requestId?: string
}

/** One call. A mutation without `requestId` gets a fresh one. */
export async function callApi<N extends RouteName>(
  caller: Caller,
  name: N,
  call: Omit<CallOf<Api[N]>, 'requestId'> & { requestId?: string },
): Promise<ApiAnswer<OutputOf<Api[N]>>> {
  const route: Route = API[name]
  const { params, query, body, basedOn, requestId } = call as Loose
  const url = new URL(caller.url + pathOf(route, params))
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(key, String(value))
  const response = await fetch(url, {
    method: route.method,
    headers: {
      'accept-language': caller.language ?? 'nl',
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(basedOn === undefined ? {} : { 'if-match': `"${basedOn}"` }),
      ...(route.requestId === 'required' ? { 'idempotency-key': requestId ?? randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as unknown
  return response.ok
    ? { status: response.status, headers: response.headers, ok: true, value: answer as OutputOf<Api[N]> }
    : { status: response.status, headers: response.headers, ok: false, problem: answer as Problem }
}

/** The value of a call that must go well; otherwise an error that shows the problem. */
export async function mustCall<N extends RouteName>(
  caller: Caller,
  name: N,
  call: Omit<CallOf<Api[N]>, 'requestId'> & { requestId?: string },
): Promise<OutputOf<Api[N]>> {
  const answer = await callApi(caller, name, call)
  if (!answer.ok)
    throw new Error(
      `${name}: ${answer.status} ${answer.problem.code} ${answer.problem.title} ${JSON.stringify(answer.problem.fields ?? '')}`,
    )
  return answer.value
}
