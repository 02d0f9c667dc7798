/**
 * The columns of one line under the `flow` policy: ways to put a set of tasks between its stops, found by dynamic programming
 * along the line. A label is a beginning: how many stops are passed, which tasks are in, where and when the caregiver is free.
 * Seen alone, the line's stops start no earlier than in the plan without any task, which makes every cost a lower bound.
 */
import type { StartWindow, Stop } from '../route-problem.ts'
import type { HarvestOptions } from './columns.ts'
import { COST_DUST, DUST, lateness } from './tolerance.ts'

/** What the start of something tied does elsewhere: other stops start no earlier than it plus a distance. */
export interface Push {
  /** Cost of each minute that `start + distance` passes the moment `from`. */
  readonly rates: readonly { readonly distance: number; readonly from: number; readonly rate: number }[]
  /** The worst lateness elsewhere is at least the start plus this. */
  readonly worst: number
}

/** A task as this line sees it. `earliest` holds its window and its synchronisation with what stands. */
export interface LineTask {
  readonly task: number
  readonly place: number
  readonly minutes: number
  readonly earliest: number
  readonly window: StartWindow
  /** What the master pays for it here. */
  readonly profit: number
  /** Cost of a minute's lateness. */
  readonly weight: number
  readonly tied: boolean
  readonly push: Push | null
}

/** A stop as this line sees it; `earliest` is its start in the plan without any task. */
export interface LineStop {
  readonly stop: Stop
  readonly earliest: number
  readonly weight: number
  readonly tied: boolean
  readonly push: Push | null
}

export interface LineSketch {
  readonly from: number
  readonly to: number
  readonly startPlace: number | null
  readonly endPlace: number | null
  /** The commute takes time of the line. */
  readonly inside: boolean
  readonly stops: readonly LineStop[]
  readonly tasks: readonly LineTask[]
  readonly rent: number
  /** Cost of a minute on the road. */
  readonly road: number
  /** Cost of a minute of the greatest lateness above `standing`. */
  readonly peak: number
  readonly standing: number
  /** Beginnings differ in more than place, time and cost: couplings look at this line. */
  readonly coupled: boolean
  travel(from: number, to: number): number
  placementCost(task: LineTask, start: number): number
}

export interface Label {
  readonly passed: number
  readonly place: number | null
  readonly ready: number
  readonly mask: number
  /** Reduced cost so far, rent included. */
  readonly cost: number
  /** Minutes of the worst lateness so far, here and by pushes elsewhere. */
  readonly greatest: number
  /** Cost of the dearest push so far: pushes do not add up, the latest counts. */
  readonly pushed: number
  /** A tied stop or task is behind: what happens on other lines can push this beginning. */
  readonly tied: boolean
  /** Index in the sketch's tasks; -1 for a stop. */
  readonly last: number
  readonly parent: Label | null
}

export interface Labelled {
  readonly finals: readonly { readonly label: Label; readonly cost: number }[]
  readonly complete: boolean
  readonly least: number
  /** Rent, and what the shortest ways may save: with what tasks pay at most, a bound that needs no search. */
  readonly unknown: number
}

/** More tasks than this on one line are beyond a mask of bits; the rest is left out and the harvest is not complete. */
export const TASKS_AT_MOST = 30

export function labels(sketch: LineSketch, options: HarvestOptions): Labelled {
  const ahead = lookAhead(sketch)
  const gains = sketch.tasks.reduce((sum, task) => sum + Math.max(0, task.profit), 0)
  const unknown = sketch.rent + Math.min(0, ahead.slack)
  if (unknown - gains > options.limit) return { finals: [], complete: true, least: unknown - gains, unknown }
  const start: Label = {
    passed: 0,
    place: sketch.startPlace,
    ready: sketch.from,
    mask: 0,
    cost: sketch.rent,
    greatest: sketch.standing,
    pushed: 0,
    tied: sketch.coupled,
    last: -1,
    parent: null,
  }
  const layers: Label[][] = Array.from({ length: sketch.stops.length + 1 }, () => [])
  layers[0]?.push(start)
  const finals: { label: Label; cost: number }[] = []
  let steps = 0
  let least = Number.POSITIVE_INFINITY
  for (let passed = 0; passed <= sketch.stops.length; passed++) {
    const queue = layers[passed] ?? []
    const best = new Map<number, Label[]>()
    // The queue grows while it is read: by labels with one task more, so that it stays in order of their number.
    for (let at = 0; at < queue.length; at++) {
      const label = queue[at] as Label
      if (dominated(sketch, best, label, options.thin)) continue
      if (++steps > options.cap) {
        const open = [...queue.slice(at), ...layers.slice(passed + 1).flat()]
        return { finals, complete: false, least: open.reduce((low, one) => Math.min(low, ahead.bound(one)), least), unknown }
      }
      for (let index = 0; index < sketch.tasks.length; index++) {
        if ((label.mask & (1 << index)) !== 0) continue
        const next = serve(sketch, label, index)
        if (next !== null && ahead.bound(next) <= options.limit) queue.push(next)
      }
      if (passed < sketch.stops.length) {
        const next = pass(sketch, label)
        if (next !== null && ahead.bound(next) <= options.limit) layers[passed + 1]?.push(next)
        continue
      }
      const cost = finish(sketch, label, ahead.base)
      if (cost === null || label.mask === 0) continue
      least = Math.min(least, cost)
      if (cost <= options.limit) finals.push({ label, cost })
    }
  }
  // What was cut off is above the limit.
  return { finals, complete: true, least: Math.min(least, options.limit), unknown }
}

/**
 * Where nothing outside can push a beginning, or when one column a set is enough, a later and dearer one is of no use. What only
 * its greatest share counts of (pushes, the greatest lateness) may be overtaken later: it must be no dearer with and without.
 */
function dominated(sketch: LineSketch, best: Map<number, Label[]>, label: Label, thin: boolean): boolean {
  if (!thin && label.tied) return false
  const key = label.mask * 64 + label.last + 1
  const others = best.get(key)
  if (others === undefined) {
    best.set(key, [label])
    return false
  }
  const [pushed, peak] = [label.pushed, peakOf(sketch, label)]
  const better = (one: Label): boolean => {
    if (one.ready > label.ready + DUST) return false
    if (!thin) return one.cost <= label.cost + COST_DUST && one.greatest <= label.greatest + DUST
    const ahead = one.cost - label.cost
    const [byPush, byPeak] = [one.pushed - pushed, peakOf(sketch, one) - peak]
    return ahead + Math.max(0, byPush) + Math.max(0, byPeak) <= COST_DUST
  }
  if (others.some(better)) return true
  others.push(label)
  return false
}

const peakOf = (sketch: LineSketch, label: Label): number => sketch.peak * (label.greatest - sketch.standing)

/** Cost of what a start brings about elsewhere. */
function costOfPush(push: Push | null, start: number): number {
  let cost = 0
  if (push !== null) for (const { distance, from, rate } of push.rates) cost += rate * Math.max(0, start + distance - from)
  return cost
}

function way(sketch: LineSketch, from: number | null, to: number | null): number {
  return from === null || to === null ? 0 : sketch.travel(from, to)
}

/** When the caregiver is there, `minutes` away: the commute may fall outside the line. */
function ride(sketch: LineSketch, label: Label, minutes: number): number {
  return label.ready + (label.parent === null && !sketch.inside ? 0 : minutes)
}

function serve(sketch: LineSketch, label: Label, index: number): Label | null {
  const task = sketch.tasks[index] as LineTask
  const minutes = way(sketch, label.place, task.place)
  const start = Math.max(task.earliest, ride(sketch, label, minutes))
  if (task.window.late === 'hard' && start > task.window.to + DUST) return null
  if (start + task.minutes > sketch.to + DUST) return null
  const late = lateness(start, task.window.to)
  return {
    passed: label.passed,
    place: task.place,
    ready: start + task.minutes,
    mask: label.mask | (1 << index),
    cost: label.cost + sketch.road * minutes + task.weight * late + sketch.placementCost(task, start) - task.profit,
    greatest: Math.max(label.greatest, late, task.push === null ? 0 : start + task.push.worst),
    pushed: Math.max(label.pushed, costOfPush(task.push, start)),
    tied: label.tied || task.tied,
    last: index,
    parent: label,
  }
}

function pass(sketch: LineSketch, label: Label): Label | null {
  const { stop, earliest, weight, tied, push } = sketch.stops[label.passed] as LineStop
  const minutes = way(sketch, label.place, stop.task.place)
  const start = Math.max(earliest, ride(sketch, label, minutes))
  if (stop.window.late === 'hard' && start > stop.window.to + DUST) return null
  if (start + stop.task.minutes > sketch.to + DUST) return null
  const late = lateness(start, stop.window.to)
  return {
    passed: label.passed + 1,
    place: stop.task.place,
    ready: start + stop.task.minutes,
    mask: label.mask,
    cost: label.cost + sketch.road * minutes + weight * (late - lateness(earliest, stop.window.to)),
    greatest: Math.max(label.greatest, late, push === null ? 0 : start + push.worst),
    pushed: start > earliest ? Math.max(label.pushed, costOfPush(push, start)) : label.pushed,
    tied: label.tied || tied,
    last: -1,
    parent: label,
  }
}

function finish(sketch: LineSketch, label: Label, base: number): number | null {
  const minutes = way(sketch, label.place, sketch.endPlace)
  if (label.ready + (sketch.inside ? minutes : 0) > sketch.to + DUST) return null
  return label.cost + label.pushed + peakOf(sketch, label) + sketch.road * (minutes - base)
}

interface LookAhead {
  /** Minutes of travel along the line as it stands. */
  readonly base: number
  /** What all travel may come to be less, where a way round is shorter than the way there; zero or below. */
  readonly slack: number
  /** Never above the reduced cost of any column that begins so. */
  bound(label: Label): number
}

/** Bounds on what a beginning can come to: travel that is left, lateness that is certain, profit that is still to be had. */
function lookAhead(sketch: LineSketch): LookAhead {
  const { stops, tasks, road } = sketch
  const places = [...stops.map(({ stop }) => stop.task.place), ...(sketch.endPlace === null ? [] : [sketch.endPlace])]
  const short = shortest(sketch)
  let base = stops.length === 0 ? 0 : way(sketch, sketch.startPlace, stops[0]?.stop.task.place ?? null)
  for (let at = 0; at + 1 < places.length && stops.length > 0; at++) base += sketch.travel(places[at] ?? 0, places[at + 1] ?? 0)
  /** From a stop to the end at the least. */
  const left: number[] = new Array(places.length).fill(0)
  for (let at = places.length - 2; at >= 0; at--) left[at] = (left[at + 1] ?? 0) + short(places[at] ?? 0, places[at + 1] ?? 0)
  const fromStart = sketch.startPlace === null || places.length === 0 ? 0 : short(sketch.startPlace, places[0] ?? 0)
  const slack = road * (fromStart + (left[0] ?? 0) - base)
  const bound = (label: Label): number => {
    const next = places[label.passed]
    let cost = label.cost + label.pushed + peakOf(sketch, label) - road * base
    if (next !== undefined) cost += road * ((label.place === null ? 0 : short(label.place, next)) + (left[label.passed] ?? 0))
    let [ready, place, pushed] = [label.ready, label.place, label.pushed]
    for (let at = label.passed; at < stops.length; at++) {
      const { stop, earliest, weight, push } = stops[at] as LineStop
      const free = label.parent === null && at === 0 && !sketch.inside
      const start = ready + (free ? 0 : way(sketch, place, stop.task.place))
      // From here on it runs as it stood.
      if (start <= earliest) break
      cost += weight * (lateness(start, stop.window.to) - lateness(earliest, stop.window.to))
      pushed = Math.max(pushed, costOfPush(push, start))
      ready = start + stop.task.minutes
      place = stop.task.place
    }
    cost += pushed - label.pushed
    for (let index = 0; index < tasks.length; index++) {
      if ((label.mask & (1 << index)) !== 0) continue
      const task = tasks[index] as LineTask
      if (task.profit <= 0) continue
      const start = Math.max(task.earliest, ride(sketch, label, way(sketch, label.place, task.place)))
      const late = lateness(start, task.window.to)
      if (late > 0 && task.window.late === 'hard') continue
      const gain = task.profit - task.weight * late - sketch.placementCost(task, start)
      if (gain > 0) cost -= gain
    }
    return cost
  }
  return { base, slack, bound }
}

/** Travel by the shortest way through any of the tasks: never more than what a column travels between two of its points. */
function shortest(sketch: LineSketch): (from: number, to: number) => number {
  const via = [...new Set(sketch.tasks.map((task) => task.place))]
  const known = new Map<number, Map<number, number>>()
  const direct = (from: number, to: number) => known.get(from)?.get(to) ?? sketch.travel(from, to)
  const points = [...new Set([...via, ...sketch.stops.map(({ stop }) => stop.task.place)])]
  if (sketch.startPlace !== null) points.push(sketch.startPlace)
  if (sketch.endPlace !== null) points.push(sketch.endPlace)
  for (const middle of via) {
    for (const from of points) {
      const half = direct(from, middle)
      for (const to of points) {
        const round = half + direct(middle, to)
        if (round >= direct(from, to) - 1e-12) continue
        let row = known.get(from)
        if (!row) {
          row = new Map()
          known.set(from, row)
        }
        row.set(to, round)
      }
    }
  }
  return known.size === 0 ? (from, to) => sketch.travel(from, to) : direct
}
