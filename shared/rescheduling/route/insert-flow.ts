/**
 * Every place for one visit under the `flow` policy: each line and gap, for a visit by several caregivers each combination. What
 * is passed by is passed by with a bound, never by a guess, so that the offers are exactly the best there are.
 */
import type { Task } from '../route-problem.ts'
import { delaysOnly } from './delays-only.ts'
import { type FlowLine, type FlowNode, gapsOf } from './flow-graph.ts'
import { couplingCost, partsOf, placementsOf } from './flow-plan.ts'
import type { FlowMeasure, FlowState } from './flow-state.ts'
import { type CostParts, costBetween, costOf } from './plan.ts'
import type { TopOffers } from './top-offers.ts'

/** Where one task of an offer goes. */
export interface FlowSeat {
  readonly node: FlowNode
  readonly line: FlowLine
  readonly before: FlowNode | null
}

/** A gap on a line, with what a task in it does when nothing else of its visit is placed. */
interface Position {
  readonly line: FlowLine
  readonly before: FlowNode | null
  readonly detour: number
  readonly tardiness: number
  readonly greatest: number
  readonly placement: number
}

/**
 * Adds the offers for a visit to `top`. The state must be settled, without the tasks of the visit, and is left as it was.
 * @returns how many gaps were looked at
 */
export function insertFlow(state: FlowState, tasks: readonly Task[], top: TopOffers<readonly FlowSeat[]>): number {
  const nodes = tasks.map((task) => state.node(task.id))
  const { route } = state
  const { weights, couplings } = route.problem
  const coupled = couplings.length > 0
  const base = state.measure
  const baseParts = partsOf(route, base, coupled ? couplingCost(route, placementsOf(state)) : 0, 0)
  const sure = delaysOnly(route, state.graph, nodes)
  const positions = nodes.map((node) => positionsOf(state, node, sure))
  const gaps = positions.reduce((sum, list) => sum + list.length, 0)
  const least = positions.map((list) => Math.min(...list.map((one) => one.detour)))
  const order = nodes.map((_, index) => index).sort((a, b) => (positions[a]?.length ?? 0) - (positions[b]?.length ?? 0) || a - b)

  /** Never above the cost of any completion; times count only where inserting can do nothing but delay. */
  const bound = (now: FlowMeasure, next: Position, later: readonly number[]): number => {
    let travel = now.travel + next.detour - base.travel
    for (const index of later) travel += least[index] ?? 0
    if (!sure) return weights.travel * travel - weights.tardiness * base.tardiness - weights.greatestTardiness * base.greatest
    const tardiness = Math.max(now.tardiness - base.tardiness, next.tardiness)
    const greatest = Math.max(now.greatest - base.greatest, next.greatest)
    const placement = now.placement - base.placement + next.placement
    return weights.travel * travel + weights.tardiness * tardiness + weights.greatestTardiness * greatest + placement
  }

  const offer = () => {
    const placed = placementsOf(state)
    const parts: CostParts = costBetween(baseParts, partsOf(route, state.measure, coupled ? couplingCost(route, placed) : 0, 0))
    const cost = costOf(parts)
    if (cost > top.bound) return
    top.add({
      placements: nodes.map((node) => ({ task: node.task.id, line: node.line?.line.id ?? '', start: node.start })),
      cost,
      parts,
      at: nodes.flatMap((node) => (node.line === null ? [] : [{ node, line: node.line, before: node.before }])),
      order: nodes.flatMap((node) => [node.line?.index ?? 0, node.start, node.before?.index ?? -1]),
    })
  }

  const descend = (depth: number): void => {
    const index = order[depth]
    const node = index === undefined ? undefined : nodes[index]
    if (index === undefined || node === undefined) {
      offer()
      return
    }
    const now = state.measure
    const later = order.slice(depth + 1)
    for (const position of positions[index] ?? []) {
      if (bound(now, position, later) > top.bound) {
        // In order of detour: without times in the bound, what follows is no better.
        if (!sure) break
        continue
      }
      const { caregiver } = position.line.line
      if (nodes.some((other) => other !== node && other.line?.line.caregiver === caregiver)) continue
      const mark = state.insert(node, position.line, position.before)
      if (mark === null) continue
      descend(depth + 1)
      state.undo(mark)
    }
  }
  descend(0)
  return gaps
}

/** Cheapest first, so that the bound bites early. Under `sure`, a gap that cannot hold the task alone cannot hold it at all. */
function positionsOf(state: FlowState, node: FlowNode, sure: boolean): Position[] {
  const { weights } = state.route.problem
  const base = state.measure
  const found: { readonly position: Position; readonly rank: number }[] = []
  for (const line of state.graph.lines) {
    if (state.windowOn(node, line) === null || !strangers(state, node, line)) continue
    for (const before of gapsOf(line)) {
      const mark = sure ? state.insert(node, line, before) : null
      if (mark === null && sure) continue
      const alone = state.measure
      if (mark !== null) state.undo(mark)
      const [tardiness, greatest] = [alone.tardiness - base.tardiness, alone.greatest - base.greatest]
      const placement = alone.placement - base.placement
      const detour = state.detour(node, line, before)
      const late = weights.tardiness * tardiness + weights.greatestTardiness * greatest
      found.push({
        position: { line, before, detour, tardiness, greatest, placement },
        rank: weights.travel * detour + late + placement,
      })
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map((one) => one.position)
}

/** No other task of the visit stands on a line of that caregiver already. */
function strangers(state: FlowState, node: FlowNode, line: FlowLine): boolean {
  return !state.route.standingFor(node.task.visit).some((one) => one.line.caregiver === line.line.caregiver)
}
