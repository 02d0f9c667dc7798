/** Where one task can stand under the `fixed` policy while everything else stays at its minute. */
import type { Line, RouteProblem, Task } from '../route-problem.ts'
import type { FixedRows } from './fixed-rows.ts'
import { DUST, lateness } from './tolerance.ts'

export interface FixedPlace {
  readonly task: Task
  readonly line: Line
  readonly start: number
  readonly gap: FixedGap
  /** Minutes late. */
  readonly late: number
  /** As the problem says; travel and lateness apart. */
  readonly placement: number
  /** Travel, tardiness and placement in the unit of the problem. */
  readonly cost: number
}

/** A stretch between two stops, or before the first or after the last, in which a task may start. */
export interface FixedGap {
  /** Index of the stop after it. */
  readonly index: number
  /** Where the caregiver comes from and goes to; null = not counted. */
  readonly before: number | null
  readonly after: number | null
  readonly from: number
  readonly to: number
  /** Extra minutes on the road. */
  readonly detour: number
}

/** When a task may start on a line: from `from` to `last`, and late when after `due`. */
export interface StartSpan {
  readonly from: number
  readonly last: number
  readonly due: number
}

/**
 * Every start on every line, lines in the order of their floor (then as the problem lists them).
 * @param bound read as it goes: places that cost more are left out, and lines whose floor is above it end the search
 */
export function eachPlace(rows: FixedRows, task: Task, bound: () => number, take: (place: FixedPlace) => void): void {
  const { problem } = rows.route
  const known = orders.get(problem) ?? new Map<Task, readonly Floor[]>()
  orders.set(problem, known)
  const floors = known.get(task) ?? byFloor(problem, task)
  known.set(task, floors)
  for (const { line, floor } of floors) {
    if (floor > bound()) return
    eachPlaceOn(rows, task, line, floor, bound, take)
  }
}

interface Floor {
  readonly line: Line
  readonly floor: number
}

/** The lines of a problem in the order in which a task looks at them. */
const orders = new WeakMap<RouteProblem, Map<Task, readonly Floor[]>>()

function byFloor(problem: RouteProblem, task: Task): readonly Floor[] {
  const floors = problem.lines
    .filter((line) => problem.windowOn(task, line) !== null)
    .map((line, index) => ({ line, index, floor: problem.placementFloor?.(task, line) ?? 0 }))
  return floors.sort((a, b) => a.floor - b.floor || a.index - b.index)
}

/** Every start on one line that costs no more than the bound. */
export function eachPlaceOn(
  rows: FixedRows,
  task: Task,
  line: Line,
  floor: number,
  bound: () => number,
  take: (place: FixedPlace) => void,
): void {
  const { problem } = rows.route
  const { timing, weights } = problem
  const span = spanOn(rows, task, line)
  if (span === null || timing.kind !== 'fixed') return
  for (const gap of gapsFor(rows, task, line, span)) {
    const { from, to } = gap
    const road = weights.travel * gap.detour
    if (road + weights.tardiness * lateness(from, span.due) + floor > bound()) continue
    for (const start of timing.starts(task, line, from, to)) {
      if (start < from - DUST || start > to + DUST) continue
      const late = lateness(start, span.due)
      const placement = problem.placementCost(task, line, start)
      const cost = road + weights.tardiness * late + placement
      if (cost <= bound()) take({ task, line, start, gap, late, placement, cost })
    }
  }
}

/** The window of a task on a line, narrowed by its synchronisations with what stands somewhere; null where there is no start. */
export function spanOn(rows: FixedRows, task: Task, line: Line): StartSpan | null {
  const { route } = rows
  const window = route.problem.windowOn(task, line)
  if (window === null || route.standingFor(task.visit).some((one) => one.line.caregiver === line.caregiver)) return null
  let [from, last] = [window.from, window.late === 'hard' ? window.to : Number.POSITIVE_INFINITY]
  for (const { first, second, min, max } of route.syncsOf(task.id)) {
    const at = rows.seat(first === task.id ? second : first)?.start
    if (at === undefined) continue
    from = Math.max(from, second === task.id ? at + min : at - max)
    last = Math.min(last, second === task.id ? at + max : at - min)
  }
  return last < from - DUST ? null : { from, last, due: window.to }
}

/** The gaps of a line that are long enough. Where stops overlap, the caregiver is free when the last of them ends. */
export function gapsFor(rows: FixedRows, task: Task, line: Line, span: StartSpan): FixedGap[] {
  const gaps: FixedGap[] = []
  const { problem } = rows.route
  const stops = rows.row(line)
  const earliest = Math.max(span.from, line.from)
  const latest = Math.min(span.last, line.to - task.minutes)
  const commute = line.commute !== 'outside'
  let free = line.from
  for (let index = 0; index <= stops.length; index++) {
    const [before, after] = [stops[index - 1] ?? null, stops[index] ?? null]
    if (before !== null) free = Math.max(free, before.start + before.task.minutes)
    if (after !== null && after.start - task.minutes < earliest - DUST) continue
    if (free > latest + DUST) break
    if (after !== null && after.start - free < task.minutes - DUST) continue
    const [place, next] = [
      before === null ? line.startPlace : before.task.place,
      after === null ? line.endPlace : after.task.place,
    ]
    const way = place === null ? 0 : problem.travel(place, task.place)
    const on = next === null ? 0 : problem.travel(task.place, next)
    const ready = before === null ? line.from + (commute ? way : 0) : before.start + before.task.minutes + way
    const from = Math.max(earliest, free, ready)
    const to =
      after === null
        ? Math.min(latest, line.to - task.minutes - (commute ? on : 0))
        : Math.min(latest, after.start - task.minutes - on)
    if (to < from - DUST) continue
    // A line without visits is not travelled at all.
    const direct = place === null || next === null || stops.length === 0 ? 0 : problem.travel(place, next)
    gaps.push({ index, before: place, after: next, from, to, detour: way + on - direct })
  }
  return gaps
}
