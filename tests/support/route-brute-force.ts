/** Counts out small route problems: every line, place and start, each judged and priced by the checker. For property tests only. */
import { checkPlan } from '../../shared/rescheduling/route/checker.ts'
import type { Plan } from '../../shared/rescheduling/route/plan.ts'
import type { Line, RouteProblem } from '../../shared/rescheduling/route-problem.ts'

type Rows = ReadonlyMap<Line, readonly { readonly task: string; readonly start: number }[]>

/** The cheapest plan that breaks nothing, tasks left out at their price; null when there is none. */
export function cheapestPlan(problem: RouteProblem): { readonly cost: number; readonly plan: Plan } | null {
  let best: { cost: number; plan: Plan } | null = null
  for (const plan of plansOf(problem)) {
    const verdict = checkPlan(problem, plan)
    if (verdict.violations.length === 0 && (best === null || verdict.cost < best.cost)) best = { cost: verdict.cost, plan }
  }
  return best
}

/** Costs of every plan in which all tasks are placed, cheapest first, dearer than `base` by so much. */
export function costsOfPlacing(problem: RouteProblem): readonly number[] {
  const base = checkPlan({ ...problem, tasks: [] }, planWithout(problem)).cost
  const costs: number[] = []
  for (const plan of plansOf(problem)) {
    if (plan.unplaced.length > 0) continue
    const verdict = checkPlan(problem, plan)
    if (verdict.violations.length === 0) costs.push(verdict.cost - base)
  }
  return costs.sort((a, b) => a - b)
}

/** The lines with their stops alone, timed. */
function planWithout(problem: RouteProblem): Plan {
  const rows: Rows = new Map(
    problem.lines.map((line) => [line, line.stops.map((stop) => ({ task: stop.task.id, start: stop.start }))]),
  )
  return timed(problem, rows, []) ?? { lines: [], unplaced: [] }
}

function* plansOf(problem: RouteProblem): Generator<Plan> {
  const start: Rows = new Map(
    problem.lines.map((line) => [line, line.stops.map((stop) => ({ task: stop.task.id, start: stop.start }))]),
  )
  yield* descend(problem, 0, start, [])
}

function* descend(problem: RouteProblem, index: number, rows: Rows, unplaced: readonly string[]): Generator<Plan> {
  const task = problem.tasks[index]
  if (!task) {
    const plan = timed(problem, rows, unplaced)
    if (plan) yield plan
    return
  }
  yield* descend(problem, index + 1, rows, [...unplaced, task.id])
  for (const line of problem.lines) {
    const row = rows.get(line) ?? []
    if (problem.windowOn(task, line) === null) continue
    if (problem.timing.kind === 'flow') {
      for (let at = 0; at <= row.length; at++) {
        yield* descend(problem, index + 1, new Map(rows).set(line, row.toSpliced(at, 0, { task: task.id, start: 0 })), unplaced)
      }
    } else {
      for (const start of problem.timing.starts(task, line, line.from, line.to)) {
        if (hopeless(problem, task.id, start, line, rows)) continue
        const next = [...row, { task: task.id, start }].sort((a, b) => a.start - b.start)
        yield* descend(problem, index + 1, new Map(rows).set(line, next), unplaced)
      }
    }
  }
}

/** Outside its window, or out of step with what is placed: left out before it multiplies. */
function hopeless(problem: RouteProblem, id: string, start: number, line: Line, rows: Rows): boolean {
  const task = problem.tasks.find((one) => one.id === id)
  const window = task ? problem.windowOn(task, line) : null
  if (!window || start < window.from - 1e-6 || (window.late === 'hard' && start > window.to + 1e-6)) return true
  const placed = [...rows.values()].flat()
  return problem.syncs.some(({ first, second, min, max }) => {
    const other = placed.find((one) => one.task === (first === id ? second : second === id ? first : null))
    if (!other) return false
    const distance = first === id ? other.start - start : start - other.start
    return distance < min - 1e-6 || distance > max + 1e-6
  })
}

/** Starts of a plan: as they are under `fixed`; under `flow` raised round after round until nothing moves. */
function timed(problem: RouteProblem, rows: Rows, unplaced: readonly string[]): Plan | null {
  if (problem.timing.kind === 'fixed') return planFrom(rows, unplaced)
  const start = new Map<string, number>()
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]))
  for (let round = 0; ; round++) {
    let moved = false
    const raise = (id: string, to: number) => {
      if (to <= (start.get(id) ?? Number.NEGATIVE_INFINITY) + 1e-9) return
      start.set(id, to)
      moved = true
    }
    for (const [line, row] of rows) {
      let [ready, place] = [line.from, line.commute === 'outside' ? null : line.startPlace]
      for (const { task: id } of row) {
        const stop = line.stops.find((one) => one.task.id === id)
        const task = stop?.task ?? tasks.get(id)
        const window = stop?.window ?? (task ? problem.windowOn(task, line) : null)
        if (!task || !window) return null
        raise(id, Math.max(window.from, ready + (place === null ? 0 : problem.travel(place, task.place))))
        ready = (start.get(id) ?? 0) + task.minutes
        place = task.place
      }
    }
    for (const { first, second, min, max } of problem.syncs) {
      const [one, two] = [start.get(first), start.get(second)]
      if (one === undefined || two === undefined) continue
      raise(second, one + min)
      raise(first, two - max)
    }
    if (!moved) break
    if (round > 200) return null
  }
  return planFrom(
    new Map([...rows].map(([line, row]) => [line, row.map(({ task }) => ({ task, start: start.get(task) ?? 0 }))])),
    unplaced,
  )
}

const planFrom = (rows: Rows, unplaced: readonly string[]): Plan => ({
  lines: [...rows].map(([line, stops]) => ({ line: line.id, stops })),
  unplaced,
})
