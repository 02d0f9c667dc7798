/** The clock column of a row: what is left and when it is, and how full the ring stands. */
import { addDays, daysBetween, type LocalDate, toInstant, toLocal } from '../../../shared/domain/local-time.ts'
import { isWorkingDay } from '../../../shared/domain/working-days.ts'
import { ringFraction } from '../../components/due-ring.ts'
import type { RowClock } from '../../components/QueueRow.tsx'
import { dayAndMonth, nearMoment, type Telling, todayAt, weekdayNumber } from './dates.ts'
import { shortSpan, untilSaid } from './spans.ts'

/** Within this time of its moment a case is urgent (look: the hot colour). */
const URGENT_MS = 2 * 3_600_000
/** The ring fills over this many working days. */
const RING_WORKING_DAYS = 3

export function isUrgent(dueAt: string, now: number): boolean {
  return Date.parse(dueAt) - now <= URGENT_MS
}

/** The moment `days` working days before a due moment, at the same time of day. */
export function workingDaysBefore(dueAt: string, days: number): number {
  const due = toLocal(new Date(dueAt))
  let date: LocalDate = due.date
  for (let left = days; left > 0; ) {
    date = addDays(date, -1)
    if (isWorkingDay(date)) left -= 1
  }
  return toInstant(date, due.time).getTime()
}

/** Today what is left comes first; another day the moment does. */
export function dueClock(dueAt: string, telling: Telling): RowClock {
  const { t, now } = telling
  const left = Date.parse(dueAt) - now
  const { date, time } = toLocal(new Date(dueAt))
  const today = todayAt(now)
  const spoken = `${untilSaid(left, t)}, ${t('time.at', { moment: date === today ? time : nearMoment(date, time, telling) })}`
  const fraction = ringFraction(workingDaysBefore(dueAt, RING_WORKING_DAYS), Date.parse(dueAt), now)
  if (left <= 0) return { main: shortSpan(left, t), sub: t('time.late'), spoken, fraction }
  if (date === today) return { main: shortSpan(left, t), sub: time, spoken, fraction }
  if (date === addDays(today, 1)) return { main: time, sub: shortSpan(left, t), spoken, fraction }
  // A week from now a weekday no longer says which one.
  const main = daysBetween(today, date) < 7 ? weekdayNumber(date, telling) : dayAndMonth(date, telling)
  return { main, sub: time, spoken, fraction }
}
