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
    return places.every((via) => direct <= travel(from, via) + travel(via, to) + HAIR)
  }
  const among = places.length <= PLACES_AT_MOST && places.every((from) => places.every((to) => straight(from, to)))
  const isStraight = (line: Line): boolean => {
    const points = [line.startPlace, ...line.stops.map((stop) => stop.task.place), line.endPlace]
    for (const [at, from] of points.entries()) {
      const to = points[at + 1] ?? null
      if (from !== null && at + 1 < points.length && !places.every((place) => straight(from, place))) return false
      if (to !== null && !places.every((place) => straight(place, to))) return false
      if (from !== null && to !== null && line.stops.length > 0 && !straight(from, to)) return false
    }
    return true
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
