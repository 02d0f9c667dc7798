/** A case as it is opened: its row, its subject, and the client's side as far as the role may see it. */
import { and, eq, sql } from 'drizzle-orm'
import { CASE_STAFF } from '../../shared/api/common.ts'
import type { Route } from '../../shared/api/route.ts'
import type { CaseDetail, CaseSubject } from '../../shared/domain/cases.ts'
import { say } from '../../shared/domain/language.ts'
import { hasQueue, queuesOf } from '../../shared/domain/queues.ts'
import type { QueueId, StaffRole } from '../../shared/domain/staff.ts'
import { absenceSubject } from '../absences/subject.ts'
import { clientContext, type Desk } from '../clients/context.ts'
import { contactSubject } from '../contact-requests/subject.ts'
import { prepared } from '../db/prepared.ts'
import { cases, portalMemberships, portalUsers, staff } from '../db/schema/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'
import { type CaseRow, selectCases, toQueueItem } from './rows.ts'

/** What a handler for staff passes on; its context has it. */
export interface StaffDesk extends Desk {
  readonly actor: StaffActor
  readonly fail: Context<Route>['fail']
}

/** Why this member of staff may not work in a queue; null when they may. */
export function queueRefusal(c: StaffDesk, queue: QueueId): Refusal | null {
  if (queuesOf(c.actor.role, c.profile).includes(queue)) return null
  return hasQueue(c.profile, queue) ? c.fail('forbidden') : c.fail('panel-not-available', { provider: c.profile.name })
}

const ofProvider = and(eq(cases.id, sql.placeholder('id')), eq(cases.provider, sql.placeholder('provider')))
const byId = prepared((on) => on.select().from(cases).where(ofProvider))

/** The row of a case that this member of staff may see: `not-found`, `forbidden` or `panel-not-available` otherwise. */
export async function visibleCase(c: StaffDesk, id: string): Promise<CaseRow | Refusal> {
  const [row] = await byId(c.tx, { id, provider: c.provider })
  if (!row) return c.fail('not-found')
  return queueRefusal(c, row.queue) ?? row
}

/** Clients' data are shown to the roles that may open a client; the helpdesk has no clinical data on its screen. */
function seesClients(role: StaffRole): boolean {
  return (CASE_STAFF as readonly StaffRole[]).includes(role)
}

async function subjectOf(c: StaffDesk, row: CaseRow): Promise<CaseSubject> {
  switch (row.queue) {
    case 'absences':
      return absenceSubject(c, row.subjectId, row.facts)
    case 'contact-requests':
      return contactSubject(c.tx, row.subjectId)
    case 'accounts': {
      if (row.reason === null) throw new Error(`Access case ${row.id} without a reason.`)
      return { queue: 'accounts', portalUserId: row.subjectId, reason: row.reason, note: row.note }
    }
    default: {
      const never: never = row.queue
      return never
    }
  }
}

/** The name of whoever ended a case; who it was for the reader when it was not staff. */
export function closerOf(row: CaseRow, staffName: string | null, lang: Desk['lang']): string {
  if (staffName !== null) return staffName
  return row.queue === 'accounts'
    ? say({ nl: 'de gebruiker zelf', en: 'the user' }, lang)
    : say({ nl: 'de cliënt', en: 'the client' }, lang)
}

/** How the reporter is tied to the client of a case; of a case without one, their first living tie. */
const relationToCase = sql<string | null>`(
  select m.relation from ${portalMemberships} m where m.portal_user_id = ${portalUsers.id}
  order by m.client_id is not distinct from ${cases.clientId} desc, m.ended_at is not null, m.created_at, m.id limit 1
)`

const heldCase = prepared((on) => selectCases(on).where(ofProvider))

const namesAround = prepared((on) =>
  on
    .select({ reporter: { name: portalUsers.name, relation: relationToCase }, closer: staff.name })
    .from(cases)
    .leftJoin(portalUsers, eq(portalUsers.id, sql`coalesce(${cases.portalUserId}, ${cases.subjectId})`))
    .leftJoin(staff, eq(staff.id, cases.closedBy))
    .where(ofProvider),
)

/** The whole of a case, as it is now within this transaction. The caller has checked that it may be seen. */
export async function caseDetail(c: StaffDesk, id: string): Promise<CaseDetail> {
  const asked = { id, provider: c.provider }
  const [[held], [around]] = await Promise.all([heldCase(c.tx, asked), namesAround(c.tx, asked)])
  if (!held) throw new Error(`No case ${id} at ${c.provider}.`)
  const { row } = held
  const [client, subject] = await Promise.all([
    row.clientId !== null && seesClients(c.actor.role) ? clientContext(c, row.clientId, row.id) : null,
    subjectOf(c, row),
  ])
  return {
    ...toQueueItem(held, c.now),
    status: row.status,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.status === 'closed' ? closerOf(row, around?.closer ?? null, c.lang) : null,
    reportedBy: { name: around?.reporter?.name ?? row.name, relation: around?.reporter?.relation ?? '' },
    client,
    subject,
  }
}
