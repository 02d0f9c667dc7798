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
import { percentile } from './support/figures.ts'
import { atMost, type Goal, notMeasured } from './support/goals.ts'
import { standReady } from './support/solver.ts'

const FOLDER = '../shared/benchmarks/hhcrsp'
const now = () => performance.now()
/** What a visit takes beside a case of a caregiver who is ill. */
const VISIT_WORK = 0.05

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
    /** A case gets so many seconds at the most: of the engine, of the exact reference, and for counting out one visit. */
    'engine-seconds': 5,
    'reference-seconds': 10,
    'visit-seconds': 5,
    /** All of it about so many minutes: cases get less where there are many. */
    minutes: 14,
  },
  async measure({ flags, progress, defer }) {
    for (const folder of [flags.instances, flags.solutions]) {
      if (!existsSync(folder)) throw new Error(`No folder ${path.resolve(folder)}: say --instances DIR --solutions DIR.`)
    }
    const pool = solverPool(1)
    defer(() => pool.close())
    await standReady(pool)
    const costs = readCosts(flags.solutions)
    const files = readdirSync(flags.instances).filter((file) => file.endsWith('.json') && file.includes(flags.only))
    const figures = { instances: 0, 'instances without a plan': 0, 'instances without a published cost': 0 }
    const broken: string[] = []
    const failed: string[] = []
    /** A case that falls down is told and counted; the others go on. */
    const attempt = async (what: string, work: () => void | Promise<void>) => {
      try {
        await work()
      } catch (error) {
        failed.push(what)
        progress(`${what}: ${error instanceof Error ? error.message : error}`)
      }
    }
    const loaded: Loaded[] = []
    for (const file of files.sort()) {
      const one = load(path.join(flags.instances, file), flags.solutions, costs, (problem) => {
        broken.push(problem)
        progress(problem)
      })
      if (one === null) figures['instances without a plan']++
      else loaded.push(one)
    }
    figures.instances = loaded.length
    let left = loaded.reduce((sum, one) => sum + workOf(one, flags.tests), 0)
    const end = now() + flags.minutes * 60_000
    /** Seconds for a share of what is left to do: fewer than asked when time is short, never none. */
    const share = (seconds: number) => Math.max(0.2, Math.min(seconds, (3 * (end - now())) / 1000 / Math.max(1, left)))
    let [worstCost, worstPart, uncounted] = [0, 0, 0]
    const regrets: number[] = []
    const visitTimes: number[] = []
    const cases: IllCase[] = []
    for (const one of loaded) {
      const { name, patients } = one.instance
      if (flags.tests.includes('a')) {
        const { violations, cost, parts } = checkPublished(one)
        for (const text of violations) broken.push(`${name}: ${text}`)
        for (const text of violations) progress(`${name}: ${text}`)
        if (cost === null) figures['instances without a published cost']++
        worstCost = Math.max(worstCost, cost ?? 0)
        worstPart = Math.max(worstPart, parts ?? 0)
      }
      if (flags.tests.includes('b')) {
        for (const { id } of patients) {
          await attempt(`${name} ${id}`, () => {
            const { regret, milliseconds } = oneVisit(one, id, now, share(flags['visit-seconds']))
            if (regret === null) uncounted++
            else regrets.push(regret)
            visitTimes.push(milliseconds)
            if (regret !== null && regret > 1e-6) progress(`${name} ${id}: regret ${regret}`)
          })
          left -= VISIT_WORK
        }
        progress(`${name}: ${patients.length} visits taken out one by one`)
      }
      if (flags.tests.includes('c')) {
        for (const [caregiver, route] of one.solution.routes) {
          if (route.length === 0) continue
          await attempt(`${name} ${caregiver} ill`, async () => {
            const result = await caregiverIll(one, caregiver, {
              solver: pool.solver(),
              engineSeconds: share(flags['engine-seconds']),
              referenceSeconds: share(flags['reference-seconds']),
              now,
            })
            cases.push(result)
            progress(lineOf(name, result))
          })
          left -= 1
        }
      }
    }
    const ill = summary(cases)
    const ratios: Record<string, Goal> = {
      'published cost, greatest difference': flags.tests.includes('a')
        ? atMost(broken.length > 0 ? Number.NaN : worstCost, 0.01)
        : notMeasured('≤ 0.01', 'left out'),
      'one visit, greatest regret':
        regrets.length > 0
          ? atMost(
              regrets.reduce((worst, one) => Math.max(worst, one), 0),
              1e-6,
            )
          : notMeasured('≤ 0.000001', 'left out'),
      'caregiver ill, average gap to the optimum in %':
        ill.compared > 0 ? atMost(ill.averageGap, 1) : notMeasured('≤ 1', 'no case with a proven optimum'),
      'caregiver ill, cases worse than greedy':
        cases.length > 0 ? atMost(ill.worseThanGreedy, 0) : notMeasured('≤ 0', 'left out'),
      'cases that failed': atMost(failed.length, 0),
    }
    return {
      figures: {
        ...figures,
        'rules broken by published plans': broken.length,
        'greatest difference of a published part': worstPart,
        'visits taken out': regrets.length + uncounted,
        'visits whose places were too many to count in time': uncounted,
        'ms a visit, p95': percentile(visitTimes, 0.95),
        ...ill.figures,
      },
      ratios,
    }
  },
})

function workOf({ instance, solution }: Loaded, tests: string): number {
  const routes = [...solution.routes.values()].filter((route) => route.length > 0)
  return (tests.includes('b') ? VISIT_WORK * instance.patients.length : 0) + (tests.includes('c') ? routes.length : 0)
}

/** An instance with its plan; null when there is none, or when one of the two cannot be read, which is told. */
function load(
  file: string,
  solutions: string,
  costs: ReturnType<typeof readCosts>,
  tell: (problem: string) => void,
): Loaded | null {
  try {
    const instance = readInstance(file)
    const found = findSolution(solutions, instance.name)
    if (found === null) return null
    return { instance, solution: readSolution(found, instance), published: costs.get(instance.name) ?? null }
  } catch (error) {
    tell(`${path.basename(file)}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    return null
  }
}

/** One line a case: what was found, what is optimal, and an honest word where that is not known. */
function lineOf(name: string, one: IllCase): string {
  const { engine, greedy, optimum } = one
  const known = optimum.proven
    ? `optimum ${optimum.cost.toFixed(3)}`
    : `optimum not proven, bound ${bound(optimum.bound)} (engine's bound ${bound(one.engineLower)})`
  const mine = `${engine.cost.toFixed(3)}${one.engineProven ? ' proven' : ''}`
  const left = engine.unplaced > 0 ? `, ${engine.unplaced} unplaced` : ''
  return `${name} ${one.caregiver} (${one.tasks}): engine ${mine}, greedy ${greedy.cost.toFixed(3)}, ${known}${left}, ${Math.round(one.milliseconds)} ms`
}

function bound(value: number): string {
  return Number.isFinite(value) ? (value % 1e6).toFixed(3) : 'none'
}
