/** One visit: every caregiver and place for it (for two services every pair), each plan timed from nothing. */
import { OutOfTime } from './line-search.ts'
import { type Model, timed } from './model.ts'

/**
 * The cheapest plan with these nodes put in; null when there is none.
 * @throws OutOfTime
 */
export function cheapestPlace(
  model: Model,
  routes: readonly (readonly number[])[],
  nodes: readonly number[],
  outOfTime: () => boolean,
): number | null {
  const [node, ...rest] = nodes
  if (outOfTime()) throw new OutOfTime()
  if (node === undefined) return timed(model, routes)?.cost ?? null
  let best: number | null = null
  for (const [caregiver, route] of routes.entries()) {
    if (!model.may(caregiver, node, routes)) continue
    for (let at = 0; at <= route.length; at++) {
      const cost = cheapestPlace(model, routes.with(caregiver, route.toSpliced(at, 0, node)), rest, outOfTime)
      if (cost !== null && (best === null || cost < best)) best = cost
    }
  }
  return best
}
