/**
 * A small portal for tests: real HTTP, made from the table of routes, so that what the workstation sends is held against the
 * contract. It knows one member of staff, rotates refresh tokens and keeps the first answer per request id.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type DesktopEvent, EVENT_STREAM_PATH } from '../../shared/api/events.ts'
import type { BodyOf, OutputOf, Route } from '../../shared/api/route.ts'
import { API, type Api, type RouteName, routeNames } from '../../shared/api/table.ts'
import { checkInput } from '../../shared/domain/field-rules.ts'
import { makeProblem, type Problem, type ProblemCode, type ProblemParams } from '../../shared/domain/problems.ts'
import { createFakeSignIn, type FakeSignIn } from './fake-sign-in.ts'

export interface Seen {
  readonly route: RouteName
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What a handler makes of a call. `drop` breaks the connection; `after-commit` does so when the work is done. */
export type Reply<T> =
  | { readonly value: T }
  | { readonly problem: Problem }
  | { readonly raw: { readonly status: number; readonly type: string; readonly text: string; readonly location?: string } }
  | { readonly drop: 'before-commit' }
  | { readonly drop: 'after-commit'; readonly value: T }

export type FakeHandler<N extends RouteName> = (
  call: Seen & { readonly body: BodyOf<Api[N]> },
) => Reply<OutputOf<Api[N]>> | Promise<Reply<OutputOf<Api[N]>>>

export interface FakePortal {
  readonly url: string
  readonly signIn: FakeSignIn
  /** Every call that reached a route, in order. */
  readonly seen: readonly Seen[]
  seenOf(route: RouteName): readonly Seen[]
  /** Mutations that took effect, once per request id. */
  readonly committed: readonly { readonly route: RouteName; readonly requestId: string }[]
  answer<N extends RouteName>(route: N, handler: FakeHandler<N>): void
  /** Keeps back the answers of a route, as it answers now, until they are let go. */
  hold(route: RouteName): { readonly arrived: Promise<void>; readonly release: () => void }
  /** Sends an event on every open stream. */
  publish(event: DesktopEvent): void
  /** The `Last-Event-ID` of every stream that was opened; null without one. */
  readonly streams: readonly (string | null)[]
  /** What a stream begins with instead: a problem. */
  refuseStream: Problem | null
  openStreams(): number
  /** Breaks every open connection. */
  breakConnections(): void
  stop(): Promise<void>
}

export function problemReply(code: ProblemCode, params?: ProblemParams): { readonly problem: Problem } {
  return { problem: makeProblem(code, 'nl', params) }
}

export async function startFakePortal(port = 0): Promise<FakePortal> {
  const seen: Seen[] = []
  const committed: { route: RouteName; requestId: string }[] = []
  const firstAnswers = new Map<string, unknown>()
  const handlers = new Map<RouteName, (call: Seen) => unknown>()
  const streams: (string | null)[] = []
  const open = new Set<ServerResponse>()
  const signIn = createFakeSignIn()

  const portal: FakePortal = {
    url: '',
    signIn,
    seen,
    seenOf: (route) => seen.filter((call) => call.route === route),
    committed,
    answer: (route, handler) => void handlers.set(route, handler as (call: Seen) => unknown),
    hold(route) {
      const handler = handlers.get(route)
      if (!handler) throw new Error(`The fake portal has no answer for ${route}.`)
      let release: () => void = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const arrived = new Promise<void>((resolve) => {
        handlers.set(route, async (call) => {
          resolve()
          await released
          return handler(call)
        })
      })
      return { arrived, release }
    },
    publish(event) {
      for (const response of open) response.write(`id: ${event.id}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`)
    },
    streams,
    refuseStream: null,
    openStreams: () => open.size,
    breakConnections: () => server.closeAllConnections(),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  signIn.install(portal)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://portal')
    if (url.pathname === EVENT_STREAM_PATH) return openStream(request, response)
    const found = routeOf(request.method ?? '', url.pathname)
    if (!found) return sendProblem(response, makeProblem('not-found', 'nl'))
    const body = await bodyOf(request)
    const route: Route = API[found.name]
    const call: Seen = {
      route: found.name,
      headers: flat(request.headers),
      params: found.params,
      query: Object.fromEntries(url.searchParams),
      body,
    }
    seen.push(call)
    const wrong = signIn.problemOf(route, call) ?? contractProblem(route, call)
    if (wrong) return sendProblem(response, wrong)
    await reply(route, call, response)
  }

  async function reply(route: Route, call: Seen, response: ServerResponse): Promise<void> {
    const requestId = call.headers['idempotency-key']
    if (requestId && firstAnswers.has(requestId)) return sendJson(response, route.status, firstAnswers.get(requestId))
    const handler = handlers.get(call.route)
    if (!handler) throw new Error(`The fake portal has no answer for ${call.route}.`)
    const made = (await handler(call)) as Reply<unknown>
    if ('value' in made && requestId) {
      firstAnswers.set(requestId, made.value)
      committed.push({ route: call.route, requestId })
    }
    if ('drop' in made) response.destroy()
    else if ('value' in made) sendJson(response, route.status, made.value)
    else if ('problem' in made) sendProblem(response, made.problem)
    else sendRaw(response, made.raw)
  }

  function openStream(request: IncomingMessage, response: ServerResponse): void {
    const wrong = signIn.tokenProblem(request.headers.authorization) ?? portal.refuseStream
    const lastId = request.headers['last-event-id']
    streams.push(typeof lastId === 'string' ? lastId : null)
    if (wrong) {
      sendProblem(response, wrong)
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write('id: 0\nevent: hello\ndata: {}\n\n')
    open.add(response)
    response.on('close', () => open.delete(response))
  }

  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      sendJson(response, 500, { error: String(error) })
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return Object.assign(portal, { url: `http://127.0.0.1:${address.port}` })
}

function routeOf(method: string, pathname: string): { name: RouteName; params: Record<string, string> } | null {
  for (const name of routeNames) {
    const route = API[name]
    if (route.method !== method) continue
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
    const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`)
    const match = pattern.exec(pathname)
    if (!match) continue
    const values = match.slice(1).map((value) => decodeURIComponent(value))
    return { name, params: Object.fromEntries(names.map((key, index) => [key, values[index] ?? ''])) }
  }
  return null
}

/** Whether the call has the parts and headers that its route asks. */
function contractProblem(route: Route, call: Seen): Problem | null {
  if (route.requestId === 'required' && !call.headers['idempotency-key']) return makeProblem('request-id-missing', 'nl')
  if (route.basedOn === 'required' && !/^"\d+"$/.test(call.headers['if-match'] ?? '')) return makeProblem('version-missing', 'nl')
  for (const [part, schema] of [
    ['params', route.params],
    ['query', route.query],
    ['body', route.body],
  ] as const) {
    const checked = schema ? checkInput(schema, call[part], 'nl', part) : null
    if (checked && !checked.ok) return makeProblem('invalid-input', 'nl', {}, { fields: checked.fields })
  }
  return null
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  const text = Buffer.concat(parts).toString('utf8')
  return text ? JSON.parse(text) : undefined
}

function flat(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]))
}

function sendRaw(response: ServerResponse, raw: Extract<Reply<unknown>, { raw: unknown }>['raw']): void {
  const location = raw.location ? { Location: raw.location } : {}
  response.writeHead(raw.status, { 'Content-Type': raw.type, ...location }).end(raw.text)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function sendProblem(response: ServerResponse, problem: Problem): void {
  response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem))
}
