/** What the solver answers: plans, what they cost in parts, and why a problem cannot be taken on. */
import type { Placement } from '../route-problem.ts'

/** A line as it becomes: everything on it, in order, with its start. */
export interface PlannedLine {
  readonly line: string
  readonly stops: readonly { readonly task: string; readonly start: number }[]
}

/** A complete plan. A line that is not listed stays as the problem has it. */
export interface Plan {
  readonly lines: readonly PlannedLine[]
  readonly unplaced: readonly string[]
}

/** Cost in the unit of the problem, part by part. The parts add up to the cost ({@link costOf}); nothing is in two parts. */
export interface CostParts {
  readonly travel: number
  readonly tardiness: number
  readonly greatestTardiness: number
  readonly placement: number
  readonly couplings: number
  readonly unplaced: number
}

export const NO_COST: CostParts = { travel: 0, tardiness: 0, greatestTardiness: 0, placement: 0, couplings: 0, unplaced: 0 }

export const costOf = (parts: CostParts): number =>
  parts.travel + parts.tardiness + parts.greatestTardiness + parts.placement + parts.couplings + parts.unplaced

/** What `after` costs more than `before`, part by part. */
export function costBetween(before: CostParts, after: CostParts): CostParts {
  return {
    travel: after.travel - before.travel,
    tardiness: after.tardiness - before.tardiness,
    greatestTardiness: after.greatestTardiness - before.greatestTardiness,
    placement: after.placement - before.placement,
    couplings: after.couplings - before.couplings,
    unplaced: after.unplaced - before.unplaced,
  }
}

/** A place for a visit: each of its tasks on a line, and what that costs more than leaving the visit out of the reckoning. */
export interface Offer {
  readonly placements: readonly Placement[]
  readonly cost: number
  readonly parts: CostParts
}

/** Why a problem cannot be solved as it stands. `ids` names the tasks or lines it is about. */
export interface RouteFault {
  readonly kind:
    | 'same-id-twice'
    | 'not-a-number'
    | 'no-length'
    | 'unknown-task'
    | 'contradictory-sync'
    | 'impossible-order'
    | 'no-tasks'
  readonly ids: readonly string[]
}

export type Solved<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: RouteFault }

export const solved = <T>(value: T): Solved<T> => ({ ok: true, value })
export const faulty = (kind: RouteFault['kind'], ...ids: string[]): Solved<never> => ({ ok: false, fault: { kind, ids } })
