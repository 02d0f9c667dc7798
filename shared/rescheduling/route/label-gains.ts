/** What the labels of a line look ahead with: sets of tasks as bits, and what the tasks outside a set may still bring in. */
import type { PricedPlace } from './fixed-search.ts'
import { DUST } from './tolerance.ts'

/** Two halves of a set fit a number as a key. */
const HALF = 26
/** More tasks than this are no set. */
export const TASKS_AT_MOST = 2 * HALF

export const setKey = (low: number, high: number): number => high * 2 ** HALF + low

/** A task as a bit, beside those it cannot be on one line with: itself and the others of its visit. */
export interface TaskBit {
  readonly bit: number
  readonly low: number
  readonly high: number
  readonly clashLow: number
  readonly clashHigh: number
}

/** By the task's index in the problem. */
export function taskBits(events: readonly PricedPlace[]): ReadonlyMap<number, TaskBit> {
  const visits = new Map<number, string>()
  for (const { index, place } of events) visits.set(index, place.task.visit)
  const half = (bit: number) => ({ low: bit < HALF ? 1 << bit : 0, high: bit < HALF ? 0 : 1 << (bit - HALF) })
  const bits = [...visits].map(([index, visit], bit) => ({ index, visit, bit, ...half(bit) }))
  const found = new Map<number, TaskBit>()
  for (const { index, visit, bit, low, high } of bits) {
    const same = bits.filter((one) => one.visit === visit)
    const clashLow = same.reduce((sum, one) => sum | one.low, 0)
    const clashHigh = same.reduce((sum, one) => sum | one.high, 0)
    found.set(index, { bit, low, high, clashLow, clashHigh })
  }
  return found
}

/** At most what tasks outside a set may bring in (a cost, zero or less). */
export type Gain = (low: number, high: number) => number

/**
 * By the moment from which tasks start: no more than the best of their places from then on, and no more than fits into the time that is
 * free by then, the best for its minutes first, the last of them in part.
 * @param events in order of time
 */
export function gainsFrom(events: readonly PricedPlace[], bits: ReadonlyMap<number, TaskBit>): (moment: number) => Gain {
  const count = bits.size
  /** By event and bit, the best place of the task from that event on. */
  const onward = new Float64Array((events.length + 1) * count)
  for (let at = events.length - 1; at >= 0; at--) {
    const { index, net } = events[at] as PricedPlace
    const here = at * count + (bits.get(index)?.bit ?? 0)
    onward.copyWithin(at * count, (at + 1) * count, (at + 2) * count)
    onward[here] = Math.min(onward[here] ?? 0, net)
  }
  const fitting = gainByTime(events, onward.subarray(0, count), bits)
  return (moment) => {
    const row = firstFrom(events, moment) * count
    const atMost = fitting(moment)
    if (count > TASKS_AT_MOST) return () => atMost
    return (low, high) => {
      let sum = 0
      for (let bit = 0; bit < count; bit++) {
        if (((bit < HALF ? low >> bit : high >> (bit - HALF)) & 1) === 0) sum += onward[row + bit] as number
      }
      return sum > atMost ? sum : atMost
    }
  }
}

/** The first event that does not start before a moment. */
function firstFrom(events: readonly PricedPlace[], moment: number): number {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle] as PricedPlace).place.start < moment - DUST) low = middle + 1
    else high = middle
  }
  return low
}

/** @param best by bit */
function gainByTime(
  events: readonly PricedPlace[],
  best: Float64Array,
  bits: ReadonlyMap<number, TaskBit>,
): (moment: number) => number {
  const free = new Map<number, { from: number; to: number }>()
  const tasks = new Map<number, { gain: number; minutes: number }>()
  for (const { index, place } of events) {
    const { minutes } = place.task
    tasks.set(index, { gain: best[bits.get(index)?.bit ?? 0] ?? 0, minutes: Math.max(minutes, 1) })
    const gap = free.get(place.gap.index)
    if (gap === undefined) free.set(place.gap.index, { from: place.start, to: place.start + minutes })
    else gap.to = Math.max(gap.to, place.start + minutes)
  }
  const gaps = [...free.values()]
  const worth = [...tasks.values()].filter((one) => one.gain < 0).sort((a, b) => a.gain / a.minutes - b.gain / b.minutes)
  return (moment) => {
    let left = 0
    for (const gap of gaps) left += Math.max(0, gap.to + DUST - Math.max(gap.from, moment - DUST))
    let sum = 0
    for (const { gain, minutes } of worth) {
      if (left <= 0) break
      sum += gain * Math.min(1, left / minutes)
      left -= minutes
    }
    return sum
  }
}
