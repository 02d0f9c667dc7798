/** What rescheduling knows beside the planning: wishes of clients, who may not come, who is not there, settings, and batches. */
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BatchPhase, BatchPlanRow, BatchSoFar, BatchState } from '../../../shared/api/batches.ts'
import type { LocalDate, LocalTime } from '../../../shared/domain/local-time.ts'
import type { Reason } from '../../../shared/rescheduling/score.ts'
import type { RescheduleSettings } from '../../../shared/rescheduling/settings.ts'
import { id, instant, provider, version } from './columns.ts'
import { caregivers, clients } from './people.ts'
import { providers, staff } from './providers.ts'

/** When a client cannot be visited, or likes it best, every week; minutes since local midnight. */
export const clientTimes = pgTable(
  'client_times',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    kind: text('kind').$type<'impossible' | 'preferred'>().notNull(),
    /** 0 = Sunday … 6 = Saturday. */
    weekday: integer('weekday').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
  },
  (t) => [
    index('client_times_client').on(t.clientId),
    check('client_times_kind', sql`${t.kind} in ('impossible', 'preferred')`),
    check('client_times_weekday', sql`${t.weekday} between 0 and 6`),
    check('client_times_span', sql`${t.fromMinute} >= 0 and ${t.toMinute} <= 1440 and ${t.fromMinute} < ${t.toMinute}`),
  ],
)

/** A caregiver who does not come to a client. */
export const unwantedPairings = pgTable(
  'unwanted_pairings',
  {
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    caregiverId: uuid('caregiver_id')
      .notNull()
      .references(() => caregivers.id),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.caregiverId] }), index('unwanted_pairings_caregiver').on(t.caregiverId)],
)

/** A caregiver who is ill, on leave or in training: whole days, both included. */
export const caregiverAbsences = pgTable(
  'caregiver_absences',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    caregiverId: uuid('caregiver_id')
      .notNull()
      .references(() => caregivers.id),
    fromDate: date('from_date', { mode: 'string' }).notNull(),
    toDate: date('to_date', { mode: 'string' }).notNull(),
    kind: text('kind').$type<'ill' | 'leave' | 'training'>().notNull(),
    note: text('note').notNull().default(''),
    reportedBy: uuid('reported_by')
      .notNull()
      .references(() => staff.id),
    reportedAt: instant('reported_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('caregiver_absences_caregiver').on(t.caregiverId, t.fromDate),
    check('caregiver_absences_order', sql`${t.fromDate} <= ${t.toDate}`),
  ],
)

/** Weights and norms, where a provider set its own. */
export const rescheduleSettingsTable = pgTable('reschedule_settings', {
  provider: text('provider')
    .primaryKey()
    .references(() => providers.id),
  settings: jsonb('settings').$type<RescheduleSettings>().notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => staff.id),
  changedAt: instant('changed_at').notNull(),
  version: version(),
})

/** A visit as a batch was asked for it: its version, and where it stood (not kept by earlier versions). */
export interface AskedVisit {
  readonly id: string
  readonly version: number
  readonly stood?: { readonly date: LocalDate; readonly startTime: LocalTime; readonly caregiverIds: readonly string[] }
}

/** By whom and when a plan was carried out. Ids only: names are read where they are shown. */
export interface Acceptance {
  readonly at: string
  readonly staffId: string
  /** Visits of the plan that were left out. */
  readonly leftOut: readonly string[]
  /** Clients without an address, to be phoned. */
  readonly notReached: readonly string[]
}

/**
 * A batch waiting, at work or done. Whichever process took it writes its pulse; one whose pulse stands still was cut off. A member of
 * staff has one at a time.
 */
export const rescheduleBatches = pgTable(
  'reschedule_batches',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    status: text('status').$type<BatchState['status']>().notNull().default('waiting'),
    reason: text('reason').$type<Reason>().notNull(),
    visits: jsonb('visits').$type<readonly AskedVisit[]>().notNull(),
    absenceId: uuid('absence_id').references(() => caregiverAbsences.id, { onDelete: 'set null' }),
    seconds: integer('seconds').notNull(),
    /** Thousandths. */
    progress: integer('progress').notNull().default(0),
    phase: text('phase').$type<BatchPhase>().notNull().default('reading'),
    soFar: jsonb('so_far').$type<BatchSoFar>(),
    cancelAsked: boolean('cancel_asked').notNull().default(false),
    /** Whoever asked has seen enough: it ends with the best plan so far. */
    finishAsked: boolean('finish_asked').notNull().default(false),
    pulseAt: instant('pulse_at'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    failure: text('failure').$type<BatchState['failure']>(),
    plan: jsonb('plan').$type<BatchPlanRow>(),
    accepted: jsonb('accepted').$type<Acceptance>(),
  },
  (t) => [
    uniqueIndex('reschedule_batches_one').on(t.provider, t.staffId).where(sql`status in ('waiting', 'running')`),
    index('reschedule_batches_open').on(t.startedAt).where(sql`status in ('waiting', 'running')`),
    check('reschedule_batches_status', sql`${t.status} in ('waiting', 'running', 'done', 'cancelled', 'failed')`),
    index('reschedule_batches_newest').on(t.provider, t.startedAt),
    index('reschedule_batches_absence').on(t.absenceId),
    check('reschedule_batches_phase', sql`${t.phase} in ('reading', 'placing', 'improving', 'proving')`),
    check('reschedule_batches_accepted', sql`${t.accepted} is null or ${t.status} = 'done'`),
    check('reschedule_batches_plan', sql`(${t.status} = 'done') = (${t.plan} is not null)`),
  ],
)
