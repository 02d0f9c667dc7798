/** What a solution of the relaxed master pays: its duals, said for pricing. */
import type { RouteProblem } from '../route-problem.ts'
import type { Column, Prices } from './columns.ts'
import type { MasterRow } from './master-rows.ts'
import type { Ties } from './master-ties.ts'

interface PricedMaster {
  readonly problem: RouteProblem
  readonly lines: number
  readonly rows: readonly MasterRow[]
  readonly ties: Ties
  visitOfTask(task: number): number
}

/** What is paid from a start on, start by start; and the most of it. */
interface Steps {
  readonly from: readonly number[]
  readonly pay: readonly number[]
  readonly most: number
}

/** @param duals of tasks, lines and as many of the rows as there were */
export function masterPrices(master: PricedMaster, duals: Float64Array): Prices {
  const { problem, rows, ties } = master
  const { tasks, weights, lines } = problem
  const extra = tasks.length + master.lines
  const discounts = new Map<number, number>()
  const effects = new Map<string, number>()
  const twins = new Map<string, number>()
  /** By line, what is paid more for each task. */
  const shares = new Map<number, Float64Array>()
  const starts = new Map<number, { readonly from: number; readonly pay: number }[]>()
  for (const [index, { price }] of rows.entries()) {
    const dual = duals[extra + index] ?? 0
    if (price === null || dual === 0) continue
    if (price.kind === 'effect') {
      discounts.set(price.key, (discounts.get(price.key) ?? 0) + dual)
      effects.set(`${price.key}|${price.line}`, dual)
    } else if (price.kind === 'share') {
      for (const line of price.lines) {
        const paid = shares.get(line) ?? new Float64Array(tasks.length)
        shares.set(line, paid)
        for (const task of tasks.keys()) paid[task] = (paid[task] ?? 0) - dual * price.share(task)
      }
    } else if (price.kind === 'twin') {
      const key = `${price.visit}|${price.caregiver}`
      twins.set(key, (twins.get(key) ?? 0) + dual)
    } else if (price.kind === 'start') {
      for (const { task, from, sign } of price.parts) starts.set(task, [...(starts.get(task) ?? []), { from, pay: sign * dual }])
    }
  }
  const steps = tasks.map((_, task) => stepsOf(starts.get(task) ?? []))
  const tied = tasks.map((_, task) => ties.prices(task, duals, extra))
  const flat = (task: number, line: number): number => {
    let pay = (duals[task] ?? 0) + (shares.get(line)?.[task] ?? 0)
    if (twins.size > 0) pay += twins.get(`${master.visitOfTask(task)}|${lines[line]?.caregiver}`) ?? 0
    return pay
  }
  return {
    profit: (task, line, start) => flat(task, line) + paidAt(steps[task] ?? null, start) + (tied[task]?.at(start) ?? 0),
    profitAtMost(task, line) {
      const pay = flat(task, line) + (steps[task]?.most ?? 0)
      const tie = tied[task] ?? null
      const on = lines[line]
      return tie === null || on === undefined ? pay : pay + tie.most(on.from, on.to)
    },
    rent: (line) => Math.max(0, -(duals[tasks.length + line] ?? 0)),
    effect: (key, line) => (effects.size === 0 ? 0 : Math.max(0, effects.get(`${key}|${line}`) ?? 0)),
    lateness: (key) => Math.max(0, weights.tardiness - (discounts.get(key) ?? 0)),
  }
}

/** Reduced cost of a column, all rows counted. */
export function reducedCost(master: PricedMaster, column: Column, duals: Float64Array): number {
  const { tasks } = master.problem
  const extra = tasks.length + master.lines
  let cost = column.cost - (duals[tasks.length + column.line] ?? 0)
  for (const seat of column.seats) {
    cost -= (duals[seat.task] ?? 0) + (master.ties.prices(seat.task, duals, extra)?.at(seat.start) ?? 0)
  }
  for (const [index, row] of master.rows.entries()) {
    const dual = duals[extra + index] ?? 0
    if (dual !== 0 && row.price?.kind !== 'tie') cost -= dual * row.coefficient(column)
  }
  return cost
}

function stepsOf(starts: readonly { readonly from: number; readonly pay: number }[]): Steps | null {
  if (starts.length === 0) return null
  const sorted = [...starts].sort((a, b) => a.from - b.from)
  let [sum, most] = [0, 0]
  const pay = sorted.map((one) => {
    sum += one.pay
    return sum
  })
  for (const one of pay) most = Math.max(most, one)
  return { from: sorted.map((one) => one.from), pay, most }
}

function paidAt(steps: Steps | null, start: number): number {
  if (steps === null) return 0
  let paid = 0
  for (const [index, from] of steps.from.entries()) {
    if (start < from - 1e-6) break
    paid = steps.pay[index] ?? 0
  }
  return paid
}
