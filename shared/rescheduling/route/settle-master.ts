/**
 * The exact end of a batch: every column that a better plan could hold is put into the master, which is then solved again and
 * again. Its columns cost no more than they will, so that it never says too much; what its plan really costs is reckoned on the
 * whole, and rows are added that say so, until the master's plan is as good as it claims.
 */
import type { Column, ColumnMaker } from './columns.ts'
import type { Master, MasterAnswer } from './master.ts'
import { holds, jointRow, type MasterRow, notTogether } from './master-rows.ts'
import type { Priced } from './price-out.ts'
import type { Run } from './run.ts'

/** Costs this close are the same: then a plan is proven. */
export const PROVEN = 1e-6

/** More steps on one line, or more columns in all, and the end is not exact. */
const STEPS = 400_000
const COLUMNS = 30_000

export interface Found {
  readonly columns: readonly Column[]
  /** Growth over the plan without any task, visits left out included. */
  readonly cost: number
}

/** Puts in what was left out: columns whose reduced cost is within the gap. True when none was left behind. */
export async function addOmitted(master: Master, maker: ColumnMaker, priced: Priced, gap: number, run: Run): Promise<boolean> {
  const { duals } = priced
  if (duals === null || !maker.sure) return false
  const prices = master.prices(duals)
  // What costs as much as the plan at hand is no better.
  const limit = gap - PROVEN / 2
  master.keepOnly((column) => master.reducedCost(column, duals) <= limit)
  let complete = true
  for (let line = 0; line < maker.lines; line++) {
    if (line % 8 === 0) await run.breathe()
    if (run.stopped() || master.columns.length > COLUMNS) return false
    const harvest = maker.harvest(line, prices, { limit, cap: STEPS, most: COLUMNS, thin: false, stopped: run.stopped })
    complete &&= harvest.complete
    for (const [count, column] of harvest.columns.entries()) {
      if (count % 256 === 255 && run.stopped()) return false
      if (master.reducedCost(column, duals) <= limit) master.add(column)
    }
  }
  return complete && master.columns.length <= COLUMNS
}

/**
 * @param complete every column that a better plan could hold is in the master
 * @param better told of every cheaper plan
 * @returns a bound: no plan costs less
 */
export async function settleMaster(
  master: Master,
  maker: ColumnMaker,
  separate: (answer: MasterAnswer) => MasterRow[],
  given: { readonly complete: boolean; readonly lower: number; readonly upper: number; readonly rounds: number },
  run: Run,
  better: (found: Found) => void,
): Promise<number> {
  let { lower, upper } = given
  // What more is placed with can only be later and dearer, unless a way round is shorter.
  const same = maker.sure ? holds : exactly
  for (let round = 0; round < given.rounds && !run.stopped(); round++) {
    const answer = await master.solve(false, run.secondsLeft())
    if (answer.status === 'infeasible') return given.complete ? upper : lower
    if (answer.status === 'failed') return lower
    if (given.complete) lower = Math.max(lower, Math.min(upper, answer.bound))
    if (!Number.isFinite(answer.objective)) return lower
    const chosen = master.columns.filter((_, index) => (answer.columns[index] ?? 0) > 0.5)
    const claimed = master.claim(chosen, answer)
    if (claimed >= upper - PROVEN) return given.complete && answer.status === 'optimal' ? upper : lower
    const joint = maker.evaluate(chosen)
    if (joint === null) {
      if (master.addRows(separate(answer)) === 0) master.addRows([notTogether(smallestClash(maker, chosen).map(same))])
      continue
    }
    const cost = joint.cost + master.leftOut(chosen)
    if (cost < upper - PROVEN / 10) {
      upper = cost
      better({ columns: chosen, cost })
    }
    if (answer.status !== 'optimal') return lower
    if (cost <= claimed + PROVEN / 10) {
      if (given.complete) return Math.max(lower, Math.min(upper, claimed))
      return lower
    }
    if (master.addRows(separate(answer)) > 0) continue
    if (master.addRows(jointRows(master, maker, chosen, answer, joint.effects, same)) > 0) continue
    // Nothing says what this plan costs more: it is known now, and the next best is looked for.
    master.addRows([notTogether(chosen.map(exactly))])
  }
  return lower
}

const exactly = (column: Column) => (other: Column) => other === column

/** The fewest columns that cannot be together: a pair if there is one. */
function smallestClash(maker: ColumnMaker, chosen: readonly Column[]): readonly Column[] {
  for (const [at, one] of chosen.entries()) {
    if (maker.evaluate([one]) === null) return [one]
    for (const two of chosen.slice(at + 1)) if (maker.evaluate([one, two]) === null) return [one, two]
  }
  return chosen
}

/** Rows for what columns raise together beyond what each does alone: by pairs where that explains it, else by all of them. */
function jointRows(
  master: Master,
  maker: ColumnMaker,
  chosen: readonly Column[],
  answer: MasterAnswer,
  truth: ReadonlyMap<number, number>,
  same: typeof holds,
): MasterRow[] {
  const short = new Map<number, number>()
  for (const [key, value] of truth) {
    if (!maker.quantities.has(key)) continue
    const own = chosen.reduce((sum, column) => sum + (column.own.get(key) ?? 0), 0)
    const stands = (answer.quantities.get(key) ?? 0) + own
    if (value > stands + PROVEN / 10 && !master.isLeftOut(key, chosen)) short.set(key, stands)
  }
  const best = new Map<number, { readonly value: number; readonly together: readonly Column[] }>()
  const offer = (together: readonly Column[], effects: ReadonlyMap<number, number>) => {
    for (const [key, stands] of short) {
      const value = effects.get(key) ?? 0
      if (value > (best.get(key)?.value ?? stands) + PROVEN / 10) best.set(key, { value, together })
    }
  }
  for (const [at, one] of chosen.entries()) {
    for (const two of chosen.slice(at + 1)) offer([one, two], maker.evaluate([one, two])?.effects ?? new Map())
  }
  offer(chosen, truth)
  return [...best].map(([key, { value, together }]) => jointRow(key, value, together.map(same), master.visitOfKey(key)))
}
