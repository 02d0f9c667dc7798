/**
 * The fuzz run at length: at least 100,000 requests to every route of the contract table, generated from its schemas and from all that
 * breaks parsers, as every kind of actor. Asked: no fault, no glimpse of the inside, no refusal without a known problem, no row changed
 * by a refusal. The server runs in this process, with the clock of the tests, on a throwaway PostgreSQL.
 */
import http from 'node:http'
import { createTemplate, startTestCluster } from '../../build/lib/test-cluster.mjs'
import { migrate } from '../../portal-api/db/migrate.ts'
import { routeNames } from '../../shared/api/table.ts'
import { fuzzStretch, inStretches, newFigures } from '../security/support/fuzz-run.ts'
import { watchTables } from '../security/support/watch.ts'
import { worldOn } from '../security/support/world.ts'
import { startTestAppOn } from '../support/app.ts'
import { bench } from './support/bench.ts'
import { rounded } from './support/figures.ts'
import { atLeast, atMost } from './support/goals.ts'

const LEAST = 100_000
/** Routes that share their material, and requests of each per stretch: enough to meet each other, few enough to stay fresh. */
const ROUTES = 12
const EACH = 80

await bench({
  name: 'fuzz',
  title:
    'Generated requests to every route as every kind of actor. Asked: no 5xx, nothing of the inside shown, a known problem on every refusal, no row changed by a refusal.',
  flags: { requests: LEAST, seed: 1, together: 6 },
  async measure({ flags, progress, defer }) {
    const cluster = await startTestCluster({ progress })
    defer(() => cluster.stop())
    const url = await createTemplate(cluster, 'fuzz', (one) => migrate(one))
    const app = await startTestAppOn({ url, drop: async () => undefined })
    defer(() => app.stop())
    const world = await worldOn(app)
    const watch = await watchTables(app.db)
    const agent = new http.Agent({ keepAlive: true })
    defer(async () => agent.destroy())

    const figures = newFigures()
    const began = performance.now()
    for (let round = 0; figures.requests < flags.requests; round += 1) {
      for (const [index, names] of inStretches(ROUTES).entries()) {
        const before = figures.wrong.length
        const seed = flags.seed * 1_000_003 + round * 1_009 + index
        await fuzzStretch({ world, watch, figures, agent, names, each: EACH, seed, together: flags.together })
        for (const one of figures.wrong.slice(before)) progress(`seed ${seed}: ${one}`)
        app.clock.pass(120)
      }
      progress(
        `${figures.requests} requests, ${figures.accepted} accepted, ${figures.serverFaults} faults, ${figures.wrong.length} wrong`,
      )
    }
    const seconds = (performance.now() - began) / 1000
    const byCode = [...figures.byCode].sort(([, a], [, b]) => b - a).map(([code, count]) => [`refused: ${code}`, count])
    return {
      figures: {
        routes: routeNames.length,
        'routes that accepted something': figures.reached.size,
        accepted: figures.accepted,
        refused: figures.refused,
        ...Object.fromEntries(byCode),
        'requests per second': rounded(figures.requests / seconds),
      },
      ratios: {
        requests: atLeast(figures.requests, LEAST),
        'answers of 5xx': atMost(figures.serverFaults, 0),
        'broken promises': atMost(figures.wrong.length, 0),
      },
      postgres: cluster.version,
    }
  },
})
