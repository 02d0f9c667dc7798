/** The plan as a graph: lines are chains of nodes, synchronisations tie nodes across lines. Structure only; times are flow-state's. */
import type { Line, RouteProblem, StartWindow, Task } from '../route-problem.ts'

/** `other` starts at least `push` after this node, and this node at least `pull` after `other`. */
export interface FlowTie {
  readonly other: FlowNode
  readonly push: number
  readonly pull: number
}

export interface FlowNode {
  readonly task: Task
  /** Order in the problem, to break ties by. */
  readonly index: number
  /** A task that is to be placed, not a stop that stood. */
  readonly isTask: boolean
  readonly ties: FlowTie[]
  /** Null while it stands nowhere. */
  line: FlowLine | null
  window: StartWindow
  start: number
  before: FlowNode | null
  after: FlowNode | null
  /** Times it moved in one propagation: more than there are nodes means an order that bites its own tail. */
  moves: number
  waiting: boolean
}

export interface FlowLine {
  readonly line: Line
  readonly index: number
  first: FlowNode | null
  last: FlowNode | null
}

export interface FlowGraph {
  readonly lines: readonly FlowLine[]
  readonly nodes: ReadonlyMap<string, FlowNode>
  /** The nodes that are to be placed, in the order of the problem. */
  readonly tasks: readonly FlowNode[]
}

const NOWHERE: StartWindow = { from: 0, to: 0, late: 'soft' }

/** The lines as they stand; the tasks stand nowhere yet. */
export function flowGraph(problem: RouteProblem): FlowGraph {
  const nodes = new Map<string, FlowNode>()
  const add = (task: Task, isTask: boolean, window: StartWindow, start: number): FlowNode => {
    const index = nodes.size
    const node: FlowNode = {
      task,
      index,
      isTask,
      ties: [],
      line: null,
      window,
      start,
      before: null,
      after: null,
      moves: 0,
      waiting: false,
    }
    nodes.set(task.id, node)
    return node
  }
  const lines = problem.lines.map((line, index) => {
    const chain: FlowLine = { line, index, first: null, last: null }
    for (const stop of line.stops) link(add(stop.task, false, stop.window, stop.start), chain, chain.last)
    return chain
  })
  const tasks = problem.tasks.map((task) => add(task, true, NOWHERE, 0))
  for (const { first, second, min, max } of problem.syncs) {
    const [one, two] = [nodes.get(first), nodes.get(second)]
    if (!one || !two) continue
    one.ties.push({ other: two, push: min, pull: -max })
    two.ties.push({ other: one, push: -max, pull: min })
  }
  return { lines, nodes, tasks }
}

/** Puts a node on a line behind `before`; null = at its head. */
export function link(node: FlowNode, line: FlowLine, before: FlowNode | null): void {
  const after = before === null ? line.first : before.after
  node.line = line
  node.before = before
  node.after = after
  if (before === null) line.first = node
  else before.after = node
  if (after === null) line.last = node
  else after.before = node
}

export function unlink(node: FlowNode): void {
  const { line, before, after } = node
  if (line === null) return
  if (before === null) line.first = after
  else before.after = after
  if (after === null) line.last = before
  else after.before = before
  node.line = null
  node.before = null
  node.after = null
}

/** The gaps of a line, by what stands before them: null = before the first. */
export function gapsOf(line: FlowLine): (FlowNode | null)[] {
  const gaps: (FlowNode | null)[] = [null]
  for (let node = line.first; node !== null; node = node.after) gaps.push(node)
  return gaps
}
