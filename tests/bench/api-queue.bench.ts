/**
 * Pages of a queue with filter and counters, at 10 thousand and at 1 million cases, beside the same SQL sent straight through pg.
 * A look is what the screen asks for when it opens a queue: a page and the counters.
 */
import type pg from 'pg'
import { packCursor } from '../../portal-api/platform/cursor.ts'
import { type ApiProcess, startApiProcess, tokenOf } from './support/api.ts'
import { bench } from './support/bench.ts'
import { capture, freshIds } from './support/capture.ts'
import { startDurableDatabase, untilIdle, withClient } from './support/database.ts'
import { percentile, ratioOfRounds, rounded } from './support/figures.ts'
import { atMost, type Goal } from './support/goals.ts'
import { type HttpClient, httpClient, mustBe } from './support/http.ts'
import { type Peer, type Replay, startPeer } from './support/peer.ts'
import { byTurns, closedLoop } from './support/rounds.ts'
import { type SeededProvider, seedClients, seedProviders, seedStaff, staffSession } from './support/seed.ts'
import { seedQuestions } from './support/seed-questions.ts'

const QUEUE = 'contact-requests'
const STAFF = 40
/** Looks before a side's turn counts: it has stood still, and its caches are cold. */
const WARM_UP = 20
/** Looks of one kind that differ in who looks and in where the page begins. */
const VARIANTS = 8
const COUNTERS = '/v1/queues'

interface View {
  readonly name: string
  readonly query: string
  /** Deep pages begin at this share of the matching rows. */
  readonly depth?: number
}

const VIEWS: readonly View[] = [
  { name: 'first page', query: '' },
  { name: 'first page, filtered', query: 'facet=changed&claimed=nobody' },
  { name: 'deep page, filtered', query: 'facet=changed&claimed=nobody', depth: 0.5 },
  { name: 'rare facet', query: 'facet=project&sort=opened&direction=descending' },
  { name: 'name', query: `q=${encodeURIComponent('Jansen')}` },
  { name: 'number', query: 'q=CV-99' },
]

interface Look {
  readonly session: string
  readonly paths: readonly string[]
}

/** One size: a database of its own with its process and its peer. */
interface Stand {
  readonly url: string
  readonly api: ApiProcess
  readonly peer: Peer
  readonly looks: ReadonlyMap<View, readonly Look[]>
  replays: ReadonlyMap<View, readonly (readonly Replay[])[]>
}

async function fill(url: string, count: number): Promise<void> {
  await withClient(url, async (db) => {
    await seedProviders(db)
    const clients = Math.max(100, Math.min(100_000, Math.round(count / 10)))
    const main: SeededProvider = { provider: 'cordaan', firstClient: 1, clients, firstStaff: 1, staff: STAFF }
    const other: SeededProvider = { ...main, provider: 'axxicom', firstClient: clients + 1, firstStaff: STAFF + 1 }
    const rest = Math.round(count / 5)
    for (const of of [main, other]) {
      await seedStaff(db, of, 'care-manager')
      await seedClients(db, of)
    }
    await seedQuestions(db, [
      { of: main, questions: { first: 1, count, openPercent: 50, claims: 200 } },
      { of: other, questions: { first: count + 1, count: rest, openPercent: 50, claims: 50 } },
    ])
  })
}

/** The cursor after row `offset` of those that carry the facet, as the page before would have given it. */
async function cursorAt(db: pg.Client, share: number): Promise<string> {
  const { rows } = await db.query<{ at: Date; id: string }>(
    `with matching as (select due_at, id from cases where provider = 'cordaan' and queue = $1 and status = 'open' and facets @> '{changed}')
     select due_at as at, id from matching order by due_at, id offset (select (count(*) * $2::float)::int from matching) limit 1`,
    [QUEUE, share],
  )
  const [row] = rows
  if (!row) throw new Error('There is no such deep page.')
  return packCursor(`cases:${QUEUE}:open:due:ascending`, [row.at.toISOString(), row.id])
}

async function looksOf(url: string): Promise<Map<View, Look[]>> {
  const looks = new Map<View, Look[]>()
  await withClient(url, async (db) => {
    for (const view of VIEWS) {
      const variants: Look[] = []
      for (let variant = 0; variant < VARIANTS; variant += 1) {
        const cursor = view.depth === undefined ? '' : `&cursor=${await cursorAt(db, view.depth + variant / 100)}`
        variants.push({
          session: staffSession(1 + variant),
          paths: [`/v1/queues/${QUEUE}/cases?${view.query}${cursor}`, COUNTERS],
        })
      }
      looks.set(view, variants)
    }
  })
  return looks
}

async function ask(http: HttpClient, path: string, token: string) {
  return mustBe(200, await http.send({ path, headers: { authorization: `Bearer ${token}` } }))
}

/** What each look sends to the database: per variant one replay a request. */
async function replaysOf(stand: Omit<Stand, 'replays'>, logFile: string): Promise<Stand['replays']> {
  const replays = new Map<View, Replay[][]>()
  const http = httpClient(stand.api.url, 1)
  for (const [view, looks] of stand.looks) {
    const calls = looks.flatMap((look) =>
      // Twice each: what differs between two captures of one request is made anew by every request.
      look.paths
        .flatMap((path) => [path, path])
        .map((path) => async () => {
          const answer = await ask(http, path, await tokenOf(look.session))
          return { session: look.session, trace: String(answer.headers['x-request-id']) }
        }),
    )
    const captured = (await capture(stand.url, logFile, calls)).map((units) => units.flat())
    const perRequest = captured.flatMap((one, at) => (at % 2 === 0 ? [{ one, other: captured[at + 1] ?? [] }] : []))
    const requests = perRequest.map(({ one, other }) => ({ statements: one, fresh: freshIds(one, other) }))
    replays.set(
      view,
      looks.map((_, variant) => requests.slice(variant * 2, variant * 2 + 2)),
    )
  }
  http.close()
  return replays
}

await bench({
  name: 'api-queue',
  title:
    'A page of a queue and its counters (one look, two requests) over HTTP, at 10 thousand and at 1 million cases in the queue, half of ' +
    'them open, beside the same statements, audit rows and commits included, sent straight through `pg`.',
  flags: { small: 10_000, large: 1_000_000, rounds: 5, looks: 150, clients: 4, major: 18 },
  async measure({ flags, progress, defer }) {
    const server = await startDurableDatabase({ major: flags.major, progress })
    defer(server.stop)
    const sizes = [flags.small, flags.large] as const
    const stands: Stand[] = []
    for (const size of sizes) {
      const url = await server.another(`cases_${size}`)
      progress(`filling a queue with ${size} cases`)
      await fill(url, size)
      const api = await startApiProcess({ databaseUrl: url, progress })
      defer(api.stop)
      const peer = await startPeer(url, flags.clients)
      defer(peer.close)
      const stand = { url, api, peer, looks: await looksOf(url) }
      progress('reading what each look sends to the database')
      stands.push({ ...stand, replays: await replaysOf(stand, server.logFile) })
      await untilIdle(url)
      api.pause()
    }

    const product = async ({ url, api, looks }: Stand): Promise<Map<View, number[]>> => {
      api.wake()
      // New connections each time: a server that stood still has forgotten the old ones.
      const http = httpClient(api.url, flags.clients)
      const tokens = new Map<string, string>()
      for (let n = 1; n <= VARIANTS; n += 1) tokens.set(staffSession(n), await tokenOf(staffSession(n)))
      const lookAt = (variants: readonly Look[]) => async (call: number) => {
        const look = variants[call % VARIANTS]
        for (const path of look?.paths ?? []) await ask(http, path, tokens.get(look?.session ?? '') ?? '')
      }
      const times = new Map<View, number[]>()
      for (const [view, variants] of looks) {
        await closedLoop(flags.clients, WARM_UP, lookAt(variants))
        times.set(view, (await closedLoop(flags.clients, flags.looks, lookAt(variants))).times)
      }
      http.close()
      await untilIdle(url)
      api.pause()
      return times
    }
    const direct = async ({ url, peer, replays }: Stand): Promise<Map<View, number[]>> => {
      const times = new Map<View, number[]>()
      const lookAt = (variants: readonly (readonly Replay[])[]) => async (call: number, client: number) => {
        for (const request of variants[call % VARIANTS] ?? []) await peer.replay(client, request)
      }
      for (const [view, variants] of replays) {
        await closedLoop(flags.clients, WARM_UP, lookAt(variants))
        times.set(view, (await closedLoop(flags.clients, flags.looks, lookAt(variants))).times)
      }
      await forgetPending(url)
      return times
    }

    const sides = Object.fromEntries(
      stands.flatMap((stand, index) => [
        [`product ${sizes[index]}`, () => product(stand)],
        [`pg ${sizes[index]}`, () => direct(stand)],
      ]),
    )
    progress('a round to warm up')
    await byTurns(1, sides)
    const results = await byTurns(
      flags.rounds,
      Object.fromEntries(
        Object.entries(sides).map(([name, side]) => [
          name,
          async (round: number) => {
            progress(`round ${round + 1}: ${name}`)
            return side()
          },
        ]),
      ),
    )

    const p95 = (side: string, view: View) => (results[side] ?? []).map((round) => percentile(round.get(view) ?? [], 0.95))
    const figures: Record<string, number | string> = {
      'looks a kind, side and round': flags.looks,
      rounds: flags.rounds,
      clients: flags.clients,
    }
    const ratios: Record<string, Goal> = {}
    for (const view of VIEWS) {
      for (const side of Object.keys(sides)) {
        const all = (results[side] ?? []).flatMap((round) => round.get(view) ?? [])
        figures[`${view.name}, ${side}, median / p95 ms`] = `${rounded(percentile(all, 0.5))} / ${rounded(percentile(all, 0.95))}`
      }
      ratios[`${view.name}: p95 at ${flags.large} : at ${flags.small}`] = atMost(
        ratioOfRounds(p95(`product ${flags.large}`, view), p95(`product ${flags.small}`, view)),
        1.3,
      )
      for (const size of sizes)
        ratios[`${view.name}, ${size}: p95 product : pg`] = atMost(
          ratioOfRounds(p95(`product ${size}`, view), p95(`pg ${size}`, view)),
          2,
        )
    }
    const [stand] = stands
    const [first] = VIEWS
    if (stand && first)
      figures['statements a look'] = (stand.replays.get(first)?.[0] ?? []).map((request) => request.statements.length).join(' + ')
    return { figures, ratios, postgres: server.version }
  },
})

/** The peer's audit lines are not the product's to link. */
function forgetPending(url: string): Promise<unknown> {
  return withClient(url, (db) => db.query('delete from audit_pending'))
}
