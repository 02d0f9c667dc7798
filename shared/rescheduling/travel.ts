/** Minutes on the road. The engine asks an interface: the table of speeds below, or a matrix that a service has worked out. */
import type { Place } from './planning.ts'
import type { RescheduleSettings } from './settings.ts'

export interface Travel {
  /** Whole minutes from one place to another, never below zero; 0 where a place is not known. */
  minutes(from: Place | null, to: Place | null): number
}

const EARTH_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine). */
export function kilometres(a: Place, b: Place): number {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2)
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2)
  const h = sinLat * sinLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon * sinLon
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * Travel by great-circle distance, the provider's detour and its table of speeds, rounded up to whole minutes. Each stretch of
 * the way is driven at the speed of its row, so that a longer way never takes less time.
 */
export function tableTravel(settings: Pick<RescheduleSettings, 'speeds' | 'detour'>): Travel {
  const rows = [...settings.speeds].sort((a, b) => a.km - b.km)
  return {
    minutes(from, to) {
      if (from === null || to === null) return 0
      const way = kilometres(from, to) * settings.detour
      let [done, minutes] = [0, 0]
      for (const [index, row] of rows.entries()) {
        const until = index === rows.length - 1 ? way : Math.min(way, row.km)
        if (until <= done) continue
        minutes += ((until - done) / row.kmPerHour) * 60
        done = until
      }
      // A hair above a whole minute is float dust, not a minute.
      return Math.max(0, Math.ceil(minutes - 1e-9))
    },
  }
}

/** Travel from a matrix of minutes, as a matrix service hands it out; unknown pairs fall back. */
export function matrixTravel(minutes: (from: Place, to: Place) => number | undefined, fallback: Travel): Travel {
  return {
    minutes: (from, to) => (from === null || to === null ? 0 : (minutes(from, to) ?? fallback.minutes(from, to))),
  }
}
