/**
 * What becomes of the rows of every table. A new table does not compile until it says here how personal data leave it:
 * nothing stays by having been forgotten.
 */
import type { PgTable } from 'drizzle-orm/pg-core'
import type * as schema from '../db/schema/index.ts'

export type Fate =
  /** Goes with the row it belongs to (a foreign key), or when its own term has passed (kinds.ts). */
  | 'leaves'
  /** Served its purpose within days: platform/janitor.ts clears it. */
  | 'cleared'
  /** Says nothing of clients and those around them, or must stay. */
  | 'stays'

type TableName = { [Name in keyof typeof schema]: (typeof schema)[Name] extends PgTable ? Name : never }[keyof typeof schema]

export const FATE = {
  accountApprovals: 'leaves',
  absenceDecisions: 'leaves',
  absences: 'leaves',
  accountEvents: 'leaves',
  callerVerifications: 'leaves',
  careTeamMembers: 'leaves',
  cases: 'leaves',
  clientChanges: 'leaves',
  clients: 'leaves',
  clientTimes: 'leaves',
  contactDetails: 'leaves',
  contactPersons: 'leaves',
  contactRequests: 'leaves',
  deliveries: 'leaves',
  notifications: 'leaves',
  ownAppointments: 'leaves',
  passwordHistory: 'leaves',
  portalMemberships: 'leaves',
  portalUsers: 'leaves',
  projectMembers: 'leaves',
  recoveryLinks: 'leaves',
  sessions: 'leaves',
  trustedDevices: 'leaves',
  unwantedPairings: 'leaves',
  visitAssignments: 'leaves',
  visits: 'leaves',
  wipeCodes: 'leaves',

  attemptCounters: 'cleared',
  caregiverAbsences: 'cleared',
  events: 'cleared',
  formerAddresses: 'cleared',
  idempotencyKeys: 'cleared',
  loginTickets: 'cleared',
  rescheduleBatches: 'cleared',

  // Its lines lose what they say of persons; the rest keeps the chain whole (platform/audit/erase.ts).
  auditEntries: 'stays',
  auditChain: 'stays',
  auditPending: 'stays',
  // Who works here is named as long as the log names what they did.
  staff: 'stays',
  staffMemberships: 'stays',
  caregivers: 'stays',
  // Businesses, numbers and rules.
  caseCounters: 'stays',
  numberSeries: 'stays',
  organisations: 'stays',
  projects: 'stays',
  providerSequences: 'stays',
  providers: 'stays',
  rescheduleSettingsTable: 'stays',
  systemMeta: 'stays',
} as const satisfies Record<TableName, Fate>
