/**
 * Weights and norms of rescheduling, per provider, visible to who works with them. Everything soft is said in minutes, so that
 * the parts of a score add up to it.
 */
import { z } from 'zod'
import { typedText } from '../domain/ids.ts'

const weight = z.number().min(0).max(1000)

/** What a minute, a day or an event costs, in minutes of score. */
export const rescheduleWeights = z.strictObject({
  /** Per extra minute on the road. */
  travel: weight,
  /** Per minute that a visit starts earlier or later in the day than it stood. */
  timeShift: weight,
  /** Per day that a visit moves. */
  dayMoved: weight,
  /** A caregiver the client has not seen before. */
  newCaregiver: weight,
  /** A known one who is not the usual caregiver. */
  notUsual: weight,
  /** Per minute above the contract hours of that week. */
  overContract: weight,
  /** Per minute that a caregiver is paid for and no longer works (changed within `paidWithinDays`). */
  paidUnused: weight,
  /** A client whose visit changes though they asked for nothing. */
  clientDisturbed: weight,
  /** Per minute outside the time the client likes best. */
  unpreferred: weight,
  /** A warning rule that is broken: high, so that such a place comes after those that break none. */
  warning: weight,
})
export type RescheduleWeights = z.infer<typeof rescheduleWeights>

/** Working-time norms (Arbeidstijdenwet, collective agreement); all in minutes, see docs/rescheduling.md. */
export const workingTimeNorms = z.strictObject({
  restPerDay: z.number().int().min(0),
  /** Once in seven days the daily rest may be this short. */
  restPerDayOnce: z.number().int().min(0),
  restPerWeek: z.number().int().min(0),
  shift: z.number().int().min(1),
  week: z.number().int().min(1),
  average16Weeks: z.number().int().min(1),
  breaks: z.array(z.strictObject({ over: z.number().int(), minutes: z.number().int() })).max(20),
  /** A gap counts as a break from this length on. */
  shortestBreak: z.number().int().min(1),
})
export type WorkingTimeNorms = z.infer<typeof workingTimeNorms>

export const rescheduleSettings = z.strictObject({
  weights: rescheduleWeights,
  norms: workingTimeNorms,
  /** Starts are proposed on this raster of wall time, in minutes. */
  startRaster: z.number().int().min(1).max(60),
  /** Service codes that are carried out on closed days too. */
  everyDayServices: z.array(typedText(40)).max(200),
  /** A change within so many days is still paid. */
  paidWithinDays: z.number().int().min(0),
  /** Speed on the road by great-circle distance: up to `km` at `kmPerHour`; the last row holds for all beyond. */
  speeds: z
    .array(z.strictObject({ km: z.number().min(0), kmPerHour: z.number().min(1) }))
    .min(1)
    .max(50),
  /** Roads are longer than the crow flies, by this factor. */
  detour: z.number().min(1).max(3),
})
export type RescheduleSettings = z.infer<typeof rescheduleSettings>

const HOUR = 60

/**
 * Where a provider starts. The shift norm is that of the collective agreement (10 h; the law's 12 h only when unforeseen).
 */
export const DEFAULT_SETTINGS: RescheduleSettings = {
  weights: {
    travel: 1,
    timeShift: 0.05,
    dayMoved: 2.5,
    newCaregiver: 12,
    notUsual: 4,
    overContract: 0.15,
    paidUnused: 0.25,
    clientDisturbed: 10,
    unpreferred: 0.1,
    warning: 240,
  },
  norms: {
    restPerDay: 11 * HOUR,
    restPerDayOnce: 8 * HOUR,
    restPerWeek: 36 * HOUR,
    shift: 10 * HOUR,
    week: 60 * HOUR,
    average16Weeks: 48 * HOUR,
    breaks: [
      { over: 5.5 * HOUR, minutes: 30 },
      { over: 10 * HOUR, minutes: 45 },
    ],
    shortestBreak: 15,
  },
  startRaster: 15,
  everyDayServices: [],
  paidWithinDays: 4,
  speeds: [
    { km: 2, kmPerHour: 15 },
    { km: 10, kmPerHour: 30 },
    { km: 1000, kmPerHour: 60 },
  ],
  detour: 1.3,
}
