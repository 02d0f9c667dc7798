/** A flow state told as a plan, and priced. */
import type { Placement } from '../route-problem.ts'
import type { FlowMeasure, FlowState } from './flow-state.ts'
import type { OpenRoute } from './open-route.ts'
import type { CostParts, Plan } from './plan.ts'

/** Every line, because under `flow` a start may move on a line where nothing was placed. */
export function planOfFlow(state: FlowState): Plan {
  return {
    lines: state.graph.lines.map((chain) => {
      const stops: { task: string; start: number }[] = []
      for (let node = chain.first; node !== null; node = node.after) stops.push({ task: node.task.id, start: node.start })
      return { line: chain.line.id, stops }
    }),
    unplaced: state.graph.tasks.filter((node) => node.line === null).map((node) => node.task.id),
  }
}

export function placementsOf(state: FlowState): Placement[] {
  const placed: Placement[] = []
  for (const { line, task, start } of state.graph.tasks) {
    if (line !== null) placed.push({ task: task.id, line: line.line.id, start })
  }
  return placed
}

/** What all couplings cost for these placements. */
export function couplingCost(route: OpenRoute, placed: readonly Placement[]): number {
  let cost = 0
  for (const coupling of route.problem.couplings) cost += coupling.cost(placed.filter((one) => coupling.lines.includes(one.line)))
  return cost
}

/** The parts of what was measured; `unplaced` is the cost of what stands nowhere. */
export function partsOf(route: OpenRoute, measure: FlowMeasure, couplings: number, unplaced: number): CostParts {
  const { weights } = route.problem
  return {
    travel: weights.travel * measure.travel,
    tardiness: weights.tardiness * measure.tardiness,
    greatestTardiness: weights.greatestTardiness * measure.greatest,
    placement: measure.placement,
    couplings,
    unplaced,
  }
}

/** @param unplaced cost of the visits that stand nowhere */
export function partsOfFlow(state: FlowState, unplaced: number): CostParts {
  const { route } = state
  return partsOf(
    route,
    state.measure,
    route.problem.couplings.length === 0 ? 0 : couplingCost(route, placementsOf(state)),
    unplaced,
  )
}
