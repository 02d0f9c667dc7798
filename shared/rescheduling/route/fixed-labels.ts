/**
 * The cheapest column of each set of tasks on one line under the `fixed` policy, by labels: of two beginnings with the same tasks and
 * the same last one, that which starts it earlier and costs no more is as good for whatever comes behind. For pricing only; what
 * the duals ask beyond the line (tolls) is not in it.
 */
import type { FoundColumn, FoundColumns, LineSearch, PricedPlace } from './fixed-search.ts'
import { roadBehind } from './fixed-search.ts'

/** Two halves of a set fit a number as a key. */
const HALF = 26
export const TASKS_AT_MOST = 2 * HALF

interface Label {
  readonly place: PricedPlace
  readonly low: number
  readonly high: number
  readonly cost: number
  readonly growth: number
  readonly driven: number
  readonly parent: Label | null
}

const NOTHING = { low: 0, high: 0, cost: 0, growth: 0, driven: 0 } as const
const setKey = (low: number, high: number): number => high * 2 ** HALF + low

/** @param search with {@link TASKS_AT_MOST} tasks at most */
export function labelsOnLine(search: LineSearch): FoundColumns {
  const { rent, saving, limit } = search
  const best = new Map<number, number>()
  for (const { index, net } of search.places) best.set(index, Math.min(best.get(index) ?? 0, net))
  const most = [...best.values()].reduce((sum, one) => sum + one, 0)
  const floor = rent + most - (saving ?? 0)
  if (floor > limit) return { finals: [], complete: true, least: floor }
  const usable = ({ index, net }: PricedPlace) => floor - (best.get(index) ?? 0) + net <= limit
  const events = search.places.filter(usable).sort((a, b) => a.place.start - b.place.start || a.index - b.index)
  const bits = new Map([...new Set(events.map((one) => one.index))].map((index, bit) => [index, bit]))
  const gainFrom = gainByTime(events, best)

  /** Best of each set in the gaps before; what is open in this gap, by set and last task. */
  const closed = new Map<number, Label>()
  let open = new Map<number, Label[]>()
  const finals = new Map<number, Label>()
  let [gap, steps, least] = [-1, 0, Number.POSITIVE_INFINITY]

  const keep = (label: Label): void => {
    const key = setKey(label.low, label.high)
    const known = finals.get(key)
    if (known === undefined || label.cost < known.cost) finals.set(key, label)
    least = Math.min(least, rent + label.cost)
  }
  const extend = (from: Label | null, next: PricedPlace, bit: number, gain: number): boolean => {
    const { low, high, cost, growth, driven } = from ?? NOTHING
    const [mine, other] = bit < HALF ? [1 << bit, 0] : [0, 1 << (bit - HALF)]
    if ((low & mine) !== 0 || (high & other) !== 0) return true
    for (let one: Label | null = from; one !== null; one = one.parent) {
      if (one.place.place.task.visit === next.place.task.visit) return true
    }
    const last = from !== null && from.place.place.gap.index === next.place.gap.index ? from.place.place : undefined
    const way = roadBehind(search, last, next.place)
    if (way === null) return true
    if (++steps > search.cap) return false
    const now = cost + way + next.net
    if (rent + now + gain - (saving === null ? 0 : saving + driven + way) > limit) return true
    const label: Label = {
      place: next,
      low: low | mine,
      high: high | other,
      cost: now,
      growth: growth + way + next.place.cost - search.road * next.place.gap.detour,
      driven: driven + way,
      parent: from,
    }
    const key = setKey(label.low, label.high) * TASKS_AT_MOST + bit
    const rivals = open.get(key)
    // Events come in order of time: whoever is here starts the task no later.
    if (rivals?.some((one) => one.cost <= label.cost && one.place.place.start <= next.place.start)) return true
    if (rivals) rivals.push(label)
    else open.set(key, [label])
    keep(label)
    return true
  }

  for (const next of events) {
    if (next.place.gap.index !== gap) {
      gap = next.place.gap.index
      for (const label of [...open.values()].flat()) {
        const key = setKey(label.low, label.high)
        const known = closed.get(key)
        if (known === undefined || label.cost < known.cost) closed.set(key, label)
      }
      open = new Map()
    }
    const bit = bits.get(next.index) ?? 0
    const gain = gainFrom(next.place.start + next.place.task.minutes)
    const here = [...open.values()]
    let whole = extend(null, next, bit, gain)
    for (const label of closed.values()) whole &&= extend(label, next, bit, gain)
    for (const list of here) for (const label of list) whole &&= extend(label, next, bit, gain)
    if (whole) continue
    // Whatever was not looked at goes on from one of these.
    let cheapest = 0
    for (const label of [...closed.values(), ...[...open.values()].flat()]) cheapest = Math.min(cheapest, label.cost)
    const unseen = rent + cheapest + gainFrom(next.place.start) - (saving ?? 0)
    const all = [...finals.values()].filter((one) => rent + one.cost <= limit)
    return { finals: all.map((one) => columnOf(one, rent)), complete: false, least: Math.max(floor, Math.min(least, unseen)) }
  }
  const found = [...finals.values()].filter((one) => rent + one.cost <= limit)
  return { finals: found.map((one) => columnOf(one, rent)), complete: true, least: Math.min(least, limit) }
}

/**
 * What tasks may still bring in from a moment on, at the least cost: as much as fits into the time that is free by then, the best for its
 * minutes first, the last of them in part.
 */
function gainByTime(events: readonly PricedPlace[], best: ReadonlyMap<number, number>): (from: number) => number {
  const free = new Map<number, { from: number; to: number }>()
  const tasks = new Map<number, { gain: number; minutes: number }>()
  for (const { index, place } of events) {
    const { minutes } = place.task
    tasks.set(index, { gain: best.get(index) ?? 0, minutes: Math.max(minutes, 1) })
    const gap = free.get(place.gap.index)
    if (gap === undefined) free.set(place.gap.index, { from: place.start, to: place.start + minutes })
    else gap.to = Math.max(gap.to, place.start + minutes)
  }
  const gaps = [...free.values()]
  const worth = [...tasks.values()].filter((one) => one.gain < 0).sort((a, b) => a.gain / a.minutes - b.gain / b.minutes)
  return (from) => {
    let left = 0
    for (const gap of gaps) left += Math.max(0, gap.to - Math.max(gap.from, from))
    let sum = 0
    for (const { gain, minutes } of worth) {
      if (left <= 0) break
      sum += gain * Math.min(1, left / minutes)
      left -= minutes
    }
    return sum
  }
}

function columnOf(label: Label, rent: number): FoundColumn {
  const places: PricedPlace[] = []
  for (let one: Label | null = label; one !== null; one = one.parent) places.unshift(one.place)
  return { places, cost: rent + label.cost, growth: label.growth }
}
