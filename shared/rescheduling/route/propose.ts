/** The best places for one visit, exactly. */
import type { Task } from '../route-problem.ts'
import { FlowState } from './flow-state.ts'
import { insertFixed } from './insert-fixed.ts'
import { insertFlow } from './insert-flow.ts'
import type { OpenRoute } from './open-route.ts'
import { faulty, type Offer, type Solved, solved } from './plan.ts'
import { TopOffers } from './top-offers.ts'

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
  const byLines = (offer: Offer) => offer.placements.map((one) => one.line).join('\n')
  const top = new TopOffers(options.top, options.onePer === 'line' ? byLines : null)
  if (route.problem.timing.kind === 'fixed') return solved({ looked: insertFixed(route, tasks, top), offers: top.offers })
  const state = new FlowState(route)
  if (!state.settle()) return faulty('impossible-order')
  state.keep()
  return solved({ looked: insertFlow(state, tasks, top), offers: top.offers })
}
