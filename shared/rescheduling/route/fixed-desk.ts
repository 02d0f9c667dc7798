/** The desk under the `fixed` policy. */
import type { Desk, LineSeats, Move } from './desk.ts'
import type { FixedPlace } from './fixed-places.ts'
import { FixedRows, rowTravel, type Seat } from './fixed-rows.ts'
import { insertFixed } from './insert-fixed.ts'
import type { OpenRoute } from './open-route.ts'
import { PlaceLists } from './place-lists.ts'
import { type CostParts, costOf } from './plan.ts'
import { lateness } from './tolerance.ts'
import { byLines, TopOffers } from './top-offers.ts'
import { type Visit, visitsOf } from './visits.ts'

export interface FixedDesk extends Desk {
  readonly rows: FixedRows
  readonly lists: PlaceLists
}

export function fixedDesk(route: OpenRoute): FixedDesk {
  const { problem } = route
  const rows = new FixedRows(route)
  const lists = new PlaceLists(route)
  const source = lists.source(rows)
  const visits = visitsOf(problem)
  const standing = standingCost(route)
  const taskAt = new Map(problem.tasks.map((task, index) => [task, index]))
  const lineAt = new Map(problem.lines.map((line, index) => [line, index]))
  const place = (places: readonly FixedPlace[]) => {
    for (const { task, line, start } of places) rows.place(task, line, start)
  }
  const isPlaced = (visit: Visit) => visit.tasks.every((task) => rows.isPlaced(task.id))
  const parts = (): CostParts => {
    let [travel, tardiness, placement] = [standing.travel, standing.tardiness, 0]
    for (const line of rows.touchedLines) {
      travel += rowTravel(route, line, rows.row(line)) - rowTravel(route, line, line.stops)
      for (const { task, start, window } of rows.row(line)) {
        if (!rows.isPlaced(task.id)) continue
        tardiness += lateness(start, window.to)
        placement += problem.placementCost(task, line, start)
      }
    }
    const { weights } = problem
    return {
      travel: weights.travel * travel,
      tardiness: weights.tardiness * tardiness,
      greatestTardiness: weights.greatestTardiness * rows.greatest(),
      placement,
      couplings: standing.couplings + couplingsOver(rows),
      unplaced: visits.reduce((sum, visit) => (isPlaced(visit) ? sum : sum + visit.unplaced), 0),
    }
  }
  const remember = () => {
    const seats: (Seat & { readonly task: Visit['tasks'][number] })[] = []
    for (const { tasks } of visits) {
      for (const task of tasks) {
        const seat = rows.isPlaced(task.id) ? rows.seat(task.id) : null
        if (seat) seats.push({ task, ...seat })
      }
    }
    return () => {
      for (const { tasks } of visits) for (const task of tasks) rows.takeOut(task)
      for (const { task, line, start } of seats) rows.place(task, line, start)
    }
  }
  return {
    local: !tiedAcross(route),
    rows,
    lists,
    visits,
    isPlaced,
    moves(visit, top): readonly Move[] {
      const best = new TopOffers<readonly FixedPlace[]>(top, byLines)
      insertFixed(rows, visit.tasks, best, source)
      return best.candidates.map(({ cost, at, placements }) => ({
        visit,
        cost,
        touches: placements.flatMap(({ line }) => [line, ...route.couplingsOf(line).map((one) => one.id)]),
        apply: () => place(at),
      }))
    },
    takeOut(visit) {
      for (const task of visit.tasks) rows.takeOut(task)
    },
    seats: () => {
      const lines: LineSeats[] = []
      for (const line of rows.touchedLines) {
        const seats = rows.row(line).flatMap(({ task, start }) => {
          const index = rows.isPlaced(task.id) ? taskAt.get(task) : undefined
          return index === undefined ? [] : [{ task: index, start, spot: start, behind: null }]
        })
        lines.push({ line: lineAt.get(line) ?? 0, seats })
      }
      return lines
    },
    arrange(lines) {
      for (const task of problem.tasks) rows.takeOut(task)
      for (const { line, seats } of lines) {
        const on = problem.lines[line]
        for (const seat of seats) {
          const task = problem.tasks[seat.task]
          if (on && task) rows.place(task, on, seat.start)
        }
      }
    },
    cost: () => costOf(parts()),
    parts,
    plan: () => ({
      lines: [...rows.touchedLines].map((line) => ({
        line: line.id,
        stops: rows.row(line).map((stop) => ({ task: stop.task.id, start: stop.start })),
      })),
      unplaced: visits.filter((visit) => !isPlaced(visit)).flatMap((visit) => visit.tasks.map((task) => task.id)),
    }),
    remember,
  }
}

/** What the lines cost as they stand. */
function standingCost(route: OpenRoute): { readonly travel: number; readonly tardiness: number; readonly couplings: number } {
  let [travel, tardiness] = [0, 0]
  for (const line of route.problem.lines) {
    travel += rowTravel(route, line, line.stops)
    for (const stop of line.stops) tardiness += lateness(stop.start, stop.window.to)
  }
  return { travel, tardiness, couplings: route.problem.couplings.reduce((sum, one) => sum + one.cost([]), 0) }
}

/** What the couplings cost more by all that is placed. */
function couplingsOver(rows: FixedRows): number {
  const placed = rows.placements()
  let growth = 0
  for (const coupling of new Set(placed.flatMap((one) => rows.route.couplingsOf(one.line)))) {
    const lines = new Set(coupling.lines)
    growth += coupling.cost(placed.filter((one) => lines.has(one.line))) - coupling.cost([])
  }
  return growth
}

/** Synchronisations between tasks of two visits that are both to be placed. */
function tiedAcross({ problem, tasks }: OpenRoute): boolean {
  return problem.syncs.some((sync) => {
    const [first, second] = [tasks.get(sync.first), tasks.get(sync.second)]
    return first !== undefined && second !== undefined && first.visit !== second.visit
  })
}
