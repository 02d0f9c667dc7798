/**
 * Rescheduling held to published results: home health care instances, one visit taken out and one caregiver ill. Every instance of a
 * folder that has a plan: the checker against the published cost, every visit against counting out every place, every route taken
 * out once against an exact optimum of independent code and beside plain greedy insertion.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { solverPool } from '../../portal-api/rescheduling/solver-pool.ts'
import { caregiverIll, checkPublished, type IllCase, type Loaded, oneVisit } from './hhcrsp/checks.ts'
import { findSolution, readCosts, readInstance, readSolution } from './hhcrsp/format.ts'
import { summary } from './hhcrsp/summary.ts'
import { bench } from './support/bench.ts'
import { atMost, type Goal, notMeasured } from './support/goals.ts'

const FOLDER = '../shared/benchmarks/hhcrsp'
const now = () => performance.now()

await bench({
  name: 'hhcrsp',
  title:
    'Published plans of home health care (ITOR 2024, doi 10.1111/itor.13585): the checker reproduces their cost; each visit taken out ' +
    'is offered its best place; each caregiver ill, the others keep what they have, against an exact optimum and greedy insertion.',
  flags: {
    instances: path.join(FOLDER, 'instances'),
    solutions: path.join(FOLDER, 'solutions'),
    /** Only instances whose name contains it. */
    only: '',
    /** Which of the three tests: any of a (checker), b (one visit), c (caregiver ill). */
    tests: 'abc',
    'engine-seconds': 10,
    'reference-seconds': 20,
  },
  async measure({ flags, progress, defer }) {
    const pool = solverPool(1)
    defer(() => pool.close())
    const costs = readCosts(flags.solutions)
    const files = readdirSync(flags.instances).filter((file) => file.endsWith('.json') && file.includes(flags.only))
    const figures = { instances: 0, 'instances without a plan': 0, 'instances without a published cost': 0 }
    const broken: string[] = []
    let [worstCost, worstPart] = [0, 0]
    const regrets: number[] = []
    const visitTimes: number[] = []
    const cases: IllCase[] = []
    for (const file of files.sort()) {
      const instance = readInstance(path.join(flags.instances, file))
      const found = existsSync(flags.solutions) ? findSolution(flags.solutions, instance.name) : null
      if (found === null) {
        figures['instances without a plan']++
        progress(`${instance.name}: no plan in ${flags.solutions}`)
        continue
      }
      figures.instances++
      const loaded: Loaded = { instance, solution: readSolution(found, instance), published: costs.get(instance.name) ?? null }
      if (flags.tests.includes('a')) {
        const { violations, cost, parts } = checkPublished(loaded)
        for (const one of violations) broken.push(`${instance.name}: ${one}`)
        for (const one of violations) progress(`${instance.name}: ${one}`)
        if (cost === null) figures['instances without a published cost']++
        worstCost = Math.max(worstCost, cost ?? 0)
        worstPart = Math.max(worstPart, parts ?? 0)
      }
      if (flags.tests.includes('b')) {
        for (const { id } of instance.patients) {
          const { regret, milliseconds } = oneVisit(loaded, id, now)
          regrets.push(regret)
          visitTimes.push(milliseconds)
          if (regret > 1e-6) progress(`${instance.name} ${id}: regret ${regret}`)
        }
      }
      if (flags.tests.includes('c')) {
        for (const [caregiver, route] of loaded.solution.routes) {
          if (route.length === 0) continue
          const one = await caregiverIll(loaded, caregiver, {
            solver: pool.solver(),
            engineSeconds: flags['engine-seconds'],
            referenceSeconds: flags['reference-seconds'],
            now,
          })
          cases.push(one)
          progress(lineOf(instance.name, one))
        }
      }
      progress(`${instance.name}: done`)
    }
    const ill = summary(cases)
    const ratios: Record<string, Goal> = {
      'published cost, greatest difference': flags.tests.includes('a')
        ? atMost(broken.length > 0 ? Number.NaN : worstCost, 0.01)
        : notMeasured('≤ 0.01', 'left out'),
      'one visit, greatest regret':
        regrets.length > 0 ? atMost(Math.max(...regrets), 1e-6) : notMeasured('≤ 0.000001', 'left out'),
      'caregiver ill, average gap to the optimum in %':
        ill.compared > 0 ? atMost(ill.averageGap, 1) : notMeasured('≤ 1', 'no case with a proven optimum'),
      'caregiver ill, cases worse than greedy':
        cases.length > 0 ? atMost(ill.worseThanGreedy, 0) : notMeasured('≤ 0', 'left out'),
    }
    return {
      figures: {
        ...figures,
        'rules broken by published plans': broken.length,
        'greatest difference of a published part': worstPart,
        'visits taken out': regrets.length,
        'ms a visit, p95': percentile(visitTimes, 0.95),
        ...ill.figures,
      },
      ratios,
    }
  },
})

/** One line a case: what was found, what is optimal, and an honest word where that is not known. */
function lineOf(name: string, one: IllCase): string {
  const { engine, greedy, optimum } = one
  const known = optimum.proven
    ? `optimum ${optimum.cost.toFixed(3)}`
    : `optimum not proven, bound ${(optimum.bound % 1e6).toFixed(3)} (engine's bound ${(one.engineLower % 1e6).toFixed(3)})`
  const mine = `${engine.cost.toFixed(3)}${one.engineProven ? ' proven' : ''}`
  const left = engine.unplaced > 0 ? `, ${engine.unplaced} unplaced` : ''
  return `${name} ${one.caregiver} (${one.tasks}): engine ${mine}, greedy ${greedy.cost.toFixed(3)}, ${known}${left}, ${Math.round(one.milliseconds)} ms`
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
