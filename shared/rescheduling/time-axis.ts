/**
 * One axis of elapsed minutes under the planning, so that 90 minutes are 90 minutes on the days on which the clock changes too.
 * Zero is the local midnight at which the axis begins. Conversions to the wall and back happen here and nowhere else.
 */
import { addDays, daysBetween, type LocalDate, toInstant, toLocal, weekday } from '../domain/local-time.ts'

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
  /** The minute of that date at elapsed minutes: below zero before it, 1440 or more after it. */
  minuteOn(date: LocalDate, elapsed: number): number
  /** How many minutes the day has: 1380, 1440 or 1500. */
  dayLength(date: LocalDate): number
  /** Days from the first one on. */
  dayNumber(date: LocalDate): number
  /** 0 = Sunday … 6 = Saturday. */
  weekday(date: LocalDate): number
}

/** An axis from the midnight that begins `from`; days before and after it are reached as well. */
export function timeAxis(from: LocalDate): TimeAxis {
  const origin = toInstant(from, '00:00').getTime()
  // Every day that is asked for is worked out once: by its number from the first day on, and its number by its date.
  const days = new Map<number, Day>()
  const numbers = new Map<LocalDate, number>()
  const numberOf = (date: LocalDate): number => {
    const known = numbers.get(date)
    if (known !== undefined) return known
    const number = daysBetween(from, date)
    numbers.set(date, number)
    return number
  }
  const dayOf = (number: number): Day => {
    const known = days.get(number)
    if (known !== undefined) return known
    const date = addDays(from, number)
    const midnight = (toInstant(date, '00:00').getTime() - origin) / MINUTE_MS
    const next = (toInstant(addDays(date, 1), '00:00').getTime() - origin) / MINUTE_MS
    const day = { date, midnight, length: next - midnight, weekday: weekday(date) }
    days.set(number, day)
    return day
  }

  const onShortOrLongDay = (date: LocalDate, minute: number): number => {
    const whole = Math.floor(minute)
    const hours = `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
    return (toInstant(date, hours).getTime() - origin) / MINUTE_MS + (minute - whole)
  }
  const on = (number: number, minute: number): number => {
    const day = dayOf(number)
    if (minute < 0 || minute >= DAY) {
      const later = Math.floor(minute / DAY)
      return on(number + later, minute - later * DAY)
    }
    return day.length === DAY ? day.midnight + minute : onShortOrLongDay(day.date, minute)
  }
  const numberAt = (elapsed: number): number => {
    const guess = Math.floor(elapsed / DAY)
    const { midnight, length } = dayOf(guess)
    return elapsed < midnight ? guess - 1 : elapsed >= midnight + length ? guess + 1 : guess
  }
  const minuteIn = ({ midnight, length }: Day, elapsed: number): number => {
    const since = elapsed - midnight
    if (length === DAY) return since
    const whole = Math.floor(since)
    const local = toLocal(new Date(origin + (midnight + whole) * MINUTE_MS))
    return Number(local.time.slice(0, 2)) * 60 + Number(local.time.slice(3, 5)) + (since - whole)
  }

  return {
    at: (date, minute) => on(numberOf(date), minute),
    wall(elapsed) {
      const day = dayOf(numberAt(elapsed))
      return { date: day.date, minute: minuteIn(day, elapsed) }
    },
    minuteOn(date, elapsed) {
      const [number, asked] = [numberAt(elapsed), numberOf(date)]
      return minuteIn(dayOf(number), elapsed) + DAY * (number - asked)
    },
    dayLength: (date) => dayOf(numberOf(date)).length,
    dayNumber: numberOf,
    weekday: (date) => dayOf(numberOf(date)).weekday,
  }
}

interface Day {
  readonly date: LocalDate
  readonly midnight: number
  /** In minutes. */
  readonly length: number
  readonly weekday: number
}
