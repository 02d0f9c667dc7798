/** Columns under the `fixed` policy: sets of places on one line that do not get in each other's way. */
import type { Line, RouteProblem, Task } from '../route-problem.ts'
import {
  type Column,
  type ColumnMaker,
  type ColumnSeat,
  couplingKey,
  GREATEST,
  type Harvest,
  type Joint,
  type Prices,
} from './columns.ts'
import { labelsOnLine } from './fixed-labels.ts'
import { eachPlaceOn, type FixedPlace } from './fixed-places.ts'
import { FixedRows, standingGreatest } from './fixed-rows.ts'
import {
  columnsOnLine,
  type FoundColumn,
  type FoundColumns,
  type LineSearch,
  type PricedPlace,
  roadBehind,
} from './fixed-search.ts'
import { TASKS_AT_MOST } from './label-gains.ts'
import type { OpenRoute } from './open-route.ts'
import type { PlaceLists } from './place-lists.ts'
import { quantitiesOf } from './quantities.ts'
import { roadSaving } from './road-saving.ts'
import { isTwice } from './visits.ts'

const HAIR = 1e-9
/** Between one question whether to stop and the next. */
const COLUMNS_AT_ONCE = 256
const NO_LATENESS: ReadonlyMap<number, number> = new Map()

/** The places of one task on one line, and what the cheapest costs without its road. */
interface TaskPlaces {
  readonly places: readonly FixedPlace[]
  readonly least: number
}

export function fixedColumns(route: OpenRoute, lists: PlaceLists): ColumnMaker {
  const { problem, travel } = route
  const { tasks, lines, couplings, weights } = problem
  const saving = roadSaving(route, tasks)
  const placesOf = placesByLine(route)
  const floors = floorsOf(problem)
  const couplingIndex = new Map(couplings.map((one, index) => [one, index]))
  const baseCoupling = new Map(couplings.map((one) => [one, one.cost([])]))
  const quantities = quantitiesOf(route, [])
  const standing = standingGreatest(route)
  const known = new WeakMap<Column, readonly FixedPlace[]>()
  const inSync = new Set(problem.syncs.flatMap((sync) => [sync.first, sync.second]))
  const tied = new Set([...tasks.keys()].filter((index) => inSync.has(tasks[index]?.id ?? '')))

  const effectsOf = (places: readonly FixedPlace[]): Map<number, number> => {
    const effects = new Map<number, number>()
    const greatest = Math.max(0, ...places.map((place) => place.late)) - standing
    if (greatest > HAIR && quantities.has(GREATEST)) effects.set(GREATEST, greatest)
    const placed = places.map(({ task, line, start }) => ({ task: task.id, line: line.id, start }))
    for (const coupling of new Set(placed.flatMap((one) => route.couplingsOf(one.line)))) {
      const cost = coupling.cost(placed.filter((one) => coupling.lines.includes(one.line)))
      const growth = cost - (baseCoupling.get(coupling) ?? 0)
      if (growth > HAIR) effects.set(couplingKey(couplingIndex.get(coupling) ?? 0), growth)
    }
    return effects
  }

  /** What the duals ask for lateness and couplings that a set of places raises; null when they ask nothing. */
  const tollOn = (line: Line, index: number, prices: Prices): LineSearch['toll'] => {
    const peak = prices.effect(GREATEST, index)
    const rates = route.couplingsOf(line.id).flatMap((coupling) => {
      const rate = prices.effect(couplingKey(couplingIndex.get(coupling) ?? 0), index)
      return rate > 0 ? [{ coupling, rate, base: baseCoupling.get(coupling) ?? 0 }] : []
    })
    if (peak <= 0 && rates.length === 0) return null
    return (places) => {
      let cost = 0
      if (peak > 0) cost += peak * Math.max(0, ...places.map(({ place }) => place.late - standing))
      if (rates.length === 0) return cost
      const placed = places.map(({ place }) => ({ task: place.task.id, line: line.id, start: place.start }))
      for (const { coupling, rate, base } of rates) cost += rate * (coupling.cost(placed) - base)
      return cost
    }
  }

  const make = (line: number, seats: readonly ColumnSeat[], places: readonly FixedPlace[], cost: number): Column => {
    const column: Column = { line, seats, cost, effects: effectsOf(places), own: NO_LATENESS }
    known.set(column, places)
    return column
  }

  return {
    lines: lines.length,
    tasks: tasks.length,
    sure: true,
    quantities,
    taskOf: () => null,
    harvest(index, prices, options): Harvest {
      const line = lines[index]
      if (!line) throw new Error(`No line ${index}.`)
      const rent = prices.rent(index)
      const away = saving(line)
      // What all tasks may pay here at the most, without looking at a single place; then by their places.
      let bound = rent - (away ?? 0)
      const gains = tasks.map((_, task) => prices.profitAtMost(task, index) - floors.of(line, index, task))
      for (const gain of gains) bound -= Math.max(0, gain)
      /** A task that brings in nothing makes no column cheaper where the road only adds; but for that it may be in one. */
      const idle = (gain: number) =>
        options.thin && away === null ? gain <= 0 : bound + Math.max(0, gain) - gain > options.limit
      if (bound > options.limit) return nothing(bound)
      for (const [task, gain] of gains.entries()) {
        if (idle(gain)) continue
        const now = prices.profitAtMost(task, index) - placesOf(line, task).least
        bound += Math.max(0, gain) - Math.max(0, now)
        gains[task] = now
        if (bound > options.limit) return nothing(bound)
      }
      const priced: PricedPlace[] = []
      for (const [task, gain] of gains.entries()) {
        if (idle(gain)) continue
        for (const place of placesOf(line, task).places) {
          const bare = place.cost - weights.travel * place.gap.detour
          priced.push({ index: task, place, net: bare - prices.profit(task, index, place.start) })
        }
      }
      /** Of tasks that others have to keep in step with, every start counts. */
      const alone = (all: readonly PricedPlace[]): FoundColumn[] =>
        all.flatMap((one) => {
          const cost = rent + one.net + weights.travel * one.place.gap.detour
          return tied.has(one.index) && cost <= options.limit ? [{ places: [one], cost, growth: one.place.cost }] : []
        })
      const toll = tollOn(line, index, prices)
      const found = search({ ...options, places: priced, rent, saving: away, road: weights.travel, travel, toll })
      const finals = options.thin ? [...found.finals, ...alone(priced)] : found.finals
      const best = finals.toSorted((a, b) => a.cost - b.cost).slice(0, options.most)
      const columns: Column[] = []
      for (const { places: chosen, growth } of best) {
        if (columns.length % COLUMNS_AT_ONCE === COLUMNS_AT_ONCE - 1 && options.stopped()) break
        const seats = chosen.map(({ index: task, place: { start } }) => ({ task, start, spot: start, behind: null }))
        const places = chosen.map((one) => one.place)
        columns.push(make(index, seats, places, growth))
      }
      const complete = found.complete && columns.length === finals.length
      return { columns, complete, searched: found.complete, least: found.least }
    },
    column(index, seats): Column | null {
      const line = lines[index]
      if (!line) return null
      const places: FixedPlace[] = []
      let cost = 0
      for (const { task, start } of seats) {
        const place = placesOf(line, task).places.find((one) => Math.abs(one.start - start) < 1e-6)
        const way = place ? roadBehind({ road: weights.travel, travel }, places.at(-1), place) : null
        if (!place || way === null) return null
        cost += way + place.cost - weights.travel * place.gap.detour
        places.push(place)
      }
      return make(index, seats, places, cost)
    },
    least: (task) => lists.least(tasks[task] as (typeof tasks)[number]),
    evaluate(columns): Joint | null {
      if (isTwice(problem, columns)) return null
      const places = columns.flatMap((column) => known.get(column) ?? [])
      const starts = new Map(places.map((place) => [place.task.id, place.start]))
      for (const { first, second, min, max } of problem.syncs) {
        const [one, two] = [starts.get(first), starts.get(second)]
        if (one === undefined || two === undefined) continue
        if (two - one < min - 1e-6 || two - one > max + 1e-6) return null
      }
      const effects = effectsOf(places)
      let cost = columns.reduce((sum, column) => sum + column.cost, 0)
      for (const [key, growth] of effects) cost += (quantities.get(key)?.weight ?? 0) * growth
      return { cost, effects }
    },
  }
}

/** Labels where one column of each set is enough; where the duals ask tolls, what labels find is looked at more closely. */
function search(given: LineSearch): FoundColumns {
  const tasks = new Set(given.places.map((one) => one.index)).size
  if (!given.thin || tasks > TASKS_AT_MOST) return columnsOnLine(given)
  const found = labelsOnLine(given)
  const { toll, limit } = given
  if (toll === null || found.least > limit) return found
  const close = columnsOnLine(given)
  if (close.complete) return close
  const dearer = found.finals.map((one) => ({ ...one, cost: one.cost + toll(one.places) }))
  const finals = [...close.finals, ...dearer.filter((one) => one.cost <= limit)]
  return { finals, complete: found.complete, least: found.least }
}

/** A line has no column within the limit. */
const nothing = (least: number): Harvest => ({ columns: [], complete: true, searched: true, least })

/** What each task costs on each line at the least, infinity where it may not stand; asked once. */
function floorsOf(problem: RouteProblem) {
  const { tasks } = problem
  const known = new Float64Array(tasks.length * problem.lines.length).fill(Number.NaN)
  return {
    of(line: Line, index: number, task: number): number {
      const at = index * tasks.length + task
      let floor = known[at] as number
      if (!Number.isNaN(floor)) return floor
      const one = tasks[task] as Task
      floor = problem.windowOn(one, line) === null ? Number.POSITIVE_INFINITY : (problem.placementFloor?.(one, line) ?? 0)
      known[at] = floor
      return floor
    },
  }
}

/** So many places are kept; those of further lines are found anew each time. */
const KEPT_AT_MOST = 2_000_000

/** All places of a task on a line, found when first asked for. */
function placesByLine(route: OpenRoute): (line: Line, task: number) => TaskPlaces {
  const empty = new FixedRows(route)
  const known = new Map<Line, (TaskPlaces | undefined)[]>()
  let kept = 0
  const { tasks, weights } = route.problem
  return (line, task) => {
    const ofLine = known.get(line) ?? []
    known.set(line, ofLine)
    const before = ofLine[task]
    if (before !== undefined) return before
    const places: FixedPlace[] = []
    let least = Number.POSITIVE_INFINITY
    const take = (place: FixedPlace) => {
      places.push(place)
      least = Math.min(least, place.cost - weights.travel * place.gap.detour)
    }
    const one = tasks[task] as Task
    eachPlaceOn(empty, one, line, Number.NEGATIVE_INFINITY, () => Number.POSITIVE_INFINITY, take)
    kept += places.length
    const found = { places, least }
    if (kept <= KEPT_AT_MOST) ofLine[task] = found
    return found
  }
}
