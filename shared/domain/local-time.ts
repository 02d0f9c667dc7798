/**
 * Local wall time in Europe/Amsterdam. Visits and absences live in local time; instants are UTC.
 * A local date is `YYYY-MM-DD`, a local time `HH:MM` (24 h), minutes of a day run from 0 to 1440.
 */
import { TZDate } from '@date-fns/tz'
import { z } from 'zod'

export const ZONE = 'Europe/Amsterdam'

/** True when `value` is a date that exists in the calendar (2026-02-30 does not). */
export function isRealDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2200) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const localDate = z.string().refine(isRealDate, { error: 'date-real' })
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time-format' })
/** A month as the client's planning shows it, `YYYY-MM`. */
export const localMonth = z.string().refine((value) => isRealDate(`${value}-01`), { error: 'month-format' })

export type LocalDate = z.infer<typeof localDate>
export type LocalTime = z.infer<typeof localTime>
export type LocalMonth = z.infer<typeof localMonth>

/** Minutes since midnight of a local time. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The local time at `minutes` since midnight; wraps past midnight. */
export function timeOf(minutes: number): LocalTime {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

function asUtcDay(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}

function fromUtcDay(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10)
}

/** `date` moved by whole days; never touched by daylight saving time. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtcDay(asUtcDay(date) + days * DAY_MS)
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((asUtcDay(to) - asUtcDay(from)) / DAY_MS)
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(asUtcDay(date)).getUTCDay()
}

/** The Monday of the ISO week that holds `date`. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((weekday(date) + 6) % 7))
}

export function firstOfMonth(month: LocalMonth): LocalDate {
  return `${month}-01`
}

/** The last day of a month, inclusive. */
export function lastOfMonth(month: LocalMonth): LocalDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return fromUtcDay(Date.UTC(year, number, 0))
}

/**
 * The instant of a local date and time. In the hour that does not exist in spring the clock has
 * already moved on (02:30 is 03:30); in the doubled hour of autumn it is the first of the two.
 */
export function toInstant(date: LocalDate, time: LocalTime): Date {
  const minutes = minutesOf(time)
  const zoned = new TZDate(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
    Math.floor(minutes / 60),
    minutes % 60,
    0,
    0,
    ZONE,
  )
  const at = new Date(zoned.getTime())
  const hourBefore = new Date(at.getTime() - HOUR_MS)
  const local = toLocal(hourBefore)
  return local.date === date && local.time === time ? hourBefore : at
}

/** The local date and time at an instant. */
export function toLocal(at: Date): { date: LocalDate; time: LocalTime } {
  const zoned = new TZDate(at.getTime(), ZONE)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    date: `${zoned.getFullYear()}-${two(zoned.getMonth() + 1)}-${two(zoned.getDate())}`,
    time: `${two(zoned.getHours())}:${two(zoned.getMinutes())}`,
  }
}
