/**
 * Many visits at once: the plan that costs least, with a bound that says how much less any plan could cost. A start and a search
 * give a good plan at once; columns and a solver then close the gap as far as time allows. `proven` is said only when the two meet.
 */
import { closeGap } from './close-gap.ts'
import type { ColumnMaker } from './columns.ts'
import type { Desk, LineSeats } from './desk.ts'
import { fixedColumns } from './fixed-columns.ts'
import { fixedDesk } from './fixed-desk.ts'
import { flowColumns } from './flow-columns.ts'
import { flowDesk } from './flow-desk.ts'
import { greedy, regret, search } from './heuristic.ts'
import { Master } from './master.ts'
import type { MipSolver } from './mip.ts'
import type { OpenRoute } from './open-route.ts'
import { type CostParts, costOf, type Plan, type Solved, solved } from './plan.ts'
import type { Run } from './run.ts'
import { PROVEN } from './settle-master.ts'

export interface BatchOptions {
  /** Null: start and search only, with a bound that is worth little. */
  readonly solver: MipSolver | null
  readonly seed: number
  /** Rounds of the search without a better plan. */
  readonly patience: number
}

export interface BatchPlan {
  readonly kind: 'plan'
  readonly plan: Plan
  readonly cost: number
  readonly parts: CostParts
  /** Parts of the plan as it was, with nothing placed; what is left out not counted. */
  readonly before: CostParts
  /** No plan costs less. */
  readonly lower: number
  /** Bound and cost meet, and no column was left out. */
  readonly proven: boolean
  /** It ended before it was done. */
  readonly cutShort: boolean
  readonly columns: number
}

export type BatchResult = BatchPlan | { readonly kind: 'cancelled' }

/** Fault: `impossible-order` when the stops that stand have no schedule under `flow`. */
export async function proposeBatch(route: OpenRoute, options: BatchOptions, run: Run): Promise<Solved<BatchResult>> {
  const flow = route.problem.timing.kind === 'flow'
  let desk: Desk
  let maker: () => ColumnMaker
  if (flow) {
    const opened = flowDesk(route)
    if (!opened.ok) return opened
    const { state } = opened.value
    desk = opened.value
    maker = () => flowColumns(state)
  } else {
    desk = fixedDesk(route)
    maker = () => fixedColumns(route)
  }
  const before = { ...desk.parts(), unplaced: 0 }
  const base = costOf(before)
  const empty = desk.remember()
  // No part of a cost is below zero.
  let [lower, upper] = [0, desk.cost()]
  const news = (stage: Parameters<Run['progress']>[0]['stage']) => run.progress({ stage, upper, lower })

  await start(desk, empty, run)
  upper = desk.cost()
  news('start')
  await search(desk, { seed: options.seed, patience: options.patience }, run, () => {
    upper = desk.cost()
    news('search')
  })
  upper = desk.cost()
  let columns = 0
  if (options.solver !== null && !run.stopped() && desk.visits.length > 0) {
    const best = desk.remember()
    const started = desk.seats()
    const candidates = singles(desk, empty, run)
    empty()
    const made = maker()
    const master = new Master(route.problem, desk.visits, made, options.solver)
    for (const { line, seats } of [...started, ...candidates]) {
      const column = made.column(line, seats)
      if (column) master.add(column)
    }
    const exact = await closeGap(route.problem, desk.visits, master, made, started, run, (bound) => {
      lower = Math.max(lower, base + bound)
      news('columns')
    })
    columns = master.columns.length
    lower = Math.max(lower, base + exact.lower)
    if (exact.better) desk.arrange(exact.better)
    else best()
  }
  upper = desk.cost()
  lower = Math.min(lower, upper)
  news('done')
  if (run.cancelled()) return solved({ kind: 'cancelled' })
  return solved({
    kind: 'plan',
    plan: desk.plan(),
    cost: upper,
    parts: desk.parts(),
    before,
    lower,
    proven: upper - lower <= PROVEN,
    cutShort: run.stopped(),
    columns,
  })
}

/**
 * The better of greedy and regret insertion. Greedy goes on for some visits after time is up: in a large planning the reading alone may
 * take all of it, and what has a place is not to be left out for that.
 */
async function start(desk: Desk, empty: () => void, run: Run): Promise<void> {
  let late = 0
  await greedy(desk, desk.visits, { ...run, stopped: () => run.cancelled() || (run.stopped() && ++late > VISITS_IN_OVERTIME) })
  if (run.stopped()) return
  const [cost, plan] = [desk.cost(), desk.remember()]
  empty()
  await regret(desk, desk.visits, run)
  if (desk.cost() > cost) plan()
}

/** The best places of every visit on its own, as columns to begin with. The desk is left empty. */
function singles(desk: Desk, empty: () => void, run: Run): readonly LineSeats[] {
  const lines: LineSeats[] = []
  for (const visit of desk.visits) {
    if (run.stopped()) break
    empty()
    for (const move of desk.moves(visit, PLACES_AT_FIRST)) {
      move.apply()
      lines.push(...desk.seats())
      empty()
    }
  }
  return lines
}

const PLACES_AT_FIRST = 8
const VISITS_IN_OVERTIME = 20
