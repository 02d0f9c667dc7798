/** A client as staff see them beside a case: whom to phone, what is planned, what went before. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ClientContext } from '../../shared/domain/cases.ts'
import type { Language } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { queuesOf } from '../../shared/domain/queues.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import {
  absences,
  caregivers,
  cases,
  clients,
  contactDetails,
  contactPersons,
  contactRequests,
  staff,
} from '../db/schema/index.ts'
import { toVisit, upcomingOf } from '../planning/rows.ts'
import { phonesOf } from './phones.ts'
import { toClientSummary } from './rows.ts'

/** How much of what lies ahead and behind fits beside a case. */
const UPCOMING = 20
const EARLIER = 10

export interface Desk {
  readonly tx: Tx
  readonly provider: string
  readonly profile: PortalProfile
  readonly actor: { readonly role: StaffRole }
  readonly now: Date
  readonly lang: Language
}

const value = (name: string) => sql.placeholder(name)
/** Not of the case it stands beside; of any case when it stands beside none. */
const elsewhere = (caseId: PgColumn) => sql`${caseId} is distinct from ${value('exceptCaseId')}::uuid`

const clientOf = prepared((on) =>
  on
    .select({ client: clients, usualCaregiver: caregivers.name })
    .from(clients)
    .leftJoin(caregivers, eq(caregivers.id, clients.usualCaregiverId))
    .where(and(eq(clients.id, value('clientId')), eq(clients.provider, value('provider')))),
)

const detailsOf = prepared((on) =>
  on
    .select({ kind: contactDetails.kind, value: contactDetails.value })
    .from(contactDetails)
    .where(and(eq(contactDetails.clientId, value('clientId')), isNull(contactDetails.removedAt)))
    .orderBy(asc(contactDetails.kind), asc(contactDetails.id)),
)

const personsOf = prepared((on) =>
  on
    .select()
    .from(contactPersons)
    .where(and(eq(contactPersons.clientId, value('clientId')), isNull(contactPersons.removedAt)))
    .orderBy(asc(contactPersons.id)),
)

const absencesBefore = prepared((on) =>
  on
    .select({
      id: absences.id,
      type: absences.type,
      startDate: absences.startDate,
      // Null is left for an end that nobody knows.
      endDate: sql<string | null>`case when ${absences.days} = 'one' then ${absences.startDate} else ${absences.endDate} end`,
    })
    .from(absences)
    .where(and(eq(absences.clientId, value('clientId')), eq(absences.status, 'processed'), elsewhere(absences.caseId)))
    .orderBy(desc(absences.submittedAt), desc(absences.id))
    .limit(EARLIER),
)

const questionsBefore = prepared((on) =>
  on
    .select({
      id: contactRequests.id,
      subject: contactRequests.subject,
      submittedAt: contactRequests.submittedAt,
      repliedBy: staff.name,
    })
    .from(contactRequests)
    .leftJoin(staff, eq(staff.id, contactRequests.repliedBy))
    .where(
      and(
        eq(contactRequests.clientId, value('clientId')),
        eq(contactRequests.status, 'closed'),
        elsewhere(contactRequests.caseId),
      ),
    )
    .orderBy(desc(contactRequests.submittedAt), desc(contactRequests.id))
    .limit(EARLIER),
)

const openCasesOf = prepared((on) =>
  on
    .select({ id: cases.id, queue: cases.queue, number: cases.number, openedAt: cases.openedAt })
    .from(cases)
    .where(
      and(
        eq(cases.clientId, value('clientId')),
        eq(cases.status, 'open'),
        sql`${cases.queue} = any(${value('queues')}::text[])`,
        elsewhere(cases.id),
      ),
    )
    .orderBy(asc(cases.openedAt), asc(cases.id)),
)

/**
 * The context of a client of this provider, or null when there is none. All of it is asked in one round trip.
 * @param exceptCaseId the case it stands beside: it is not among its own earlier or open ones
 */
export async function clientContext(c: Desk, clientId: string, exceptCaseId?: string): Promise<ClientContext | null> {
  const about = {
    clientId,
    provider: c.provider,
    exceptCaseId: exceptCaseId ?? null,
    queues: queuesOf(c.actor.role, c.profile),
  }
  const [[row], details, persons, earlierAbsences, earlierQuestions, openCases, upcoming] = await Promise.all([
    clientOf(c.tx, about),
    detailsOf(c.tx, about),
    personsOf(c.tx, about),
    absencesBefore(c.tx, about),
    questionsBefore(c.tx, about),
    openCasesOf(c.tx, about),
    upcomingOf(c.tx, clientId, toLocal(c.now).date, UPCOMING),
  ])
  // Of another provider's client nothing is shown, whatever was found.
  if (!row) return null
  const { client } = row

  return {
    client: toClientSummary(client),
    phones: phonesOf({ clientName: client.name, details, persons }, c.lang),
    indication:
      client.serviceCode === null || client.hoursPerWeek === null
        ? null
        : { serviceCode: client.serviceCode, hoursPerWeek: client.hoursPerWeek, notes: client.indicationNotes },
    usualCaregiver: row.usualCaregiver,
    upcoming: upcoming.map(toVisit),
    earlierAbsences,
    earlierQuestions: earlierQuestions.map((one) => ({ ...one, submittedAt: one.submittedAt.toISOString() })),
    openCases: openCases.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() })),
  }
}
