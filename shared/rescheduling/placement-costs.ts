/** What placements cost on their own, each share of it worked out once: by who comes, and by day and minute. */
import type { DayLine, Desk } from './desk.ts'
import type { PlanningVisit } from './planning.ts'
import type { Task } from './route-problem.ts'
import { caregiverScore, momentFloor, momentScore, type Reason } from './score.ts'

export interface PlacementCosts {
  cost(task: Task, line: DayLine, start: number): number
  /** At most what `cost` says at any start on the line. */
  floor(task: Task, line: DayLine): number
}

interface Known {
  readonly visit: PlanningVisit
  readonly index: number
  /** NaN until asked. */
  readonly byCaregiver: Float64Array
  readonly floorByDay: Float64Array
  readonly byStart: Map<number, number>[]
}

export function placementCosts(
  desk: Desk,
  visitOf: (task: string) => { readonly visit: PlanningVisit; readonly index: number },
  reason: Reason,
): PlacementCosts {
  const { planning, axis } = desk
  const days = axis.dayNumber(planning.to) + 1
  const byTask = new Map<Task, Known>()
  const knownOf = (task: Task): Known => {
    const before = byTask.get(task)
    if (before) return before
    const known: Known = {
      ...visitOf(task.id),
      byCaregiver: new Float64Array(planning.caregivers.length).fill(Number.NaN),
      floorByDay: new Float64Array(days).fill(Number.NaN),
      byStart: Array.from({ length: days }, () => new Map()),
    }
    byTask.set(task, known)
    return known
  }
  const ofCaregiver = (known: Known, line: DayLine): number => {
    const before = known.byCaregiver[line.caregiverIndex] ?? Number.NaN
    if (!Number.isNaN(before)) return before
    const cost = caregiverScore(desk, known.visit, known.index, line.caregiver)
    known.byCaregiver[line.caregiverIndex] = cost
    return cost
  }
  return {
    cost(task, line, start) {
      const known = knownOf(task)
      const starts = known.byStart[line.day]
      let moment = starts?.get(start)
      if (moment === undefined) {
        const at = { date: line.date, startMinute: axis.minuteOn(line.date, start) }
        moment = momentScore(desk, known.visit, known.index, at, reason)
        starts?.set(start, moment)
      }
      return moment + ofCaregiver(known, line)
    },
    floor(task, line) {
      const known = knownOf(task)
      let floor = known.floorByDay[line.day] ?? Number.NaN
      if (Number.isNaN(floor)) {
        floor = momentFloor(desk, known.visit, known.index, line.date, reason)
        known.floorByDay[line.day] = floor
      }
      return floor + ofCaregiver(known, line)
    },
  }
}
