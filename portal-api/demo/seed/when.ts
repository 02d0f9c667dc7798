/**
 * When the first visit of an open notice is: a few within two hours, some past, the rest over the coming
 * days. Which client gets which place follows from the visits that are planned, whatever hour or day it is.
 */
import { addDays, type LocalDate, timeOf, toInstant, toLocal } from '../../../shared/domain/local-time.ts'
import { localMoment } from '../../../shared/domain/planning.ts'
import { addWorkingDays } from '../../../shared/domain/working-days.ts'
import type { Chance } from './chance.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, today } from './moments.ts'

export type When = 'past' | 'soon' | 'today' | 'tomorrow' | 'day-2' | 'day-3' | 'week' | 'later'

/** A planned visit, as far as a notice needs it. */
export interface PlannedVisit {
  readonly date: LocalDate
  readonly startMinute: number
  readonly minutes: number
}

export interface Candidate {
  /** A client, or a case that keeps its client. */
  readonly key: string
  readonly visits: readonly PlannedVisit[]
}

export interface Placed {
  readonly key: string
  readonly visit: PlannedVisit
}

export function startOf(visit: PlannedVisit): Date {
  return toInstant(visit.date, timeOf(visit.startMinute))
}

/** The stretch of time that a place stands for; both ends may be touched. */
function windowOf(when: When, now: Date): { from: Date; to: Date } {
  const date = today(now)
  const midnight = (day: LocalDate) => toInstant(day, '00:00')
  const day = (from: LocalDate) => ({ from: midnight(from), to: midnight(addDays(from, 1)) })
  const after = (ms: number) => new Date(now.getTime() + ms)
  switch (when) {
    case 'past':
      return { from: after(-3 * DAY_MS), to: after(-15 * MINUTE_MS) }
    case 'soon':
      return { from: after(10 * MINUTE_MS), to: after(2 * HOUR_MS) }
    case 'today':
      return { from: after(2 * HOUR_MS + MINUTE_MS), to: midnight(addDays(date, 1)) }
    case 'tomorrow':
      return day(addWorkingDays(date, 1))
    case 'day-2':
      return day(addWorkingDays(date, 2))
    case 'day-3':
      return day(addWorkingDays(date, 3))
    case 'week':
      return { from: midnight(addWorkingDays(date, 4)), to: midnight(addWorkingDays(date, 7)) }
    case 'later':
      return { from: midnight(addWorkingDays(date, 8)), to: midnight(addWorkingDays(date, 16)) }
    default: {
      const never: never = when
      return never
    }
  }
}

/** What a place falls back to when no visit lies in it: at night there is nothing within two hours. */
const FALLBACK: readonly When[] = ['tomorrow', 'day-2', 'day-3', 'week', 'later']

/** A stretch of local time as text that sorts: a visit is in it or not without reckoning with zones each time. */
interface Stretch {
  readonly from: string
  readonly to: string
}

const momentOf = (visit: PlannedVisit) => localMoment(visit.date, timeOf(visit.startMinute))

function stretchOf(when: When, now: Date): Stretch {
  const { from, to } = windowOf(when, now)
  const text = (at: Date) => {
    const { date, time } = toLocal(at)
    return localMoment(date, time)
  }
  return { from: text(from), to: text(to) }
}

function inStretch(candidate: Candidate, when: When, stretch: Stretch): PlannedVisit | null {
  const fitting = candidate.visits.filter((visit) => momentOf(visit) >= stretch.from && momentOf(visit) < stretch.to)
  return (when === 'past' ? fitting.at(-1) : fitting[0]) ?? null
}

/**
 * Gives each wish a candidate of its own and the visit it begins with, the narrowest wishes first.
 * The answer has the order of the wishes; null where nobody with visits was left.
 */
export function placeWishes(
  wishes: readonly When[],
  candidates: readonly Candidate[],
  now: Date,
  chance: Chance,
): (Placed | null)[] {
  const left = new Map(
    chance
      .shuffled(candidates)
      .map((one) => [one.key, { ...one, visits: [...one.visits].sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1)) }]),
  )
  const order: readonly When[] = ['past', 'soon', 'today', 'tomorrow', 'day-2', 'day-3', 'week', 'later']
  const answer: (Placed | null)[] = wishes.map(() => null)
  const take = (when: When): Placed | null => {
    const stretch = stretchOf(when, now)
    for (const candidate of left.values()) {
      const visit = inStretch(candidate, when, stretch)
      if (!visit) continue
      left.delete(candidate.key)
      return { key: candidate.key, visit }
    }
    return null
  }
  for (const when of order) {
    for (const [index, wish] of wishes.entries()) if (wish === when) answer[index] = take(when)
  }
  for (const [index] of wishes.entries()) {
    for (const when of FALLBACK) answer[index] ??= take(when)
  }
  return answer
}
