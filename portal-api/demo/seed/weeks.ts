/**
 * The visits of one week from the standing roster, with what real weeks bring: a substitute, a moved visit,
 * one that lapsed, one that was agreed by phone. The same week comes out the same whenever it is made.
 */

import { addDays, type LocalDate } from '../../../shared/domain/local-time.ts'
import { publicHolidays } from '../../../shared/domain/working-days.ts'
import type { visitAssignments, visits } from '../../db/schema/index.ts'
import type { CaregiverRow } from './caregivers.ts'
import { chanceOf, demoId } from './chance.ts'
import type { WeeklyPattern } from './patterns.ts'

export type VisitRow = typeof visits.$inferInsert
export type AssignmentRow = typeof visitAssignments.$inferInsert

/** A stretch of a day in which a caregiver is busy with a visit that is not made here. */
export interface TakenSlot {
  readonly caregiverId: string
  readonly date: LocalDate
  readonly startMinute: number
  readonly minutes: number
}

export interface Week {
  readonly visits: VisitRow[]
  readonly assignments: AssignmentRow[]
}

/** How many weeks are planned before and after the week of today. */
const WEEKS_BACK = 4
const WEEKS_AHEAD = 4

/** The Mondays of the weeks the demo plans, around the Monday of today's week. */
export function plannedMondays(monday: LocalDate): LocalDate[] {
  return Array.from({ length: WEEKS_BACK + 1 + WEEKS_AHEAD }, (_, week) => addDays(monday, (week - WEEKS_BACK) * 7))
}

interface Plan {
  readonly pattern: WeeklyPattern
  readonly date: LocalDate
  startMinute: number
  caregiverId: string
  cancelled: boolean
  pinned: boolean
  movedFrom: number | null
}

const SUBSTITUTE = 0.04
const MOVED = 0.02
const CANCELLED = 0.02
const PINNED = 0.03

class Days {
  readonly #busy = new Map<string, { id: string; from: number; to: number }[]>()

  isFree(caregiverId: string, date: LocalDate, from: number, to: number, except: string): boolean {
    const day = this.#busy.get(`${caregiverId} ${date}`) ?? []
    return day.every((other) => other.id === except || to <= other.from || other.to <= from)
  }

  take(id: string, caregiverId: string, date: LocalDate, from: number, minutes: number): void {
    const key = `${caregiverId} ${date}`
    this.#busy.set(key, [...(this.#busy.get(key) ?? []), { id, from, to: from + minutes }])
  }

  leave(id: string, caregiverId: string, date: LocalDate): void {
    const key = `${caregiverId} ${date}`
    this.#busy.set(
      key,
      (this.#busy.get(key) ?? []).filter((other) => other.id !== id),
    )
  }
}

/** A caregiver who works that day, is qualified, and is free from `startMinute`. */
function stepIn(plan: Plan, caregivers: readonly CaregiverRow[], days: Days, weekday: number): string | null {
  const { pattern, date } = plan
  const end = plan.startMinute + pattern.minutes
  const found = caregivers.find(
    (one) =>
      one.id !== plan.caregiverId &&
      one.weekdays.includes(weekday) &&
      one.qualifications.includes(pattern.serviceCode) &&
      plan.startMinute >= one.fromMinute &&
      end <= one.toMinute &&
      days.isFree(one.id, date, plan.startMinute, end, pattern.key),
  )
  return found?.id ?? null
}

/**
 * The visits of the week that begins on `monday`. What `taken` holds is respected: a visit in its way gets
 * a substitute, and falls out when there is none.
 */
export function weekOf(
  seed: number,
  provider: string,
  monday: LocalDate,
  roster: readonly WeeklyPattern[],
  caregivers: readonly CaregiverRow[],
  taken: readonly TakenSlot[] = [],
): Week {
  const days = new Days()
  for (const [index, slot] of taken.entries())
    days.take(`taken ${index}`, slot.caregiverId, slot.date, slot.startMinute, slot.minutes)
  const byId = new Map(caregivers.map((one) => [one.id, one]))
  const holidays = new Set([monday, addDays(monday, 6)].flatMap((date) => publicHolidays(Number(date.slice(0, 4)))))
  const plans: Plan[] = []
  for (const pattern of roster) {
    const date = addDays(monday, (pattern.weekday + 6) % 7)
    if (!pattern.everyDay && holidays.has(date)) continue
    const plan: Plan = {
      pattern,
      date,
      startMinute: pattern.startMinute,
      caregiverId: pattern.caregiverId,
      cancelled: false,
      pinned: false,
      movedFrom: null,
    }
    if (!days.isFree(plan.caregiverId, date, plan.startMinute, plan.startMinute + pattern.minutes, pattern.key)) {
      const other = stepIn(plan, caregivers, days, pattern.weekday)
      if (!other) continue
      plan.caregiverId = other
    }
    days.take(pattern.key, plan.caregiverId, date, plan.startMinute, pattern.minutes)
    plans.push(plan)
  }
  for (const plan of plans) vary(plan, chanceOf(seed, provider, monday, plan.pattern.key), caregivers, byId, days)
  return {
    visits: plans.map((plan) => visitRow(seed, provider, plan)),
    assignments: plans.map((plan) => assignmentRow(seed, provider, plan)),
  }
}

function vary(
  plan: Plan,
  chance: ReturnType<typeof chanceOf>,
  caregivers: readonly CaregiverRow[],
  byId: ReadonlyMap<string, CaregiverRow>,
  days: Days,
): void {
  const { pattern, date } = plan
  const draw = chance.int(0, 999) / 1000
  if (draw < SUBSTITUTE) {
    const other = stepIn(plan, chance.shuffled(caregivers), days, pattern.weekday)
    if (!other) return
    days.leave(pattern.key, plan.caregiverId, date)
    plan.caregiverId = other
    days.take(pattern.key, other, date, plan.startMinute, pattern.minutes)
  } else if (draw < SUBSTITUTE + MOVED) {
    const later = plan.startMinute + chance.pick([-60, -30, 30, 60])
    const own = byId.get(plan.caregiverId)
    const end = later + pattern.minutes
    if (!own || later < own.fromMinute || end > own.toMinute) return
    if (!days.isFree(own.id, date, later, end, pattern.key)) return
    days.leave(pattern.key, own.id, date)
    plan.movedFrom = plan.startMinute
    plan.startMinute = later
    days.take(pattern.key, own.id, date, later, pattern.minutes)
  } else if (draw < SUBSTITUTE + MOVED + CANCELLED) {
    plan.cancelled = true
  } else if (draw < SUBSTITUTE + MOVED + CANCELLED + PINNED) {
    plan.pinned = true
  }
}

const DAYS_KNOWN_BEFORE = 28

/** When the roster became known: in the morning, four weeks before; `later` days after that. */
function madeAt(date: LocalDate, later = 0): Date {
  return new Date(Date.parse(`${date}T08:00:00Z`) + (later - DAYS_KNOWN_BEFORE) * 86_400_000)
}

function visitRow(seed: number, provider: string, plan: Plan): VisitRow {
  const { pattern, date } = plan
  const changed = plan.cancelled || plan.movedFrom !== null
  return {
    id: demoId(seed, madeAt(date), provider, 'visit', pattern.key, date),
    provider,
    clientId: pattern.clientId,
    projectId: pattern.projectId,
    date,
    startMinute: plan.startMinute,
    minutes: pattern.minutes,
    serviceCode: pattern.serviceCode,
    status: plan.cancelled ? 'cancelled' : 'planned',
    pinned: plan.pinned,
    previousDate: plan.movedFrom === null ? null : date,
    previousStartMinute: plan.movedFrom,
    changedAt: changed ? madeAt(date, 7) : null,
    version: changed ? 2 : 1,
  }
}

function assignmentRow(seed: number, provider: string, plan: Plan): AssignmentRow {
  const { pattern, date } = plan
  return {
    id: demoId(seed, madeAt(date), provider, 'assignment', pattern.key, date),
    provider,
    visitId: demoId(seed, madeAt(date), provider, 'visit', pattern.key, date),
    caregiverId: plan.caregiverId,
    active: !plan.cancelled,
  }
}
