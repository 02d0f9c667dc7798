/**
 * Sends generated requests and holds every answer to what must always be so: never a fault, never a glimpse of the inside, a known and
 * documented problem on every refusal, and never a changed row after one.
 */
import http from 'node:http'
import fc from 'fast-check'
import { problemsOf } from '../../../portal-api/platform/http/openapi.ts'
import { API, type RouteName, routeNames } from '../../../shared/api/table.ts'
import { type ProblemCode, problem } from '../../../shared/domain/problems.ts'
import { type FuzzRequest, requestsTo } from './fuzz-requests.ts'
import { type Material, makeMaterial } from './material.ts'
import { type Change, COUNTED, type Watch } from './watch.ts'
import type { World } from './world.ts'

export interface FuzzFigures {
  requests: number
  accepted: number
  refused: number
  serverFaults: number
  readonly byCode: Map<string, number>
  /** Routes that accepted at least one request. */
  readonly reached: Set<RouteName>
  /** What must never be, in words that let it be done again. */
  readonly wrong: string[]
}

export function newFigures(): FuzzFigures {
  return { requests: 0, accepted: 0, refused: 0, serverFaults: 0, byCode: new Map(), reached: new Set(), wrong: [] }
}

export interface Answered {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Signs of the inside of the server: stack frames, statements, names of libraries and of the database's own complaints. */
const INSIDE =
  /\bat [\w.<>]+ \(|node_modules|node:internal|\.[cm]?[jt]s:\d+|SQLSTATE|syntax error at|violates \w+ constraint|duplicate key value|Failed query|\bselect "|insert into "|\bdrizzle\b|\bZodError\b|FST_ERR|ECONNREFUSED/i

/** Answers given before the route is known to be asked: by the server itself. */
const ANYWHERE: readonly ProblemCode[] = [
  'not-found',
  'method-not-allowed',
  'malformed-request',
  'too-large',
  'unsupported-media-type',
]

/** What is wrong with an answer to a request; null when nothing is. `allowed`: the problems this route may give. */
export function wrongWith(answer: Answered, allowed: readonly ProblemCode[], sent: string): string | null {
  if (answer.status >= 500) return `answered ${answer.status} ${answer.text.slice(0, 300)}`
  const shown = INSIDE.exec(answer.text)
  if (shown && !sent.includes(shown[0])) return `shows the inside: ${shown[0]}`
  if (answer.status < 400 || answer.text === '') return null
  if (!answer.type.startsWith('application/problem+json'))
    return `refused without a problem: ${answer.status} ${answer.text.slice(0, 300)}`
  const read = problem.safeParse(JSON.parse(answer.text))
  if (!read.success) return `refused with no known problem: ${answer.text.slice(0, 300)}`
  if (read.data.status !== answer.status) return `${read.data.code} as ${answer.status}`
  return allowed.includes(read.data.code) ? null : `gave an undocumented problem: ${read.data.code}`
}

export function sendRaw(url: string, request: FuzzRequest, token: string | undefined, agent: http.Agent): Promise<Answered> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const going = http.request(
      {
        hostname,
        port,
        agent,
        method: request.method,
        path: request.path,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...request.headers,
          ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
        response.on('error', reject)
      },
    )
    // The server may end an idle connection just as it is taken up again: that is no answer, and is asked once more.
    going.on('error', (error) => (going.reusedSocket ? sendRaw(url, request, token, agent).then(resolve, reject) : reject(error)))
    going.end(request.body)
  })
}

/** A request as somebody can send it again. */
function spoken({ name, actor, method, path, headers, body }: FuzzRequest): string {
  const short = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}… (${text.length})` : text)
  return `${name} as ${actor}: ${method} ${short(path)} ${short(JSON.stringify(headers))} ${short(String(body ?? ''))}`
}

function note(figures: FuzzFigures, request: FuzzRequest, answer: Answered): void {
  figures.requests += 1
  if (answer.status >= 500) figures.serverFaults += 1
  if (answer.status < 400) {
    figures.accepted += 1
    if (request.method === API[request.name].method) figures.reached.add(request.name)
  } else {
    figures.refused += 1
    const code = /"code":"([a-z-]+)"/.exec(answer.text)?.[1] ?? `status ${answer.status}`
    figures.byCode.set(code, (figures.byCode.get(code) ?? 0) + 1)
  }
  // With another method the same path may be another route's.
  const reached = routeNames.filter((name) => API[name].path === API[request.name].path && API[name].method === request.method)
  const allowed = [...[request.name, ...reached].flatMap((name) => problemsOf(API[name])), ...ANYWHERE]
  const wrong = wrongWith(answer, allowed, `${request.path} ${JSON.stringify(request.headers)} ${request.body ?? ''}`)
  if (wrong !== null) figures.wrong.push(`${spoken(request)}\n  ${wrong}`)
}

export interface Stretch {
  readonly world: World
  readonly watch: Watch
  readonly figures: FuzzFigures
  readonly agent: http.Agent
  /** The routes of this stretch; the material is made for them. */
  readonly names: readonly RouteName[]
  /** Requests per route. */
  readonly each: number
  readonly seed: number
  /** Requests on their way at one time. */
  readonly together: number
}

async function sendAll(stretch: Stretch, material: Material, requests: readonly FuzzRequest[]): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < requests.length) {
      const request = requests[next]
      next += 1
      if (!request) return
      try {
        note(
          stretch.figures,
          request,
          await sendRaw(stretch.world.app.url, request, material.tokenOf(request.actor), stretch.agent),
        )
      } catch (error) {
        stretch.figures.wrong.push(`${spoken(request)}\n  no answer: ${(error as Error).message}`)
      }
    }
  }
  await Promise.all(Array.from({ length: stretch.together }, worker))
}

/** Changes that a refusal may leave: a counted attempt, and what follows from one too many. */
function mayBe({ problem: code, table }: Change): boolean {
  return code !== null && (COUNTED[code] ?? []).includes(table)
}

/** Makes material, sends what was generated, and looks at the rows afterwards. */
export async function fuzzStretch(stretch: Stretch): Promise<void> {
  const { world, watch, figures, names, each, seed } = stretch
  const material = await makeMaterial(world, names)
  const requests = names.flatMap((name, index) =>
    fc.sample(requestsTo(name, material), { numRuns: each, seed: seed + index * 7919 }),
  )
  // Routes by turns, so that what one does meets what the others do.
  const mixed = requests.map((request, index) => ({ request, order: (index % each) * names.length + Math.floor(index / each) }))
  mixed.sort((a, b) => a.order - b.order)
  await watch.changed()
  await sendAll(
    stretch,
    material,
    mixed.map(({ request }) => request),
  )
  await world.app.settled()
  for (const change of await watch.unexplained())
    if (!mayBe(change))
      figures.wrong.push(`${change.route}: refused with ${change.problem}, yet changed ${change.table} (${change.count})`)
}

/** The routes in stretches of a few. */
export function inStretches(size: number): readonly (readonly RouteName[])[] {
  return Array.from({ length: Math.ceil(routeNames.length / size) }, (_, index) =>
    routeNames.slice(index * size, (index + 1) * size),
  )
}
