/** Places on the map for the demo: in the provider's region, at no address that means anything. */
import type { Chance } from './chance.ts'

export interface DemoSpot {
  readonly lat: number
  readonly lon: number
}

const KM_PER_DEGREE = 111.2
/** Five figures behind the point are a metre: more would say nothing. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** A spot within so many kilometres north, south, east or west of another. */
export function near(chance: Chance, { lat, lon }: DemoSpot, kilometres: number): DemoSpot {
  const share = () => (chance.int(-1000, 1000) / 1000) * (kilometres / KM_PER_DEGREE)
  return { lat: rounded(lat + share()), lon: rounded(lon + share() / Math.cos((lat * Math.PI) / 180)) }
}
