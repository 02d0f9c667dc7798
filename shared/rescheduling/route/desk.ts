/** A plan in the making that visits are put into and taken out of: what the start heuristic and the search work on. */
import type { ColumnSeat } from './columns.ts'
import type { CostParts, Plan } from './plan.ts'
import type { Visit } from './visits.ts'

/** A way to place one visit in the plan as it is; void as soon as the plan changes (where it touches, when the desk is local). */
export interface Move {
  readonly visit: Visit
  /** What the plan costs more, the price of leaving the visit out not counted. */
  readonly cost: number
  /** The lines it puts something on and the couplings that look at them, by id: whatever else touches one of them has another cost. */
  readonly touches: readonly string[]
  apply(): void
}

/** The tasks placed on one line, by the line's index, in order. */
export interface LineSeats {
  readonly line: number
  readonly seats: readonly ColumnSeat[]
}

export interface Desk {
  /** What is placed on one line moves nothing on another, nor forbids it. */
  readonly local: boolean
  readonly visits: readonly Visit[]
  isPlaced(visit: Visit): boolean
  /** The best ways to place a visit that stands nowhere, on different lines, cheapest first. */
  moves(visit: Visit, top: number): readonly Move[]
  /** Leaves the plan as it is where taking the visit out would leave no schedule. */
  takeOut(visit: Visit): void
  /** What is placed, line by line. */
  seats(): readonly LineSeats[]
  /** Takes everything out and places these instead. */
  arrange(lines: readonly LineSeats[]): void
  /** Everything: also what stood already, and what is left out. */
  cost(): number
  parts(): CostParts
  plan(): Plan
  /** The plan as it is now; calling what is returned brings it back, as often as wanted. */
  remember(): () => void
}
