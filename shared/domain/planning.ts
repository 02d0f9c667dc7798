/** Visits: planned services with date, start, duration, service code, caregiver and client. */
import { z } from 'zod'
import { optionalText, typedText, uuid, version } from './ids.ts'
import { addDays, type LocalDate, type LocalTime, localDate, localTime, minutesOf, timeOf } from './local-time.ts'

export const visitStatus = z.enum(['planned', 'cancelled'])
export type VisitStatus = z.infer<typeof visitStatus>

export const caregiverRef = z.object({ id: uuid, name: z.string() })
export type CaregiverRef = z.infer<typeof caregiverRef>

/** A visit as staff see it. `minutes` is its length; it may run past midnight. `previous` is where it stood before it was moved. */
export const visit = z.object({
  id: uuid,
  date: localDate,
  startTime: localTime,
  minutes: z.number().int().min(1).max(1440),
  serviceCode: z.string(),
  status: visitStatus,
  caregivers: z.array(caregiverRef),
  pinned: z.boolean(),
  previous: z.object({ date: localDate, startTime: localTime }).nullable(),
  version,
})
export type Visit = z.infer<typeof visit>

/** A row of the client's planning: `14 apr 2021, woensdag, 09:00, HV 1, Danny`. */
export const planningRow = z.object({
  id: uuid,
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  serviceCode: z.string(),
  /** The name the client sees: the first name of each caregiver. */
  caregiver: z.string(),
  status: visitStatus,
  /** True when it was moved since it was first planned. */
  changed: z.boolean(),
  /** The project it belongs to, for contacts of an organisation. */
  project: z.object({ id: uuid, name: z.string() }).nullable(),
})
export type PlanningRow = z.infer<typeof planningRow>

/** Who may read what an appointment is about: everybody, or all but the staff (Openbaar, Privé). */
export const visibility = z.enum(['public', 'private'])

/** Mijn Afspraken: what clients put in their agenda themselves. */
export const appointmentInput = z
  .strictObject({
    title: typedText(120),
    note: optionalText(1000).default(''),
    date: localDate,
    startTime: localTime,
    endTime: localTime,
    visibility,
  })
  .superRefine((value, context) => {
    if (value.endTime <= value.startTime) context.addIssue({ code: 'custom', path: ['endTime'], message: 'end-before-start' })
  })
export type AppointmentInput = z.infer<typeof appointmentInput>

/** An own appointment as its client reads it. */
export const appointment = z.object({
  id: uuid,
  title: z.string(),
  note: z.string(),
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  visibility,
  version,
})
export type Appointment = z.infer<typeof appointment>

/** An own appointment as staff see it: of a private one only that the client is engaged. */
export const appointmentForStaff = appointment
  .omit({ version: true })
  .extend({ title: z.string().nullable(), note: z.string().nullable() })
export type AppointmentForStaff = z.infer<typeof appointmentForStaff>

/** Where a visit is moved to. */
export const visitTarget = z.strictObject({ date: localDate, startTime: localTime, caregiverId: uuid })
export type VisitTarget = z.infer<typeof visitTarget>

/** The most caregivers that carry out one visit together. */
export const CAREGIVERS_MAX = 10

const caregiverIds = z
  .array(uuid)
  .max(CAREGIVERS_MAX)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'caregiver-twice' })

/** Where a visit is moved to, and by whom: one caregiver, or a list of those who come together. */
export const moveTarget = z
  .strictObject({
    date: localDate,
    startTime: localTime,
    caregiverId: uuid.optional(),
    caregiverIds: caregiverIds.min(1).optional(),
  })
  .superRefine((to, context) => {
    if ((to.caregiverId === undefined) === (to.caregiverIds === undefined))
      context.addIssue({ code: 'custom', path: ['caregiverIds'], message: 'one-or-list' })
  })
export type MoveTarget = z.infer<typeof moveTarget>

/** Who carries out a visit at its target. */
export function caregiversAt(to: Pick<MoveTarget, 'caregiverId' | 'caregiverIds'>): readonly string[] {
  return to.caregiverIds ?? (to.caregiverId === undefined ? [] : [to.caregiverId])
}

/** Why a planner breaks a rule that gives way to a reason. It is kept with what was decided and in the audit log. */
export const ruleOverride = z.strictObject({ reason: typedText(300) })
export type RuleOverride = z.infer<typeof ruleOverride>

/** A reason as it is kept, with the rules (ids of `shared/rescheduling/rules/catalogue.ts`) that were broken for it. */
export const overriddenRules = z.object({
  reason: z.string(),
  rules: z.array(z.object({ rule: z.string(), figures: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
export type OverriddenRules = z.infer<typeof overriddenRules>

/** The version of the planning that proposals were made on: what moved since is said where it stands in the way. */
export const planningSeen = z.number().int().min(0).optional()

/** What staff change of one visit; it names the version of the visit it was based on. `to` without caregivers keeps those it has. */
export const visitChange = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('move'),
    visitId: uuid,
    visitVersion: version,
    to: z.strictObject({ date: localDate, startTime: localTime, caregiverIds: caregiverIds.optional() }),
    override: ruleOverride.optional(),
  }),
  z.strictObject({ action: z.literal('cancel'), visitId: uuid, visitVersion: version }),
  z.strictObject({
    action: z.literal('caregivers'),
    visitId: uuid,
    visitVersion: version,
    caregiverIds,
    override: ruleOverride.optional(),
  }),
])
export type VisitChange = z.infer<typeof visitChange>

/** A place in the planning; `minutes` is its length and may run past midnight. */
export interface Slot {
  readonly date: LocalDate
  readonly startTime: LocalTime
  readonly minutes: number
}

/** Local end of a slot; after midnight it lies on the next date. */
export function endOf(slot: Slot): { date: LocalDate; time: LocalTime } {
  const end = minutesOf(slot.startTime) + slot.minutes
  return { date: addDays(slot.date, Math.floor(end / 1440)), time: timeOf(end) }
}

/** A local moment as text that sorts: `2026-11-23T09:00`. */
export function localMoment(date: LocalDate, time: LocalTime): string {
  return `${date}T${time}`
}

/** Do two slots share a minute? Touching ends do not count. */
export function overlaps(a: Slot, b: Slot): boolean {
  const endA = endOf(a)
  const endB = endOf(b)
  return (
    localMoment(a.date, a.startTime) < localMoment(endB.date, endB.time) &&
    localMoment(b.date, b.startTime) < localMoment(endA.date, endA.time)
  )
}
