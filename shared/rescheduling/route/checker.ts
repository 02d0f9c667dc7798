/**
 * Judges a complete plan from the definitions alone. It shares no code with what proposes plans (only the words of the seam), so
 * that each finds the other's mistakes. It searches for nothing: it reads the starts it is given and adds up.
 */
import type { Line, RouteProblem, StartWindow, Task } from '../route-problem.ts'

/** What is wrong with a plan; `ids` names the tasks or lines. */
export interface Violation {
  readonly kind:
    | 'unknown'
    | 'not-once'
    | 'stop-moved'
    | 'order-changed'
    | 'line-forbidden'
    | 'too-early'
    | 'too-late'
    | 'outside-line'
    | 'no-time-between'
    | 'off-grid'
    | 'out-of-step'
    | 'same-caregiver'
    | 'half-placed'
  readonly ids: readonly string[]
}

interface Standing {
  readonly task: Task
  readonly line: Line
  readonly start: number
  /** Null for a task that was placed. */
  readonly window: StartWindow | null
}

interface CheckedPlan {
  readonly lines: readonly {
    readonly line: string
    readonly stops: readonly { readonly task: string; readonly start: number }[]
  }[]
  readonly unplaced: readonly string[]
}

export interface Verdict {
  readonly violations: readonly Violation[]
  /** In the unit of the problem; they add up to `cost`. */
  readonly parts: {
    readonly travel: number
    readonly tardiness: number
    readonly greatestTardiness: number
    readonly placement: number
    readonly couplings: number
    readonly unplaced: number
  }
  readonly cost: number
  /** In minutes, not weighted. */
  readonly minutes: { readonly travel: number; readonly tardiness: number; readonly greatestTardiness: number }
}

/**
 * Under `fixed`, what stood already is not judged against what stood already: only what was placed is.
 * @param tolerance minutes by which a start may miss a bound: float dust by default, more for published plans, which are rounded
 */
export function checkPlan(problem: RouteProblem, plan: CheckedPlan, tolerance = 1e-6): Verdict {
  const violations: Violation[] = []
  const blame = (kind: Violation['kind'], ...ids: string[]) => violations.push({ kind, ids })
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]))
  const given = new Map(plan.lines.map((one) => [one.line, one.stops]))
  for (const id of given.keys()) if (!problem.lines.some((line) => line.id === id)) blame('unknown', id)

  const rows = problem.lines.map((line): Standing[] => {
    const stops = new Map(line.stops.map((stop) => [stop.task.id, stop]))
    const said = given.get(line.id) ?? line.stops.map((stop) => ({ task: stop.task.id, start: stop.start }))
    return said.flatMap(({ task: id, start }) => {
      const stop = stops.get(id)
      const task = stop?.task ?? tasks.get(id)
      if (!task) blame('unknown', id)
      if (stop && problem.timing.kind === 'fixed' && start !== stop.start) blame('stop-moved', id)
      return task ? [{ task, line, start, window: stop?.window ?? null }] : []
    })
  })
  const all = rows.flat()
  count(problem, plan, all, blame)
  for (const [index, row] of rows.entries()) {
    const line = problem.lines[index]
    if (line) checkRow(problem, line, row, tolerance, blame)
  }
  checkTogether(problem, all, tolerance, blame)
  return { violations, ...price(problem, plan, rows) }
}

type Blame = (kind: Violation['kind'], ...ids: string[]) => void

/** Every stop stands once on its own line in its old order; every task once or unplaced, and the tasks of one visit alike. */
function count(problem: RouteProblem, plan: CheckedPlan, all: readonly Standing[], blame: Blame): void {
  const times = new Map<string, number>()
  for (const { task } of all) times.set(task.id, (times.get(task.id) ?? 0) + 1)
  for (const id of plan.unplaced) times.set(id, (times.get(id) ?? 0) + 1)
  for (const { id } of problem.tasks) if (times.get(id) !== 1) blame('not-once', id)
  const out = new Set(plan.unplaced)
  for (const one of problem.tasks) {
    const other = problem.tasks.find((task) => task.visit === one.visit && out.has(task.id) !== out.has(one.id))
    if (other && out.has(one.id)) blame('half-placed', one.id, other.id)
  }
  for (const line of problem.lines) {
    const old = line.stops.map((stop) => stop.task.id)
    for (const id of old) if (times.get(id) !== 1) blame('not-once', id)
    const now = all.filter((one) => one.line === line && one.window !== null).map((one) => one.task.id)
    if (now.join('\n') !== old.join('\n')) blame('order-changed', line.id)
  }
}

function checkRow(problem: RouteProblem, line: Line, row: readonly Standing[], tolerance: number, blame: Blame): void {
  const { timing } = problem
  const commute = line.commute !== 'outside'
  for (const [index, one] of row.entries()) {
    const { task, start } = one
    const window = one.window ?? problem.windowOn(task, line)
    const [before, after] = [row[index - 1], row[index + 1]]
    // Under `fixed` two stops that both stood already are left as they were.
    const judged = timing.kind === 'flow' || one.window === null
    if (window === null) {
      blame('line-forbidden', task.id, line.id)
      continue
    }
    if (judged) {
      if (start < window.from - tolerance) blame('too-early', task.id)
      if (window.late === 'hard' && start > window.to + tolerance) blame('too-late', task.id)
      const out = before === undefined && line.startPlace !== null && commute ? problem.travel(line.startPlace, task.place) : 0
      const home = after === undefined && line.endPlace !== null && commute ? problem.travel(task.place, line.endPlace) : 0
      if (start < line.from + out - tolerance || start + task.minutes + home > line.to + tolerance)
        blame('outside-line', task.id, line.id)
    }
    const clash = judged && row.find((other) => other !== one && overlap(other, one, tolerance))
    if (clash) blame('no-time-between', task.id, clash.task.id)
    if (after !== undefined && (judged || after.window === null)) {
      const ready = start + task.minutes + problem.travel(task.place, after.task.place)
      if (after.start < ready - tolerance) blame('no-time-between', task.id, after.task.id)
    }
    if (timing.kind === 'fixed' && one.window === null) {
      const starts = timing.starts(task, line, start - tolerance, start + tolerance)
      if (!starts.some((at) => Math.abs(at - start) <= tolerance)) blame('off-grid', task.id)
    }
  }
}

const overlap = (a: Standing, b: Standing, tolerance: number) =>
  a.start < b.start + b.task.minutes - tolerance && b.start < a.start + a.task.minutes - tolerance

/** Synchronisations between what both stand somewhere, and two caregivers for one visit. */
function checkTogether(problem: RouteProblem, all: readonly Standing[], tolerance: number, blame: Blame): void {
  const where = new Map(all.map((one) => [one.task.id, one]))
  const old = (one: Standing) => problem.timing.kind === 'fixed' && one.window !== null
  for (const { first, second, min, max } of problem.syncs) {
    const [one, two] = [where.get(first), where.get(second)]
    if (!one || !two || (old(one) && old(two))) continue
    const distance = two.start - one.start
    if (distance < min - tolerance || distance > max + tolerance) blame('out-of-step', first, second)
  }
  const byVisit = new Map<string, Standing[]>()
  for (const one of all) byVisit.set(one.task.visit, [...(byVisit.get(one.task.visit) ?? []), one])
  for (const parts of byVisit.values()) {
    for (const [index, one] of parts.entries()) {
      const twin = parts.slice(index + 1).find((other) => other.line.caregiver === one.line.caregiver)
      if (twin && !(one.window !== null && twin.window !== null)) blame('same-caregiver', one.task.id, twin.task.id)
    }
  }
}

/** The cost, added up from what stands where. */
function price(problem: RouteProblem, plan: CheckedPlan, rows: readonly (readonly Standing[])[]): Omit<Verdict, 'violations'> {
  let [travel, tardiness, greatest, placement] = [0, 0, 0, 0]
  const placed = new Map<string, { task: string; line: string; start: number }[]>()
  for (const row of rows) {
    for (const [index, one] of row.entries()) {
      const { task, line, start } = one
      const from = index === 0 ? line.startPlace : (row[index - 1]?.task.place ?? null)
      if (from !== null) travel += problem.travel(from, task.place)
      if (index === row.length - 1 && line.endPlace !== null) travel += problem.travel(task.place, line.endPlace)
      const window = one.window ?? problem.windowOn(task, line)
      const late = window === null ? 0 : Math.max(0, start - window.to)
      tardiness += late
      greatest = Math.max(greatest, late)
      if (one.window !== null) continue
      placement += problem.placementCost(task, line, start)
      placed.set(line.id, [...(placed.get(line.id) ?? []), { task: task.id, line: line.id, start }])
    }
  }
  let couplings = 0
  for (const one of problem.couplings) couplings += one.cost([...new Set(one.lines)].flatMap((line) => placed.get(line) ?? []))
  let unplaced = 0
  for (const task of problem.tasks) if (plan.unplaced.includes(task.id)) unplaced += problem.unplacedCost(task)
  const parts = {
    travel: problem.weights.travel * travel,
    tardiness: problem.weights.tardiness * tardiness,
    greatestTardiness: problem.weights.greatestTardiness * greatest,
    placement,
    couplings,
    unplaced,
  }
  return {
    parts,
    cost: parts.travel + parts.tardiness + parts.greatestTardiness + placement + couplings + unplaced,
    minutes: { travel, tardiness, greatestTardiness: greatest },
  }
}
