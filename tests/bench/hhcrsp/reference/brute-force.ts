/** One visit: every caregiver and place for it (for two services every pair), each plan timed from nothing. */
import { type Model, timed } from './model.ts'

/** The cheapest plan with these nodes put in; null when there is none. */
export function cheapestPlace(model: Model, routes: readonly (readonly number[])[], nodes: readonly number[]): number | null {
  const [node, ...rest] = nodes
  if (node === undefined) return timed(model, routes)?.cost ?? null
  let best: number | null = null
  for (const [caregiver, route] of routes.entries()) {
    if (!model.may(caregiver, node, routes)) continue
    for (let at = 0; at <= route.length; at++) {
      const cost = cheapestPlace(model, routes.with(caregiver, route.toSpliced(at, 0, node)), rest)
      if (cost !== null && (best === null || cost < best)) best = cost
    }
  }
  return best
}
