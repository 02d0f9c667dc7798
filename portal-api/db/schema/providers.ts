/** Providers with their portal profile, staff and their memberships, and what the installation knows of itself. */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { id, instant, provider } from './columns.ts'

export const providers = pgTable('providers', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  profile: jsonb('profile').$type<PortalProfile>().notNull(),
})

/** The event sequence of a provider; its row lock makes commit order and sequence order the same. */
export const providerSequences = pgTable('provider_sequences', {
  provider: provider()
    .primaryKey()
    .references(() => providers.id),
  lastEvent: integer('last_event').notNull().default(0),
})

/** Numbers people read out: one series per provider and prefix. */
export const numberSeries = pgTable(
  'number_series',
  {
    provider: provider().references(() => providers.id),
    prefix: text('prefix').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.prefix] })],
)

export const staff = pgTable(
  'staff',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Encrypted with the installation's key, as is the draft key. */
    totpSecret: text('totp_secret').notNull(),
    /** The last time step used: a code works once (63B §3.1.4). */
    totpLastStep: integer('totp_last_step').notNull().default(0),
    draftKey: text('draft_key').notNull(),
    failures: integer('failures').notNull().default(0),
    lastFailureAt: instant('last_failure_at'),
    blockedAt: instant('blocked_at'),
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('staff_email').on(sql`lower(${t.email})`)],
)

export const staffMemberships = pgTable(
  'staff_memberships',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    provider: provider().references(() => providers.id),
    role: text('role').$type<StaffRole>().notNull(),
    team: text('team'),
    active: boolean('active').notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.provider] }), index('staff_memberships_provider').on(t.provider)],
)

/** Facts about this database: the mark that `npm start` made it, the day its demo data was rolled to. */
export const systemMeta = pgTable('system_meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})
