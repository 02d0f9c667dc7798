/** One line of a flow state drawn for the search of its columns, and what the search found told as seats. */
import { type ColumnSeat, GREATEST, type Prices } from './columns.ts'
import type { FlowLine } from './flow-graph.ts'
import { type Label, type LineSketch, type LineStop, type LineTask, TASKS_AT_MOST } from './flow-labels.ts'
import type { Reach } from './flow-reach.ts'
import type { FlowState } from './flow-state.ts'

export interface Drawn {
  readonly sketch: LineSketch
  /** More tasks could stand here than a search can hold: those that pay least were left out. */
  readonly cut: boolean
  /** Sum of what all tasks that could stand here pay. */
  readonly gains: number
}

/** @param state settled, with no task placed */
export function drawLine(state: FlowState, line: FlowLine, prices: Prices, reach: Reach): Drawn {
  const { route, graph } = state
  const { problem } = route
  const fit: LineTask[] = []
  for (const [task, node] of graph.tasks.entries()) {
    const window = state.windowOn(node, line)
    if (window === null || route.standingFor(node.task.visit).some((one) => one.line.caregiver === line.line.caregiver)) continue
    let earliest = Math.max(window.from, line.line.from)
    for (const tie of node.ties) if (tie.other.line !== null) earliest = Math.max(earliest, tie.other.start + tie.pull)
    const { place, minutes } = node.task
    const [profit, weight] = [prices.profit(task, line.index, earliest), prices.lateness(node.index)]
    fit.push({
      task,
      place,
      minutes,
      earliest,
      window,
      profit,
      weight,
      tied: node.ties.length > 0,
      push: reach.push(node, line, prices),
    })
  }
  const gains = fit.reduce((sum, one) => sum + Math.max(0, one.profit), 0)
  const cut = fit.length > TASKS_AT_MOST
  const tasks = cut ? fit.sort((a, b) => b.profit - a.profit).slice(0, TASKS_AT_MOST) : fit
  const stops: LineStop[] = []
  let node = line.first
  for (const stop of line.line.stops) {
    if (node === null) break
    const tied = node.ties.some((tie) => tie.other.line !== null || tie.other.isTask)
    stops.push({ stop, earliest: node.start, weight: prices.lateness(node.index), tied, push: reach.push(node, line, prices) })
    node = node.after
  }
  const { from, to, startPlace, endPlace, commute } = line.line
  const placementCost = (one: LineTask, start: number): number => {
    const task = problem.tasks[one.task]
    return task === undefined ? 0 : problem.placementCost(task, line.line, start)
  }
  const sketch: LineSketch = {
    from,
    to,
    startPlace,
    endPlace,
    inside: commute !== 'outside',
    stops,
    tasks,
    rent: prices.rent(line.index),
    road: problem.weights.travel,
    peak: prices.effect(GREATEST, line.index),
    standing: state.measure.greatest,
    coupled: route.couplingsOf(line.line.id).length > 0,
    travel: route.travel,
    placementCost,
  }
  return { sketch, cut, gains }
}

/** The tasks of a finished label in the order on the line, each behind what stands before it. */
export function seatsOf(label: Label, drawn: Drawn, ids: readonly string[]): ColumnSeat[] {
  const { stops, tasks } = drawn.sketch
  const chain: Label[] = []
  for (let one: Label | null = label; one !== null && one.parent !== null; one = one.parent) chain.push(one)
  const seats: ColumnSeat[] = []
  let behind: string | null = null
  for (const one of chain.reverse()) {
    const served = one.last < 0 ? undefined : tasks[one.last]
    if (served === undefined) {
      behind = stops[one.passed - 1]?.stop.task.id ?? behind
      continue
    }
    seats.push({ task: served.task, start: one.ready - served.minutes, spot: one.passed, behind })
    behind = ids[served.task] ?? behind
  }
  return seats
}
