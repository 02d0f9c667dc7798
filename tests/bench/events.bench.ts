/**
 * From a client's POST to its receipt by 200 followers over server-sent events, with two API processes on one database. Beside it a
 * bare peer, also two processes: Node's HTTP server and pg, one durable row, NOTIFY, SSE.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startService } from '../../build/lib/service.mjs'
import { EVENT_STREAM_PATH } from '../../shared/api/events.ts'
import { startApiProcess, tokenOf } from './support/api.ts'
import { bench } from './support/bench.ts'
import { startDurableDatabase, untilIdle, withClient } from './support/database.ts'
import { percentile, ratioOfRounds, spread } from './support/figures.ts'
import { type Followers, startFollowers } from './support/followers.ts'
import { atMost } from './support/goals.ts'
import { type Answered, type HttpCall, type HttpClient, httpClient, mustBe } from './support/http.ts'
import { byTurns } from './support/rounds.ts'
import { clientSession, type SeededProvider, seedClients, seedProviders, seedStaff, staffSession } from './support/seed.ts'

const PROCESSES = 2
/** Clients who post in turn: nobody posts often enough to meet a limit. */
const CLIENTS = 400
const QUESTION = JSON.stringify({ subject: 'planning', message: 'Kan mijn hulp volgende week een dag later komen?' })
/** Posts before a turn counts. */
const WARM_UP = 5

async function startBare(databaseUrl: string, number: number, progress: (text: string) => void) {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-bench-'))
  const service = await startService({
    name: `bare-${number}`,
    command: process.execPath,
    args: [fileURLToPath(new URL('./support/bare-events.mjs', import.meta.url))],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
    logFolder: folder,
    within: 30_000,
    progress,
  })
  return {
    url: service.url(),
    async stop() {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One side: where it is followed, and how the next change is posted. */
interface Side {
  readonly followers: Followers
  readonly clients: readonly HttpClient[]
  call(post: number): HttpCall
}

await bench({
  name: 'events',
  title:
    "From a client's POST until each of the followers (half of them at either of two processes on one database) has received the event, " +
    'one post at a time, by clients who have looked at their questions before. Beside it a bare peer, two processes as well: Node’s HTTP server and `pg`, one durable row, NOTIFY, SSE.',
  flags: { rounds: 15, posts: 40, followers: 200, major: 18 },
  async measure({ flags, progress, defer }) {
    const server = await startDurableDatabase({ major: flags.major, progress })
    defer(server.stop)
    const of: SeededProvider = { provider: 'cordaan', firstClient: 1, clients: CLIENTS, firstStaff: 1, staff: flags.followers }
    await withClient(server.url, async (db) => {
      await seedProviders(db)
      await seedStaff(db, of, 'care-manager')
      await seedClients(db, of, true)
      await db.query('vacuum analyze')
    })
    const bareUrl = await server.another('bare')
    await withClient(bareUrl, (db) =>
      db.query('create table bare_events (id bigint generated always as identity primary key, body text not null)'),
    )

    const numbers = Array.from({ length: PROCESSES }, (_, number) => number)
    const apis: { readonly url: string }[] = []
    const bares: { readonly url: string }[] = []
    for (const number of numbers) {
      const api = await startApiProcess({ databaseUrl: server.url, progress })
      defer(api.stop)
      apis.push(api)
      const bare = await startBare(bareUrl, number, progress)
      defer(bare.stop)
      bares.push(bare)
    }

    /** Both sides have all their followers all the time. */
    const sideOf = async (
      processes: readonly { readonly url: string }[],
      streams: (n: number) => Promise<Record<string, string>>,
      streamPath: string,
    ) => {
      const all = await Promise.all(
        Array.from({ length: flags.followers }, async (_, n) => ({
          url: `${processes[n % PROCESSES]?.url}${streamPath}`,
          headers: await streams(n),
        })),
      )
      const followers = await startFollowers(all)
      defer(async () => followers.close())
      const clients = processes.map((one) => httpClient(one.url, 1))
      defer(async () => {
        for (const one of clients) one.close()
      })
      return { followers, clients }
    }
    progress(`${flags.followers} followers a side`)
    const tokens = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => tokenOf(clientSession(of.firstClient + n))))
    const product: Side = {
      ...(await sideOf(
        apis,
        async (n) => ({ authorization: `Bearer ${await tokenOf(staffSession(of.firstStaff + n))}` }),
        EVENT_STREAM_PATH,
      )),
      call: (post) => ({
        method: 'POST',
        path: '/v1/me/contact-requests',
        headers: { authorization: `Bearer ${tokens[post % CLIENTS]}`, 'idempotency-key': randomUUID() },
        body: QUESTION,
      }),
    }
    // Who posts has looked at what they asked before: their log-in and their token are nothing new to the process.
    for (const [n, token] of tokens.entries())
      mustBe(
        200,
        (await product.clients[n % PROCESSES]?.send({
          path: '/v1/me/contact-requests',
          headers: { authorization: `Bearer ${token}` },
        })) as Answered,
      )
    const bare: Side = {
      ...(await sideOf(bares, async () => ({}), '/')),
      call: () => ({ method: 'POST', path: '/', body: QUESTION }),
    }

    let posts = 0
    const post = async ({ followers, clients, call }: Side): Promise<number[]> => {
      posts += 1
      const since = performance.now()
      const heard = followers.next(since)
      const [times, answer] = await Promise.all([heard, clients[posts % PROCESSES]?.send(call(posts))])
      if (answer) mustBe(201, answer)
      return times
    }
    const turn = (name: string, side: Side) => async (round: number) => {
      for (let count = 0; count < WARM_UP; count += 1) await post(side)
      const times: number[] = []
      for (let count = 0; count < flags.posts; count += 1) times.push(...(await post(side)))
      progress(`round ${round + 1}: ${name} p95 ${percentile(times, 0.95).toFixed(1)} ms`)
      await untilIdle(server.url)
      return times
    }
    const results = await byTurns(flags.rounds, { product: turn('product', product), bare: turn('bare peer', bare) })
    const p95 = (rounds: readonly number[][]) => rounds.map((times) => percentile(times, 0.95))
    return {
      figures: {
        followers: flags.followers,
        processes: PROCESSES,
        'posts a turn': flags.posts,
        rounds: flags.rounds,
        ...spread('product, POST to receipt', results.product.flat()),
        ...spread('bare peer, POST to receipt', results.bare.flat()),
      },
      ratios: { 'p95, product : bare peer': atMost(ratioOfRounds(p95(results.product), p95(results.bare)), 2) },
      postgres: server.version,
    }
  },
})
