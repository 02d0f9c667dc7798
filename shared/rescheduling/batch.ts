/**
 * Many visits at once, such as those of a caregiver who is ill: the plan that costs least for all of them together, move by move with
 * its score in parts, beside a bound that no plan gets below. `proven` is said only when the two meet and no choice was left out.
 */
import { type Checker, makeChecker, type VisitMove } from './check.ts'
import { type Desk, makeDesk } from './desk.ts'
import { scoresOf } from './plan-parts.ts'
import type { Planning } from './planning.ts'
import { type DeskProblem, LEFT_OUT, problemOf } from './problem-of.ts'
import { moveOf, withChange } from './proposals.ts'
import { proposeBatch as solveRoute } from './route/batch.ts'
import { fixedDesk } from './route/fixed-desk.ts'
import type { MipSolver } from './route/mip.ts'
import { openRoute } from './route/open-route.ts'
import { costOf, type RouteFault } from './route/plan.ts'
import type { Run } from './route/run.ts'
import { PROVEN } from './route/settle-master.ts'
import type { Placement } from './route-problem.ts'
import type { Breach } from './rules/catalogue.ts'
import { type Reason, type ScorePart, type Spot, scoreOf, wholeMinutes } from './score.ts'
import { roomFor, type StoppedBy, stoppedBy } from './stopped-by.ts'
import type { Travel } from './travel.ts'

export interface BatchSettings {
  readonly travel: Travel
  /** Why all of these visits move. */
  readonly reason: Reason
  /** Visits that lapse: their places are free. */
  readonly cancelled?: readonly string[]
  /** Visits that stand elsewhere already; decided, and not stored yet. */
  readonly placed?: readonly VisitMove[]
}

export interface BatchMeans {
  /** HiGHS in a thread of its own on the server; null = start and search only, with a bound that is worth little. */
  readonly solver: MipSolver | null
  /** The same seed gives the same plan, as long as time does not run out. */
  readonly seed: number
  /** How it is watched, called off and held to a time: see `timedRun`. Its news are in minutes over the plan without the visits. */
  readonly run: Run
}

/** A visit at its new place. */
export interface BatchMove {
  readonly visitId: string
  /** Per part of the visit. */
  readonly spots: readonly Spot[]
  /** Whole minutes; those of all moves add up to the score of the plan. */
  readonly score: number
  /** In whole minutes that add up to `score`. What depends on other moves is counted with the later one. */
  readonly parts: readonly ScorePart[]
  /** Rules that give way to a reason only. */
  readonly warnings: readonly Breach[]
}

export interface UnplacedVisit {
  readonly visitId: string
  /** Most frequent first, with all moves made. `out-of-time` alone: so many candidates have room for it, but it never had its turn. */
  readonly stoppedBy: readonly StoppedBy[]
}

export interface BatchPlan {
  readonly kind: 'plan'
  /** In the order of the day and the hour. */
  readonly moves: readonly BatchMove[]
  readonly unplaced: readonly UnplacedVisit[]
  /** The plan in whole minutes: the sum of its moves. */
  readonly score: number
  /** The same before rounding. */
  readonly cost: number
  /** No plan that places as many visits costs less. */
  readonly lower: number
  /** What the best plan costs at the most: that of this one. */
  readonly upper: number
  /** "Bewezen optimaal": lower and upper meet, no choice was left out, and no plan places more. */
  readonly proven: boolean
  /** Time ran out before it was done. */
  readonly cutShort: boolean
  /** Ordered sets of visits on one caregiver's day that were weighed against each other. */
  readonly columns: number
}

/** Called off: no plan is handed out. */
export interface BatchCancelled {
  readonly kind: 'cancelled'
}

/** Why there can be no plan; `ids` names the visits or parts of visits (`visit/part`) it is about. */
export type BatchFault = RouteFault | { readonly kind: 'unknown-visit' | 'no-visits'; readonly ids: readonly string[] }

export type BatchResult =
  | { readonly ok: true; readonly value: BatchPlan | BatchCancelled }
  | { readonly ok: false; readonly fault: BatchFault }

/**
 * The best plan for these visits together. Every hard rule is kept, and checked by other code than that which proposes.
 * @param visitIds each once; the order makes no difference to what is proven
 */
export async function proposeBatch(
  planning: Planning,
  visitIds: readonly string[],
  settings: BatchSettings,
  { solver, seed, run }: BatchMeans,
): Promise<BatchResult> {
  const { travel, reason, cancelled = [], placed = [] } = settings
  const ids = [...new Set(visitIds)]
  const known = new Set(planning.visits.map((visit) => visit.id))
  const unknown = [...ids, ...cancelled, ...placed.map((move) => move.visitId)].filter((id) => !known.has(id))
  if (unknown.length > 0) return { ok: false, fault: { kind: 'unknown-visit', ids: unknown } }
  if (ids.length === 0) return { ok: false, fault: { kind: 'no-visits', ids: [] } }

  const changed = withChange(planning, { moves: placed, cancels: cancelled.filter((id) => !ids.includes(id)) })
  const desk = makeDesk(changed, travel)
  const problem = problemOf(desk, { visitIds: ids, reason })
  const route = openRoute(problem)
  if (!route.ok) return route
  const watched = newsOverNothing(run, costOf({ ...fixedDesk(route.value).parts(), unplaced: 0 }))
  const solved = await solveRoute(route.value, { solver, seed, patience: patienceFor(ids.length, solver) }, watched)
  if (!solved.ok) return solved
  if (solved.value.kind === 'cancelled') return { ok: true, value: solved.value }

  const { plan, cost, before, lower, cutShort, columns } = solved.value
  const own = new Set(problem.tasks.map((task) => task.id))
  const placements = plan.lines.flatMap(({ line, stops }) =>
    stops.filter(({ task }) => own.has(task)).map(({ task, start }): Placement => ({ task, line, start })),
  )
  const moves = movesOf(problem, placements, reason, makeChecker(changed, travel))
  const leftOut = LEFT_OUT * plan.unplaced.length
  const exact = cost - costOf(before) - leftOut
  const bound = Math.min(exact, Math.max(0, lower - costOf(before) - leftOut))
  const unplaced = await whyUnplaced(changed, travel, { ids, moves, cutShort }, run)
  if (run.cancelled()) return { ok: true, value: { kind: 'cancelled' } }
  return {
    ok: true,
    value: {
      kind: 'plan',
      moves,
      unplaced,
      score: moves.reduce((sum, move) => sum + move.score, 0),
      cost: exact,
      lower: bound,
      upper: exact,
      proven: solved.value.proven && exact - bound <= PROVEN,
      cutShort,
      columns,
    },
  }
}

/** The solver reckons with what stands already, `base`; whoever follows the batch hears of its visits alone. */
const newsOverNothing = (run: Run, base: number): Run => ({
  ...run,
  progress: ({ stage, upper, lower }) => run.progress({ stage, upper: upper - base, lower: Math.max(0, lower - base) }),
})

/** Rounds of the search without a better plan: with a solver one for each visit, which then does the rest. */
const patienceFor = (visits: number, solver: MipSolver | null): number => (solver === null ? 20 + 4 * visits : visits)

/** By day and hour, with what each brings: parts in whole minutes over the plan as a whole. */
function movesOf(problem: DeskProblem, placements: readonly Placement[], reason: Reason, checker: Checker): readonly BatchMove[] {
  const inOrder = [...placements].sort((a, b) => a.start - b.start || (a.task < b.task ? -1 : 1))
  const scores = scoresOf(problem, inOrder, reason)
  const tagged = scores.flatMap(({ visitId, parts }) => parts.map((part) => ({ ...part, visitId })))
  const whole = wholeMinutes(tagged)
  const spotsOf = (own: readonly Placement[]) =>
    [...own].sort((a, b) => problem.visitOf(a.task).index - problem.visitOf(b.task).index).map((one) => problem.spotOf(one))
  const found = scores.map(({ visitId, placements: own }) => ({ visitId, spots: spotsOf(own) }))
  const breaches = checker.check({ moves: found.map(({ visitId, spots }) => moveOf(visitId, spots)), cancels: [] })
  const broken = breaches.find((one) => one.severity === 'hard')
  // The checker is other code than the proposer: what it finds here is a fault of one of the two, and no plan.
  if (broken) throw new Error(`A plan breaks ${broken.rule} for ${broken.visitId}: ${JSON.stringify(broken.figures)}`)
  return found.map(({ visitId, spots }) => {
    const parts = whole.parts.filter((part) => part.visitId === visitId).map(({ visitId: _, ...part }): ScorePart => part)
    return { visitId, spots, score: scoreOf(parts), parts, warnings: breaches.filter((one) => one.visitId === visitId) }
  })
}

/** What stopped the visits that have no place, with all others where the plan puts them. */
async function whyUnplaced(
  planning: Planning,
  travel: Travel,
  { ids, moves, cutShort }: { readonly ids: readonly string[] } & Pick<BatchPlan, 'moves' | 'cutShort'>,
  run: Run,
): Promise<readonly UnplacedVisit[]> {
  const placed = new Set(moves.map((move) => move.visitId))
  const open = ids.filter((id) => !placed.has(id))
  if (open.length === 0) return []
  const moved = withChange(planning, { moves: moves.map(({ visitId, spots }) => moveOf(visitId, spots)), cancels: [] })
  const desk: Desk = makeDesk(moved, travel)
  // None of them stands anywhere.
  const problem = problemOf(desk, { visitIds: open, reason: 'other' })
  const unplaced: UnplacedVisit[] = []
  for (const visitId of open) {
    await run.breathe()
    if (run.cancelled()) break
    const room = cutShort ? roomFor(desk, problem, visitId) : 0
    unplaced.push({
      visitId,
      stoppedBy: room > 0 ? [{ rule: 'out-of-time', count: room }] : stoppedBy(desk, problem, visitId),
    })
  }
  return unplaced
}
