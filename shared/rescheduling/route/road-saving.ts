/** Whether inserting may shorten the road of a line: it does so where a way round through a task is shorter than the way there. */
import type { Line, Task } from '../route-problem.ts'
import { rowTravel } from './fixed-rows.ts'
import type { OpenRoute } from './open-route.ts'

const HAIR = 1e-9

/** Beyond so many places the question is not asked pair by pair: any line may then save all it travels. */
const PLACES_AT_MOST = 60

/** @returns for a line what it may save at the most, in cost: all that it travels; null = nothing, ever. Asked once a line. */
export function roadSaving(route: OpenRoute, tasks: readonly Task[]): (line: Line) => number | null {
  const { travel, problem } = route
  const places = [...new Set(tasks.map((task) => task.place))]
  const straight = (from: number, to: number): boolean => {
    const direct = travel(from, to)
    for (const via of places) if (direct > travel(from, via) + travel(via, to) + HAIR) return false
    return true
  }
  const among = places.length <= PLACES_AT_MOST && places.every((from) => places.every((to) => straight(from, to)))
  /** Between a place and every task's, either way; found once a place. */
  const joined: (boolean | undefined)[] = []
  const isJoined = (place: number): boolean => {
    joined[place] ??= places.every((other) => straight(place, other) && straight(other, place))
    return joined[place]
  }
  const isStraight = (line: Line): boolean => {
    let before = line.startPlace
    if (before !== null && !isJoined(before)) return false
    for (const { task } of line.stops) {
      if (!isJoined(task.place) || (before !== null && !straight(before, task.place))) return false
      before = task.place
    }
    const { endPlace } = line
    return endPlace === null || (isJoined(endPlace) && (before === null || line.stops.length === 0 || straight(before, endPlace)))
  }
  const known = new Map<Line, number | null>()
  return (line) => {
    let saving = known.get(line)
    if (saving === undefined) {
      saving = among && isStraight(line) ? null : problem.weights.travel * rowTravel(route, line, line.stops)
      known.set(line, saving)
    }
    return saving
  }
}
