/**
 * Whether inserting can only delay what stands after it. It does so where no way through a visit is shorter, its minutes included,
 * than the way there; then the cost of a part of a plan is a lower bound for the whole. Rounded or one-way travel may break it.
 */
import type { FlowGraph, FlowNode } from './flow-graph.ts'
import type { OpenRoute } from './open-route.ts'

const HAIR = 1e-9

/** For any set of these tasks placed anywhere among what stands in the graph. */
export function delaysOnly(route: OpenRoute, graph: FlowGraph, tasks: readonly FlowNode[]): boolean {
  const { travel } = route
  const holds = (from: number, to: number): boolean => {
    const direct = travel(from, to)
    return tasks.every(({ task }) => direct <= travel(from, task.place) + task.minutes + travel(task.place, to) + HAIR)
  }
  const several = tasks.length > 1
  for (const { line, first } of graph.lines) {
    const inside = line.commute !== 'outside'
    let from = inside ? line.startPlace : null
    for (let node = first; ; node = node.after) {
      const to = node === null ? (inside ? line.endPlace : null) : node.task.place
      if (from !== null && to !== null && !holds(from, to)) return false
      if (several) {
        for (const { task } of tasks) {
          if (from !== null && !holds(from, task.place)) return false
          if (to !== null && !holds(task.place, to)) return false
        }
      }
      if (node === null) break
      from = node.task.place
    }
  }
  return !several || tasks.every((one) => tasks.every((two) => one === two || holds(one.task.place, two.task.place)))
}
