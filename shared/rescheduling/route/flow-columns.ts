/** Columns under the `flow` policy: labels of one line, each then carried out on the whole plan to see what it brings about. */
import { type Column, type ColumnMaker, type ColumnSeat, couplingKey, GREATEST, type Harvest, type Joint } from './columns.ts'
import { delaysOnly } from './delays-only.ts'
import type { FlowLine, FlowNode } from './flow-graph.ts'
import { labels } from './flow-labels.ts'
import { placementsOf } from './flow-plan.ts'
import { flowReach } from './flow-reach.ts'
import { drawLine, seatsOf } from './flow-sketch.ts'
import type { FlowMark, FlowState } from './flow-state.ts'
import { quantitiesOf } from './quantities.ts'
import { lateness } from './tolerance.ts'
import { isTwice } from './visits.ts'

const HAIR = 1e-9

/** @param state settled, with no task placed; it is left so */
export function flowColumns(state: FlowState): ColumnMaker {
  const { route, graph } = state
  const { couplings, weights, tasks } = route.problem
  const taskAt = new Map(graph.tasks.map((node, index) => [node.index, index]))
  const ids = tasks.map((task) => task.id)
  const base = state.measure
  const nodes = [...graph.nodes.values()]
  const baseLate = nodes.map((node) => (node.line === null ? 0 : lateness(node.start, node.window.to)))
  const due = nodes.map((node) => (node.isTask ? latestDue(state, node) : 0))
  const reach = flowReach(state, (node) => (node.isTask ? (due[node.index] ?? 0) : node.window.to))
  const baseCoupling = couplings.map((one) => one.cost([]))
  const quantities = quantitiesOf(
    route,
    nodes.map((node) => node.index),
  )

  const carryOut = (column: Pick<Column, 'line' | 'seats'>): FlowMark | null => {
    const start = state.mark()
    const line = graph.lines[column.line]
    for (const { task, behind } of column.seats) {
      const node = graph.tasks[task]
      if (node && line && state.insert(node, line, behind === null ? null : state.node(behind)) !== null) continue
      state.undo(start)
      return null
    }
    return start
  }

  const effectsNow = (): Map<number, number> => {
    const effects = new Map<number, number>()
    for (const node of nodes) {
      const { index } = node
      if (node.line === null && node.ties.length === 0) continue
      const late = node.line === null ? lateness(tiedStart(node), due[index] ?? 0) : lateness(node.start, node.window.to)
      const growth = late - (baseLate[index] ?? 0)
      if (growth > HAIR) effects.set(index, growth)
    }
    const greatest = state.measure.greatest - base.greatest
    if (greatest > HAIR && quantities.has(GREATEST)) effects.set(GREATEST, greatest)
    if (couplings.length === 0) return effects
    const placed = placementsOf(state)
    for (const [index, coupling] of couplings.entries()) {
      const growth = coupling.cost(placed.filter((one) => coupling.lines.includes(one.line))) - (baseCoupling[index] ?? 0)
      if (growth > HAIR) effects.set(couplingKey(index), growth)
    }
    return effects
  }

  const complete = (line: FlowLine, seats: readonly ColumnSeat[]): Column | null => {
    if (isTwice(route.problem, [{ line: line.index, seats }])) return null
    const mark = carryOut({ line: line.index, seats })
    if (mark === null) return null
    const effects = effectsNow()
    const own = new Map<number, number>()
    let cost = weights.travel * (state.measure.travel - base.travel) + state.measure.placement - base.placement
    for (let node = line.first; node !== null; node = node.after) {
      const growth = effects.get(node.index)
      if (growth === undefined) continue
      own.set(node.index, growth)
      cost += weights.tardiness * growth
    }
    const timed = seats.map((seat) => ({ ...seat, start: graph.tasks[seat.task]?.start ?? seat.start }))
    state.undo(mark)
    return { line: line.index, seats: timed, cost, effects, own }
  }

  return {
    lines: graph.lines.length,
    tasks: tasks.length,
    sure: delaysOnly(route, graph, graph.tasks),
    quantities,
    taskOf: (key) => taskAt.get(key) ?? null,
    harvest(index, prices, options): Harvest {
      const line = graph.lines[index]
      if (!line) throw new Error(`No line ${index}.`)
      const drawn = drawLine(state, line, prices, reach)
      const found = labels(drawn.sketch, options)
      const best = found.finals.toSorted((a, b) => a.cost - b.cost).slice(0, options.most)
      const columns: Column[] = []
      for (const { label } of best) {
        const column = complete(line, seatsOf(label, drawn, ids))
        if (column !== null) columns.push(column)
      }
      const whole = found.complete && !drawn.cut && best.length === found.finals.length
      return {
        columns,
        complete: whole,
        searched: found.complete && !drawn.cut,
        least: drawn.cut ? Math.min(found.least, found.unknown - drawn.gains) : found.least,
      }
    },
    column: (index, seats) => {
      const line = graph.lines[index]
      return line ? complete(line, seats) : null
    },
    least: () => ({ byStart: new Map(), otherwise: 0 }),
    evaluate(columns): Joint | null {
      if (isTwice(route.problem, columns)) return null
      const start = state.mark()
      for (const column of columns) {
        if (carryOut(column) !== null) continue
        state.undo(start)
        return null
      }
      const { measure } = state
      const effects = effectsNow()
      let cost = weights.travel * (measure.travel - base.travel) + weights.tardiness * (measure.tardiness - base.tardiness)
      cost += measure.placement - base.placement
      for (const [key, growth] of effects) if (key < 0) cost += (quantities.get(key)?.weight ?? 0) * growth
      state.undo(start)
      return { cost, effects }
    },
  }
}

/** When a task that stands nowhere could start at the earliest by what it is tied to. */
function tiedStart(node: FlowNode): number {
  let start = Number.NEGATIVE_INFINITY
  for (const tie of node.ties) if (tie.other.line !== null) start = Math.max(start, tie.other.start + tie.pull)
  return start
}

/** The end of the widest window a task has on any line. */
function latestDue(state: FlowState, node: FlowNode): number {
  let due = Number.NEGATIVE_INFINITY
  for (const line of state.graph.lines) due = Math.max(due, state.windowOn(node, line)?.to ?? Number.NEGATIVE_INFINITY)
  return due === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : due
}
