/**
 * One axis of elapsed minutes under the planning, so that 90 minutes are 90 minutes on the days on which the clock changes too.
 * Zero is the local midnight at which the axis begins. Conversions to the wall and back happen here and nowhere else.
 */
import { addDays, type LocalDate, toInstant, toLocal } from '../domain/local-time.ts'

const MINUTE_MS = 60_000
const DAY = 1440

export interface TimeAxis {
  /**
   * Elapsed minutes at a wall time. `minute` counts from local midnight and may pass 1440. A time that the clock skips in
   * spring is the moment after it moved on; of a doubled one in autumn it is the first.
   */
  at(date: LocalDate, minute: number): number
  /** The wall time at elapsed minutes. Fractions of a minute are kept. */
  wall(elapsed: number): { readonly date: LocalDate; readonly minute: number }
  /** How many minutes the day has: 1380, 1440 or 1500. */
  dayLength(date: LocalDate): number
}

/** An axis from the midnight that begins `from`; days before and after it are reached as well. */
export function timeAxis(from: LocalDate): TimeAxis {
  const origin = toInstant(from, '00:00').getTime()
  const midnights = new Map<LocalDate, number>()
  const midnight = (date: LocalDate): number => {
    const known = midnights.get(date)
    if (known !== undefined) return known
    const value = (toInstant(date, '00:00').getTime() - origin) / MINUTE_MS
    midnights.set(date, value)
    return value
  }
  const dayLength = (date: LocalDate) => midnight(addDays(date, 1)) - midnight(date)

  const onShortOrLongDay = (date: LocalDate, minute: number): number => {
    const whole = Math.floor(minute)
    const hours = `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
    return (toInstant(date, hours).getTime() - origin) / MINUTE_MS + (minute - whole)
  }

  const at = (date: LocalDate, minute: number): number => {
    if (minute < 0 || minute >= DAY) {
      const days = Math.floor(minute / DAY)
      return at(addDays(date, days), minute - days * DAY)
    }
    return dayLength(date) === DAY ? midnight(date) + minute : onShortOrLongDay(date, minute)
  }

  const wall = (elapsed: number) => {
    let date = addDays(from, Math.floor(elapsed / DAY))
    if (midnight(date) > elapsed) date = addDays(date, -1)
    else if (midnight(addDays(date, 1)) <= elapsed) date = addDays(date, 1)
    const since = elapsed - midnight(date)
    if (dayLength(date) === DAY) return { date, minute: since }
    const whole = Math.floor(since)
    const local = toLocal(new Date(origin + (midnight(date) + whole) * MINUTE_MS))
    const minute = Number(local.time.slice(0, 2)) * 60 + Number(local.time.slice(3, 5)) + (since - whole)
    return { date: local.date, minute }
  }

  return { at, wall, dayLength }
}
