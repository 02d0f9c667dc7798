/**
 * Working days: Monday to Friday without Dutch public holidays.
 * The list follows the Algemene termijnenwet (art. 3), which counts Goede Vrijdag and 5 May every year.
 * A provider may add or remove days: `closed` and `open` carry its changes.
 */
import { addDays, type LocalDate, weekday } from './local-time.ts'

export interface HolidayChanges {
  /** Days this provider is closed on top of the law's list. */
  readonly closed: readonly LocalDate[]
  /** Days of the law's list on which this provider works. */
  readonly open: readonly LocalDate[]
}

export const NO_CHANGES: HolidayChanges = { closed: [], open: [] }

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones, Butcher). */
export function easter(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The public holidays of a year, in order of the calendar. */
export function publicHolidays(year: number): readonly LocalDate[] {
  const sunday = easter(year)
  const kingsDay = weekday(`${year}-04-27`) === 0 ? `${year}-04-26` : `${year}-04-27`
  return [
    `${year}-01-01`,
    addDays(sunday, -2),
    sunday,
    addDays(sunday, 1),
    kingsDay,
    `${year}-05-05`,
    addDays(sunday, 39),
    addDays(sunday, 49),
    addDays(sunday, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ].sort()
}

export function isWorkingDay(date: LocalDate, changes: HolidayChanges = NO_CHANGES): boolean {
  if (changes.closed.includes(date)) return false
  const day = weekday(date)
  if (day === 0 || day === 6) return false
  if (changes.open.includes(date)) return true
  return !publicHolidays(Number(date.slice(0, 4))).includes(date)
}

/**
 * Working days that lie wholly between two dates, both excluded: told on Monday for Friday gives 3.
 * Never negative. Counts at most `cap` (a notice for next year need not walk the calendar).
 */
export function workingDaysBetween(told: LocalDate, on: LocalDate, changes: HolidayChanges = NO_CHANGES, cap = 30): number {
  let count = 0
  for (let date = addDays(told, 1); date < on && count < cap; date = addDays(date, 1)) {
    if (isWorkingDay(date, changes)) count += 1
  }
  return count
}

/** The date `days` working days after `from`; `from` itself does not count. */
export function addWorkingDays(from: LocalDate, days: number, changes: HolidayChanges = NO_CHANGES): LocalDate {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, changes)) left -= 1
  }
  return date
}
