/**
 * The cheapest column of each set of tasks on one line under the `fixed` policy, by labels: of two beginnings with the same tasks and
 * the same last one, that which starts it earlier and costs no more is as good for whatever comes behind. For pricing only; what
 * the duals ask beyond the line (tolls) is not in it.
 */
import type { FoundColumn, FoundColumns, LineSearch, PricedPlace } from './fixed-search.ts'
import { ASK_EVERY, eventsOf, roadBehind } from './fixed-search.ts'
import { type Gain, gainsFrom, setKey, type TaskBit, taskBits } from './label-gains.ts'
import { DUST } from './tolerance.ts'

interface Label {
  readonly place: PricedPlace
  readonly cost: number
  readonly growth: number
  readonly driven: number
  readonly parent: Label | null
}

/** Beginnings that hold the same tasks. */
interface Beginnings {
  readonly low: number
  readonly high: number
  /** The cheapest whose last task stands in a gap before the one looked at. */
  closed: Label | null
  /** Those in the gap looked at, by the bit of their last task: later and later, and each cheaper than the one before. */
  readonly open: (Label[] | undefined)[]
  /** The cheapest of all. */
  best: Label | null
}

/** @param search with `TASKS_AT_MOST` tasks at most */
export function labelsOnLine(search: LineSearch): FoundColumns {
  const { events, floor } = eventsOf(search)
  return floor > search.limit ? { finals: [], complete: true, least: floor } : new Labels(search, events, floor).run()
}

class Labels {
  private readonly search: LineSearch
  private readonly events: readonly PricedPlace[]
  private readonly floor: number
  private readonly sets = new Map<number, Beginnings>()
  private readonly all: Beginnings[] = []
  private least = Number.POSITIVE_INFINITY

  /**
   * @param events in order of time
   * @param floor no column costs less
   */
  constructor(search: LineSearch, events: readonly PricedPlace[], floor: number) {
    this.search = search
    this.events = events
    this.floor = floor
  }

  run(): FoundColumns {
    const { search, events, all } = this
    const bits = taskBits(events)
    const gains = gainsFrom(events, bits)
    this.setOf(0, 0)
    let [gap, steps] = [-1, 0]
    for (const next of events) {
      const { place } = next
      if (place.gap.index !== gap) {
        gap = place.gap.index
        for (const set of all) {
          set.closed = set.best
          set.open.length = 0
        }
      }
      const task = bits.get(next.index) as TaskBit
      const gain = gains(place.start + place.task.minutes)
      for (let at = 0, count = all.length; at < count; at++) {
        const set = all[at] as Beginnings
        if ((set.low & task.clashLow) !== 0 || (set.high & task.clashHigh) !== 0) continue
        if (++steps > search.cap || (steps % ASK_EVERY === 0 && search.stopped())) return this.cutShort(gains(place.start))
        this.extend(set, next, task, gain(set.low | task.clashLow, set.high | task.clashHigh))
      }
    }
    return { finals: this.finals(), complete: true, least: Math.min(this.least, search.limit) }
  }

  /** @param gain of what may come behind */
  private extend(set: Beginnings, next: PricedPlace, task: TaskBit, gain: number): void {
    const { rent, limit, saving, road } = this.search
    const { place, net } = next
    // Where a way round may be shorter, all that is driven may still be saved; where not, the road only adds.
    if (saving === null && rent + (set.best?.cost ?? 0) + net + gain > limit) return
    let from: Label | null = null
    let way = Number.POSITIVE_INFINITY
    let cost = Number.POSITIVE_INFINITY
    if (set.closed !== null || (set.low === 0 && set.high === 0)) {
      from = set.closed
      way = road * place.gap.detour
      cost = (from?.cost ?? 0) + way
    }
    for (const list of set.open) {
      if (list === undefined) continue
      // The last that ends in time: those before it end earlier and cost more.
      for (let at = list.length - 1; at >= 0; at--) {
        const label = list[at] as Label
        const last = label.place.place
        if (place.start < last.start + last.task.minutes - DUST) continue
        const behind = roadBehind(this.search, last, place)
        if (behind === null) continue
        if (label.cost + behind < cost) {
          ;[from, way] = [label, behind]
          cost = label.cost + behind
        }
        break
      }
    }
    const now = cost + net
    const driven = (from?.driven ?? 0) + way
    if (!(rent + now + gain - (saving === null ? 0 : saving + driven) <= limit)) return
    const growth = (from?.growth ?? 0) + way + place.cost - road * place.gap.detour
    this.put(set.low | task.low, set.high | task.high, task.bit, { place: next, cost: now, growth, driven, parent: from })
  }

  private put(low: number, high: number, bit: number, label: Label): void {
    this.least = Math.min(this.least, this.search.rent + label.cost)
    const set = this.setOf(low, high)
    const list = set.open[bit] ?? []
    set.open[bit] = list
    // Events come in order of time: whoever is here starts the task no later.
    const last = list.at(-1)
    if (last !== undefined && last.cost <= label.cost) return
    if (last !== undefined && last.place.place.start === label.place.place.start) list.pop()
    list.push(label)
    if (set.best === null || label.cost < set.best.cost) set.best = label
  }

  private setOf(low: number, high: number): Beginnings {
    const key = setKey(low, high)
    let set = this.sets.get(key)
    if (set === undefined) {
      set = { low, high, closed: null, open: [], best: null }
      this.sets.set(key, set)
      this.all.push(set)
    }
    return set
  }

  private finals(): FoundColumn[] {
    const { rent, limit } = this.search
    const found: FoundColumn[] = []
    for (const { best } of this.all) if (best !== null && rent + best.cost <= limit) found.push(columnOf(best, rent))
    return found
  }

  /** Whatever was not looked at goes on from one of the beginnings that are there. */
  private cutShort(gain: Gain): FoundColumns {
    const { rent, saving } = this.search
    let unseen = Number.POSITIVE_INFINITY
    for (const { low, high, best } of this.all) unseen = Math.min(unseen, rent + (best?.cost ?? 0) + gain(low, high))
    const least = saving === null ? Math.max(this.floor, Math.min(this.least, unseen)) : this.floor
    return { finals: this.finals(), complete: false, least }
  }
}

function columnOf(label: Label, rent: number): FoundColumn {
  const places: PricedPlace[] = []
  for (let one: Label | null = label; one !== null; one = one.parent) places.unshift(one.place)
  return { places, cost: rent + label.cost, growth: label.growth }
}
