/** The best places for one visit, with their score in parts and the warnings a planner would have to override. */
import { type Checker, makeChecker, type PlanningChange, type VisitMove } from './check.ts'
import { type Desk, makeDesk } from './desk.ts'
import { scoresOf } from './plan-parts.ts'
import type { Planning, PlanningVisit } from './planning.ts'
import { type DeskProblem, problemOf } from './problem-of.ts'
import { openRoute } from './route/open-route.ts'
import type { RouteFault } from './route/plan.ts'
import { propose } from './route/propose.ts'
import type { Placement } from './route-problem.ts'
import type { Breach } from './rules/catalogue.ts'
import { type Reason, type ScorePart, type Spot, scoreOf, wholeMinutes } from './score.ts'
import { type StoppedBy, stoppedBy } from './stopped-by.ts'

/** A visit that is to be placed anew, and what has been decided beside it but is not stored yet. */
export interface Asking {
  readonly visitId: string
  readonly reason: Reason
  /** Visits that lapse with it. */
  readonly cancelled: readonly string[]
  /** Visits that stand elsewhere already. */
  readonly placed: readonly VisitMove[]
}

export interface Proposal {
  /** Per part of the visit. */
  readonly spots: readonly Spot[]
  /** Whole minutes; lower is better. */
  readonly score: number
  /** In whole minutes that add up to `score`. */
  readonly parts: readonly ScorePart[]
  /** The same before rounding; what proposals are ordered by. */
  readonly exact: number
  /** Rules that give way to a reason only. */
  readonly warnings: readonly Breach[]
}

export interface Proposals {
  /** Best first; empty = no place. */
  readonly proposals: readonly Proposal[]
  /** How many starts were looked at. */
  readonly looked: number
  /** Only when there is no place: what stopped how many candidates. */
  readonly stoppedBy: readonly StoppedBy[]
}

export type ProposeResult = { readonly ok: true; readonly value: Proposals } | { readonly ok: false; readonly fault: RouteFault }

/** The planning with some visits moved and others gone; for what is decided and not stored yet. */
export function withChange(planning: Planning, change: PlanningChange): Planning {
  if (change.moves.length === 0 && change.cancels.length === 0) return planning
  const gone = new Set(change.cancels)
  const moves = new Map(change.moves.map((move) => [move.visitId, move]))
  const moved = (visit: PlanningVisit): PlanningVisit => {
    const move = moves.get(visit.id)
    return move ? { ...visit, parts: visit.parts.map((part, index) => ({ ...part, ...move.parts[index] })) } : visit
  }
  return { ...planning, visits: planning.visits.filter((visit) => !gone.has(visit.id)).map(moved) }
}

/** Places of a visit as a change of the planning. */
export function moveOf(visitId: string, spots: readonly Spot[]): VisitMove {
  return { visitId, parts: spots }
}

function toProposal(
  problem: DeskProblem,
  checker: Checker,
  visitId: string,
  placements: readonly Placement[],
  reason: Reason,
): Proposal {
  const [score] = scoresOf(problem, placements, reason)
  if (!score) throw new Error(`Visit ${visitId} has no score.`)
  const spots = [...placements]
    .sort((a, b) => problem.visitOf(a.task).index - problem.visitOf(b.task).index)
    .map((one) => problem.spotOf(one))
  const breaches = checker.check({ moves: [moveOf(visitId, spots)], cancels: [] })
  const broken = breaches.find((one) => one.severity === 'hard')
  // The checker is other code than the proposer: what it finds here is a fault of one of the two, and no proposal.
  if (broken) throw new Error(`A proposal for ${visitId} breaks ${broken.rule}: ${JSON.stringify(broken.figures)}`)
  return { spots, exact: scoreOf(score.parts), ...wholeMinutes(score.parts), warnings: breaches }
}

export interface ProposalDesk {
  readonly desk: Desk
  readonly checker: Checker
  /** @param top at most so many, each on another caregiver or day */
  propose(asking: Pick<Asking, 'visitId' | 'reason'>, top?: number): ProposeResult
  /** As `propose`, on the lines of one caregiver only. */
  proposeFor(asking: Pick<Asking, 'visitId' | 'reason'>, caregiverId: string, top?: number): ProposeResult
  /** What one place costs, whatever hard rule it breaks; null when the caregiver does not work that day. */
  scoreAt(asking: Pick<Asking, 'visitId' | 'reason'>, spots: readonly Spot[]): Pick<Proposal, 'score' | 'parts' | 'exact'> | null
}

/** Makes a planning ready for proposals; what is decided beside them is part of it. */
export function proposalDesk(
  planning: Planning,
  travel: Desk['travel'],
  beside: PlanningChange = { moves: [], cancels: [] },
): ProposalDesk {
  const changed = withChange(planning, beside)
  const desk = makeDesk(changed, travel)
  const checker = makeChecker(changed, travel)

  const solve = (asking: Pick<Asking, 'visitId' | 'reason'>, top: number, only?: string): ProposeResult => {
    const problem = problemOf(desk, {
      visitIds: [asking.visitId],
      reason: asking.reason,
      ...(only === undefined ? {} : { only: (line) => line.caregiver === only }),
    })
    const route = openRoute(problem)
    if (!route.ok) return route
    const found = propose(
      route.value,
      problem.tasks.map((task) => task.id),
      { top, onePer: 'line' },
    )
    if (!found.ok) return found
    const proposals = found.value.offers.map((offer) =>
      toProposal(problem, checker, asking.visitId, offer.placements, asking.reason),
    )
    return {
      ok: true,
      value: {
        proposals,
        looked: found.value.looked,
        stoppedBy: proposals.length > 0 ? [] : stoppedBy(desk, problem, asking.visitId),
      },
    }
  }

  return {
    desk,
    checker,
    propose: (asking, top = 10) => solve(asking, top),
    proposeFor: (asking, caregiverId, top = 1) => solve(asking, top, caregiverId),
    scoreAt(asking, spots) {
      const problem = problemOf(desk, { visitIds: [asking.visitId], reason: asking.reason })
      const placements = spots.map((spot, index): Placement | null => {
        const line = problem.lines.find((one) => one.caregiver === spot.caregiverId && one.date === spot.date)
        const task = problem.tasks[index]
        return line && task ? { task: task.id, line: line.id, start: desk.axis.at(spot.date, spot.startMinute) } : null
      })
      if (placements.some((one) => one === null)) return null
      const [score] = scoresOf(
        problem,
        placements.filter((one) => one !== null),
        asking.reason,
      )
      return score ? { exact: scoreOf(score.parts), ...wholeMinutes(score.parts) } : null
    },
  }
}
