/** A plan under the `fixed` policy in the making: the lines as they stand, with what was placed on them so far. */
import type { Line, Placement, Stop, Task } from '../route-problem.ts'
import type { OpenRoute } from './open-route.ts'
import { lateness } from './tolerance.ts'

export interface Seat {
  readonly line: Line
  readonly start: number
}

export class FixedRows {
  readonly route: OpenRoute
  /** Rows of the lines on which something was placed, by start. */
  private readonly touched = new Map<Line, Stop[]>()
  private readonly seats = new Map<string, Seat>()

  constructor(route: OpenRoute) {
    this.route = route
  }

  row(line: Line): readonly Stop[] {
    return this.touched.get(line) ?? line.stops
  }

  isTouched(line: Line): boolean {
    return this.touched.has(line)
  }

  get touchedLines(): Iterable<Line> {
    return this.touched.keys()
  }

  /** Where a task stands, placed or from before. */
  seat(task: string): Seat | null {
    const placed = this.seats.get(task)
    if (placed) return placed
    const stands = this.route.stops.get(task)
    return stands ? { line: stands.line, start: stands.stop.start } : null
  }

  isPlaced(task: string): boolean {
    return this.seats.has(task)
  }

  place(task: Task, line: Line, start: number): void {
    const window = this.route.problem.windowOn(task, line) ?? { from: start, to: start, late: 'soft' as const }
    const row = [...this.row(line)]
    const at = row.findIndex((stop) => stop.start > start)
    row.splice(at < 0 ? row.length : at, 0, { task, start, window })
    this.touched.set(line, row)
    this.seats.set(task.id, { line, start })
  }

  takeOut(task: Task): void {
    const seat = this.seats.get(task.id)
    if (!seat) return
    const row = this.row(seat.line).filter((stop) => stop.task !== task)
    this.seats.delete(task.id)
    if (row.length === seat.line.stops.length) this.touched.delete(seat.line)
    else this.touched.set(seat.line, row)
  }

  placements(): Placement[] {
    return [...this.seats].map(([task, { line, start }]) => ({ task, line: line.id, start }))
  }

  /** Those placed on some lines. */
  private placedOn(lines: ReadonlySet<string>): Placement[] {
    return this.placements().filter((one) => lines.has(one.line))
  }

  /** What the couplings of these lines cost more with these placements than as it is now. */
  couplingGrowth(placements: readonly Placement[]): number {
    let growth = 0
    for (const coupling of new Set(placements.flatMap((one) => this.route.couplingsOf(one.line)))) {
      const lines = new Set(coupling.lines)
      const now = this.placedOn(lines)
      growth += coupling.cost([...now, ...placements.filter((one) => lines.has(one.line))]) - coupling.cost(now)
    }
    return growth
  }

  /** Minutes of the latest that anything stands after its window, of what stood and of what was placed. */
  greatest(): number {
    let greatest = standingGreatest(this.route)
    for (const line of this.touched.keys()) {
      for (const stop of this.row(line)) greatest = Math.max(greatest, lateness(stop.start, stop.window.to))
    }
    return greatest
  }
}

/** Minutes on the road along a row; a line without visits is not travelled at all. */
export function rowTravel(route: OpenRoute, line: Line, row: readonly Stop[]): number {
  const { problem } = route
  let [travel, place] = [0, line.startPlace]
  for (const { task } of row) {
    if (place !== null) travel += problem.travel(place, task.place)
    place = task.place
  }
  if (row.length > 0 && place !== null && line.endPlace !== null) travel += problem.travel(place, line.endPlace)
  return travel
}

const known = new WeakMap<OpenRoute, number>()

/** Minutes of the latest that anything that stood stands after its window. */
export function standingGreatest(route: OpenRoute): number {
  let greatest = known.get(route)
  if (greatest !== undefined) return greatest
  greatest = 0
  for (const { stop } of route.stops.values()) greatest = Math.max(greatest, lateness(stop.start, stop.window.to))
  known.set(route, greatest)
  return greatest
}
