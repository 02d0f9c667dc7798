/**
 * The search of columns on one line under the `fixed` policy: places in order of time, with a bound on what may still be won. Two
 * places in one gap share the road, so that their cost is not the sum of each alone.
 */
import type { FixedPlace } from './fixed-places.ts'
import { type Gain, gainsFrom, type TaskBit, taskBits } from './label-gains.ts'
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
  stopped(): boolean
}

/** A search asks whether to stop after so many steps. */
export const ASK_EVERY = 4096

export interface FoundColumns {
  readonly finals: readonly FoundColumn[]
  readonly complete: boolean
  readonly least: number
}

export function columnsOnLine(search: LineSearch): FoundColumns {
  const { events, floor } = eventsOf(search)
  return floor > search.limit ? { finals: [], complete: true, least: floor } : new Descent(search, events, floor).run()
}

/**
 * The places that a column within the limit may hold, in order of time.
 * @returns `floor` = no column costs less
 */
export function eventsOf(search: LineSearch): { readonly events: readonly PricedPlace[]; readonly floor: number } {
  const best = new Map<number, number>()
  for (const { index, net } of search.places) best.set(index, Math.min(best.get(index) ?? 0, net))
  const most = [...best.values()].reduce((sum, one) => sum + one, 0)
  const floor = search.rent + most - (search.saving ?? 0)
  if (floor > search.limit) return { events: [], floor }
  const usable = ({ index, net }: PricedPlace) => floor - (best.get(index) ?? 0) + net <= search.limit
  return { events: search.places.filter(usable).sort((a, b) => a.place.start - b.place.start || a.index - b.index), floor }
}

/** Column by column, depth first. */
class Descent {
  private readonly search: LineSearch
  private readonly events: readonly PricedPlace[]
  private readonly floor: number
  private readonly bits: ReadonlyMap<number, TaskBit>
  /** By event: what may still come behind it. */
  private readonly gains: readonly Gain[]
  private readonly finals: FoundColumn[] = []
  private readonly bySet = new Map<string, FoundColumn>()
  private readonly chosen: PricedPlace[] = []
  private steps = 0
  private least = Number.POSITIVE_INFINITY

  constructor(search: LineSearch, events: readonly PricedPlace[], floor: number) {
    this.search = search
    this.events = events
    this.floor = floor
    this.bits = taskBits(events)
    const gains = gainsFrom(events, this.bits)
    this.gains = events.map(({ place }) => gains(place.start + place.task.minutes))
  }

  run(): FoundColumns {
    const { search, floor, finals, bySet } = this
    const complete = this.descend(0, { cost: search.rent, growth: 0, driven: 0, paid: 0, low: 0, high: 0 })
    return {
      finals: search.thin ? [...bySet.values()] : finals,
      complete,
      least: complete ? Math.min(this.least, search.limit) : Math.min(this.least, floor),
    }
  }

  /** False when the search was cut short. */
  private descend(from: number, done: Beginning): boolean {
    const { search, events, chosen } = this
    const { saving, limit, toll } = search
    for (let at = from; at < events.length; at++) {
      const next = events[at] as PricedPlace
      const last = chosen.at(-1)
      if (chosen.some((one) => one.place.task.visit === next.place.task.visit)) continue
      const way = roadBehind(search, last?.place, next.place)
      if (way === null) continue
      if (++this.steps > search.cap || (this.steps % ASK_EVERY === 0 && search.stopped())) return false
      const task = this.bits.get(next.index) as TaskBit
      const cost = done.cost + way + next.net
      const driven = done.driven + way
      const gain = (this.gains[at] as Gain)(done.low | task.clashLow, done.high | task.clashHigh)
      // Where a way round may be shorter, all that is driven may still be saved.
      const atLeast = cost + gain - (saving === null ? 0 : saving + driven)
      if (atLeast + done.paid > limit) continue
      chosen.push(next)
      const paid = toll === null ? 0 : Math.max(done.paid, toll(chosen))
      let whole = true
      if (atLeast + paid <= limit) {
        const growth = done.growth + way + next.place.cost - search.road * next.place.gap.detour
        this.found(cost + paid, growth)
        const [low, high] = [done.low | task.clashLow, done.high | task.clashHigh]
        whole = this.descend(at + 1, { cost, growth, driven, paid, low, high })
      }
      chosen.pop()
      if (!whole) return false
    }
    return true
  }

  private found(cost: number, growth: number): void {
    const { search, bySet, chosen } = this
    this.least = Math.min(this.least, cost)
    if (cost > search.limit) return
    const column = { places: [...chosen], cost, growth }
    if (!search.thin) {
      this.finals.push(column)
      return
    }
    const key = String(chosen.map((one) => one.index).sort((a, b) => a - b))
    const other = bySet.get(key)
    if (other === undefined || cost < other.cost) bySet.set(key, column)
  }
}

interface Beginning {
  readonly cost: number
  readonly growth: number
  readonly driven: number
  /** Tolls. */
  readonly paid: number
  /** The tasks in it, and those that cannot come any more. */
  readonly low: number
  readonly high: number
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
