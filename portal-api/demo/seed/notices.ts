/** The open absence notices of the demo: what was told, for how long, and whether in time. */
import { type AbsenceFields, type AbsenceType, WHOLE_DAY } from '../../../shared/domain/absences.ts'
import { addDays, timeOf, toLocal } from '../../../shared/domain/local-time.ts'
import type { Chance } from './chance.ts'
import { MINUTE_MS, shortlyAfter, workingDaysBefore, writtenOn } from './moments.ts'
import { type PlannedVisit, startOf, type When } from './when.ts'

export interface NoticeRecipe {
  readonly when: When
  readonly type: AbsenceType
  /** Days it lasts; `part` = some hours of one day, `open` = end unknown. */
  readonly lasts: number | 'part' | 'open'
  readonly told: 'in-time' | 'late'
  readonly changed?: true
}

/** The backlog of a provider with absence notices; about what its planners see on a Monday. */
export const OPEN_NOTICES: readonly NoticeRecipe[] = [
  { when: 'past', type: 'admission', lasts: 3, told: 'late' },
  { when: 'past', type: 'holiday', lasts: 1, told: 'in-time' },
  { when: 'soon', type: 'other-residence', lasts: 'open', told: 'late' },
  { when: 'soon', type: 'holiday', lasts: 1, told: 'in-time', changed: true },
  { when: 'soon', type: 'admission', lasts: 4, told: 'late' },
  { when: 'today', type: 'health-risk', lasts: 5, told: 'in-time' },
  { when: 'today', type: 'holiday', lasts: 'part', told: 'in-time' },
  { when: 'tomorrow', type: 'holiday', lasts: 12, told: 'in-time' },
  { when: 'tomorrow', type: 'admission', lasts: 'open', told: 'late' },
  { when: 'tomorrow', type: 'holiday', lasts: 'part', told: 'in-time' },
  { when: 'tomorrow', type: 'health-risk', lasts: 7, told: 'late' },
  { when: 'day-2', type: 'holiday', lasts: 1, told: 'in-time' },
  { when: 'day-2', type: 'other-residence', lasts: 'open', told: 'in-time' },
  { when: 'day-2', type: 'holiday', lasts: 10, told: 'in-time', changed: true },
  { when: 'day-3', type: 'health-risk', lasts: 'open', told: 'in-time' },
  { when: 'day-3', type: 'holiday', lasts: 'part', told: 'in-time' },
  { when: 'week', type: 'holiday', lasts: 8, told: 'in-time' },
  { when: 'week', type: 'admission', lasts: 6, told: 'in-time' },
  { when: 'week', type: 'holiday', lasts: 1, told: 'in-time' },
  { when: 'week', type: 'other-residence', lasts: 21, told: 'in-time' },
  { when: 'later', type: 'holiday', lasts: 16, told: 'in-time' },
  { when: 'later', type: 'holiday', lasts: 1, told: 'in-time' },
  { when: 'later', type: 'other-residence', lasts: 'open', told: 'in-time' },
]

/** A notice with the moments at which it was told and changed. */
export interface ToldNotice {
  readonly notice: AbsenceFields
  readonly submittedAt: Date
  readonly changedAt: Date | null
  readonly before: AbsenceFields | null
}

/** Minutes that a part of a day reaches around the visit it is about. */
const MARGIN = 60

function fieldsOf(recipe: NoticeRecipe, visit: PlannedVisit): AbsenceFields {
  const whole = { type: recipe.type, wholeDay: true, startTime: null, endTime: null, startDate: visit.date }
  if (recipe.lasts === 'open') return { ...whole, days: 'several', endDateKnown: false, endDate: null }
  if (recipe.lasts === 'part') {
    const startTime = timeOf(Math.max(0, visit.startMinute - MARGIN))
    const ends = visit.startMinute + visit.minutes + MARGIN
    const endTime = ends < 1440 ? timeOf(ends) : WHOLE_DAY.end
    return { ...whole, days: 'one', endDateKnown: true, endDate: null, wholeDay: false, startTime, endTime }
  }
  if (recipe.lasts === 1) return { ...whole, days: 'one', endDateKnown: true, endDate: null }
  return { ...whole, days: 'several', endDateKnown: true, endDate: addDays(visit.date, recipe.lasts - 1) }
}

/** What a notice said before the client changed it: it ended earlier. */
function beforeChange(notice: AbsenceFields): AbsenceFields {
  return notice.days === 'one'
    ? { ...notice, days: 'several', endDate: addDays(notice.startDate, 2) }
    : { ...notice, endDate: notice.startDate }
}

/** When it was told: late is the evening before or this morning, in time is four to eight working days before the visit. */
function toldAt(recipe: NoticeRecipe, visit: PlannedVisit, now: Date, chance: Chance): Date {
  const start = startOf(visit)
  if (recipe.told === 'late') {
    const until = start < now ? start : now
    return new Date(until.getTime() - chance.int(25, 150) * MINUTE_MS)
  }
  const day = workingDaysBefore(visit.date, chance.int(4, 8))
  const here = toLocal(now).date
  return writtenOn(day < here ? day : workingDaysBefore(here, chance.int(0, 2)), now, chance)
}

/** Fills a recipe for the visit that the notice begins with. */
export function tellNotice(recipe: NoticeRecipe, visit: PlannedVisit, now: Date, chance: Chance): ToldNotice {
  const notice = fieldsOf(recipe, visit)
  const submittedAt = toldAt(recipe, visit, now, chance)
  if (!recipe.changed) return { notice, submittedAt, changedAt: null, before: null }
  const until = startOf(visit) < now ? startOf(visit) : now
  return { notice, submittedAt, changedAt: shortlyAfter(submittedAt, 40, until, chance), before: beforeChange(notice) }
}
