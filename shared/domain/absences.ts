/** Absence notices: what a client reports, which visits it hits, whether it came in time. */
import { z } from 'zod'
import { uuid, version } from './ids.ts'
import { addDays, type LocalDate, type LocalTime, localDate, localTime } from './local-time.ts'
import { endOf, localMoment, moveTarget, ruleOverride } from './planning.ts'
import { type HolidayChanges, workingDaysBetween } from './working-days.ts'

export const absenceType = z.enum(['holiday', 'admission', 'other-residence', 'health-risk'])
export type AbsenceType = z.infer<typeof absenceType>

export const absenceStatus = z.enum(['open', 'processed', 'withdrawn'])
export type AbsenceStatus = z.infer<typeof absenceStatus>

/** "Een hele dag" reads 00:00 tot en met 23:55 in the portals. */
export const WHOLE_DAY = { start: '00:00', end: '23:55' } as const

const fields = {
  type: absenceType,
  days: z.enum(['one', 'several']),
  startDate: localDate,
  wholeDay: z.boolean(),
  /** Only for part of a day. Over several days the start bounds the first day, the end the last. */
  startTime: localTime.nullable().default(null),
  endTime: localTime.nullable().default(null),
  /** Only for several days. */
  endDateKnown: z.boolean().default(true),
  endDate: localDate.nullable().default(null),
}

/** The fields of a notice before the rules between fields are checked. */
export const absenceFields = z.object(fields)
export type AbsenceFields = z.infer<typeof absenceFields>

/** A notice as a client sends it, with the rules between its fields. */
export const absenceInput = z.strictObject(fields).superRefine((value, context) => {
  const wrong = (path: string, rule: string) => context.addIssue({ code: 'custom', path: [path], message: rule })
  if (value.days === 'one' && value.endDate !== null && value.endDate !== value.startDate)
    wrong('endDate', 'end-date-not-expected')
  if (value.days === 'several') {
    if (value.endDateKnown && value.endDate === null) wrong('endDate', 'end-date-missing')
    if (!value.endDateKnown && value.endDate !== null) wrong('endDate', 'end-date-not-expected')
    if (value.endDate !== null && value.endDate < value.startDate) wrong('endDate', 'end-before-start')
  }
  if (value.wholeDay) {
    if (value.startTime !== null) wrong('startTime', 'times-with-whole-day')
    if (value.endTime !== null) wrong('endTime', 'times-with-whole-day')
    return
  }
  const openEnd = value.days === 'several' && !value.endDateKnown
  if (value.startTime === null) wrong('startTime', 'times-missing')
  if (value.endTime === null && !openEnd) wrong('endTime', 'times-missing')
  const sameDay = value.days === 'one' || value.endDate === value.startDate
  if (sameDay && value.startTime !== null && value.endTime !== null && value.endTime <= value.startTime)
    wrong('endTime', 'end-before-start')
})
export type AbsenceInput = z.infer<typeof absenceInput>

/** What the sender of an accepted notice should know: the rule, the other notice where there is one, and the sentence. */
export const absenceWarning = z.object({
  rule: z.enum(['overlaps-own-notice', 'late-notice']),
  id: uuid.nullable(),
  message: z.string(),
})

/** A notice as its client reads it back. */
export const absence = z.object({
  id: uuid,
  ...fields,
  status: absenceStatus,
  submittedAt: z.iso.datetime(),
  version,
  /** Set when it came later than the portal asks; it is accepted all the same. */
  late: z.object({ workingDays: z.number().int(), required: z.number().int() }).nullable(),
  /** Own open notices whose period overlaps this one: a warning, never a refusal. */
  overlapsWith: z.array(uuid),
  /** The same two, as sentences with what they are about. */
  warnings: z.array(absenceWarning),
})
export type Absence = z.infer<typeof absence>

/** The period of a notice in local time, both ends inclusive of the moment; `to` is null while the end is unknown. */
export interface AbsencePeriod {
  readonly fromDate: LocalDate
  readonly fromTime: LocalTime
  readonly to: { readonly date: LocalDate; readonly time: LocalTime } | null
}

/** The period that the fields of a notice describe. A whole day ends at midnight, so that a visit at 23:57 is hit too. */
export function absencePeriod(notice: AbsenceFields): AbsencePeriod {
  const fromTime = notice.wholeDay ? '00:00' : (notice.startTime ?? '00:00')
  const lastDate = notice.days === 'one' ? notice.startDate : notice.endDateKnown ? notice.endDate : null
  if (lastDate === null) return { fromDate: notice.startDate, fromTime, to: null }
  return notice.wholeDay || notice.endTime === null
    ? { fromDate: notice.startDate, fromTime, to: { date: addDays(lastDate, 1), time: '00:00' } }
    : { fromDate: notice.startDate, fromTime, to: { date: lastDate, time: notice.endTime } }
}

interface VisitSlot {
  readonly date: LocalDate
  readonly startTime: LocalTime
  readonly minutes: number
}

/** Does a visit share a minute with the period? A visit that begins when the absence ends does not. */
export function isHit(period: AbsencePeriod, slot: VisitSlot): boolean {
  const end = endOf(slot)
  const startsBeforeEnd =
    period.to === null || localMoment(slot.date, slot.startTime) < localMoment(period.to.date, period.to.time)
  return startsBeforeEnd && localMoment(end.date, end.time) > localMoment(period.fromDate, period.fromTime)
}

/**
 * Working days between the day of telling and the first visit hit, against what the portal asks.
 * Null when no visit is hit or it came in time: the rule counts to the caregiver's coming, not to the start of the notice.
 */
export function lateness(
  toldOn: LocalDate,
  firstVisitOn: LocalDate | null,
  required: number,
  holidays: HolidayChanges,
): { workingDays: number; required: number } | null {
  if (firstVisitOn === null || required === 0) return null
  const workingDays = workingDaysBetween(toldOn, firstVisitOn, holidays)
  return workingDays < required ? { workingDays, required } : null
}

/** Do two notices share a minute? */
export function periodsOverlap(a: AbsencePeriod, b: AbsencePeriod): boolean {
  const before = (end: AbsencePeriod['to'], start: AbsencePeriod) =>
    end !== null && localMoment(end.date, end.time) <= localMoment(start.fromDate, start.fromTime)
  return !before(a.to, b) && !before(b.to, a)
}

/** What staff decide about one visit that a notice hits; it names the version of the visit it was based on. */
export const visitDecision = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('move'),
    visitId: uuid,
    visitVersion: version,
    to: moveTarget,
    override: ruleOverride.optional(),
  }),
  z.strictObject({ action: z.literal('cancel'), visitId: uuid, visitVersion: version }),
  z.strictObject({ action: z.literal('keep'), visitId: uuid, visitVersion: version }),
])
export type VisitDecision = z.infer<typeof visitDecision>
