/**
 * Two tasks of one visit that start a fixed time apart (two caregivers together). In the master each start has a row of its own: as much
 * of the one as of the other. Of starts that no column has yet the master knows nothing; there the pair is priced as a pair, by the
 * cheapest place of each at that start, so that columns are looked for only where both together are worth it.
 */
import type { RouteProblem } from '../route-problem.ts'
import type { ColumnMaker } from './columns.ts'
import type { MasterRow } from './master-rows.ts'

/** What a tie pays a task beside its dual, by its start. */
export interface TiePrices {
  at(start: number): number
  /** At most what `at` says for a start between these. */
  most(from: number, to: number): number
}

interface Tie {
  readonly first: number
  readonly second: number
  /** From the start of the first to that of the second. */
  readonly apart: number
  /** Row of each start of the first, among the master's rows. */
  readonly rows: Map<number, number>
  /** What each costs at the least by the start of the first; and at any other start. */
  readonly least: ReadonlyMap<number, PairCosts>
  readonly otherwise: PairCosts
}

interface PairCosts {
  readonly first: number
  readonly second: number
}

/** Starts this close are one. */
const keyOf = (start: number): number => Math.round(start * 1e4)

export class Ties {
  private readonly byTask = new Map<number, Tie>()
  private known: { readonly duals: Float64Array; readonly prices: Map<number, TiePrices> } | null = null

  constructor(problem: RouteProblem, maker: ColumnMaker) {
    if (problem.timing.kind !== 'fixed') return
    const taskAt = new Map(problem.tasks.map((task, index) => [task.id, index]))
    for (const { first: one, second: two, min, max } of problem.syncs) {
      const [first, second] = [taskAt.get(one), taskAt.get(two)]
      if (first === undefined || second === undefined || max > min) continue
      if (problem.tasks[first]?.visit !== problem.tasks[second]?.visit) continue
      if (this.byTask.has(first) || this.byTask.has(second)) continue
      const tie: Tie = { first, second, apart: min, rows: new Map(), ...pairCosts(maker, first, second, min) }
      this.byTask.set(first, tie)
      this.byTask.set(second, tie)
    }
  }

  /** The row that a seat needs; null when it is there already. @param at where it will stand */
  rowFor(task: number, start: number, at: number): MasterRow | null {
    const tie = this.byTask.get(task)
    if (tie === undefined) return null
    const own = keyOf(task === tie.first ? start : start - tie.apart)
    if (tie.rows.has(own)) return null
    tie.rows.set(own, at)
    return {
      name: null,
      lower: 0,
      upper: 0,
      quantity: null,
      coefficient(column) {
        let sum = 0
        for (const seat of column.seats) {
          if (seat.task === tie.first && keyOf(seat.start) === own) sum += 1
          if (seat.task === tie.second && keyOf(seat.start - tie.apart) === own) sum -= 1
        }
        return sum
      },
      visits: new Map(),
      price: { kind: 'tie' },
    }
  }

  /**
   * The rows there are, each with the dual it would have if each of the two got half of what the pair brings in over what it costs.
   * Where the master's columns leave a choice of duals, those lead to the fewest columns that are of no use.
   */
  *wanted(duals: Float64Array): Generator<readonly [row: number, dual: number]> {
    for (const [task, tie] of this.byTask) {
      if (task !== tie.first) continue
      for (const [key, row] of tie.rows) yield [row, evenly(tie, tie.least.get(key) ?? tie.otherwise, duals)]
    }
  }

  /** @param extra where the duals of rows begin */
  prices(task: number, duals: Float64Array, extra: number): TiePrices | null {
    const tie = this.byTask.get(task)
    if (tie === undefined) return null
    if (this.known?.duals !== duals) this.known = { duals, prices: new Map() }
    const { prices } = this.known
    let found = prices.get(task)
    if (found === undefined) {
      found = pricesOf(tie, task, duals, extra)
      prices.set(task, found)
    }
    return found
  }
}

function pairCosts(maker: ColumnMaker, first: number, second: number, apart: number): Pick<Tie, 'least' | 'otherwise'> {
  const [ofFirst, ofSecond] = [maker.least(first), maker.least(second)]
  const byKey = (costs: ReadonlyMap<number, number>, shift: number) =>
    new Map([...costs].map(([start, cost]) => [keyOf(start - shift), cost]))
  const [firsts, seconds] = [byKey(ofFirst.byStart, 0), byKey(ofSecond.byStart, apart)]
  const otherwise = { first: ofFirst.otherwise, second: ofSecond.otherwise }
  const least = new Map<number, PairCosts>()
  for (const key of [...firsts.keys(), ...seconds.keys()]) {
    least.set(key, { first: firsts.get(key) ?? otherwise.first, second: seconds.get(key) ?? otherwise.second })
  }
  return { least, otherwise }
}

/** Paid where one of the two has no place at all: nothing is looked for there. */
const NEVER = 1e7

/** What the first is paid beside its dual, and the second is not, so that each gets half of what the pair brings in over these costs. */
function evenly({ first, second }: Tie, costs: PairCosts, duals: Float64Array): number {
  if (costs.first === Number.POSITIVE_INFINITY) return NEVER
  if (costs.second === Number.POSITIVE_INFINITY) return -NEVER
  return ((duals[second] ?? 0) - (duals[first] ?? 0) + costs.first - costs.second) / 2
}

function pricesOf(tie: Tie, task: number, duals: Float64Array, extra: number): TiePrices {
  const { first, apart, rows, least, otherwise } = tie
  const sign = task === first ? 1 : -1
  const byStart = new Map<number, number>()
  for (const [key, costs] of least) byStart.set(key, sign * evenly(tie, costs, duals))
  for (const [key, row] of rows) if (extra + row < duals.length) byStart.set(key, sign * (duals[extra + row] ?? 0))
  const unseen = sign * evenly(tie, otherwise, duals)
  const ownKey = (start: number) => keyOf(task === first ? start : start - apart)
  const known = new Map<string, number>()
  return {
    at: (start) => byStart.get(ownKey(start)) ?? unseen,
    most(from, to) {
      const hours = `${from} ${to}`
      let most = known.get(hours)
      if (most === undefined) {
        const [first, last] = [ownKey(from), ownKey(to)]
        // Where this task has no place itself it may be paid whatever it likes.
        most = unseen < NEVER ? unseen : -NEVER
        for (const [key, pay] of byStart) if (key >= first && key <= last && pay < NEVER) most = Math.max(most, pay)
        known.set(hours, most)
      }
      return most
    },
  }
}
