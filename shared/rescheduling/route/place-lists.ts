/**
 * The places of every task under the `fixed` policy, found once and kept: most lines stay as they are while a plan is made, so
 * that only the touched ones are looked at anew.
 */
import type { Line, Task } from '../route-problem.ts'
import type { LeastByStart } from './columns.ts'
import { eachPlace, eachPlaceOn, type FixedPlace } from './fixed-places.ts'
import { FixedRows } from './fixed-rows.ts'
import type { PlaceSource } from './insert-fixed.ts'
import type { OpenRoute } from './open-route.ts'

/** The places on untouched lines that cost at most `limit`, cheapest first. */
interface Known {
  readonly limit: number
  readonly places: readonly FixedPlace[]
}

/** At first as many lines are looked for as this; more when they turn out to be too few. */
const LINES_AT_FIRST = 48

/** Places as if nothing had been placed yet. */
export class PlaceLists {
  private readonly empty: FixedRows
  private readonly known = new Map<Task, Known>()

  constructor(route: OpenRoute) {
    this.empty = new FixedRows(route)
  }

  /** Every place that costs no more than `limit` while nothing else is placed; there may be dearer ones among them. */
  upTo(task: Task, limit: number): readonly FixedPlace[] {
    let known = this.known.get(task) ?? this.first(task)
    if (known.limit < limit) {
      const places: FixedPlace[] = []
      eachPlace(
        this.empty,
        task,
        () => limit,
        (place) => places.push(place),
      )
      known = { limit, places: places.sort((a, b) => a.cost - b.cost) }
    }
    this.known.set(task, known)
    return known.places
  }

  /** What a task costs at least by its start, as far as it was looked for. */
  least(task: Task): LeastByStart {
    const { limit, places } = this.known.get(task) ?? this.first(task)
    const byStart = new Map<number, number>()
    for (const { start, cost } of places) byStart.set(start, Math.min(byStart.get(start) ?? Number.POSITIVE_INFINITY, cost))
    return { byStart, otherwise: limit }
  }

  private first(task: Task): Known {
    const least = new Map<Line, number>()
    let limit = Number.POSITIVE_INFINITY
    const places: FixedPlace[] = []
    const take = (place: FixedPlace) => {
      places.push(place)
      const before = least.get(place.line)
      if (before !== undefined && before <= place.cost) return
      least.set(place.line, place.cost)
      if (before === undefined && least.size % LINES_AT_FIRST === 0) {
        limit = [...least.values()].sort((a, b) => a - b)[LINES_AT_FIRST - 1] ?? limit
      }
    }
    eachPlace(this.empty, task, () => limit, take)
    return { limit, places: places.filter((place) => place.cost <= limit).sort((a, b) => a.cost - b.cost) }
  }

  /** The places in a plan that is under way: known ones on its untouched lines, and the touched lines looked at anew. */
  source(rows: FixedRows): PlaceSource {
    return (task, bound, take) => {
      const { problem, syncsOf } = rows.route
      for (const line of rows.touchedLines) eachPlaceOn(rows, task, line, problem.placementFloor?.(task, line) ?? 0, bound, take)
      // A partner that was placed narrows the starts: then the lists, made without it, hold too much.
      const tied = syncsOf(task.id).some((sync) => rows.isPlaced(sync.first === task.id ? sync.second : sync.first))
      if (tied) {
        eachPlace(rows, task, bound, (place) => {
          if (!rows.isTouched(place.line)) take(place)
        })
        return
      }
      let done = Number.NEGATIVE_INFINITY
      for (;;) {
        const limit = this.known.get(task)?.limit ?? Number.NEGATIVE_INFINITY
        for (const place of this.upTo(task, Math.max(limit, done))) {
          if (place.cost > bound()) return
          if (place.cost > done && !rows.isTouched(place.line)) take(place)
        }
        done = this.known.get(task)?.limit ?? Number.POSITIVE_INFINITY
        if (done >= bound()) return
        this.upTo(task, bound())
      }
    }
  }
}
