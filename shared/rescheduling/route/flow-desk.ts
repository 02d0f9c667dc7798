/** The desk under the `flow` policy. */
import type { ColumnSeat } from './columns.ts'
import type { Desk, LineSeats, Move } from './desk.ts'
import { type FlowLine, type FlowNode, link, unlink } from './flow-graph.ts'
import { partsOfFlow, planOfFlow } from './flow-plan.ts'
import { FlowState } from './flow-state.ts'
import { type FlowSeat, insertFlow } from './insert-flow.ts'
import type { OpenRoute } from './open-route.ts'
import { costOf, faulty, type Solved, solved } from './plan.ts'
import { byLines, TopOffers } from './top-offers.ts'
import { type Visit, visitsOf } from './visits.ts'

export interface FlowDesk extends Desk {
  readonly state: FlowState
}

/** Fault: `impossible-order` when the stops that stand have no schedule. */
export function flowDesk(route: OpenRoute): Solved<FlowDesk> {
  const state = new FlowState(route)
  if (!state.settle()) return faulty('impossible-order')
  state.keep()
  const visits = visitsOf(route.problem)
  const nodes = new Map(visits.map((visit) => [visit, visit.tasks.map((task) => state.node(task.id))]))
  const nodesOf = (visit: Visit): readonly FlowNode[] => nodes.get(visit) ?? []

  const isPlaced = (visit: Visit) => nodesOf(visit).every((node) => node.line !== null)
  const parts = () =>
    partsOfFlow(
      state,
      visits.reduce((sum, visit) => (isPlaced(visit) ? sum : sum + visit.unplaced), 0),
    )
  const remember = () => {
    const seats: { node: FlowNode; line: FlowLine; before: FlowNode | null }[] = []
    for (const line of state.graph.lines) {
      for (let node = line.first; node !== null; node = node.after) {
        if (node.isTask) seats.push({ node, line, before: node.before })
      }
    }
    return () => {
      for (const node of state.graph.tasks) unlink(node)
      for (const { node, line, before } of seats) {
        node.window = state.windowOn(node, line) ?? node.window
        link(node, line, before)
      }
      // It had a schedule when it was remembered.
      state.settle()
      state.keep()
    }
  }
  const moves = (visit: Visit, top: number): readonly Move[] => {
    const best = new TopOffers<readonly FlowSeat[]>(top, byLines)
    insertFlow(state, visit.tasks, best)
    return best.candidates.map(({ cost, at, placements }) => ({
      visit,
      cost,
      touches: placements.map((one) => one.line),
      apply() {
        for (const { node, line, before } of at) state.insert(node, line, before)
        state.keep()
      },
    }))
  }
  return solved({
    local: false,
    state,
    visits,
    isPlaced,
    moves,
    takeOut(visit) {
      const back = remember()
      for (const node of nodesOf(visit)) unlink(node)
      if (state.settle()) state.keep()
      else back()
    },
    seats: () => seatsOn(state),
    arrange(lines) {
      for (const node of state.graph.tasks) unlink(node)
      for (const { line, seats } of lines) {
        const chain = state.graph.lines[line]
        for (const { task, behind } of seats) {
          const node = state.graph.tasks[task]
          if (!node || !chain) continue
          node.window = state.windowOn(node, chain) ?? node.window
          link(node, chain, behind === null ? null : state.node(behind))
        }
      }
      state.settle()
      state.keep()
    },
    cost: () => costOf(parts()),
    parts,
    plan: () => planOfFlow(state),
    remember,
  })
}

function seatsOn(state: FlowState): LineSeats[] {
  const lines: LineSeats[] = []
  for (const line of state.graph.lines) {
    const seats: ColumnSeat[] = []
    let spot = 0
    for (let node = line.first; node !== null; node = node.after) {
      if (!node.isTask) spot++
      else seats.push({ task: state.graph.tasks.indexOf(node), start: node.start, spot, behind: node.before?.task.id ?? null })
    }
    if (seats.length > 0) lines.push({ line: line.index, seats })
  }
  return lines
}
