/**
 * Every place for one visit under the `fixed` policy: each line, gap and start of the grid; for a visit by several caregivers each
 * combination that keeps its synchronisation. Lines come in the order of what a task costs there at least, so that those that
 * cannot be among the best are passed by; nothing is passed by on a guess.
 */
import type { Placement, Task } from '../route-problem.ts'
import { type FixedPlace, fixedPlaces } from './fixed-places.ts'
import type { OpenRoute } from './open-route.ts'
import { type CostParts, costOf, NO_COST } from './plan.ts'
import { DUST } from './tolerance.ts'
import type { TopOffers } from './top-offers.ts'

/** Places with one start, cheapest first. */
interface Bucket {
  readonly start: number
  readonly places: FixedPlace[]
}

/**
 * Adds the offers for a visit to `top`.
 * @returns how many starts were looked at
 */
export function insertFixed(route: OpenRoute, tasks: readonly Task[], top: TopOffers): number {
  const { weights } = route.problem
  const standing = weights.greatestTardiness > 0 ? greatestStanding(route) : 0
  const linesIndex = new Map(route.problem.lines.map((line, index) => [line, index]))
  let looked = 0

  const offer = (places: readonly FixedPlace[]): void => {
    const sum = (pick: (place: FixedPlace) => number) => places.reduce((total, place) => total + pick(place), 0)
    const greatest = Math.max(standing, ...places.map((place) => place.late)) - standing
    const placements = places.map((place): Placement => ({ task: place.task.id, line: place.line.id, start: place.start }))
    const direct = {
      travel: weights.travel * sum((place) => place.detour),
      tardiness: weights.tardiness * sum((place) => place.late),
      greatestTardiness: weights.greatestTardiness * greatest,
      placement: sum((place) => place.placement),
    }
    if (costOf({ ...NO_COST, ...direct }) > top.bound) return
    const parts: CostParts = { ...NO_COST, ...direct, couplings: couplingGrowth(route, placements) }
    const cost = costOf(parts)
    if (cost > top.bound) return
    top.add({ placements, cost, parts, order: places.flatMap((place) => [linesIndex.get(place.line) ?? 0, place.start]) })
  }

  const [only] = tasks
  if (only !== undefined && tasks.length === 1) {
    for (const place of fixedPlaces(route, only, () => top.bound)) {
      looked++
      offer([place])
    }
    return looked
  }

  const places = tasks.map((task) => [...fixedPlaces(route, task, () => Number.POSITIVE_INFINITY)])
  looked = places.reduce((sum, list) => sum + list.length, 0)
  const buckets = places.map(bucketed)
  const least = places.map((list) => list.reduce((min, place) => Math.min(min, place.cost), Number.POSITIVE_INFINITY))
  const chosen: FixedPlace[] = []
  const descend = (cost: number): void => {
    const depth = chosen.length
    const task = tasks[depth]
    if (task === undefined) {
      offer(chosen)
      return
    }
    const rest = least.slice(depth + 1).reduce((sum, one) => sum + one, 0)
    const span = spanOf(route, task, chosen)
    for (const bucket of within(buckets[depth] ?? [], span)) {
      for (const place of bucket.places) {
        if (cost + place.cost + rest > top.bound) break
        if (chosen.some((one) => one.line.caregiver === place.line.caregiver)) continue
        chosen.push(place)
        descend(cost + place.cost)
        chosen.pop()
      }
    }
  }
  descend(0)
  return looked
}

/** What the couplings of these lines cost more than with nothing placed. */
export function couplingGrowth(route: OpenRoute, placements: readonly Placement[]): number {
  const touched = new Set(placements.flatMap((one) => route.couplingsOf(one.line)))
  let cost = 0
  for (const coupling of touched) {
    const lines = new Set(coupling.lines)
    cost += coupling.cost(placements.filter((one) => lines.has(one.line))) - coupling.cost([])
  }
  return cost
}

function greatestStanding(route: OpenRoute): number {
  let greatest = 0
  for (const { stop } of route.stops.values()) greatest = Math.max(greatest, stop.start - stop.window.to)
  return greatest
}

function bucketed(places: readonly FixedPlace[]): Bucket[] {
  const byStart = new Map<number, FixedPlace[]>()
  for (const place of places) {
    const bucket = byStart.get(place.start)
    if (bucket) bucket.push(place)
    else byStart.set(place.start, [place])
  }
  return [...byStart]
    .map(([start, list]) => ({ start, places: list.sort((a, b) => a.cost - b.cost) }))
    .sort((a, b) => (a.places[0]?.cost ?? 0) - (b.places[0]?.cost ?? 0) || a.start - b.start)
}

const within = (buckets: readonly Bucket[], span: { readonly from: number; readonly to: number }): readonly Bucket[] =>
  buckets.filter((one) => one.start >= span.from - DUST && one.start <= span.to + DUST)

/** When a task may start by its synchronisations with what is chosen already. */
function spanOf(route: OpenRoute, task: Task, chosen: readonly FixedPlace[]): { from: number; to: number } {
  const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  for (const { first, second, min, max } of route.syncsOf(task.id)) {
    const other = chosen.find((one) => one.task.id === (first === task.id ? second : first))
    if (!other) continue
    const [from, to] = second === task.id ? [other.start + min, other.start + max] : [other.start - max, other.start - min]
    span.from = Math.max(span.from, from)
    span.to = Math.min(span.to, to)
  }
  return span
}
