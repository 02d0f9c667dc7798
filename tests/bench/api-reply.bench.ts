/**
 * Replies that close a question, over HTTP, beside pgbench running the same statements on the same server. The script of pgbench is
 * what the product itself sent for one reply, read from the server's log.
 */
import { randomUUID } from 'node:crypto'
import { startApiProcess, tokenOf } from './support/api.ts'
import { bench } from './support/bench.ts'
import { capture, type Statement } from './support/capture.ts'
import { startDurableDatabase, untilIdle, withClient } from './support/database.ts'
import { median, ratioOfRounds, rounded, spread } from './support/figures.ts'
import { atLeast, notMeasured } from './support/goals.ts'
import { type HttpClient, httpClient, mustBe } from './support/http.ts'
import { pgbenchHere, runPgbench, scriptOf } from './support/pgbench.ts'
import { byTurns, closedLoop } from './support/rounds.ts'
import {
  type SeededProvider,
  type SeedKind,
  seedClients,
  seedId,
  seedIdSql,
  seedProviders,
  seedStaff,
  staffSession,
} from './support/seed.ts'
import { seedQuestions } from './support/seed-questions.ts'
import { seedVisits } from './support/seed-visits.ts'

const GOAL = 0.5
const PROVIDER: SeededProvider = { provider: 'cordaan', firstClient: 1, clients: 2000, firstStaff: 1, staff: 40 }
const TEXT = 'Beste cliënt, uw hulp kan die week een dag later komen. U ziet het vanavond in uw planning.'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** Questions kept for the capture, before those that are measured. */
const CAPTURED = [1, 2] as const

const clientOf = (n: number | string) => `${PROVIDER.firstClient} + ${n} % ${PROVIDER.clients}`

/** Replies to question `n`, as the workstation does; resolves with the trace of the answer. */
async function reply(http: HttpClient, n: number, token: string): Promise<string> {
  const answer = await http.send({
    method: 'POST',
    path: `/v1/contact-requests/${seedId('question', n)}/reply`,
    headers: { authorization: `Bearer ${token}`, 'if-match': '"1"', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: TEXT }),
  })
  mustBe(200, answer)
  return String(answer.headers['x-request-id'])
}

/** SQL for every value of the first capture that belongs to its question, or that the product made anew. */
function expressionsOf(first: readonly Statement[], second: readonly Statement[], n: number): Map<string, string> {
  const client = PROVIDER.firstClient + (n % PROVIDER.clients)
  const known: [SeedKind, number, string][] = [
    ['question', n, ':n'],
    ['case', n, ':n'],
    ['client', client, clientOf(':n')],
    ['user', client, clientOf(':n')],
    ['membership', client, clientOf(':n')],
  ]
  const expressions = new Map(known.map(([kind, number, sql]) => [seedId(kind, number), seedIdSql(kind, sql)]))
  first.forEach((statement, at) => {
    statement.params.forEach((value, index) => {
      const made = value !== null && value !== second[at]?.params[index] && UUID.test(value) && !expressions.has(value)
      // Ids in the order of time, as the product's own are.
      if (made)
        expressions.set(
          value,
          `('018f${String(expressions.size).padStart(4, '0')}-000f-7000-8000-' || lpad((:n)::text, 12, '0'))::uuid`,
        )
    })
  })
  return expressions
}

await bench({
  name: 'api-reply',
  title:
    'Replies that close a question, over HTTP, per second: the reply, its case, counters, mail, event, audit line and kept answer in one ' +
    'transaction. Beside it pgbench (prepared statements, as many clients) with the statements that the product sends for one reply.',
  flags: { rounds: 5, replies: 400, clients: 8, major: 18 },
  async measure({ flags, progress, defer }) {
    const server = await startDurableDatabase({ major: flags.major, progress })
    defer(server.stop)
    const each = Math.ceil(flags.replies / flags.clients)
    const perTurn = each * flags.clients
    const turns = (flags.rounds + 1) * 2
    progress('filling the queue')
    await withClient(server.url, async (db) => {
      await seedProviders(db)
      await seedStaff(db, PROVIDER, 'care-manager')
      await seedClients(db, PROVIDER)
      await seedVisits(db, PROVIDER)
      const count = CAPTURED.length + turns * perTurn + 1000
      await seedQuestions(db, [{ of: PROVIDER, questions: { first: 1, count, openPercent: 100, claims: 0 } }])
    })
    const api = await startApiProcess({ databaseUrl: server.url, progress })
    defer(api.stop)

    const http = httpClient(api.url, 1)
    const captured = await capture(
      server.url,
      server.logFile,
      CAPTURED.map((n) => async () => {
        const session = staffSession(PROVIDER.firstStaff)
        return { session, trace: await reply(http, n, await tokenOf(session)) }
      }),
    )
    http.close()
    const [first = [], second = []] = captured.map((units) => units.flat())
    const script = scriptOf(first, expressionsOf(first, second, CAPTURED[0]))
    progress(`${first.length} statements a reply`)
    await untilIdle(server.url)
    api.pause()

    let next = CAPTURED.length + 1
    const take = () => {
      const base = next
      next += perTurn
      return base
    }
    /** The questions of a turn are closed now, by whichever side. */
    const mustBeClosed = (base: number) =>
      withClient(server.url, async (db) => {
        const { rows } = await db.query<{ closed: number }>(
          `select count(*)::int as closed from cases where status = 'closed' and id between ${seedIdSql('case', '$1')} and ${seedIdSql('case', '$2')}`,
          [base, base + perTurn - 1],
        )
        if (rows[0]?.closed !== perTurn) throw new Error(`Closed ${rows[0]?.closed} of ${perTurn}.`)
        await db.query('delete from audit_pending')
      })

    const program = pgbenchHere()
    const times: number[] = []
    const product = async () => {
      const base = take()
      api.wake()
      const client = httpClient(api.url, flags.clients)
      const tokens = await Promise.all(
        Array.from({ length: PROVIDER.staff }, (_, index) => tokenOf(staffSession(PROVIDER.firstStaff + index))),
      )
      const load = await closedLoop(flags.clients, perTurn, (call) =>
        reply(client, base + call, tokens[call % tokens.length] ?? ''),
      )
      client.close()
      await untilIdle(server.url)
      api.pause()
      await mustBeClosed(base)
      times.push(...load.times)
      return perTurn / load.seconds
    }
    const peer = async () => {
      const base = take()
      const rate = await runPgbench(program ?? '', { script, url: server.url, clients: flags.clients, each, base })
      await mustBeClosed(base)
      return rate
    }
    const told = (name: string, side: () => Promise<number>) => async (round: number) => {
      const rate = await side()
      progress(`round ${round}: ${name} ${rounded(rate)} a second`)
      return rate
    }
    const sides: Record<string, (round: number) => Promise<number>> = {
      product: told('product', product),
      ...(program ? { pgbench: told('pgbench', peer) } : {}),
    }
    await byTurns(1, sides)
    times.length = 0
    const rates = await byTurns(flags.rounds, sides)
    const [ours = [], theirs = []] = [rates['product'], rates['pgbench']]
    return {
      figures: {
        'statements a reply': first.length,
        clients: flags.clients,
        'replies a turn': perTurn,
        rounds: flags.rounds,
        'product, replies a second': rounded(median(ours)),
        'pgbench, replies a second': theirs.length > 0 ? rounded(median(theirs)) : 'not measured',
        ...spread('product, one reply', times),
      },
      ratios: {
        'throughput, product : pgbench': program
          ? atLeast(ratioOfRounds(ours, theirs), GOAL)
          : notMeasured(`≥ ${GOAL}`, 'pgbench of PostgreSQL 15 is not installed here'),
      },
      postgres: server.version,
    }
  },
})
