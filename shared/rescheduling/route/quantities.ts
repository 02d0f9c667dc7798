/** What is not additive over lines in a problem, with its weight. */
import { couplingKey, GREATEST, type Quantity } from './columns.ts'
import type { OpenRoute } from './open-route.ts'

/** @param stops keys of the stops and tasks that lines can push each other's; none under `fixed` */
export function quantitiesOf(route: OpenRoute, stops: readonly number[]): ReadonlyMap<number, Quantity> {
  const { weights, couplings } = route.problem
  const quantities = new Map<number, Quantity>()
  const add = (key: number, weight: number) => {
    if (weight > 0) quantities.set(key, { key, weight })
  }
  for (const key of stops) add(key, weights.tardiness)
  add(GREATEST, weights.greatestTardiness)
  for (const index of couplings.keys()) add(couplingKey(index), 1)
  return quantities
}
