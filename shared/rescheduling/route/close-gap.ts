/** From a good plan to the best one: columns, master and bound, as far as time allows. */

import type { RouteProblem } from '../route-problem.ts'
import type { ColumnMaker } from './columns.ts'
import type { LineSeats } from './desk.ts'
import type { Master } from './master.ts'
import { priceOut } from './price-out.ts'
import type { Run } from './run.ts'
import { makeSeparator } from './separate.ts'
import { addOmitted, type Found, PROVEN, settleMaster } from './settle-master.ts'
import type { Visit } from './visits.ts'

export interface Closed {
  /** No plan costs less, over the plan without any task. */
  readonly lower: number
  /** A cheaper plan than the one given; null when none was found. */
  readonly better: readonly LineSeats[] | null
}

/** Share of the time left for making plans of the columns at hand, before the gap is closed. */
const FIRST_SHARE = 0.3
const FIRST_ROUNDS = 8
const ALL_ROUNDS = 400

/**
 * @param started the plan so far, its columns in the master already
 * @param told every better bound
 */
export async function closeGap(
  problem: RouteProblem,
  visits: readonly Visit[],
  master: Master,
  maker: ColumnMaker,
  started: readonly LineSeats[],
  run: Run,
  told: (lower: number) => void,
): Promise<Closed> {
  const separate = makeSeparator(problem, visits, maker, master)
  const columns = started.flatMap(({ line, seats }) => maker.column(line, seats) ?? [])
  let upper = (maker.evaluate(columns)?.cost ?? Number.POSITIVE_INFINITY) + master.leftOut(columns)
  let found: Found | null = null
  const better = (one: Found) => {
    found = one
    upper = one.cost
  }
  const result = (lower: number): Closed => ({
    lower,
    better: found === null ? null : found.columns.map(({ line, seats }) => ({ line, seats })),
  })
  const priced = await priceOut(
    master,
    maker,
    separate,
    () => upper,
    run,
    (lower) => maker.sure && told(lower),
  )
  const lower = maker.sure ? priced.lower : Number.NEGATIVE_INFINITY
  master.box(null)
  if (upper - lower <= PROVEN || run.stopped()) return result(lower)
  const soon: Run = { ...run, secondsLeft: () => run.secondsLeft() * FIRST_SHARE }
  await settleMaster(master, maker, separate, { complete: false, lower, upper, rounds: FIRST_ROUNDS }, soon, better)
  if (upper - lower <= PROVEN || run.stopped()) return result(lower)
  const complete = await addOmitted(master, maker, priced, upper - lower, run)
  return result(await settleMaster(master, maker, separate, { complete, lower, upper, rounds: ALL_ROUNDS }, run, better))
}
