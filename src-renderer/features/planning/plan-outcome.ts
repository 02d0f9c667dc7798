/** What carrying out a plan comes to, before anything is stored. Pure. */
import type { BatchPlanRow } from '../../../shared/api/batches.ts'
import type { Score } from '../absences/decision-state.ts'
import { addScores } from '../absences/proposal-words.ts'
import { isOtherMoment, type PlannedMove, stoodAt } from './plan-rows.ts'

export interface PlanOutcome {
  readonly moved: number
  readonly leftOut: number
  readonly unplaced: number
  /** Clients who get another moment. */
  readonly otherMoment: number
  readonly warned: number
  /** Minutes that come to caregivers and go from them; by name. */
  readonly caregivers: readonly { readonly name: string; readonly minutes: number }[]
  /** The parts of those carried out, which add up to its score. */
  readonly score: Score
}

export function planOutcome(plan: BatchPlanRow, moves: readonly PlannedMove[], leftOut: readonly string[]): PlanOutcome {
  const kept = moves.filter(({ visit }) => !leftOut.includes(visit.id))
  const shift = new Map<string, number>()
  const add = (name: string, minutes: number) => shift.set(name, (shift.get(name) ?? 0) + minutes)
  for (const { visit, move } of kept) {
    const minutes = visit.now?.minutes ?? 0
    for (const one of stoodAt(visit)?.caregivers ?? []) add(one.name, -minutes)
    for (const spot of move.proposal.spots) add(spot.caregiver, minutes)
  }
  const caregivers = [...shift.entries()]
    .filter(([, minutes]) => minutes !== 0)
    .map(([name, minutes]) => ({ name, minutes }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  const clientOf = ({ visit }: PlannedMove) => visit.client.id ?? visit.client.name
  return {
    moved: kept.length,
    leftOut: moves.length - kept.length,
    unplaced: plan.unplaced.length,
    otherMoment: new Set(kept.filter(isOtherMoment).map(clientOf)).size,
    warned: kept.filter(({ move }) => move.proposal.warnings.length > 0).length,
    caregivers,
    score: addScores(kept.map(({ move }) => move.proposal)),
  }
}
