/**
 * Rescheduling in a made-up Dutch planning (150 caregivers, 4 weeks, about 9,000 visits): the ten best places of a visit, the check of a
 * drag, and batches, beside plain greedy insertion in the same run; and how the cost grows with the caregivers.
 */
import { solverPool } from '../../portal-api/rescheduling/solver-pool.ts'
import { proposeBatch } from '../../shared/rescheduling/batch.ts'
import { proposalDesk } from '../../shared/rescheduling/proposals.ts'
import { timedRun } from '../../shared/rescheduling/route/run.ts'
import { chanceFrom } from '../../shared/rescheduling/testing/chance.ts'
import { dutchPlanning } from '../../shared/rescheduling/testing/dutch-planning.ts'
import { tableTravel } from '../../shared/rescheduling/travel.ts'
import { type BatchCase, byHand, illCases } from './reschedule/cases.ts'
import { bench } from './support/bench.ts'
import { percentile, rounded, spread } from './support/figures.ts'
import { atLeast, atMost, type Goal } from './support/goals.ts'
import { standReady } from './support/solver.ts'

const now = () => performance.now()
const PROPOSALS = 60
const CHECKS = 400

await bench({
  name: 'reschedule',
  title:
    'A made-up Dutch planning of 150 caregivers over 4 weeks (about 9,000 visits): the ten best places of a visit; the check of a drag; ' +
    'the visits of an ill caregiver placed together (8, and 40 of several days), with the bound, beside plain greedy insertion; and the same ' +
    'with 3 and 10 times the caregivers.',
  flags: {
    seed: 1,
    caregivers: 150,
    visits: 9000,
    /** Times the caregivers, each with as many times the visits. */
    times: '1,3,10',
    /** Visits in a batch. */
    sizes: '8,40',
    /** Batches of 8 at 1×, half as many of 40; beyond it so many times fewer. */
    batches: 40,
    /** Seconds that a batch of 8, and of 40, may search: less than the goal, for the last step begun is finished. */
    'seconds-8': 0.85,
    'seconds-40': 2.4,
  },
  async measure({ flags, progress, defer }) {
    const pool = solverPool(1)
    defer(() => pool.close())
    await standReady(pool)
    const figures: Record<string, number> = {}
    const ratios: Record<string, Goal> = {}
    for (const times of flags.times.split(',').map(Number)) {
      const at = `${times}×`
      const planning = dutchPlanning({
        seed: flags.seed,
        caregivers: flags.caregivers * times,
        weeks: 4,
        from: '2026-11-23',
        visits: flags.visits * times,
      })
      const travel = tableTravel(planning.settings)
      const chance = chanceFrom(flags.seed)
      figures[`${at}, visits`] = planning.visits.length
      progress(`${at}: ${planning.caregivers.length} caregivers, ${planning.visits.length} visits`)

      const began = now()
      const desk = proposalDesk(planning, travel)
      figures[`${at}, reading the planning, ms`] = rounded(now() - began)
      const proposing: number[] = []
      for (let count = 0; count < PROPOSALS; count++) {
        const visit = chance.pick(planning.visits)
        const start = now()
        const found = desk.propose({ visitId: visit.id, reason: 'other' }, 10)
        proposing.push(now() - start)
        if (!found.ok) throw new Error(found.fault.kind)
      }
      Object.assign(figures, spread(`${at}, top 10`, proposing))
      progress(`${at}: top 10, p95 ${rounded(percentile(proposing, 0.95))} ms`)

      const checking: number[] = []
      for (let count = 0; count < CHECKS; count++) {
        const visit = chance.pick(planning.visits)
        const caregiver = chance.pick(planning.caregivers)
        const parts = visit.parts.map((part, index) => ({
          caregiverId: index === 0 ? caregiver.id : part.caregiverId,
          date: part.date,
          startMinute: chance.int(28, 76) * 15,
        }))
        const start = now()
        desk.checker.check({ moves: [{ visitId: visit.id, parts }], cancels: [] })
        checking.push(now() - start)
      }
      Object.assign(figures, spread(`${at}, check`, checking))

      const runBatch = async (one: BatchCase, seconds: number) => {
        const start = now()
        const result = await proposeBatch(
          one.planning,
          one.visitIds,
          { travel, reason: 'other' },
          { solver: pool.solver(), seed: flags.seed, run: timedRun({ now, seconds }) },
        )
        const milliseconds = now() - start
        if (!result.ok || result.value.kind !== 'plan') throw new Error('A batch without a plan.')
        return { milliseconds, plan: result.value, hand: await byHand(one, travel) }
      }
      // A server at work has done this before.
      for (const one of illCases(planning, 8, 1, flags.seed + 1)) await runBatch(one, flags['seconds-8'])
      const sizes = flags.sizes.split(',').map(Number)
      const searched = [
        [8, flags['seconds-8']],
        [40, flags['seconds-40']],
      ] as const
      for (const [size, seconds] of searched.filter(([size]) => sizes.includes(size))) {
        const name = `${at}, batch of ${size}`
        const count = Math.max(3, Math.round(flags.batches / times / (size === 8 ? 1 : 2)))
        const runs: Awaited<ReturnType<typeof runBatch>>[] = []
        for (const one of illCases(planning, size, count, flags.seed)) {
          const run = await runBatch(one, seconds)
          runs.push(run)
          const { plan, hand } = run
          progress(
            `${name}: ${rounded(run.milliseconds)} ms, ${plan.cost.toFixed(2)} (bound ${plan.lower.toFixed(2)}${plan.proven ? ', proven' : ''}), ` +
              `${plan.unplaced.length} unplaced, ${plan.columns} columns; greedy ${hand.cost.toFixed(2)}, ${hand.unplaced} unplaced`,
          )
        }
        const gap = (cost: number, lower: number) => (cost <= 0 ? 0 : (100 * Math.max(0, cost - lower)) / cost)
        const alike = runs.filter(({ plan, hand }) => plan.unplaced.length === hand.unplaced)
        const mean = (list: readonly number[]) => (list.length === 0 ? 0 : list.reduce((sum, one) => sum + one, 0) / list.length)
        Object.assign(
          figures,
          spread(
            name,
            runs.map((one) => one.milliseconds),
          ),
          {
            [`${name}, proven, %`]: rounded((100 * runs.filter((one) => one.plan.proven).length) / runs.length),
            [`${name}, gap to its bound, average %`]: rounded(mean(runs.map(({ plan }) => gap(plan.cost, plan.lower)))),
            [`${name}, unplaced, average`]: rounded(mean(runs.map(({ plan }) => plan.unplaced.length))),
            [`${name}, greedy: dearer, average %`]: rounded(mean(alike.map(({ plan, hand }) => gap(hand.cost, plan.cost)))),
            [`${name}, greedy: more unplaced in cases`]: runs.filter(({ plan, hand }) => hand.unplaced > plan.unplaced.length)
              .length,
          },
        )
        if (times !== 1) continue
        const p95 = percentile(
          runs.map((one) => one.milliseconds),
          0.95,
        )
        ratios[`batch of ${size}, p95 ms`] = atMost(p95, size === 8 ? 1000 : 3000)
        if (size === 8) ratios['batch of 8, proven, %'] = atLeast(figures[`${name}, proven, %`] ?? Number.NaN, 95)
      }
      if (times !== 1) continue
      ratios['top 10, p95 ms'] = atMost(percentile(proposing, 0.95), 100)
      ratios['check, p95 ms'] = atMost(percentile(checking, 0.95), 16)
    }
    return { figures, ratios }
  },
})
