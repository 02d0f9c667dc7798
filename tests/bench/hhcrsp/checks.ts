/** The three tests of ../shared/benchmarks/hhcrsp/README.md on one instance and its published plan. */
import { proposeBatch } from '../../../shared/rescheduling/route/batch.ts'
import { checkPlan } from '../../../shared/rescheduling/route/checker.ts'
import { flowDesk } from '../../../shared/rescheduling/route/flow-desk.ts'
import { greedy } from '../../../shared/rescheduling/route/heuristic.ts'
import type { MipSolver } from '../../../shared/rescheduling/route/mip.ts'
import { type OpenRoute, openRoute } from '../../../shared/rescheduling/route/open-route.ts'
import type { Plan } from '../../../shared/rescheduling/route/plan.ts'
import { propose } from '../../../shared/rescheduling/route/propose.ts'
import { timedRun, UNWATCHED } from '../../../shared/rescheduling/route/run.ts'
import type { RouteProblem } from '../../../shared/rescheduling/route-problem.ts'
import { type Removal, routeProblem, taskId, UNPLACED } from './adapter.ts'
import type { Instance, PublishedCost, Solution } from './format.ts'
import { cheapestPlace } from './reference/brute-force.ts'
import { exactOptimum } from './reference/exact.ts'
import { OutOfTime } from './reference/line-search.ts'
import { makeModel } from './reference/model.ts'

/** Published times are rounded to three decimals. */
const ROUNDING = 2e-3

export interface Loaded {
  readonly instance: Instance
  readonly solution: Solution
  /** Null where nothing is published beside the plan. */
  readonly published: PublishedCost | null
}

export interface CheckedCost {
  readonly violations: readonly string[]
  /** Greatest difference from what is published, over cost and parts; null = nothing is published. */
  readonly cost: number | null
  readonly parts: number | null
}

/** 1. The checker on the plan as published: nothing broken, and the published cost and parts. */
export function checkPublished({ instance, solution, published }: Loaded): CheckedCost {
  const problem = routeProblem(instance, solution, { tasks: [], away: new Set() })
  const { violations, cost, minutes } = checkPlan(problem, asItStands(problem), ROUNDING)
  const missing = instance.patients.flatMap((patient) => patient.services.map((_, part) => taskId(patient.id, part)))
  const stands = new Set(problem.lines.flatMap((line) => line.stops.map((stop) => stop.task.id)))
  const said = violations.map(({ kind, ids }) => `${kind} ${ids.join(' ')}`)
  for (const id of missing) if (!stands.has(id)) said.push(`nobody for ${id}`)
  if (published === null) return { violations: said, cost: null, parts: null }
  return {
    violations: said,
    cost: Math.abs(cost - published.cost),
    parts: Math.max(
      Math.abs(minutes.travel - published.travel),
      Math.abs(minutes.tardiness - published.tardiness),
      Math.abs(minutes.greatestTardiness - published.greatest),
    ),
  }
}

function asItStands(problem: RouteProblem): Plan {
  return {
    lines: problem.lines.map((line) => ({
      line: line.id,
      stops: line.stops.map((stop) => ({ task: stop.task.id, start: stop.start })),
    })),
    unplaced: [],
  }
}

export interface VisitCase {
  readonly patient: string
  /**
   * What the first offer costs more than counting out every place; infinity when only one of the two found a place, null when the
   * counting did not end in its time.
   */
  readonly regret: number | null
  readonly milliseconds: number
}

/** 2. One visit taken out: the first offer against every caregiver and place. */
export function oneVisit({ instance, solution }: Loaded, patient: string, now: () => number, seconds: number): VisitCase {
  const parts = instance.patients.find((one) => one.id === patient)?.services ?? []
  const tasks = parts.map((_, part) => taskId(patient, part))
  const problem = routeProblem(instance, solution, { tasks, away: new Set() })
  const start = now()
  const proposal = propose(opened(problem), tasks, { top: 1, onePer: 'start' })
  const milliseconds = now() - start
  if (!proposal.ok) throw new Error(`${instance.name} ${patient}: ${proposal.fault.kind}`)
  const model = makeModel(instance, solution, new Set())
  const mine = new Set(model.nodes.flatMap((node, number) => (node.patient === patient ? [number] : [])))
  const routes = model.routes.map((route) => route.filter((node) => !mine.has(node)))
  const end = now() + seconds * 1000
  let [without, best]: (number | null)[] = [null, null]
  try {
    without = cheapestPlace(model, routes, [], () => false)
    best = cheapestPlace(model, routes, [...mine], () => now() > end)
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return { patient, regret: null, milliseconds }
  }
  const offer = proposal.value.offers[0]
  if (without === null || without === undefined || best === undefined)
    throw new Error(`${instance.name} ${patient}: no schedule without the visit.`)
  if (offer === undefined && best === null) return { patient, regret: 0, milliseconds }
  const regret = offer === undefined || best === null ? Number.POSITIVE_INFINITY : offer.cost - (best - without)
  return { patient, regret, milliseconds }
}

export interface IllCase {
  readonly caregiver: string
  readonly tasks: number
  /** Cost without what leaving tasks out costs, and how many are left out. */
  readonly engine: Outcome
  readonly greedy: Outcome
  /** Of the independent reference; its bound when it did not finish. */
  readonly optimum: Outcome & { readonly proven: boolean; readonly bound: number }
  readonly engineProven: boolean
  readonly engineLower: number
  /** Patients whose service has another caregiver or another start. */
  readonly touched: number
  readonly milliseconds: number
}

export interface Outcome {
  readonly cost: number
  readonly unplaced: number
}

export interface IllOptions {
  readonly solver: MipSolver
  /** For the engine, and for the reference. */
  readonly engineSeconds: number
  readonly referenceSeconds: number
  readonly now: () => number
}

/** 3. A caregiver ill: all that they had goes to others, who keep theirs in its order. */
export async function caregiverIll({ instance, solution }: Loaded, caregiver: string, options: IllOptions): Promise<IllCase> {
  const route = solution.routes.get(caregiver) ?? []
  const removal: Removal = { tasks: route.map((stop) => taskId(stop.patient, stop.part)), away: new Set([caregiver]) }
  const problem = routeProblem(instance, solution, removal)
  const byHand = await greedyOutcome(problem)
  const start = options.now()
  const run = timedRun({ now: options.now, seconds: options.engineSeconds })
  const result = await proposeBatch(opened(problem), { solver: options.solver, seed: 1, patience: PATIENCE }, run)
  const milliseconds = options.now() - start
  if (!result.ok || result.value.kind !== 'plan') throw new Error(`${instance.name} ${caregiver}: no plan.`)
  const { plan, cost, proven, lower } = result.value
  const verdict = checkPlan(problem, plan)
  if (verdict.violations.length > 0 || Math.abs(verdict.cost - cost) > 1e-6) {
    throw new Error(
      `${instance.name} ${caregiver}: the checker does not agree with the plan: ${JSON.stringify(verdict.violations)}`,
    )
  }
  const model = makeModel(instance, solution, removal.away)
  const numbers = new Map(model.nodes.map((node, number) => [taskId(node.patient, node.part), number]))
  const nodes = removal.tasks.map((id) => numbers.get(id) ?? -1)
  const until = options.now() + options.referenceSeconds * 1000
  const exact = exactOptimum(model, model.routes, nodes, cost, () => options.now() > until)
  return {
    caregiver,
    tasks: removal.tasks.length,
    engine: outcome(cost),
    greedy: byHand,
    optimum: { ...outcome(exact.cost), proven: exact.proven, bound: exact.bound },
    engineProven: proven,
    engineLower: lower,
    touched: touchedBy(solution, plan),
    milliseconds,
  }
}

/** Rounds of the engine's search without a better plan. */
const PATIENCE = 80

async function greedyOutcome(problem: RouteProblem): Promise<Outcome> {
  const desk = flowDesk(opened(problem))
  if (!desk.ok) throw new Error(desk.fault.kind)
  await greedy(desk.value, desk.value.visits, UNWATCHED)
  return outcome(desk.value.cost())
}

function outcome(cost: number): Outcome {
  const unplaced = Math.floor(cost / UNPLACED)
  return { cost: cost - unplaced * UNPLACED, unplaced }
}

function touchedBy(solution: Solution, plan: Plan): number {
  const before = new Map<string, { readonly line: string; readonly start: number }>()
  for (const [line, stops] of solution.routes)
    for (const stop of stops) before.set(taskId(stop.patient, stop.part), { line, start: stop.start })
  const patients = new Set(plan.unplaced.map((id) => id.split('/')[0]))
  for (const { line, stops } of plan.lines) {
    for (const { task, start } of stops) {
      const old = before.get(task)
      if (old?.line !== line || Math.abs(old.start - start) > ROUNDING) patients.add(task.split('/')[0])
    }
  }
  return patients.size
}

function opened(problem: RouteProblem): OpenRoute {
  const route = openRoute(problem)
  if (!route.ok) throw new Error(`${route.fault.kind}: ${route.fault.ids.join(', ')}`)
  return route.value
}
