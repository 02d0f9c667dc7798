/** The best places for one visit, exactly. */
import type { Task } from '../route-problem.ts'
import { eachPlace, type FixedPlace } from './fixed-places.ts'
import { FixedRows } from './fixed-rows.ts'
import { FlowState } from './flow-state.ts'
import { insertFixed } from './insert-fixed.ts'
import { type FlowSeat, insertFlow } from './insert-flow.ts'
import type { OpenRoute } from './open-route.ts'
import { faulty, type Offer, type Solved, solved } from './plan.ts'
import { byLines, TopOffers } from './top-offers.ts'

export interface ProposeOptions {
  /** How many offers at most. */
  readonly top: number
  /** `line`: of offers on the same lines only the best, so that ten offers are ten caregivers and days; `start`: every start counts. */
  readonly onePer: 'line' | 'start'
}

export interface Proposal {
  /** Best first; empty = no place. Each costs what the plan costs more with the visit than without. */
  readonly offers: readonly Offer[]
  /** Starts (`fixed`) or gaps (`flow`) that were looked at. */
  readonly looked: number
}

/**
 * @param ids the tasks of one visit; those that stand already stay, and synchronisation with them is kept
 * Faults: `no-tasks`, `unknown-task`; `impossible-order` when the stops that stand have no schedule under `flow`.
 */
export function propose(route: OpenRoute, ids: readonly string[], options: ProposeOptions): Solved<Proposal> {
  if (ids.length === 0) return faulty('no-tasks')
  const tasks: Task[] = []
  for (const id of ids) {
    const task = route.tasks.get(id)
    if (!task) return faulty('unknown-task', id)
    tasks.push(task)
  }
  const keyOf = options.onePer === 'line' ? byLines : null
  if (route.problem.timing.kind === 'fixed') {
    const rows = new FixedRows(route)
    const top = new TopOffers<readonly FixedPlace[]>(options.top, keyOf)
    const looked = insertFixed(rows, tasks, top, (task, bound, take) => eachPlace(rows, task, bound, take))
    return solved({ looked, offers: top.offers })
  }
  const state = new FlowState(route)
  if (!state.settle()) return faulty('impossible-order')
  state.keep()
  const top = new TopOffers<readonly FlowSeat[]>(options.top, keyOf)
  return solved({ looked: insertFlow(state, tasks, top), offers: top.offers })
}
