/** Portal users: the account somebody logs in with, and the memberships that say for whom. */
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PortalUserKind, VerificationChannel } from '../../../shared/domain/accounts.ts'
import type { Sex } from '../../../shared/domain/users.ts'
import { id, instant, provider, version } from './columns.ts'
import { clients, organisations, projects } from './people.ts'
import { providers } from './providers.ts'

export const portalUsers = pgTable(
  'portal_users',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    userName: text('user_name').notNull(),
    name: text('name').notNull(),
    /** The parts of the name and what else a portal's administrator fills in; empty where nobody did. */
    initials: text('initials').notNull().default(''),
    firstName: text('first_name').notNull().default(''),
    prefix: text('prefix').notNull().default(''),
    lastName: text('last_name').notNull().default(''),
    /** Bijnaam. */
    nickname: text('nickname').notNull().default(''),
    birthDate: date('birth_date', { mode: 'string' }),
    sex: text('sex').$type<Sex>(),
    /** A second number, no codes go there. */
    phone: text('phone').notNull().default(''),
    address: text('address').notNull().default(''),
    postalAddress: text('postal_address').notNull().default(''),
    /** Where a colleague reads mail, where that is another address than the account's: no code, link or password goes there. */
    contactEmail: text('contact_email').notNull().default(''),
    /** The address of the account: credentials, codes and resets go there. */
    email: text('email'),
    emailSince: instant('email_since'),
    emailBouncedAt: instant('email_bounced_at'),
    /** E.164 where it could be read as a number, else as typed. */
    mobile: text('mobile'),
    mobileSince: instant('mobile_since'),
    passwordHash: text('password_hash'),
    /** A given or temporary password: must be replaced at the next log-in. */
    passwordTemporary: boolean('password_temporary').notNull().default(false),
    passwordExpiresAt: instant('password_expires_at'),
    passwordSetAt: instant('password_set_at'),
    userNameChanged: boolean('user_name_changed').notNull().default(false),
    contactsCheckedAt: instant('contacts_checked_at'),
    /** Encrypted with the installation's key; null = no authenticator. */
    totpSecret: text('totp_secret'),
    /** The last time step used: a code works once (63B §3.1.4). */
    totpLastStep: integer('totp_last_step').notNull().default(0),
    /** The authenticator was wiped: the next log-in enrols a new one before it lets anyone in (ASVS 6.4.4). */
    totpEnrol: boolean('totp_enrol').notNull().default(false),
    failures: integer('failures').notNull().default(0),
    lastFailureAt: instant('last_failure_at'),
    blockedAt: instant('blocked_at'),
    endedAt: instant('ended_at'),
    lastLoginAt: instant('last_login_at'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex('portal_users_user_name').on(t.provider, sql`lower(${t.userName})`),
    index('portal_users_email').on(t.provider, sql`lower(${t.email})`),
    index('portal_users_search').using('gin', sql`lower(${t.name} || ' ' || ${t.userName}) gin_trgm_ops`),
  ],
)

/**
 * Addresses an account had before, written by a trigger whenever `portal_users` changes one: for a while
 * they still hear what happens to the account (ASVS 6.3.7).
 */
export const formerAddresses = pgTable(
  'former_addresses',
  {
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    channel: text('channel').$type<VerificationChannel>().notNull(),
    address: text('address').notNull(),
    replacedAt: instant('replaced_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.portalUserId, t.channel, t.address, t.replacedAt] })],
)

export const passwordHistory = pgTable(
  'password_history',
  {
    id: id(),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    hash: text('hash').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [index('password_history_user').on(t.portalUserId, t.setAt)],
)

/**
 * For whom a portal user logs in: a client (as themself, as representative, as contact) or an organisation. An account
 * has one log-in and may have several memberships; rights, invitation and end belong to the membership.
 */
export const portalMemberships = pgTable(
  'portal_memberships',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    portalUserId: uuid('portal_user_id')
      .notNull()
      .references(() => portalUsers.id),
    clientId: uuid('client_id').references(() => clients.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    kind: text('kind').$type<PortalUserKind>().notNull(),
    /** "zelf", "dochter", "P&O Manager": how staff and readers see the tie. */
    relation: text('relation').notNull().default(''),
    /** Panel rights of a client's contact, switches of an organisation's contact (`shared/domain/rights.ts`). */
    rights: text('rights').array().notNull().default(sql`'{}'`),
    /** The portal's own administrator: the right says so, this column only repeats it for queries. */
    administrator: boolean('administrator').generatedAlwaysAs(sql`'portal-administrator' = any (rights)`),
    /** Functie, as the portal numbers them (200, 100, 220 …); it carries no rights. */
    functionCode: integer('function_code'),
    department: text('department').notNull().default(''),
    /** Functie op visitekaartje. */
    cardTitle: text('card_title').notNull().default(''),
    /** Laatst ingelogd for this membership; an account may have others. */
    lastLoginAt: instant('last_login_at'),
    /** The portal's administrator who invited; null: the provider did. */
    invitedBy: uuid('invited_by').references(() => portalUsers.id),
    invitedAt: instant('invited_at'),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex('portal_memberships_of_client').on(t.portalUserId, t.clientId),
    uniqueIndex('portal_memberships_of_organisation').on(t.portalUserId, t.organisationId),
    index('portal_memberships_client').on(t.clientId),
    index('portal_memberships_organisation').on(t.organisationId),
    check('portal_memberships_of_one', sql`(${t.clientId} is null) <> (${t.organisationId} is null)`),
  ],
)

/** Whose project it is: the contacts of an organisation who see it and hear of its visits. */
export const projectMembers = pgTable(
  'project_members',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => portalMemberships.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.membershipId] }), index('project_members_membership').on(t.membershipId)],
)
