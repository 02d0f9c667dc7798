/**
 * The master: choose columns so that every task is in exactly one or its visit is left out, and every line has one column at most.
 * Quantities that are not additive have a variable each, held up by rows that are added when a solution breaks them.
 */
import type { RouteProblem } from '../route-problem.ts'
import { type Column, type ColumnMaker, columnKey, type Prices } from './columns.ts'
import { masterPrices, reducedCost } from './master-prices.ts'
import type { MasterRow } from './master-rows.ts'
import { Ties } from './master-ties.ts'
import type { MipAnswer, MipModel, MipSolver } from './mip.ts'
import type { Visit } from './visits.ts'

export interface MasterAnswer {
  readonly status: MipAnswer['status']
  readonly objective: number
  readonly bound: number
  /** Value of each column, by the order they were added in. */
  readonly columns: Float64Array
  /** How much of each visit is left out. */
  readonly left: Float64Array
  /** Value of the variable of a quantity. */
  readonly quantities: ReadonlyMap<number, number>
  readonly duals: Float64Array | null
}

interface Entry {
  readonly column: number
  readonly value: number
}

/** A box that gives way becomes so much wider at least. */
const LOOSER = 10

export class Master {
  readonly columns: Column[] = []
  private readonly keys = new Set<string>()
  private readonly names = new Set<string>()
  private readonly rows: MasterRow[] = []
  /** Of each row. */
  private readonly entries: Entry[][] = []
  private readonly visitOf: readonly number[]
  private readonly problem: RouteProblem
  private readonly visits: readonly Visit[]
  private readonly maker: ColumnMaker
  private readonly solver: MipSolver
  private readonly ties: Ties
  private readonly outCosts: readonly number[]
  /** What leaving a visit out costs for the time being: see {@link box}. */
  private boxes: number[] | null = null

  /** @param outCosts what leaving a visit out costs, by its index */
  constructor(
    problem: RouteProblem,
    visits: readonly Visit[],
    maker: ColumnMaker,
    solver: MipSolver,
    outCosts: readonly number[],
  ) {
    this.problem = problem
    this.visits = visits
    this.maker = maker
    this.solver = solver
    this.outCosts = outCosts
    this.ties = new Ties(problem, maker)
    const index = new Map(visits.flatMap((visit) => visit.tasks.map((task) => [task, visit.index] as const)))
    this.visitOf = problem.tasks.map((task) => index.get(task) ?? 0)
  }

  visitOfTask(task: number): number {
    return this.visitOf[task] ?? 0
  }

  /** The visit of the task whose lateness a quantity is; null for other quantities. */
  visitOfKey(key: number): number | null {
    const task = this.maker.taskOf(key)
    return task === null ? null : this.visitOfTask(task)
  }

  /** The quantity is the lateness of a task that none of these columns holds. */
  isLeftOut(key: number, chosen: readonly Column[]): boolean {
    const task = this.maker.taskOf(key)
    return task !== null && !chosen.some((column) => column.seats.some((seat) => seat.task === task))
  }

  /** Cost of the visits that none of these columns holds. */
  leftOut(chosen: readonly Column[]): number {
    const held = new Set(chosen.flatMap((column) => column.seats.map((seat) => this.visitOfTask(seat.task))))
    return this.visits.reduce((sum, visit) => (held.has(visit.index) ? sum : sum + this.outCost(visit)), 0)
  }

  private outCost(visit: Visit): number {
    return this.outCosts[visit.index] ?? visit.unplaced
  }

  /** What the master says a whole choice costs, free of the solver's roundings. */
  claim(chosen: readonly Column[], answer: MasterAnswer): number {
    let cost = this.leftOut(chosen)
    for (const column of chosen) cost += column.cost
    for (const [key, value] of answer.quantities) cost += (this.maker.quantities.get(key)?.weight ?? 0) * value
    return cost
  }

  /** False when it is there already. */
  add(column: Column): boolean {
    const key = columnKey(column)
    if (this.keys.has(key)) return false
    this.keys.add(key)
    const index = this.columns.push(column) - 1
    for (const [at, row] of this.rows.entries()) {
      const value = row.coefficient(column)
      if (value !== 0) this.entries[at]?.push({ column: index, value })
    }
    for (const { task, start } of column.seats) {
      const row = this.ties.rowFor(task, start, this.rows.length)
      if (row !== null) this.addRow(row)
    }
    return true
  }

  /** @returns how many of them were not there yet */
  addRows(rows: readonly MasterRow[]): number {
    const fresh = rows.filter(({ name }) => name === null || !this.names.has(name))
    for (const row of fresh) this.addRow(row)
    return fresh.length
  }

  private addRow(row: MasterRow): void {
    if (row.name !== null) this.names.add(row.name)
    const entries: Entry[] = []
    for (const [column, one] of this.columns.entries()) {
      const value = row.coefficient(one)
      if (value !== 0) entries.push({ column, value })
    }
    this.rows.push(row)
    this.entries.push(entries)
  }

  /**
   * Leaving a visit out costs no more than this for the time being: what the master says is then still a bound, and its duals do not
   * wander off. Null = no more.
   */
  box(costs: readonly number[] | null): void {
    this.boxes = costs === null ? null : [...costs]
  }

  /** Lets boxes that hold a solution back give way; false when none does. */
  loosen(answer: MasterAnswer): boolean {
    const { boxes } = this
    if (boxes === null) return false
    let gave = false
    for (const visit of this.visits) {
      const [box, cost] = [boxes[visit.index] ?? 0, this.outCost(visit)]
      if ((answer.left[visit.index] ?? 0) <= 1e-9 || box >= cost) continue
      boxes[visit.index] = Math.min(cost, 2 * box + LOOSER)
      gave = true
    }
    return gave
  }

  /** Keeps only these columns: the others are known not to be in a better plan. */
  keepOnly(kept: (column: Column) => boolean): void {
    const columns = this.columns.filter(kept)
    const rows = [...this.rows]
    this.columns.length = 0
    this.rows.length = 0
    this.entries.length = 0
    this.keys.clear()
    for (const row of rows) this.addRow(row)
    for (const column of columns) this.add(column)
  }

  /** Keys of the quantities that stand in a row, in the order of their variables. */
  private get quantityKeys(): readonly number[] {
    return [...new Set(this.rows.flatMap((row) => (row.quantity === null ? [] : [row.quantity])))]
  }

  async solve(relaxed: boolean, seconds: number): Promise<MasterAnswer> {
    const keys = this.quantityKeys
    const shared = this.sharedLines()
    const answer = await this.solver.solve(this.model(keys, shared), { relaxed, seconds })
    const count = this.columns.length
    const values = answer.values ?? new Float64Array(count + this.visits.length + keys.length)
    const quantities = new Map(keys.map((key, index) => [key, values[count + this.visits.length + index] ?? 0]))
    const { status, objective, bound } = answer
    const left = values.slice(count, count + this.visits.length)
    const duals = answer.duals === null ? null : this.fitting(this.ofAllLines(answer.duals, shared))
    return { status, objective, bound, columns: values.slice(0, count), left, quantities, duals }
  }

  /** Lines of which more than one column is there, each with its number among them: the others need no row to have one at most. */
  private sharedLines(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>()
    for (const { line } of this.columns) counts.set(line, (counts.get(line) ?? 0) + 1)
    return new Map([...counts].filter(([, count]) => count > 1).map(([line], index) => [line, index]))
  }

  /** Duals of tasks, of all lines, and of the rows added. */
  private ofAllLines(duals: Float64Array, shared: ReadonlyMap<number, number>): Float64Array {
    const tasks = this.problem.tasks.length
    const all = new Float64Array(tasks + this.maker.lines + this.rows.length)
    all.set(duals.subarray(0, tasks))
    for (const [line, index] of shared) all[tasks + line] = duals[tasks + index] ?? 0
    all.set(duals.subarray(tasks + shared.size), tasks + this.maker.lines)
    return all
  }

  /** Rows: tasks, shared lines, then those added. Columns: columns, visits left out, quantities. */
  private model(keys: readonly number[], shared: ReadonlyMap<number, number>): MipModel {
    const { columns, visits, rows } = this
    const tasks = this.problem.tasks.length
    const extra = tasks + shared.size
    const size = columns.length + visits.length + keys.length
    const inRows: Entry[][] = Array.from({ length: size }, () => [])
    const put = (column: number, row: number, value: number) => inRows[column]?.push({ column: row, value })
    const cost = new Float64Array(size)
    const whole = new Uint8Array(size)
    for (const [index, column] of columns.entries()) {
      cost[index] = column.cost
      whole[index] = 1
      for (const seat of column.seats) put(index, seat.task, 1)
      const line = shared.get(column.line)
      if (line !== undefined) put(index, tasks + line, 1)
    }
    for (const visit of visits) {
      const index = columns.length + visit.index
      cost[index] = Math.min(this.outCost(visit), this.boxes?.[visit.index] ?? Number.POSITIVE_INFINITY)
      whole[index] = 1
      for (const [task, of] of this.visitOf.entries()) if (of === visit.index) put(index, task, 1)
    }
    const quantityAt = new Map(keys.map((key, index) => [key, columns.length + visits.length + index]))
    for (const [key, index] of quantityAt) cost[index] = this.maker.quantities.get(key)?.weight ?? 0
    const rowLower = new Float64Array(extra + rows.length).fill(1, 0, tasks).fill(Number.NEGATIVE_INFINITY, tasks, extra)
    const rowUpper = new Float64Array(extra + rows.length).fill(1, 0, extra)
    for (const [index, row] of rows.entries()) {
      const at = extra + index
      rowLower[at] = row.lower
      rowUpper[at] = row.upper
      for (const { column, value } of this.entries[index] ?? []) put(column, at, value)
      for (const [visit, value] of row.visits) put(columns.length + visit, at, value)
      const quantity = row.quantity === null ? undefined : quantityAt.get(row.quantity)
      if (quantity !== undefined) put(quantity, at, 1)
    }
    const starts = Int32Array.from({ length: size + 1 }, () => 0)
    for (const [index, entries] of inRows.entries()) starts[index + 1] = (starts[index] ?? 0) + entries.length
    const flat = inRows.flat()
    return {
      cost,
      lower: new Float64Array(size),
      upper: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
      whole,
      rowLower,
      rowUpper,
      starts,
      rows: Int32Array.from(flat, (one) => one.column),
      values: Float64Array.from(flat, (one) => one.value),
    }
  }

  /**
   * Duals that fit the master as well as these, and say the most of pairs: the rows of ties have none but those columns to hold
   * them that are there, and the solver gives any of the duals in between.
   */
  private fitting(duals: Float64Array): Float64Array {
    const { columns, entries } = this
    const tasks = this.problem.tasks.length
    const extra = tasks + this.maker.lines
    const fitted = duals.slice()
    const reduced = columns.map((column) =>
      column.seats.reduce((cost, seat) => cost - (duals[seat.task] ?? 0), column.cost - (duals[tasks + column.line] ?? 0)),
    )
    const move = (row: number, by: number) => {
      for (const { column, value } of entries[row] ?? []) reduced[column] = (reduced[column] ?? 0) - by * value
    }
    for (const row of this.rows.keys()) move(row, duals[extra + row] ?? 0)
    for (const [row, wanted] of this.ties.wanted(duals)) {
      const dual = duals[extra + row] ?? 0
      let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      for (const { column, value } of entries[row] ?? []) {
        const spare = Math.max(0, reduced[column] ?? 0)
        if (value > 0) highest = Math.min(highest, dual + spare)
        else lowest = Math.max(lowest, dual - spare)
      }
      const better = Math.max(lowest, Math.min(highest, wanted))
      move(row, better - dual)
      fitted[extra + row] = better
    }
    return fitted
  }

  /** What a solution of the relaxed master pays for tasks, lines and lateness. */
  prices(duals: Float64Array): Prices {
    return masterPrices(this.priced, duals)
  }

  /** Reduced cost of a column, all rows counted. */
  reducedCost(column: Column, duals: Float64Array): number {
    return reducedCost(this.priced, column, duals)
  }

  private get priced() {
    const { problem, ties, maker, rows } = this
    return {
      problem,
      ties,
      rows,
      lines: maker.lines,
      visitOfTask: (task: number) => this.visitOfTask(task),
    }
  }
}
