/** A route problem looked through once: its ids looked up and its faults found. */
import type { Coupling, Line, RouteProblem, Stop, Sync, Task } from '../route-problem.ts'
import { faulty, type Solved, solved } from './plan.ts'

export interface StandingStop {
  readonly stop: Stop
  readonly line: Line
}

export interface OpenRoute {
  readonly problem: RouteProblem
  readonly tasks: ReadonlyMap<string, Task>
  readonly stops: ReadonlyMap<string, StandingStop>
  readonly lines: ReadonlyMap<string, Line>
  /** The stops that stand already for a visit of which other tasks are to be placed. */
  readonly standingFor: (visit: string) => readonly StandingStop[]
  readonly syncsOf: (task: string) => readonly Sync[]
  readonly couplingsOf: (line: string) => readonly Coupling[]
  /** As the problem's. */
  readonly travel: (from: number, to: number) => number
}

const NONE: readonly never[] = []

function grouped<T>(entries: Iterable<readonly [string, T]>): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return (key) => groups.get(key) ?? NONE
}

/** Gathered when first asked: a check of one visit needs none of it. */
function couplingsByLine(problem: RouteProblem): (line: string) => readonly Coupling[] {
  let known: ((line: string) => readonly Coupling[]) | null = null
  return (line) => {
    known ??= grouped(problem.couplings.flatMap((one) => one.lines.map((id) => [id, one] as const)))
    return known(line)
  }
}

/**
 * Faults: an id used twice, a time that is no number, a task without length (below zero under `flow`), a synchronisation that names what is not there or
 * that no start can satisfy (its maximum below its minimum, or several against each other).
 */
export function openRoute(problem: RouteProblem): Solved<OpenRoute> {
  const tasks = new Map<string, Task>()
  const stops = new Map<string, StandingStop>()
  const lines = new Map<string, Line>()
  const standing: StandingStop[] = []
  const visits = new Set(problem.tasks.map((task) => task.visit))
  for (const task of problem.tasks) {
    if (tasks.has(task.id)) return faulty('same-id-twice', task.id)
    if (!Number.isFinite(task.minutes)) return faulty('not-a-number', task.id)
    // What has a place in the order only may take no time at all.
    const least = problem.timing.kind === 'flow' ? 0 : Number.MIN_VALUE
    if (task.minutes < least) return faulty('no-length', task.id)
    tasks.set(task.id, task)
  }
  for (const line of problem.lines) {
    if (lines.has(line.id)) return faulty('same-id-twice', line.id)
    if (Number.isNaN(line.from) || Number.isNaN(line.to)) return faulty('not-a-number', line.id)
    lines.set(line.id, line)
    for (const stop of line.stops) {
      const { id, minutes } = stop.task
      if (stops.has(id) || tasks.has(id)) return faulty('same-id-twice', id)
      if (!Number.isFinite(minutes) || minutes < 0 || !Number.isFinite(stop.start)) return faulty('not-a-number', id)
      const stands = { stop, line }
      stops.set(id, stands)
      if (visits.has(stop.task.visit)) standing.push(stands)
    }
  }
  const syncs = contradictions(problem.syncs, (id) => tasks.has(id) || stops.has(id))
  if (!syncs.ok) return syncs
  return solved({
    problem,
    tasks,
    stops,
    lines,
    standingFor: grouped(standing.map((one) => [one.stop.task.visit, one] as const)),
    syncsOf: grouped(problem.syncs.flatMap((sync) => [[sync.first, sync] as const, [sync.second, sync] as const])),
    couplingsOf: couplingsByLine(problem),
    travel: (from, to) => problem.travel(from, to),
  })
}

/** Synchronisations on their own, as difference constraints: contradictory when no set of starts satisfies all (Bellman-Ford). */
function contradictions(syncs: readonly Sync[], known: (id: string) => boolean): Solved<null> {
  const earliest = new Map<string, number>()
  for (const { first, second, min, max } of syncs) {
    if (!known(first)) return faulty('unknown-task', first)
    if (!known(second)) return faulty('unknown-task', second)
    if (!Number.isFinite(min) || Number.isNaN(max)) return faulty('not-a-number', first, second)
    if (first === second || max < min) return faulty('contradictory-sync', first, second)
    earliest.set(first, 0)
    earliest.set(second, 0)
  }
  const raise = (id: string, to: number): boolean => {
    if (to <= (earliest.get(id) ?? 0) + 1e-6) return false
    earliest.set(id, to)
    return true
  }
  let last: Sync | null = null
  for (let round = 0; round <= earliest.size; round++) {
    last = null
    for (const sync of syncs) {
      const second = raise(sync.second, (earliest.get(sync.first) ?? 0) + sync.min)
      const first = raise(sync.first, (earliest.get(sync.second) ?? 0) - sync.max)
      if (first || second) last = sync
    }
    if (last === null) return solved(null)
  }
  return last === null ? solved(null) : faulty('contradictory-sync', last.first, last.second)
}
