/**
 * How a process announces events to the others: on one channel, with the events themselves when they fit. PostgreSQL delivers what is
 * announced in the order of the commits, which is that of the numbers (write.ts), but only to who is connected: whoever misses a number
 * reads the log.
 */
import type { DesktopEvent } from '../../../shared/api/events.ts'

export const EVENT_CHANNEL = 'portal_desk_events'

/** PostgreSQL takes less than 8000 bytes; everything in an event is ASCII. */
export const ANNOUNCED_MAX = 7500

export interface Announced {
  readonly provider: string
  /** Empty when they did not fit. */
  readonly events: readonly DesktopEvent[]
}

export function announcedIn(payload: string): Announced {
  return JSON.parse(payload) as Announced
}
