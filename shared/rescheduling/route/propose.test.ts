import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costsOfPlacing } from '../../../tests/support/route-brute-force.ts'
import { type RandomSize, routeProblems } from '../../../tests/support/route-problems.ts'
import type { RouteProblem } from '../route-problem.ts'
import { openRoute } from './open-route.ts'
import { costOf } from './plan.ts'
import { propose } from './propose.ts'

/** Enough to find what is wrong; set higher by hand when the search changes. */
const RUNS = Number(process.env['ROUTE_RUNS'] ?? 60)

/** The problem with its first visit alone to be placed. */
function oneVisit(problem: RouteProblem): RouteProblem {
  const tasks = problem.tasks.filter((task) => task.visit === 'v0')
  const gone = new Set(problem.tasks.filter((task) => task.visit !== 'v0').map((task) => task.id))
  return { ...problem, tasks, syncs: problem.syncs.filter((sync) => !gone.has(sync.first) && !gone.has(sync.second)) }
}

const sizes: readonly [string, RandomSize][] = [
  ['fixed', { timing: 'fixed', lines: 4, stops: 4, visits: 1 }],
  ['fixed on crooked roads', { timing: 'fixed', lines: 4, stops: 4, visits: 1, crooked: true }],
  ['flow', { timing: 'flow', lines: 4, stops: 4, visits: 1 }],
  ['flow on crooked roads', { timing: 'flow', lines: 4, stops: 4, visits: 1, crooked: true }],
]

describe.each(sizes)('the best places of one visit, %s', (_name, size) => {
  it('cost what counting out every place says, best first', () => {
    fc.assert(
      fc.property(routeProblems(size), (given) => {
        const problem = oneVisit(given)
        const route = openRoute(problem)
        fc.pre(route.ok)
        const proposal = propose(
          route.value,
          problem.tasks.map((task) => task.id),
          { top: 10, onePer: 'start' },
        )
        if (!proposal.ok) {
          expect(proposal.fault.kind).toBe('impossible-order')
          return
        }
        const expected = costsOfPlacing(problem).slice(0, 10)
        const got = proposal.value.offers.map((offer) => offer.cost)
        expect(got.length).toBe(expected.length)
        for (const [index, cost] of got.entries()) expect(cost).toBeCloseTo(expected[index] ?? Number.NaN, 6)
        for (const offer of proposal.value.offers) expect(costOf(offer.parts)).toBeCloseTo(offer.cost, 9)
      }),
      { numRuns: RUNS },
    )
  })
})
