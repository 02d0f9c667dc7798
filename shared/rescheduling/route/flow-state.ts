/**
 * A plan under the `flow` policy that can be changed step by step: every start is the earliest that order, travel, windows and
 * synchronisation allow. Those are difference constraints, so that a least solution exists; after an insertion only what moves
 * is recomputed, and every step can be undone.
 */
import type { StartWindow } from '../route-problem.ts'
import { type FlowGraph, type FlowLine, type FlowNode, flowGraph, link, unlink } from './flow-graph.ts'
import type { OpenRoute } from './open-route.ts'
import { DUST, lateness } from './tolerance.ts'

/** How much later a start must become to count as moved; far smaller than DUST, so that dust never adds up to it. */
const MOVE = 1e-9

/** What a plan measures: minutes, `placement` in cost. */
export interface FlowMeasure {
  readonly travel: number
  readonly tardiness: number
  readonly greatest: number
  readonly placement: number
}

/** A point to go back to. */
export interface FlowMark {
  readonly depth: number
  readonly measure: FlowMeasure
}

type Undo = { readonly node: FlowNode; readonly start: number } | (() => void)

export class FlowState {
  readonly route: OpenRoute
  readonly graph: FlowGraph
  private travelled = 0
  private tardiness = 0
  private greatest = 0
  private placement = 0
  private readonly trail: Undo[] = []
  private readonly windows = new Map<FlowNode, (StartWindow | null | undefined)[]>()

  constructor(route: OpenRoute) {
    this.route = route
    this.graph = flowGraph(route.problem)
  }

  get measure(): FlowMeasure {
    return { travel: this.travelled, tardiness: this.tardiness, greatest: this.greatest, placement: this.placement }
  }

  node(id: string): FlowNode {
    const node = this.graph.nodes.get(id)
    if (!node) throw new Error(`No task ${id} in this problem.`)
    return node
  }

  /** The window of a task on a line, asked once; null where a rule forbids the line. */
  windowOn(node: FlowNode, line: FlowLine): StartWindow | null {
    let known = this.windows.get(node)
    if (!known) {
      known = []
      this.windows.set(node, known)
    }
    let window = known[line.index]
    if (window === undefined) {
      window = this.route.problem.windowOn(node.task, line.line)
      known[line.index] = window
    }
    return window
  }

  /** Minutes of travel that standing behind `before` on a line adds; it depends on nothing else. */
  detour(node: FlowNode, line: FlowLine, before: FlowNode | null): number {
    const from = before === null ? line.line.startPlace : before.task.place
    const after = before === null ? line.first : before.after
    const to = after === null ? line.line.endPlace : after.task.place
    // A line without visits is not travelled at all.
    const direct = before === null && after === null ? 0 : this.way(from, to)
    return this.way(from, node.task.place) + this.way(node.task.place, to) - direct
  }

  private way(from: number | null, to: number | null): number {
    return from === null || to === null ? 0 : this.route.travel(from, to)
  }

  /** Earliest start by its own window and by what stands before it on its line. */
  private release(node: FlowNode): number {
    const { before, line, window } = node
    if (line === null) return 0
    let at = line.line.from
    if (before !== null) at = before.start + before.task.minutes + this.route.travel(before.task.place, node.task.place)
    else if (line.line.commute !== 'outside') at += this.way(line.line.startPlace, node.task.place)
    return at > window.from ? at : window.from
  }

  private earliest(node: FlowNode): number {
    let at = this.release(node)
    for (const tie of node.ties) {
      if (tie.other.line !== null && tie.other.start + tie.pull > at) at = tie.other.start + tie.pull
    }
    return at
  }

  /** False when a hard window or the end of the line is passed. */
  private fits(node: FlowNode): boolean {
    const { window, line, start, task } = node
    if (line === null) return true
    if (window.late === 'hard' && start > window.to + DUST) return false
    let end = start + task.minutes
    if (node.after === null && line.line.commute !== 'outside') end += this.way(task.place, line.line.endPlace)
    return end <= line.line.to + DUST
  }

  private move(node: FlowNode, start: number): void {
    const { route } = this
    this.trail.push({ node, start: node.start })
    const { window, line } = node
    const late = lateness(start, window.to)
    this.tardiness += late - lateness(node.start, window.to)
    if (late > this.greatest) this.greatest = late
    if (node.isTask && line !== null) {
      this.placement += route.problem.placementCost(node.task, line.line, start)
      this.placement -= route.problem.placementCost(node.task, line.line, node.start)
    }
    node.start = start
  }

  /** Every start anew. False when no schedule exists; then the state is to be undone or thrown away. */
  settle(): boolean {
    const all: FlowNode[] = []
    this.travelled = 0
    for (const line of this.graph.lines) {
      if (line.first !== null) this.travelled += this.way(line.line.startPlace, line.first.task.place)
      for (let node = line.first; node !== null; node = node.after) {
        all.push(node)
        this.travelled += this.way(node.task.place, node.after === null ? line.line.endPlace : node.after.task.place)
      }
    }
    all.sort((a, b) => a.start - b.start || a.index - b.index)
    for (const node of all) {
      this.trail.push({ node, start: node.start })
      node.start = node.window.from
      node.moves = 0
      node.waiting = true
    }
    const queue = [...all]
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] as FlowNode
      node.waiting = false
      const earliest = this.earliest(node)
      if (earliest <= node.start + MOVE) continue
      node.start = earliest
      if (++node.moves > all.length) return this.clear(queue)
      if (node.after !== null) wake(node.after, queue)
      for (const tie of node.ties) if (tie.other.line !== null) wake(tie.other, queue)
    }
    return this.remeasure(all)
  }

  private clear(queue: readonly FlowNode[]): false {
    for (const node of queue) node.waiting = false
    return false
  }

  private remeasure(all: readonly FlowNode[]): boolean {
    const { problem } = this.route
    this.tardiness = 0
    this.greatest = 0
    this.placement = 0
    let fits = true
    for (const node of all) {
      const late = lateness(node.start, node.window.to)
      this.tardiness += late
      if (late > this.greatest) this.greatest = late
      if (node.isTask && node.line !== null) this.placement += problem.placementCost(node.task, node.line.line, node.start)
      if (!this.fits(node)) fits = false
    }
    return fits
  }

  mark(): FlowMark {
    return { depth: this.trail.length, measure: this.measure }
  }

  undo(mark: FlowMark): void {
    while (this.trail.length > mark.depth) {
      const step = this.trail.pop()
      if (typeof step === 'function') step()
      else if (step) step.node.start = step.start
    }
    this.travelled = mark.measure.travel
    this.tardiness = mark.measure.tardiness
    this.greatest = mark.measure.greatest
    this.placement = mark.measure.placement
  }

  /** Makes what was done so far final: marks from before are void. */
  keep(): void {
    this.trail.length = 0
  }

  /**
   * Puts a task behind `before` on a line. Null, and nothing changed, when a rule forbids it or no schedule exists; else the mark
   * that undoes it.
   */
  insert(node: FlowNode, line: FlowLine, before: FlowNode | null): FlowMark | null {
    const window = this.windowOn(node, line)
    if (window === null) return null
    const mark = this.mark()
    const detour = this.detour(node, line, before)
    const after = before === null ? line.first : before.after
    const pressed = after === null ? 0 : this.release(after)
    link(node, line, before)
    this.trail.push(() => unlink(node))
    node.window = window
    this.travelled += detour
    const start = this.earliest(node)
    node.start = start
    const late = lateness(start, window.to)
    this.tardiness += late
    if (late > this.greatest) this.greatest = late
    this.placement += this.route.problem.placementCost(node.task, line.line, start)
    // Where the way round is shorter than the way there, what follows may come to start earlier: then everything anew.
    const relieved = after !== null && this.release(after) < pressed - MOVE
    if (relieved ? this.settle() : this.propagate(node)) return mark
    this.undo(mark)
    return null
  }

  /** Pushes what must start later because of a node just placed. False when nothing can hold it, or it would push itself. */
  private propagate(root: FlowNode): boolean {
    const queue = [root]
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] as FlowNode
      node.waiting = false
      if (!this.fits(node)) return this.clear(queue)
      const { after } = node
      if (after !== null) {
        const start = node.start + node.task.minutes + this.route.travel(node.task.place, after.task.place)
        if (start > after.start + MOVE) {
          if (after === root) return this.clear(queue)
          this.move(after, start)
          wake(after, queue)
        }
      }
      for (const tie of node.ties) {
        const { other } = tie
        if (other.line === null || node.start + tie.push <= other.start + MOVE) continue
        if (other === root) return this.clear(queue)
        this.move(other, node.start + tie.push)
        wake(other, queue)
      }
    }
    return true
  }

  /** Takes a node off its line. Null, and nothing changed, when what is left has no schedule. */
  remove(node: FlowNode): FlowMark | null {
    const { line, before } = node
    if (line === null) return null
    const mark = this.mark()
    unlink(node)
    this.trail.push(() => link(node, line, before))
    if (this.settle()) return mark
    this.undo(mark)
    return null
  }
}

function wake(node: FlowNode, queue: FlowNode[]): void {
  if (node.waiting) return
  node.waiting = true
  queue.push(node)
}
