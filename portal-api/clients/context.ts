/** A client as staff see them beside a case: whom to phone, what is planned, what went before. */
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { ClientContext } from '../../shared/domain/cases.ts'
import type { Language } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { queuesOf } from '../../shared/domain/queues.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
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
import { toVisit, visitsOf } from '../planning/rows.ts'
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

async function phones(c: Desk, client: typeof clients.$inferSelect): Promise<ClientContext['phones']> {
  const details = await c.tx
    .select({ kind: contactDetails.kind, value: contactDetails.value })
    .from(contactDetails)
    .where(and(eq(contactDetails.clientId, client.id), isNull(contactDetails.removedAt)))
    .orderBy(asc(contactDetails.kind), asc(contactDetails.id))
  const persons = await c.tx
    .select()
    .from(contactPersons)
    .where(and(eq(contactPersons.clientId, client.id), isNull(contactPersons.removedAt)))
    .orderBy(asc(contactPersons.id))
  return phonesOf({ clientName: client.name, details, persons }, c.lang)
}

/**
 * The context of a client of this provider, or null when there is none.
 * @param exceptCaseId the case it stands beside: it is not among its own earlier or open ones
 */
export async function clientContext(c: Desk, clientId: string, exceptCaseId?: string): Promise<ClientContext | null> {
  const [row] = await c.tx
    .select({ client: clients, usualCaregiver: caregivers.name })
    .from(clients)
    .leftJoin(caregivers, eq(caregivers.id, clients.usualCaregiverId))
    .where(and(eq(clients.id, clientId), eq(clients.provider, c.provider)))
  if (!row) return null
  const { client } = row

  const upcoming = await visitsOf(c.tx, { clientId, from: toLocal(c.now).date, limit: UPCOMING })
  const earlierAbsences = await c.tx
    .select({
      id: absences.id,
      type: absences.type,
      startDate: absences.startDate,
      // Null is left for an end that nobody knows.
      endDate: sql<string | null>`case when ${absences.days} = 'one' then ${absences.startDate} else ${absences.endDate} end`,
    })
    .from(absences)
    .where(
      and(
        eq(absences.clientId, clientId),
        eq(absences.status, 'processed'),
        exceptCaseId ? ne(absences.caseId, exceptCaseId) : undefined,
      ),
    )
    .orderBy(desc(absences.submittedAt), desc(absences.id))
    .limit(EARLIER)
  const earlierQuestions = await c.tx
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
        eq(contactRequests.clientId, clientId),
        eq(contactRequests.status, 'closed'),
        exceptCaseId ? ne(contactRequests.caseId, exceptCaseId) : undefined,
      ),
    )
    .orderBy(desc(contactRequests.submittedAt), desc(contactRequests.id))
    .limit(EARLIER)
  const openCases = await c.tx
    .select({ id: cases.id, queue: cases.queue, number: cases.number, openedAt: cases.openedAt })
    .from(cases)
    .where(
      and(
        eq(cases.clientId, clientId),
        eq(cases.status, 'open'),
        inArray(cases.queue, [...queuesOf(c.actor.role, c.profile)]),
        exceptCaseId ? ne(cases.id, exceptCaseId) : undefined,
      ),
    )
    .orderBy(asc(cases.openedAt), asc(cases.id))

  return {
    client: toClientSummary(client),
    phones: await phones(c, client),
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
