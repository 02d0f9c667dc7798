/**
 * How far a start reaches: along synchronisations onto other lines and on along those. In the plan without any task the start of
 * what is reached is at least the start it comes from plus a distance, and inserting only lengthens distances.
 */
import { GREATEST, type Prices } from './columns.ts'
import type { FlowLine, FlowNode } from './flow-graph.ts'
import type { Push } from './flow-labels.ts'
import type { FlowState } from './flow-state.ts'
import { lateness } from './tolerance.ts'

export interface Reach {
  /** What the start of a stop, or of a task put on that line, does elsewhere; null = nothing that costs. */
  push(node: FlowNode, line: FlowLine, prices: Prices): Push | null
}

/**
 * @param state settled, with no task placed
 * @param due end of a node's window
 */
export function flowReach(state: FlowState, due: (node: FlowNode) => number): Reach {
  const known = new Map<FlowNode, readonly (readonly [FlowNode, number])[]>()
  const distances = (from: FlowNode): readonly (readonly [FlowNode, number])[] => {
    let found = known.get(from)
    if (found === undefined) {
      found = [...longest(state, from)]
      known.set(from, found)
    }
    return found
  }
  return {
    push(node, line, prices) {
      if (node.ties.length === 0) return null
      const rates: { distance: number; from: number; rate: number }[] = []
      const peak = prices.effect(GREATEST, line.index)
      let worst = Number.NEGATIVE_INFINITY
      for (const [other, distance] of distances(node)) {
        if (other === node || other.line === line) continue
        const end = due(other)
        if (peak > 0 && other.line !== null) worst = Math.max(worst, distance - end)
        const rate = prices.effect(other.index, line.index)
        if (rate > 0) rates.push({ distance, from: end + (other.line === null ? 0 : lateness(other.start, end)), rate })
      }
      return rates.length === 0 && worst === Number.NEGATIVE_INFINITY ? null : { rates, worst }
    },
  }
}

/** Longest ways from a node over its ties, along lines and over further ties; what stands nowhere is an end. */
function longest(state: FlowState, from: FlowNode): Map<FlowNode, number> {
  const { travel } = state.route
  const found = new Map<FlowNode, number>()
  const queue: FlowNode[] = []
  const raise = (node: FlowNode, distance: number) => {
    if (node === from || distance <= (found.get(node) ?? Number.NEGATIVE_INFINITY) + 1e-9 || !Number.isFinite(distance)) return
    found.set(node, distance)
    queue.push(node)
  }
  for (const tie of from.ties) raise(tie.other, tie.push)
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as FlowNode
    const distance = found.get(node) ?? 0
    if (node.line === null) continue
    const { after, task } = node
    if (after !== null) raise(after, distance + task.minutes + travel(task.place, after.task.place))
    for (const tie of node.ties) raise(tie.other, distance + tie.push)
  }
  return found
}
