/**
 * What rescheduling knows of a provider's planning: plain data without functions, so that it can be sent to a worker, kept with
 * the version it was read at, and checked on either side of the wire. Times are local wall time in Europe/Amsterdam.
 */
import type { LocalDate } from '../domain/local-time.ts'
import type { RescheduleSettings } from './settings.ts'

/** A point on the earth, in degrees (WGS 84). */
export interface Place {
  readonly lat: number
  readonly lon: number
}

/** Part of a day, in minutes since local midnight; `to` may pass 1440 for what runs past midnight. */
export interface DaySpan {
  readonly date: LocalDate
  readonly from: number
  readonly to: number
}

/** Part of every week, in minutes since local midnight; `weekday` 0 = Sunday … 6 = Saturday. */
export interface WeekSpan {
  readonly weekday: number
  readonly from: number
  readonly to: number
}

export interface PlanningCaregiver {
  readonly id: string
  readonly name: string
  /** Service codes this caregiver may carry out. */
  readonly qualifications: readonly string[]
  /** At work, every week. */
  readonly availability: readonly WeekSpan[]
  /** Ill, on leave, in training: not there whatever the week says. */
  readonly absences: readonly DaySpan[]
  readonly contractMinutesPerWeek: number
  /** Minutes worked in the 16 weeks before the horizon, for the average of the Arbeidstijdenwet; null = not known. */
  readonly workedBefore: { readonly minutes: number; readonly weeks: number } | null
  /** Where they set out; null = travel from and to home is not counted (it is no working time). */
  readonly home: Place | null
}

export interface PlanningClient {
  readonly id: string
  readonly name: string
  readonly place: Place | null
  /** Not at home, or no care wanted: absences on single days, and times that never suit. */
  readonly away: readonly DaySpan[]
  readonly impossible: readonly WeekSpan[]
  /** When care suits best; empty = no wish known. */
  readonly preferred: readonly WeekSpan[]
  readonly usualCaregiverId: string | null
  /** Came before, within the time the provider remembers. */
  readonly knownCaregiverIds: readonly string[]
  /** Caregivers this client does not want, or who may not come. */
  readonly unwantedCaregiverIds: readonly string[]
}

/** One caregiver's part of a visit. Most visits have one; a visit by two has two parts, tied by `sync`. */
export interface VisitPart {
  readonly caregiverId: string | null
  readonly date: LocalDate
  readonly startMinute: number
  readonly minutes: number
  readonly serviceCode: string
}

export interface PlanningVisit {
  readonly id: string
  readonly version: number
  readonly clientId: string
  readonly parts: readonly VisitPart[]
  /** Between the start of the first part and that of the second, in minutes; together = 0 and 0. Null for one part. */
  readonly sync: { readonly min: number; readonly max: number } | null
  /** Agreed with the client. */
  readonly pinned: boolean
}

export interface Planning {
  /** The last change of the planning this was read at; proposals name it. */
  readonly version: number
  /** Local date and minute of the reading: nothing is placed before it. */
  readonly now: { readonly date: LocalDate; readonly minute: number }
  /** Days on which visits may be placed, inclusive. Visits a week before and after may be there as context. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly caregivers: readonly PlanningCaregiver[]
  readonly clients: readonly PlanningClient[]
  /** Planned visits only; what lapsed is not here. */
  readonly visits: readonly PlanningVisit[]
  /** Days on which this provider does not work for the service codes named; an empty list = for none. */
  readonly closedDays: readonly { readonly date: LocalDate; readonly exceptServiceCodes: readonly string[] }[]
  readonly settings: RescheduleSettings
}
