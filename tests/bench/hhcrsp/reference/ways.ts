/** Shortest ways when any of the tasks may be visited on the way: below them no plan can come. */
import { distance, type Model } from './model.ts'

export interface Ways {
  /** Minutes on the road. */
  readonly road: readonly Float64Array[]
  /** Minutes until arrival, the tasks' own minutes included. */
  readonly time: readonly Float64Array[]
}

export function waysThrough(model: Model, tasks: readonly number[]): Ways {
  const close = (withMinutes: boolean): Float64Array[] => {
    const size = model.distances.length
    const rows = Array.from({ length: size }, (_, from) =>
      Float64Array.from({ length: size }, (__, to) => distance(model, from, to)),
    )
    for (const task of tasks) {
      const { place, minutes } = model.nodes[task] as Model['nodes'][number]
      const via = rows[place] as Float64Array
      for (const row of rows) {
        const half = (row[place] as number) + (withMinutes ? minutes : 0)
        for (let to = 0; to < size; to++)
          if (half + (via[to] as number) < (row[to] as number)) row[to] = half + (via[to] as number)
      }
    }
    return rows
  }
  return { road: close(false), time: close(true) }
}
