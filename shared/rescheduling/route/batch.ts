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
import type { Visit } from './visits.ts'

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
    const opened = fixedDesk(route)
    desk = opened
    maker = () => fixedColumns(route, opened.lists)
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
    const waits = desk.visits.filter((visit) => !desk.isPlaced(visit))
    const { candidates, hopeless, least } = singles(desk, empty, run)
    empty()
    const made = maker()
    const out = outCosts(desk, waits, hopeless, upper - base)
    const master = new Master(route.problem, desk.visits, made, options.solver, out.costs)
    if (desk.local) master.box(least.map((cost) => BOX_FACTOR * cost + BOX_MORE))
    for (const { line, seats } of [...started, ...candidates]) {
      const column = made.column(line, seats)
      if (column) master.add(column)
    }
    const exact = await closeGap(route.problem, desk.visits, master, made, started, run, (bound) => {
      lower = Math.max(lower, base + out.sure + bound)
      news('columns')
    })
    columns = master.columns.length
    lower = Math.max(lower, base + out.sure + exact.lower)
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

interface Singles {
  /** The best places of every visit on its own, as columns to begin with. */
  readonly candidates: readonly LineSeats[]
  /** Visits that have no place even while nothing else is placed. */
  readonly hopeless: ReadonlySet<Visit>
  /** What each visit costs on its own at the least, by its index. */
  readonly least: readonly number[]
}

/** The desk is left empty. */
function singles(desk: Desk, empty: () => void, run: Run): Singles {
  const candidates: LineSeats[] = []
  const hopeless = new Set<Visit>()
  const least = desk.visits.map(() => Number.POSITIVE_INFINITY)
  for (const visit of desk.visits) {
    if (run.stopped()) break
    empty()
    const moves = desk.moves(visit, PLACES_AT_FIRST)
    least[visit.index] = moves[0]?.cost ?? Number.POSITIVE_INFINITY
    if (moves.length === 0 && desk.local) hopeless.add(visit)
    for (const move of moves) {
      move.apply()
      candidates.push(...desk.seats())
      empty()
    }
  }
  return { candidates, hopeless, least }
}

/**
 * What the master is told that leaving a visit out costs, by the visit's index. Where the plan so far places all that have a place, one that
 * leaves out another is dearer as soon as that costs as much as all of this plan: so much is enough, and makes for closer bounds. Not so
 * where lines move each other: there a trace of a visit left out lets go of its lateness, and has to be dear.
 * @param waits visits that the plan leaves out
 * @param growth cost of the plan over the plan without any task
 * @returns `sure` = what is left out in every plan, not in `costs`
 */
function outCosts(
  desk: Desk,
  waits: readonly Visit[],
  hopeless: ReadonlySet<Visit>,
  growth: number,
): { readonly costs: readonly number[]; readonly sure: number } {
  if (!desk.local || !waits.every((visit) => hopeless.has(visit)))
    return { costs: desk.visits.map((visit) => visit.unplaced), sure: 0 }
  const sure = waits.reduce((sum, visit) => sum + visit.unplaced, 0)
  const enough = growth - sure + 1
  return { costs: desk.visits.map((visit) => (hopeless.has(visit) ? 0 : Math.min(visit.unplaced, enough))), sure }
}

const PLACES_AT_FIRST = 8
/** How much dearer than on its own a visit is thought to become at first. */
const BOX_FACTOR = 1.5
const BOX_MORE = 10
const VISITS_IN_OVERTIME = 20
