/**
 * The master: choose columns so that every task is in exactly one or its visit is left out, and every line has one column at most.
 * Quantities that are not additive have a variable each, held up by rows that are added when a solution breaks them.
 */
import type { RouteProblem } from '../route-problem.ts'
import { type Column, type ColumnMaker, columnKey, type Prices } from './columns.ts'
import type { MasterRow } from './master-rows.ts'
import type { MipAnswer, MipModel, MipSolver } from './mip.ts'
import type { Visit } from './visits.ts'

export interface MasterAnswer {
  readonly status: MipAnswer['status']
  readonly objective: number
  readonly bound: number
  /** Value of each column, by the order they were added in. */
  readonly columns: Float64Array
  /** Value of the variable of a quantity. */
  readonly quantities: ReadonlyMap<number, number>
  readonly duals: Float64Array | null
}

interface Entry {
  readonly column: number
  readonly value: number
}

export class Master {
  readonly columns: Column[] = []
  private readonly keys = new Set<string>()
  private readonly rows: { readonly row: MasterRow; readonly entries: Entry[] }[] = []
  private readonly visitOf: readonly number[]
  private readonly problem: RouteProblem
  private readonly visits: readonly Visit[]
  private readonly maker: ColumnMaker
  private readonly solver: MipSolver

  constructor(problem: RouteProblem, visits: readonly Visit[], maker: ColumnMaker, solver: MipSolver) {
    this.problem = problem
    this.visits = visits
    this.maker = maker
    this.solver = solver
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
    return this.visits.reduce((sum, visit) => (held.has(visit.index) ? sum : sum + visit.unplaced), 0)
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
    for (const { row, entries } of this.rows) {
      const value = row.coefficient(column)
      if (value !== 0) entries.push({ column: index, value })
    }
    return true
  }

  addRow(row: MasterRow): void {
    const entries: Entry[] = []
    for (const [column, one] of this.columns.entries()) {
      const value = row.coefficient(one)
      if (value !== 0) entries.push({ column, value })
    }
    this.rows.push({ row, entries })
  }

  /** Keeps only these columns: the others are known not to be in a better plan. */
  keepOnly(kept: (column: Column) => boolean): void {
    const columns = this.columns.filter(kept)
    const rows = this.rows.map(({ row }) => row)
    this.columns.length = 0
    this.rows.length = 0
    this.keys.clear()
    for (const row of rows) this.addRow(row)
    for (const column of columns) this.add(column)
  }

  /** Keys of the quantities that stand in a row, in the order of their variables. */
  private get quantityKeys(): readonly number[] {
    return [...new Set(this.rows.flatMap(({ row }) => (row.quantity === null ? [] : [row.quantity])))]
  }

  async solve(relaxed: boolean, seconds: number): Promise<MasterAnswer> {
    const keys = this.quantityKeys
    const answer = await this.solver.solve(this.model(keys), { relaxed, seconds })
    const count = this.columns.length
    const values = answer.values ?? new Float64Array(count + this.visits.length + keys.length)
    const quantities = new Map(keys.map((key, index) => [key, values[count + this.visits.length + index] ?? 0]))
    const { status, objective, bound, duals } = answer
    return { status, objective, bound, columns: values.slice(0, count), quantities, duals }
  }

  /** Rows: tasks, lines, then those added. Columns: columns, visits left out, quantities. */
  private model(keys: readonly number[]): MipModel {
    const { columns, visits, rows } = this
    const tasks = this.problem.tasks.length
    const extra = tasks + this.maker.lines
    const size = columns.length + visits.length + keys.length
    const inRows: Entry[][] = Array.from({ length: size }, () => [])
    const put = (column: number, row: number, value: number) => inRows[column]?.push({ column: row, value })
    const cost = new Float64Array(size)
    const whole = new Uint8Array(size)
    for (const [index, column] of columns.entries()) {
      cost[index] = column.cost
      whole[index] = 1
      for (const seat of column.seats) put(index, seat.task, 1)
      put(index, tasks + column.line, 1)
    }
    for (const visit of visits) {
      const index = columns.length + visit.index
      cost[index] = visit.unplaced
      whole[index] = 1
      for (const [task, of] of this.visitOf.entries()) if (of === visit.index) put(index, task, 1)
    }
    const quantityAt = new Map(keys.map((key, index) => [key, columns.length + visits.length + index]))
    for (const [key, index] of quantityAt) cost[index] = this.maker.quantities.get(key)?.weight ?? 0
    const rowLower = new Float64Array(extra + rows.length).fill(1, 0, tasks).fill(Number.NEGATIVE_INFINITY, tasks, extra)
    const rowUpper = new Float64Array(extra + rows.length).fill(1, 0, extra)
    for (const [index, { row, entries }] of rows.entries()) {
      const at = extra + index
      rowLower[at] = row.lower
      rowUpper[at] = row.upper
      for (const { column, value } of entries) put(column, at, value)
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

  /** What a solution of the relaxed master pays for tasks, lines and lateness. */
  prices(duals: Float64Array): Prices {
    const { tasks, weights, lines } = this.problem
    const extra = tasks.length + this.maker.lines
    const discounts = new Map<number, number>()
    const effects = new Map<string, number>()
    const twins = new Map<string, number>()
    const shares = new Map<number, readonly { readonly share: (task: number) => number; readonly pay: number }[]>()
    const starts = new Map<number, { readonly from: number; readonly pay: number }[]>()
    for (const [index, { row }] of this.rows.entries()) {
      const dual = duals[extra + index] ?? 0
      const { price } = row
      if (price === null || dual === 0) continue
      if (price.kind === 'effect') {
        discounts.set(price.key, (discounts.get(price.key) ?? 0) + dual)
        effects.set(`${price.key}|${price.line}`, dual)
      } else if (price.kind === 'share') {
        for (const line of price.lines) shares.set(line, [...(shares.get(line) ?? []), { share: price.share, pay: -dual }])
      } else if (price.kind === 'twin') {
        const key = `${price.visit}|${price.caregiver}`
        twins.set(key, (twins.get(key) ?? 0) + dual)
      } else {
        for (const { task, from, sign } of price.parts) {
          starts.set(task, [...(starts.get(task) ?? []), { from, pay: sign * dual }])
        }
      }
    }
    const flat = (task: number, line: number): number => {
      let pay = duals[task] ?? 0
      if (twins.size > 0) pay += twins.get(`${this.visitOfTask(task)}|${lines[line]?.caregiver}`) ?? 0
      for (const one of shares.get(line) ?? []) pay += one.pay * one.share(task)
      return pay
    }
    return {
      profit(task, line, start) {
        let pay = flat(task, line)
        for (const one of starts.get(task) ?? []) if (start >= one.from - 1e-6) pay += one.pay
        return pay
      },
      profitAtMost(task, line) {
        let pay = flat(task, line)
        for (const one of starts.get(task) ?? []) pay += Math.max(0, one.pay)
        return pay
      },
      rent: (line) => Math.max(0, -(duals[tasks.length + line] ?? 0)),
      effect: (key, line) => (effects.size === 0 ? 0 : Math.max(0, effects.get(`${key}|${line}`) ?? 0)),
      lateness: (key) => Math.max(0, weights.tardiness - (discounts.get(key) ?? 0)),
    }
  }

  /** Reduced cost of a column, all rows counted. */
  reducedCost(column: Column, duals: Float64Array): number {
    const { tasks } = this.problem
    let cost = column.cost - (duals[tasks.length + column.line] ?? 0)
    for (const seat of column.seats) cost -= duals[seat.task] ?? 0
    const extra = tasks.length + this.maker.lines
    for (const [index, { row }] of this.rows.entries()) {
      const dual = duals[extra + index] ?? 0
      if (dual !== 0) cost -= dual * row.coefficient(column)
    }
    return cost
  }
}
