/** What lets portal users and staff in: devices, codes, links, sessions, verified callers. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AccountEventBy, AccountEventType, SensitiveAct, VerificationChannel } from '../../../shared/domain/accounts.ts'
import { id, instant, provider } from './columns.ts'
import { portalMemberships, portalUsers } from './portal-users.ts'
import { providers, staff } from './providers.ts'

export const trustedDevices = pgTable(
  'trusted_devices',
  {
    id: id(),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    tokenHash: text('token_hash').notNull(),
    label: text('label').notNull(),
    trustedAt: instant('trusted_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
    expiresAt: instant('expires_at'),
    forgottenAt: instant('forgotten_at'),
  },
  (t) => [index('trusted_devices_user').on(t.portalUserId), uniqueIndex('trusted_devices_token').on(t.tokenHash)],
)

/** A half-finished log-in, of a client or of staff. The ticket itself is known to the caller only. */
export const loginTickets = pgTable(
  'login_tickets',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    provider: text('provider'),
    portalUserId: uuid('portal_user_id').references(() => portalUsers.id),
    staffId: uuid('staff_id').references(() => staff.id),
    step: text('step')
      .$type<'device' | 'authenticator' | 'enrol' | 'password' | 'own-enrol' | 'own-address' | 'membership' | 'staff-code'>()
      .notNull(),
    deviceLabel: text('device_label').notNull().default(''),
    /** The authenticator being enrolled, encrypted; it counts once a code of it was right. */
    totpSecret: text('totp_secret'),
    /** The trusted device this log-in came from; null = a new one, trusted when the log-in ends. */
    deviceId: uuid('device_id').references(() => trustedDevices.id),
    /** The number or address that replaces the account's; it counts once the code sent there was right. */
    channel: text('channel').$type<VerificationChannel>(),
    newAddress: text('new_address'),
    codeHash: text('code_hash'),
    codeExpiresAt: instant('code_expires_at'),
    codeSentAt: instant('code_sent_at'),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('login_tickets_token').on(t.tokenHash), index('login_tickets_user').on(t.portalUserId)],
)

export const recoveryLinks = pgTable(
  'recovery_links',
  {
    id: id(),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('recovery_links_token').on(t.tokenHash), index('recovery_links_user').on(t.portalUserId)],
)

/** A session of a portal user or of staff at one provider; ended sessions are refused at the next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    portalUserId: uuid('portal_user_id').references(() => portalUsers.id),
    /** For whom a portal user is logged in: one client or organisation at a time. */
    membershipId: uuid('membership_id').references(() => portalMemberships.id),
    staffId: uuid('staff_id').references(() => staff.id),
    refreshHash: text('refresh_hash').notNull(),
    /** The one before: used again after its grace it ends the session, for somebody else holds it. */
    previousRefreshHash: text('previous_refresh_hash'),
    rotatedAt: instant('rotated_at').notNull(),
    refreshExpiresAt: instant('refresh_expires_at').notNull(),
    workstation: text('workstation').notNull().default(''),
    deviceId: uuid('device_id').references(() => trustedDevices.id),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('sessions_user').on(t.portalUserId),
    index('sessions_staff').on(t.staffId),
    check('sessions_membership', sql`${t.membershipId} is null or ${t.portalUserId} is not null`),
  ],
)

/** A caller being verified; when the code was right it is the receipt, used once for one act by one member of staff. */
export const callerVerifications = pgTable(
  'caller_verifications',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    act: text('act').$type<SensitiveAct>().notNull(),
    channel: text('channel').$type<VerificationChannel>().notNull(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    refusedAt: instant('refused_at'),
    receiptId: uuid('receipt_id'),
    receiptExpiresAt: instant('receipt_expires_at'),
    receiptUsedAt: instant('receipt_used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('caller_verifications_receipt').on(t.receiptId), index('caller_verifications_user').on(t.portalUserId)],
)

/** An act that one member of staff asked and another has to approve. Nobody approves their own: the database refuses it too. */
export const accountApprovals = pgTable(
  'account_approvals',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    act: text('act').$type<SensitiveAct>().notNull(),
    reason: text('reason').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => staff.id),
    requestedAt: instant('requested_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    outcome: text('outcome').$type<'approved' | 'refused' | 'expired'>(),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    index('account_approvals_open').on(t.provider, t.requestedAt).where(sql`outcome is null`),
    uniqueIndex('account_approvals_one_open').on(t.portalUserId, t.act).where(sql`outcome is null`),
    check('account_approvals_other', sql`${t.outcome} is distinct from 'approved' or ${t.decidedBy} <> ${t.requestedBy}`),
    check('account_approvals_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
)

/** The timeline of an account, as the helpdesk reads it. No secrets, no codes. */
export const accountEvents = pgTable(
  'account_events',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    at: instant('at').notNull(),
    type: text('type').$type<AccountEventType>().notNull(),
    by: text('by').$type<AccountEventBy>().notNull(),
    staffId: uuid('staff_id').references(() => staff.id),
    /** The portal's administrator who did it, where one did. */
    administratorId: uuid('administrator_id').references(() => portalUsers.id),
    detail: text('detail').notNull().default(''),
  },
  (t) => [index('account_events_user').on(t.portalUserId, t.at)],
)

/**
 * A code with which a portal's administrator wipes a colleague's second factor: sent to the administrator after the
 * helpdesk verified them, for that colleague alone, once.
 */
export const wipeCodes = pgTable(
  'wipe_codes',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    /** The administrator, for the organisation they are it of. */
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => portalMemberships.id),
    colleagueId: uuid('colleague_id')
      .notNull()
      .references(() => portalUsers.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('wipe_codes_of').on(t.membershipId, t.colleagueId)],
)

/** Failures per key (an address, a user name that may not exist), for limits that several processes share. */
export const attemptCounters = pgTable('attempt_counters', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowStart: instant('window_start').notNull(),
})
