/** Moments around now, in working days and at hours at which people write; never in the future. */
import { addDays, type LocalDate, minutesOf, timeOf, toInstant, toLocal } from '../../../shared/domain/local-time.ts'
import { isWorkingDay } from '../../../shared/domain/working-days.ts'
import type { Chance } from './chance.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The date `days` working days before `from`; `from` itself does not count. */
export function workingDaysBefore(from: LocalDate, days: number): LocalDate {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, -1)
    if (isWorkingDay(date)) left -= 1
  }
  return date
}

const EARLIEST = minutesOf('07:10')
const LATEST = minutesOf('21:40')

/** Hours back from now in which something was written that could not have been written later today. */
const LATELY_MINUTES = 14 * 60

/** A moment on a day at which somebody sits at the portal; when that still has to come, since yesterday evening instead. */
export function writtenOn(date: LocalDate, now: Date, chance: Chance): Date {
  const at = new Date(toInstant(date, timeOf(chance.int(EARLIEST, LATEST))).getTime() + chance.int(0, 59) * 1000)
  return at < now ? at : new Date(now.getTime() - chance.int(6, LATELY_MINUTES) * MINUTE_MS)
}

/** A moment after `from`, at most `hours` later and before now. */
export function shortlyAfter(from: Date, hours: number, now: Date, chance: Chance): Date {
  const room = Math.min(hours * HOUR_MS, now.getTime() - from.getTime() - MINUTE_MS)
  return new Date(from.getTime() + Math.max(MINUTE_MS, Math.floor((room * chance.int(20, 95)) / 100)))
}

export function today(now: Date): LocalDate {
  return toLocal(now).date
}
