/** Caregivers who are ill: one for a day or more, until enough visits have nobody; and what plain greedy insertion makes of them. */
import { makeDesk } from '../../../shared/rescheduling/desk.ts'
import type { Planning } from '../../../shared/rescheduling/planning.ts'
import { LEFT_OUT, problemOf } from '../../../shared/rescheduling/problem-of.ts'
import { fixedDesk } from '../../../shared/rescheduling/route/fixed-desk.ts'
import { greedy } from '../../../shared/rescheduling/route/heuristic.ts'
import { openRoute } from '../../../shared/rescheduling/route/open-route.ts'
import { costOf } from '../../../shared/rescheduling/route/plan.ts'
import { UNWATCHED } from '../../../shared/rescheduling/route/run.ts'
import { chanceFrom } from '../../../shared/rescheduling/testing/chance.ts'
import type { Travel } from '../../../shared/rescheduling/travel.ts'

export interface BatchCase {
  readonly planning: Planning
  readonly visitIds: readonly string[]
}

/** Never on the day of the reading itself, of which part is past. */
export function illCases(planning: Planning, visits: number, count: number, seed: number): readonly BatchCase[] {
  const chance = chanceFrom(seed + visits)
  return Array.from({ length: count }, () => {
    const caregiver = chance.pick(planning.caregivers)
    const mine = planning.visits.filter((visit) => visit.parts.some((part) => part.caregiverId === caregiver.id))
    const dates = [...new Set(mine.flatMap((visit) => visit.parts.map((part) => part.date)))].sort()
    const from = chance.int(0, 4)
    const days: string[] = []
    const visitIds: string[] = []
    for (const date of dates.slice(from)) {
      if (visitIds.length >= visits) break
      if (date <= planning.now.date) continue
      days.push(date)
      const own = mine.filter((visit) => visit.parts.some((part) => part.date === date)).map((visit) => visit.id)
      visitIds.push(...own.slice(0, visits - visitIds.length))
    }
    const absences = days.map((date) => ({ date, from: 0, to: 1440 }))
    const caregivers = planning.caregivers.map((one) => (one.id === caregiver.id ? { ...one, absences } : one))
    return { planning: { ...planning, caregivers }, visitIds }
  })
}

/** Each visit in turn at its cheapest place by then: what a planner does by hand. */
export async function byHand({ planning, visitIds }: BatchCase, travel: Travel) {
  const problem = problemOf(makeDesk(planning, travel), { visitIds, reason: 'other' })
  const route = openRoute(problem)
  if (!route.ok) throw new Error(route.fault.kind)
  const desk = fixedDesk(route.value)
  const before = costOf({ ...desk.parts(), unplaced: 0 })
  await greedy(desk, desk.visits, UNWATCHED)
  const left = desk.plan().unplaced.length
  return { cost: desk.cost() - before - LEFT_OUT * left, unplaced: desk.visits.filter((visit) => !desk.isPlaced(visit)).length }
}
