/** Cases: one item of work in a queue, common to all queues. */
import { z } from 'zod'
import { absence, absenceFields, visitDecision } from './absences.ts'
import { accessReason } from './accounts.ts'
import { clientSummary, phoneContact } from './clients.ts'
import { contactKind, contactRequest } from './contact-requests.ts'
import { caseNumber, instant, uuid, version } from './ids.ts'
import { localDate, localTime } from './local-time.ts'
import { overriddenRules, planningSeen, visit } from './planning.ts'
import { contactSubject } from './portal-profile.ts'
import { colleague, queueId } from './staff.ts'

/** Stored states by which a queue can be narrowed and counted. Time ("too late") is not one of them: it is not stored. */
export const facet = z.enum([
  'late-notice',
  'admission',
  'changed',
  'open-end',
  'message',
  'care-signal',
  'project',
  'blocked',
  'no-code',
  'invitation',
  'bounced',
  'call',
])
export type Facet = z.infer<typeof facet>

/** The facets a queue shows, in the order of the rail. */
export const FACETS_OF_QUEUE = {
  absences: ['late-notice', 'admission', 'changed', 'open-end'],
  'contact-requests': ['changed', 'message', 'care-signal', 'project'],
  accounts: ['blocked', 'no-code', 'invitation', 'bounced', 'call'],
} as const satisfies Record<z.infer<typeof queueId>, readonly Facet[]>

/** A claim: a lease on a case. It never blocks saving what someone typed. */
export const claim = z.object({ by: colleague, since: instant, expiresAt: instant })
export type Claim = z.infer<typeof claim>

/** How long a claim lasts without being renewed, in seconds. */
export const CLAIM_SECONDS = 120

const absenceFacts = z.object({
  queue: z.literal('absences'),
  notice: absenceFields,
  visitCount: z.number().int(),
  firstVisit: z.object({ date: localDate, startTime: localTime }).nullable(),
  lateWorkingDays: z.number().int().nullable(),
})
const contactFacts = z.object({
  queue: z.literal('contact-requests'),
  kind: contactKind,
  subject: contactSubject,
  excerpt: z.string(),
})
const accountFacts = z.object({ queue: z.literal('accounts'), reason: accessReason, userName: z.string(), portalUserId: uuid })

/** The one line of facts of a row, by queue. */
export const caseFacts = z.discriminatedUnion('queue', [absenceFacts, contactFacts, accountFacts])
export type CaseFacts = z.infer<typeof caseFacts>

/** A row of a queue. `version` is that of the notice, question or account: claims do not move it. */
export const queueItem = z.object({
  id: uuid,
  number: caseNumber,
  queue: queueId,
  /** Whom it is about: client, contact or organisation. */
  name: z.string(),
  clientNumber: z.number().int().nullable(),
  openedAt: instant,
  /** When care is due: first visit hit, first answer, first help. */
  dueAt: instant,
  facets: z.array(facet),
  /** Whom it was written to; every colleague sees it, so that an absence leaves nothing unread. */
  addressedTo: colleague.nullable(),
  claim: claim.nullable(),
  version,
  facts: caseFacts,
})
export type QueueItem = z.infer<typeof queueItem>

export const caseStatus = z.enum(['open', 'closed'])
export type CaseStatus = z.infer<typeof caseStatus>

/** The client's side of a case: whom to phone, what is planned, what went before. */
export const clientContext = z.object({
  client: clientSummary,
  phones: z.array(phoneContact),
  indication: z.object({ serviceCode: z.string(), hoursPerWeek: z.number(), notes: z.array(z.string()) }).nullable(),
  usualCaregiver: z.string().nullable(),
  upcoming: z.array(visit),
  earlierAbsences: z.array(
    z.object({ id: uuid, type: absenceFields.shape.type, startDate: localDate, endDate: localDate.nullable() }),
  ),
  earlierQuestions: z.array(
    z.object({ id: uuid, subject: contactSubject, submittedAt: instant, repliedBy: z.string().nullable() }),
  ),
  openCases: z.array(z.object({ id: uuid, queue: queueId, number: caseNumber, openedAt: instant })),
})
export type ClientContext = z.infer<typeof clientContext>

/** A processed notice keeps what was decided per visit, and which rules were broken for what reason. */
export const decisionMade = z.object({
  visitId: uuid,
  action: z.enum(['move', 'cancel', 'keep']),
  override: overriddenRules.optional(),
})

export const absenceSubject = z.object({
  queue: z.literal('absences'),
  notice: absence,
  /** The visits hit that lie ahead, as they stand now; decided on in one go. Up to `horizon` for an open end. */
  affected: z.array(visit),
  horizon: localDate,
  decided: z.array(decisionMade),
  /** What the notice said before the client changed it, when they did. */
  before: absenceFields.nullable(),
})
export const contactSubjectOfCase = z.object({
  queue: z.literal('contact-requests'),
  kind: contactKind,
  request: contactRequest,
  /** The question before the client's last change. */
  previousMessage: z.string().nullable(),
  /** Who will be able to read the reply in the portal. */
  readers: z.array(z.object({ name: z.string(), relation: z.string() })),
  /** The project a question is about (Careflex). */
  project: z.object({ name: z.string(), organisation: z.string(), careManager: z.string().nullable() }).nullable(),
  /** Whom it was written to, with what they are to the client ("Eerst Verantwoordelijke Verzorgende"; else empty). */
  addressedTo: z.object({ name: z.string(), function: z.string() }).nullable(),
})
export const accountSubject = z.object({
  queue: z.literal('accounts'),
  portalUserId: uuid,
  reason: accessReason,
  note: z.string(),
})

export const caseSubject = z.discriminatedUnion('queue', [absenceSubject, contactSubjectOfCase, accountSubject])
export type CaseSubject = z.infer<typeof caseSubject>
export type AbsenceSubject = z.infer<typeof absenceSubject>
export type ContactSubjectOfCase = z.infer<typeof contactSubjectOfCase>

/** A case as it is opened: its row, whom it concerns, and its subject. */
export const caseDetail = queueItem.extend({
  status: caseStatus,
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  reportedBy: z.object({ name: z.string(), relation: z.string() }),
  client: clientContext.nullable(),
  subject: caseSubject,
})
export type CaseDetail = z.infer<typeof caseDetail>

/** Open cases of a queue: in all, per facet, and those past due (counted to 100, shown as "99+"). */
export const queueCounter = z.object({
  queue: queueId,
  open: z.number().int(),
  overdue: z.number().int(),
  facets: z.partialRecord(facet, z.number().int()),
})
export type QueueCounter = z.infer<typeof queueCounter>

/** What waits on the accounts desk beside its queue. */
export const accountsDeskCounter = z.object({
  /** Acts that wait for a second colleague. */
  approvals: z.number().int(),
  /** Letters that wait for the printer. */
  letters: z.number().int(),
})
export type AccountsDeskCounter = z.infer<typeof accountsDeskCounter>

/** The largest number of overdue cases that is counted. */
export const OVERDUE_CAP = 100

export const absenceDecision = z.strictObject({ decisions: z.array(visitDecision).max(500), planning: planningSeen })
export type AbsenceDecision = z.infer<typeof absenceDecision>
