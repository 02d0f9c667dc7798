/**
 * Rescheduling as the solver sees it: lines (one caregiver on one day) with the stops they have, and tasks (one caregiver's
 * part of a visit) to be placed on them. It knows no calendar, no client and no rule by name; `planning` builds it from those.
 * All times are minutes on one axis of elapsed time, so that a day on which the clock changes is simply shorter or longer.
 */

/** One caregiver's part of a visit. A visit by two caregivers is two tasks, tied by a {@link Sync}. */
export interface Task {
  readonly id: string
  /** Tasks of one visit share it: they may not stand on lines of one caregiver. */
  readonly visit: string
  /** Index for {@link RouteProblem.travel}. */
  readonly place: number
  readonly minutes: number
}

/** When a task may start on a line. Starting after `to` is refused (`hard`) or counts as tardy by its minutes (`soft`). */
export interface StartWindow {
  readonly from: number
  readonly to: number
  readonly late: 'hard' | 'soft'
}

/** A stop that a line has already. */
export interface Stop {
  readonly task: Task
  /** Where it starts now. Under the `flow` policy it is recomputed, under `fixed` it stays. */
  readonly start: number
  readonly window: StartWindow
}

/** One caregiver on one day, with what they do in that order. */
export interface Line {
  readonly id: string
  readonly caregiver: string
  /** At work between these; nothing is placed outside. `to` may be infinity. */
  readonly from: number
  readonly to: number
  /** Where the caregiver sets out and ends; null = travel from and to home is not counted. */
  readonly startPlace: number | null
  readonly endPlace: number | null
  /** Whether the way from `startPlace` and to `endPlace` must fall between `from` and `to` as well (the default), or is made outside it. */
  readonly commute?: 'inside' | 'outside'
  readonly stops: readonly Stop[]
}

/** The second task starts between `min` and `max` minutes after the start of the first; together = 0 and 0. */
export interface Sync {
  readonly first: string
  readonly second: string
  readonly min: number
  readonly max: number
}

/**
 * `fixed`: stops stay at their minute, a placed task starts at one of `starts`; `flow`: every start is recomputed as early
 * as order, travel, windows and synchronisation allow (a least solution exists: they are difference constraints).
 */
export type TimingPolicy =
  | { readonly kind: 'fixed'; readonly starts: (task: Task, line: Line, from: number, to: number) => readonly number[] }
  | { readonly kind: 'flow' }

/** Weights of what the solver itself measures, per minute. `greatestTardiness` is not additive: it counts the worst one of the whole plan. */
export interface RouteWeights {
  readonly travel: number
  readonly tardiness: number
  readonly greatestTardiness: number
}

/** A task on a line at a start. */
export interface Placement {
  readonly task: string
  readonly line: string
  readonly start: number
}

/**
 * What hangs together across lines beyond synchronisation (contract hours of a week, rest between two days): never below
 * zero, and never less when more is placed; under `flow` nor when what is placed starts later.
 */
export interface Coupling {
  readonly id: string
  /** The lines it looks at. */
  readonly lines: readonly string[]
  /** What the tasks placed on those lines cost together, in any order of `placed`. */
  cost(placed: readonly Placement[]): number
  /** Where the cost is what the shares of all that is placed come to over what is free: it is then bounded exactly. */
  readonly linear?: { share(task: Task): number; readonly free: number }
}

export interface RouteProblem {
  /** What is to be placed. */
  readonly tasks: readonly Task[]
  readonly lines: readonly Line[]
  readonly syncs: readonly Sync[]
  readonly timing: TimingPolicy
  readonly weights: RouteWeights
  readonly couplings: readonly Coupling[]
  /** Minutes from one place to another. Asked over and over: whoever has to work them out remembers them. */
  travel(from: number, to: number): number
  /** The window of a task on a line; null where a rule forbids the line. */
  windowOn(task: Task, line: Line): StartWindow | null
  /**
   * Additive cost of a placement beside travel and tardiness (shift in time, days moved, unknown caregiver); never below zero, and
   * under `flow` never less at a later start.
   */
  placementCost(task: Task, line: Line, start: number): number
  /** At most what {@link placementCost} says at any start on that line: lets a search pass by lines that cannot be among the best. */
  placementFloor?(task: Task, line: Line): number
  /** Cost of leaving a task out, in the same unit; infinity = it must be placed. */
  unplacedCost(task: Task): number
}
