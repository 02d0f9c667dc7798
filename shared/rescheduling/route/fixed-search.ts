/**
 * The search of columns on one line under the `fixed` policy: places in order of time, with a bound on what may still be won. Two
 * places in one gap share the road, so that their cost is not the sum of each alone.
 */
import type { FixedPlace } from './fixed-places.ts'
import { DUST } from './tolerance.ts'

export interface PricedPlace {
  /** Of the task in the problem. */
  readonly index: number
  readonly place: FixedPlace
  /** Lateness and placement, less what the master pays for the task at that start. */
  readonly net: number
}

export interface FoundColumn {
  readonly places: readonly PricedPlace[]
  /** Reduced cost. */
  readonly cost: number
  /** Travel, lateness and placement, as they are. */
  readonly growth: number
}

export interface LineSearch {
  /** All places of all tasks on the line. */
  readonly places: readonly PricedPlace[]
  readonly rent: number
  /** What the road may come to cost less than it does now; null = inserting never shortens it. */
  readonly saving: number | null
  /** Cost of a minute on the road. */
  readonly road: number
  /** What the master asks for what places bring about beyond the line; never less when there are more. Null = nothing. */
  readonly toll: ((places: readonly PricedPlace[]) => number) | null
  travel(from: number, to: number): number
  readonly limit: number
  readonly cap: number
  /** Of columns with the same tasks only the cheapest. */
  readonly thin: boolean
}

export interface FoundColumns {
  readonly finals: readonly FoundColumn[]
  readonly complete: boolean
  readonly least: number
}

export function columnsOnLine(search: LineSearch): FoundColumns {
  const { rent, saving, limit, toll } = search
  const best = new Map<number, number>()
  for (const { index, net } of search.places) best.set(index, Math.min(best.get(index) ?? 0, net))
  let open = [...best.values()].reduce((sum, one) => sum + one, 0)
  const floor = rent + open - (saving ?? 0)
  if (floor > limit) return { finals: [], complete: true, least: floor }
  const usable = ({ index, net }: PricedPlace) => floor - (best.get(index) ?? 0) + net <= limit
  const events = search.places.filter(usable).sort((a, b) => a.place.start - b.place.start || a.index - b.index)
  const finals: FoundColumn[] = []
  const bySet = new Map<string, FoundColumn>()
  const chosen: PricedPlace[] = []
  let steps = 0
  let least = Number.POSITIVE_INFINITY

  const found = (cost: number, growth: number) => {
    least = Math.min(least, cost)
    if (cost > limit) return
    const column = { places: [...chosen], cost, growth }
    if (!search.thin) {
      finals.push(column)
      return
    }
    const key = String(chosen.map((one) => one.index).sort((a, b) => a - b))
    const other = bySet.get(key)
    if (other === undefined || cost < other.cost) bySet.set(key, column)
  }
  /** False when the search was cut short. */
  const descend = (from: number, cost: number, growth: number, driven: number, paid: number): boolean => {
    for (let at = from; at < events.length; at++) {
      const next = events[at] as PricedPlace
      const last = chosen.at(-1)
      const pay = best.get(next.index) ?? 0
      if (chosen.some((one) => one.place.task.visit === next.place.task.visit)) continue
      const way = roadBehind(search, last?.place, next.place)
      if (way === null) continue
      if (++steps > search.cap) return false
      const now = cost + way + next.net
      // Where a way round may be shorter, all that is driven may still be saved.
      const atLeast = now + open - pay - (saving === null ? 0 : saving + driven + way)
      if (atLeast + paid > limit) continue
      chosen.push(next)
      const asked = toll === null ? 0 : Math.max(paid, toll(chosen))
      if (atLeast + asked > limit) {
        chosen.pop()
        continue
      }
      const grown = growth + way + next.place.cost - search.road * next.place.gap.detour
      open -= pay
      found(now + asked, grown)
      const whole = descend(at + 1, now, grown, driven + way, asked)
      open += pay
      chosen.pop()
      if (!whole) return false
    }
    return true
  }
  const complete = descend(0, rent, 0, 0, 0)
  const all = search.thin ? [...bySet.values()] : finals
  return { finals: all, complete, least: complete ? Math.min(least, limit) : Math.min(least, floor) }
}

/** Cost of the road that a place adds behind the last one chosen; null when it comes too soon after it. */
export function roadBehind(
  search: Pick<LineSearch, 'road' | 'travel'>,
  last: FixedPlace | undefined,
  next: FixedPlace,
): number | null {
  if (last === undefined || last.gap.index !== next.gap.index) return search.road * next.gap.detour
  const { travel } = search
  const way = travel(last.task.place, next.task.place)
  if (next.start < last.start + last.task.minutes + way - DUST) return null
  const { after } = next.gap
  if (after === null) return search.road * way
  return search.road * (way + travel(next.task.place, after) - travel(last.task.place, after))
}
