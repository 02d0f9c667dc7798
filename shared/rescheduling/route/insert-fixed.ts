/**
 * Every place for one visit under the `fixed` policy: each line, gap and start of the grid; for a visit by several caregivers each
 * combination that keeps its synchronisation. Lines come in the order of what a task costs there at least, so that those that
 * cannot be among the best are passed by; nothing is passed by on a guess.
 */
import type { Placement, Task } from '../route-problem.ts'
import type { FixedPlace } from './fixed-places.ts'
import type { FixedRows } from './fixed-rows.ts'
import type { OpenRoute } from './open-route.ts'
import { type CostParts, costOf, NO_COST } from './plan.ts'
import { DUST } from './tolerance.ts'
import type { TopOffers } from './top-offers.ts'

/** How much dearer than its cheapest place each task of a visit by several is looked for at first, and by how much more each round. */
const FIRST_REACH = 8
const WIDEN = 4
const LAST_REACH = 10_000

/** Places with one start, cheapest first. */
interface Bucket {
  readonly start: number
  readonly places: FixedPlace[]
}

/** Hands out the places of a task that cost no more than the bound, which is read as it goes. */
export type PlaceSource = (task: Task, bound: () => number, take: (place: FixedPlace) => void) => void

/**
 * Adds the offers for a visit to `top`.
 * @returns how many starts were looked at
 */
export function insertFixed(
  rows: FixedRows,
  tasks: readonly Task[],
  top: TopOffers<readonly FixedPlace[]>,
  eachPlace: PlaceSource,
): number {
  const { route } = rows
  const { weights } = route.problem
  const standing = weights.greatestTardiness > 0 ? rows.greatest() : 0
  const linesIndex = new Map(route.problem.lines.map((line, index) => [line, index]))
  let looked = 0

  const offer = (places: readonly FixedPlace[]): void => {
    const sum = (pick: (place: FixedPlace) => number) => places.reduce((total, place) => total + pick(place), 0)
    const greatest = Math.max(standing, ...places.map((place) => place.late)) - standing
    const placements = places.map((place): Placement => ({ task: place.task.id, line: place.line.id, start: place.start }))
    const direct = {
      travel: weights.travel * sum((place) => place.gap.detour),
      tardiness: weights.tardiness * sum((place) => place.late),
      greatestTardiness: weights.greatestTardiness * greatest,
      placement: sum((place) => place.placement),
    }
    if (costOf({ ...NO_COST, ...direct }) > top.bound) return
    const parts: CostParts = { ...NO_COST, ...direct, couplings: rows.couplingGrowth(placements) }
    const cost = costOf(parts)
    if (cost > top.bound) return
    top.add({
      placements,
      cost,
      parts,
      at: [...places],
      order: places.flatMap((place) => [linesIndex.get(place.line) ?? 0, place.start]),
    })
  }

  const [only] = tasks
  if (only !== undefined && tasks.length === 1) {
    const take = (place: FixedPlace) => {
      looked++
      if (place.cost <= top.boundOn(place.line.id)) offer([place])
    }
    eachPlace(only, () => top.bound, take)
    return looked
  }

  const least = tasks.map((task) => cheapest(eachPlace, task))
  const together = least.reduce((sum, one) => sum + one, 0)
  if (together === Number.POSITIVE_INFINITY) return 0
  // Places a little dearer than the cheapest first, and dearer ones only as long as they may still be among the best.
  let reach = FIRST_REACH
  for (;;) {
    const places = tasks.map((task, index) => {
      const limit = (least[index] ?? 0) + reach
      const list: FixedPlace[] = []
      eachPlace(
        task,
        () => limit,
        (place) => list.push(place),
      )
      return list
    })
    looked = places.reduce((sum, list) => sum + list.length, 0)
    combine(route, tasks, places, least, top, offer)
    // What was not looked at costs more than the cheapest places together and this reach.
    const wanted = top.bound - together
    if (wanted <= reach || reach === Number.POSITIVE_INFINITY) break
    reach = wanted < Number.POSITIVE_INFINITY ? wanted : reach < LAST_REACH ? reach * WIDEN : wanted
  }
  return looked
}

function cheapest(eachPlace: PlaceSource, task: Task): number {
  let least = Number.POSITIVE_INFINITY
  eachPlace(
    task,
    () => least,
    (place) => {
      least = Math.min(least, place.cost)
    },
  )
  return least
}

/** Every combination of one place for each task, on different caregivers, that keeps the synchronisations. */
function combine(
  route: OpenRoute,
  tasks: readonly Task[],
  places: readonly (readonly FixedPlace[])[],
  least: readonly number[],
  top: TopOffers,
  offer: (places: readonly FixedPlace[]) => void,
): void {
  const buckets = places.map(bucketed)
  const chosen: FixedPlace[] = []
  const descend = (cost: number): void => {
    const depth = chosen.length
    const task = tasks[depth]
    if (task === undefined) {
      offer(chosen)
      return
    }
    const rest = least.slice(depth + 1).reduce((sum, one) => sum + one, 0)
    for (const bucket of within(buckets[depth] ?? [], spanOf(route, task, chosen))) {
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
