import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inThreadSolver } from '../../../tests/support/in-thread-solver.ts'
import { cheapestPlan } from '../../../tests/support/route-brute-force.ts'
import { type RandomSize, routeProblems } from '../../../tests/support/route-problems.ts'
import type { RouteProblem } from '../route-problem.ts'
import { type BatchPlan, proposeBatch } from './batch.ts'
import { checkPlan } from './checker.ts'
import { fixedDesk } from './fixed-desk.ts'
import { flowDesk } from './flow-desk.ts'
import { greedy } from './heuristic.ts'
import type { MipSolver } from './mip.ts'
import { type OpenRoute, openRoute } from './open-route.ts'
import { costOf } from './plan.ts'
import { propose } from './propose.ts'
import { type Run, UNWATCHED } from './run.ts'

const RUNS = Number(process.env['ROUTE_RUNS'] ?? 8)
const PATIENCE = 10
/** Milliseconds for a property, on a busy machine too. */
const SLOW = 60_000

let solver: MipSolver
beforeAll(async () => {
  solver = await inThreadSolver()
})

async function planOf(route: OpenRoute, by: MipSolver | null = solver, run: Run = UNWATCHED): Promise<BatchPlan | null> {
  const result = await proposeBatch(route, { solver: by, seed: 1, patience: PATIENCE }, run)
  if (!result.ok) {
    expect(result.fault.kind).toBe('impossible-order')
    return null
  }
  if (result.value.kind !== 'plan') throw new Error('It was not called off.')
  return result.value
}

/** Opened, when there is nothing wrong with it. */
function opened(problem: RouteProblem): OpenRoute {
  const route = openRoute(problem)
  fc.pre(route.ok)
  return route.value
}

const sizes: readonly [string, RandomSize][] = [
  ['fixed', { timing: 'fixed', lines: 3, stops: 2, visits: 3, grid: 45 }],
  ['fixed on crooked roads', { timing: 'fixed', lines: 3, stops: 2, visits: 3, grid: 45, crooked: true }],
  ['flow', { timing: 'flow', lines: 3, stops: 3, visits: 3 }],
  ['flow on crooked roads', { timing: 'flow', lines: 3, stops: 2, visits: 3, crooked: true }],
]

/** More than can be counted out in a test. */
const COUNTABLE = 3

describe.each(sizes)('a batch, %s', (_name, size) => {
  it(
    'costs what counting out every plan says, and says so when it is proven',
    async () => {
      await fc.assert(
        fc.asyncProperty(routeProblems(size), async (problem) => {
          fc.pre(problem.tasks.length <= COUNTABLE)
          const plan = await planOf(opened(problem))
          const best = cheapestPlan(problem)
          if (plan === null || best === null) return
          expect(plan.lower).toBeLessThanOrEqual(best.cost + 1e-5)
          expect(plan.cost).toBeGreaterThanOrEqual(best.cost - 1e-5)
          if (plan.proven) expect(plan.cost).toBeCloseTo(best.cost, 5)
          if (!size.crooked) expect(plan.proven).toBe(true)
        }),
        { numRuns: RUNS },
      )
    },
    SLOW,
  )
})

const bigger: readonly [string, RandomSize][] = [
  ['fixed', { timing: 'fixed', lines: 4, stops: 3, visits: 3, grid: 30 }],
  ['flow', { timing: 'flow', lines: 4, stops: 4, visits: 3 }],
  ['flow on crooked roads', { timing: 'flow', lines: 4, stops: 4, visits: 3, crooked: true }],
]

describe.each(bigger)('a larger batch, %s', (_name, size) => {
  it(
    'breaks no rule, adds up, is the same again, and is no dearer than greedy insertion',
    async () => {
      await fc.assert(
        fc.asyncProperty(routeProblems(size), async (problem) => {
          const plan = await planOf(opened(problem))
          if (plan === null) return
          const verdict = checkPlan(problem, plan.plan)
          expect(verdict.violations).toEqual([])
          expect(verdict.cost).toBeCloseTo(plan.cost, 6)
          expect(costOf(plan.parts)).toBeCloseTo(plan.cost, 9)
          for (const [part, cost] of Object.entries(verdict.parts))
            expect(plan.parts).toHaveProperty(part, expect.closeTo(cost, 6))
          expect(plan.lower).toBeLessThanOrEqual(plan.cost + 1e-6)
          expect(await planOf(opened(problem))).toEqual(plan)
          const byHand = size.timing === 'fixed' ? fixedDesk(opened(problem)) : deskOf(opened(problem))
          await greedy(byHand, byHand.visits, UNWATCHED)
          expect(plan.cost).toBeLessThanOrEqual(byHand.cost() + 1e-6)
        }),
        { numRuns: Math.ceil(RUNS / 2) },
      )
    },
    SLOW,
  )
})

function deskOf(route: OpenRoute) {
  const desk = flowDesk(route)
  if (!desk.ok) throw new Error(desk.fault.kind)
  return desk.value
}

describe.each([
  ['fixed', { timing: 'fixed', lines: 4, stops: 3, visits: 1 }],
  ['flow', { timing: 'flow', lines: 4, stops: 3, visits: 1 }],
] as const)('a batch of one, %s', (_name, size) => {
  it('is the first offer for that visit, or leaves it out where that costs less', async () => {
    await fc.assert(
      fc.asyncProperty(routeProblems(size), async (problem) => {
        const route = opened(problem)
        const plan = await planOf(route)
        if (plan === null) return
        const ids = problem.tasks.map((task) => task.id)
        const proposal = propose(route, ids, { top: 1, onePer: 'start' })
        if (!proposal.ok) throw new Error(proposal.fault.kind)
        const out = problem.tasks.reduce((sum, task) => sum + problem.unplacedCost(task), 0)
        const best = Math.min(out, proposal.value.offers[0]?.cost ?? Number.POSITIVE_INFINITY)
        expect(plan.cost - costOf(plan.before)).toBeCloseTo(best, 5)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a batch that is called off or out of time', () => {
  const sample = (): RouteProblem => {
    const [problem] = fc.sample(routeProblems({ timing: 'fixed', lines: 5, stops: 4, visits: 5, grid: 30 }), {
      numRuns: 1,
      seed: 3,
    })
    if (!problem) throw new Error('No sample.')
    return problem
  }

  it('says that it was called off', async () => {
    const run: Run = { ...UNWATCHED, stopped: () => true, cancelled: () => true }
    const result = await proposeBatch(opened(sample()), { solver, seed: 1, patience: PATIENCE }, run)
    expect(result).toEqual({ ok: true, value: { kind: 'cancelled' } })
  })

  it('gives what it has by then, whenever that is, with a bound that holds', async () => {
    const problem = sample()
    const whole = await planOf(opened(problem))
    if (whole === null) throw new Error('No plan.')
    for (let after = 0; after < 200; after += 13) {
      let asked = 0
      const plan = await planOf(opened(problem), solver, { ...UNWATCHED, stopped: () => ++asked > after })
      expect(plan?.cost).toBeGreaterThanOrEqual(whole.cost - 1e-6)
      expect(plan?.lower).toBeLessThanOrEqual(whole.cost + 1e-6)
      expect(checkPlan(problem, plan?.plan ?? { lines: [], unplaced: [] }).violations).toEqual([])
    }
  })

  it('does without a solver, and never calls that proven unless nothing could be cheaper', async () => {
    const problem = sample()
    const plan = await planOf(opened(problem), null)
    expect(checkPlan(problem, plan?.plan ?? { lines: [], unplaced: [] }).violations).toEqual([])
    expect(plan?.proven).toBe(false)
  })

  it('takes a solver that fails for one that is not there', async () => {
    const fails: MipSolver = {
      solve: async () => ({
        status: 'failed',
        objective: Number.POSITIVE_INFINITY,
        bound: Number.NEGATIVE_INFINITY,
        values: null,
        duals: null,
      }),
    }
    const problem = sample()
    const plan = await planOf(opened(problem), fails)
    expect(plan?.proven).toBe(false)
    expect(plan?.cost).toBe((await planOf(opened(problem), null))?.cost)
  })
})
