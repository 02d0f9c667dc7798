/** Cases and what they are about: absence notices, contact requests and their kin, access trouble. */
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AbsenceFields, AbsenceStatus, AbsenceType } from '../../../shared/domain/absences.ts'
import type { AccessReason } from '../../../shared/domain/accounts.ts'
import type { CaseFacts, CaseStatus, Facet } from '../../../shared/domain/cases.ts'
import type { ContactKind, ContactStatus } from '../../../shared/domain/contact-requests.ts'
import type { OverriddenRules } from '../../../shared/domain/planning.ts'
import type { ContactSubject } from '../../../shared/domain/portal-profile.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { id, instant, provider, version } from './columns.ts'
import { careTeamMembers, clients, organisations, projects } from './people.ts'
import { visits } from './planning.ts'
import { portalUsers } from './portal-users.ts'
import { providers, staff } from './providers.ts'

/**
 * One item of work. `subjectVersion` and `facts` are copies, written in the transaction that changes the
 * subject, so that a page of a queue is one index scan. Claims do not move the version.
 */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    queue: text('queue').$type<QueueId>().notNull(),
    number: text('number').notNull(),
    status: text('status').$type<CaseStatus>().notNull().default('open'),
    /** The notice, question or portal user it is about. */
    subjectId: uuid('subject_id').notNull(),
    subjectVersion: integer('subject_version').notNull().default(1),
    clientId: uuid('client_id').references(() => clients.id),
    projectId: uuid('project_id').references(() => projects.id),
    portalUserId: uuid('portal_user_id').references(() => portalUsers.id),
    name: text('name').notNull(),
    sortName: text('sort_name').notNull(),
    clientNumber: integer('client_number'),
    facets: text('facets').array().$type<Facet[]>().notNull().default(sql`'{}'`),
    facts: jsonb('facts').$type<CaseFacts>().notNull(),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => staff.id),
    /** The member of staff it was written to, or whose project it is about; everybody who works in the queue sees it. */
    addressedTo: uuid('addressed_to').references(() => staff.id),
    claimBy: uuid('claim_by').references(() => staff.id),
    claimSince: instant('claim_since'),
    claimUntil: instant('claim_until'),
    /** For access cases: why it was opened, and what staff wrote down. */
    reason: text('reason').$type<AccessReason>(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    // Also for the beginning of a number.
    uniqueIndex('cases_number').on(t.provider, t.number.op('text_pattern_ops')),
    index('cases_due').on(t.provider, t.queue, t.status, t.dueAt, t.id),
    index('cases_opened').on(t.provider, t.queue, t.status, t.openedAt, t.id),
    index('cases_name').on(t.provider, t.queue, t.status, t.sortName, t.id),
    // Most cases carry no facet: those that do stand here in each order, and are looked through without reading them.
    index('cases_facet_due').on(t.provider, t.queue, t.dueAt, t.id, t.facets).where(sql`status = 'open' and facets <> '{}'`),
    index('cases_facet_opened')
      .on(t.provider, t.queue, t.openedAt, t.id, t.facets)
      .where(sql`status = 'open' and facets <> '{}'`),
    index('cases_facet_name').on(t.provider, t.queue, t.sortName, t.id, t.facets).where(sql`status = 'open' and facets <> '{}'`),
    index('cases_search').using('gin', sql`lower(${t.name}) gin_trgm_ops`),
    index('cases_subject').on(t.subjectId),
    index('cases_client').on(t.clientId),
    index('cases_addressed').on(t.addressedTo, t.queue, t.status, t.dueAt, t.id).where(sql`addressed_to is not null`),
    index('cases_claim').on(t.claimBy).where(sql`status = 'open' and claim_by is not null`),
    uniqueIndex('cases_one_open_access').on(t.subjectId).where(sql`queue = 'accounts' and status = 'open'`),
    check('cases_closed', sql`(${t.status} = 'open') = (${t.closedAt} is null)`),
  ],
)

/**
 * Open cases per queue and facet (`*` = all) as sums of small rows: a trigger adds one for every change, in its transaction, so that
 * nobody waits for a colleague's; now and then many become one (cases/fold-counters.ts).
 */
export const caseCounters = pgTable(
  'case_counters',
  {
    provider: provider(),
    queue: text('queue').$type<QueueId>().notNull(),
    facet: text('facet').notNull(),
    /** May be negative: the sum is not. */
    open: integer('open').notNull(),
  },
  (t) => [index('case_counters_queue').on(t.provider, t.queue)],
)

export const absences = pgTable(
  'absences',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    type: text('type').$type<AbsenceType>().notNull(),
    days: text('days').$type<'one' | 'several'>().notNull(),
    startDate: date('start_date', { mode: 'string' }).notNull(),
    wholeDay: boolean('whole_day').notNull(),
    /** `HH:MM`, local. */
    startTime: text('start_time'),
    endTime: text('end_time'),
    endDateKnown: boolean('end_date_known').notNull(),
    endDate: date('end_date', { mode: 'string' }),
    status: text('status').$type<AbsenceStatus>().notNull().default('open'),
    submittedAt: instant('submitted_at').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => portalUsers.id),
    changedAt: instant('changed_at'),
    /** What it said before the client's last change. */
    before: jsonb('before').$type<AbsenceFields>(),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => staff.id),
    version: version(),
  },
  (t) => [index('absences_client').on(t.clientId, t.submittedAt, t.id), index('absences_case').on(t.caseId)],
)

/** What was decided per visit, and where the visit stood before. */
export const absenceDecisions = pgTable(
  'absence_decisions',
  {
    absenceId: uuid('absence_id')
      .notNull()
      .references(() => absences.id),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    action: text('action').$type<'move' | 'cancel' | 'keep'>().notNull(),
    fromDate: date('from_date', { mode: 'string' }).notNull(),
    fromStartMinute: integer('from_start_minute').notNull(),
    decidedAt: instant('decided_at').notNull(),
    /** Rules that were broken for a reason. */
    override: jsonb('override').$type<OverriddenRules>(),
  },
  (t) => [primaryKey({ columns: [t.absenceId, t.visitId] })],
)

export const contactRequests = pgTable(
  'contact_requests',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    kind: text('kind').$type<ContactKind>().notNull().default('contact-request'),
    clientId: uuid('client_id').references(() => clients.id),
    /** The organisation that asks; the project is one of its own. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    projectId: uuid('project_id').references(() => projects.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => portalUsers.id),
    /** The member of staff a message is written to. */
    addressedTo: uuid('addressed_to').references(() => staff.id),
    /** The place in the care team that a message was written to; the one above is who holds it. */
    careTeamMemberId: uuid('care_team_member_id').references(() => careTeamMembers.id),
    subject: text('subject').$type<ContactSubject>().notNull(),
    message: text('message').notNull(),
    previousMessage: text('previous_message'),
    status: text('status').$type<ContactStatus>().notNull().default('open'),
    submittedAt: instant('submitted_at').notNull(),
    changedAt: instant('changed_at'),
    closedAt: instant('closed_at'),
    reply: text('reply'),
    repliedBy: uuid('replied_by').references(() => staff.id),
    /** When who asked opened the answer: until then it stands in "Mijn correspondentie". */
    answerReadAt: instant('answer_read_at'),
    version: version(),
  },
  (t) => [
    index('contact_requests_client').on(t.clientId, t.submittedAt, t.id),
    index('contact_requests_user').on(t.submittedBy, t.submittedAt, t.id),
    index('contact_requests_organisation').on(t.organisationId, t.submittedAt, t.id).where(sql`organisation_id is not null`),
    index('contact_requests_case').on(t.caseId),
    check('contact_requests_of_one', sql`(${t.clientId} is null) <> (${t.organisationId} is null)`),
    check('contact_requests_reply', sql`${t.status} <> 'closed' or (${t.reply} is not null and ${t.repliedBy} is not null)`),
  ],
)
