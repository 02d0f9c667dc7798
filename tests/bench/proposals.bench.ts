/**
 * The best places of a visit as a planner gets them: asked over HTTP, the planning (150 caregivers, about 9,000 visits in four weeks)
 * read from PostgreSQL, the answer back with its parts; one planner, and three at once.
 */
import { addDays, toLocal, weekday } from '../../shared/domain/local-time.ts'
import { chanceFrom } from '../../shared/rescheduling/testing/chance.ts'
import { dutchPlanning } from '../../shared/rescheduling/testing/dutch-planning.ts'
import { startApiProcess, tokenOf } from './support/api.ts'
import { bench } from './support/bench.ts'
import { startDurableDatabase, withClient } from './support/database.ts'
import { percentile, rounded, spread } from './support/figures.ts'
import { atMost } from './support/goals.ts'
import { httpClient, mustBe } from './support/http.ts'
import { closedLoop } from './support/rounds.ts'
import { type SeededProvider, seedProviders, seedStaff, staffSession } from './support/seed.ts'
import { seedPlanning } from './support/seed-planning.ts'

const WEEKS = 4
const WARM_UP = 5
const TOGETHER = 3
const OF: SeededProvider = { provider: 'cordaan', firstClient: 1, clients: 0, firstStaff: 1, staff: TOGETHER }
/** Half a second is what a planner waits for without looking away. */
const GOAL_MS = 500

function nextMonday(): string {
  const { date } = toLocal(new Date())
  return addDays(date, (8 - weekday(date)) % 7 || 7)
}

await bench({
  name: 'proposals',
  title:
    'The ten best places of a visit over HTTP, for a planner: the planning of 150 caregivers (about 9,000 visits in four weeks) is read from ' +
    'PostgreSQL for each question. One planner after the other, and three at once.',
  flags: { seed: 1, caregivers: 150, visits: 9000, questions: 60, major: 18 },
  async measure({ flags, progress, defer }) {
    const server = await startDurableDatabase({ major: flags.major, progress })
    defer(server.stop)
    const planning = dutchPlanning({ ...flags, weeks: WEEKS, from: nextMonday() })
    const visits = await withClient(server.url, async (db) => {
      await seedProviders(db)
      await seedStaff(db, OF, 'planner')
      const ids = await seedPlanning(db, OF.provider, planning)
      await db.query('vacuum analyze')
      return ids
    })
    progress(`${planning.caregivers.length} caregivers, ${visits.length} visits`)
    const api = await startApiProcess({ databaseUrl: server.url, progress })
    defer(api.stop)
    const client = httpClient(api.url, TOGETHER)
    defer(async () => client.close())
    const tokens = await Promise.all(Array.from({ length: TOGETHER }, (_, n) => tokenOf(staffSession(OF.firstStaff + n))))
    const chance = chanceFrom(flags.seed)
    const ask = async (_: number, planner: number) => {
      const body = JSON.stringify({ visitId: chance.pick(visits), reason: 'other', beside: { placed: [], cancelled: [] } })
      const headers = { authorization: `Bearer ${tokens[planner]}` }
      mustBe(200, await client.send({ method: 'POST', path: '/v1/planning/proposals', headers, body }))
    }
    await closedLoop(1, WARM_UP, ask)
    const alone = (await closedLoop(1, flags.questions, ask)).times
    progress(`one planner: p95 ${rounded(percentile(alone, 0.95))} ms`)
    const together = (await closedLoop(TOGETHER, flags.questions, ask)).times
    progress(`${TOGETHER} at once: p95 ${rounded(percentile(together, 0.95))} ms`)
    return {
      figures: {
        caregivers: planning.caregivers.length,
        visits: visits.length,
        ...spread('one planner', alone),
        ...spread(`${TOGETHER} planners at once`, together),
      },
      ratios: { 'one planner, p95 ms': atMost(rounded(percentile(alone, 0.95)), GOAL_MS) },
      postgres: server.version,
    }
  },
})
