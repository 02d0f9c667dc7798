/**
 * Visits and who carries them out. A visit has one or more assignments; the exclusion constraint on
 * active assignments (written by hand in the first migration, deferrable for swaps) makes a double
 * booking impossible. Triggers keep `during` and `active` of an assignment equal to its visit.
 */
import { sql } from 'drizzle-orm'
import { boolean, check, customType, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { VisitStatus } from '../../../shared/domain/planning.ts'
import { id, instant, provider, version } from './columns.ts'
import { caregivers, clients, projects } from './people.ts'
import { portalUsers } from './portal-users.ts'
import { providers } from './providers.ts'

const tsrange = customType<{ data: string; driverData: string }>({ dataType: () => 'tsrange' })

export const visits = pgTable(
  'visits',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    /** A visit is at a client or for a project of an organisation; never both, never neither. */
    clientId: uuid('client_id').references(() => clients.id),
    projectId: uuid('project_id').references(() => projects.id),
    /** Local date and minutes since local midnight (Europe/Amsterdam). */
    date: date('date', { mode: 'string' }).notNull(),
    startMinute: integer('start_minute').notNull(),
    minutes: integer('minutes').notNull(),
    serviceCode: text('service_code').notNull(),
    status: text('status').$type<VisitStatus>().notNull().default('planned'),
    /** Agreed with the client: not to be moved without asking. */
    pinned: boolean('pinned').notNull().default(false),
    previousDate: date('previous_date', { mode: 'string' }),
    previousStartMinute: integer('previous_start_minute'),
    changedAt: instant('changed_at'),
    version: version(),
  },
  (t) => [
    index('visits_client').on(t.clientId, t.date, t.startMinute),
    index('visits_project').on(t.projectId, t.date, t.startMinute),
    index('visits_provider_date').on(t.provider, t.date),
    check('visits_of_one', sql`(${t.clientId} is null) <> (${t.projectId} is null)`),
    check('visits_start', sql`${t.startMinute} between 0 and 1439`),
    check('visits_minutes', sql`${t.minutes} between 1 and 1440`),
    check('visits_status', sql`${t.status} in ('planned', 'cancelled')`),
  ],
)

export const visitAssignments = pgTable(
  'visit_assignments',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id, { onDelete: 'cascade' }),
    caregiverId: uuid('caregiver_id')
      .notNull()
      .references(() => caregivers.id),
    /** Filled by the database from the visit; never written by code. */
    during: tsrange('during').notNull().default(sql`'empty'`),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    uniqueIndex('visit_assignments_once').on(t.visitId, t.caregiverId),
    index('visit_assignments_caregiver').on(t.caregiverId),
  ],
)

/** What clients put in their agenda themselves; kept for the log when it is removed. */
export const ownAppointments = pgTable(
  'own_appointments',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => portalUsers.id),
    title: text('title').notNull(),
    note: text('note').notNull().default(''),
    date: date('date', { mode: 'string' }).notNull(),
    /** `HH:MM`, local. */
    startTime: text('start_time').notNull(),
    endTime: text('end_time').notNull(),
    visibility: text('visibility').$type<'public' | 'private'>().notNull(),
    removedAt: instant('removed_at'),
    version: version(),
  },
  (t) => [
    index('own_appointments_client').on(t.clientId, t.date),
    check('own_appointments_times', sql`${t.startTime} < ${t.endTime}`),
  ],
)
