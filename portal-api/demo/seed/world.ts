/** All rows of one provider at a moment: its people, its weeks, its backlog and what was dealt with before. */
import { mondayOf } from '../../../shared/domain/local-time.ts'
import { DEMO_PORTAL_USERS } from '../accounts.ts'
import {
  type AbsenceRow,
  closedNotices,
  type DecisionRow,
  manualNotice,
  manualVisits,
  openNotices,
  type Sender,
} from './absence-rows.ts'
import { type AccountEventRow, closedAccess, openAccess } from './access-rows.ts'
import { type AgendaKeeper, type AppointmentRow, appointmentsIn } from './appointment-rows.ts'
import { askersOf, colleaguesOf, QUESTIONS_OF } from './askers.ts'
import { type CareTeamRow, careTeamOf } from './care-team.ts'
import { type Numbered, numberCases, type UnnumberedCase } from './case-rows.ts'
import { type MembershipRow, membershipOf, type PortalUserRow, type ProjectMemberRow, projectMembersOf } from './memberships.ts'
import { today } from './moments.ts'
import { type NotificationRow, notificationRows } from './notification-rows.ts'
import type { ProviderPeople } from './people.ts'
import { staffId, staffOf } from './people.ts'
import { answeredQuestions, manualQuestions, openQuestions, type QuestionRow } from './question-rows.ts'
import { type SeedSecrets, type TrustedDeviceRow, usersOf } from './users.ts'
import { type AssignmentRow, plannedMondays, type VisitRow, weekOf } from './weeks.ts'

export interface ProviderWorld extends Numbered {
  readonly people: ProviderPeople
  readonly users: readonly PortalUserRow[]
  readonly memberships: readonly MembershipRow[]
  readonly projectMembers: readonly ProjectMemberRow[]
  readonly devices: readonly TrustedDeviceRow[]
  readonly visits: readonly VisitRow[]
  readonly assignments: readonly AssignmentRow[]
  readonly absences: readonly AbsenceRow[]
  readonly decisions: readonly DecisionRow[]
  readonly questions: readonly QuestionRow[]
  readonly careTeams: readonly CareTeamRow[]
  readonly notifications: readonly NotificationRow[]
  readonly appointments: readonly AppointmentRow[]
  readonly accountEvents: readonly AccountEventRow[]
}

const EXAMPLE = 'klanttest@klantportaal.nl'

/** Accounts that send notices in the demo: clients who log in themselves, but not those the demo names. */
function sendersOf(people: ProviderPeople, users: readonly PortalUserRow[], reserved: ReadonlySet<string>): Sender[] {
  const rows = new Map(people.clients.map((client) => [client.row.id, client.row]))
  return users.flatMap((user) => {
    const client = rows.get(user.clientId ?? '')
    return client && user.kind === 'client' && !user.passwordTemporary && !reserved.has(user.userName)
      ? [{ client, userId: user.id }]
      : []
  })
}

export function namedUsers(provider: string): ReadonlySet<string> {
  return new Set(DEMO_PORTAL_USERS.filter((user) => user.provider === provider).map((user) => user.userName))
}

/** How many questions wait at a provider. */
export const OPEN_QUESTIONS = 41

export function worldOf(seed: number, people: ProviderPeople, secrets: SeedSecrets, now: Date): ProviderWorld {
  const { profile, recipe } = people
  const { provider } = recipe
  const reserved = namedUsers(provider)
  const { users, devices } = usersOf(seed, profile, people.clients, people.organisations.contacts, secrets, now)
  const weeks = plannedMondays(mondayOf(today(now))).map((monday) =>
    weekOf(seed, provider, monday, people.roster, people.caregivers),
  )
  const visits = weeks.flatMap((week) => week.visits)
  const assignments = weeks.flatMap((week) => week.assignments)
  const cases: UnnumberedCase[] = []
  const absences: AbsenceRow[] = []
  const decisions: DecisionRow[] = []
  const questions: QuestionRow[] = []
  const accountEvents: AccountEventRow[] = []

  const access = {
    seed,
    profile,
    users,
    reserved,
    devices,
    clients: new Map(people.clients.map((client) => [client.row.id, client.row])),
    helpdesk: staffOf(provider, 'helpdesk').map((person) => staffId(seed, person.email)),
    secrets,
    now,
  }
  const opened = openAccess(access)
  const helped = closedAccess(access, opened.used)
  cases.push(...opened.cases, ...helped.cases)
  accountEvents.push(...opened.events, ...helped.events)
  const senders = sendersOf(
    people,
    users.filter((user) => !opened.used.has(user.id)),
    reserved,
  )
  const planners = staffOf(provider, 'planner').map((person) => staffId(seed, person.email))

  if (profile.panels.includes('absences')) {
    const planned = plannedByClient(visits)
    const open = openNotices(seed, people, senders, (clientId) => planned.get(clientId) ?? [], now)
    const others = senders.filter((sender) => !open.usedClients.has(sender.client.id))
    const closed = closedNotices(seed, people, others, visits, planners, now)
    for (const rows of [open, closed]) {
      cases.push(...rows.cases)
      absences.push(...rows.absences)
      decisions.push(...rows.decisions)
    }
    const lapsed = new Set(closed.decisions.filter((one) => one.action === 'cancel').map((one) => one.visitId))
    for (const assignment of assignments) if (lapsed.has(assignment.visitId)) assignment.active = false
  }

  const colleagues = colleaguesOf(seed, provider)
  const careTeams = profile.panels.includes('care-team')
    ? people.clients.flatMap((client) => careTeamOf(seed, provider, client.row.id, colleagues))
    : []
  const texts = QUESTIONS_OF[provider] ?? []
  if (texts.length > 0) {
    const askers = askersOf(
      people,
      users.filter((user) => !opened.used.has(user.id) && !reserved.has(user.userName)),
    )
    for (const rows of [
      openQuestions(seed, profile, askers, texts, colleagues, OPEN_QUESTIONS, now),
      answeredQuestions(seed, profile, askers, texts, colleagues, now),
    ]) {
      cases.push(...rows.cases)
      questions.push(...rows.questions)
    }
  }

  const example = users.find((user) => user.userName === EXAMPLE)
  const exampleClient = people.clients.find((client) => client.row.id === example?.clientId)
  const [planner] = planners
  const anneke = colleagues.find((one) => one.firstName === 'Anneke')
  if (example && exampleClient && planner && anneke) {
    const [asker] = askersOf(people, [example])
    if (!asker) throw new Error('The example user cannot ask anything.')
    const notice = manualNotice(people, { client: exampleClient.row, userId: example.id }, planner)
    const asked = manualQuestions(profile, asker, anneke)
    cases.push(...notice.cases, ...asked.cases)
    absences.push(...notice.absences)
    questions.push(...asked.questions)
    const inManual = manualVisits(people, exampleClient.row)
    visits.push(...inManual.map((visit) => ({ ...blankVisit, ...visit })))
    assignments.push(...inManual.map((visit) => manualAssignment(people, visit)))
  }
  // After the afflictions: they change rights and invitations too.
  const memberships = users.map((user) => membershipOf(seed, user))
  return {
    people,
    users,
    memberships,
    notifications: notificationRows(seed, profile, memberships, now),
    appointments: profile.panels.includes('own-appointments')
      ? plannedMondays(mondayOf(today(now))).flatMap((monday) => appointmentsIn(seed, provider, monday, keepersAmong(users)))
      : [],
    projectMembers: projectMembersOf(seed, people.organisations.projects, users),
    devices,
    visits,
    assignments,
    absences,
    decisions,
    questions,
    careTeams,
    accountEvents,
    ...numberCases(provider, cases),
  }
}

/** Who of these keeps the agenda of their client. */
function keepersAmong(users: readonly PortalUserRow[]): AgendaKeeper[] {
  return users.flatMap((user) =>
    user.clientId && (user.kind === 'client' || user.kind === 'representative')
      ? [{ clientId: user.clientId, portalUserId: user.id }]
      : [],
  )
}

/** Every row of a table has the same columns. */
const blankVisit = {
  projectId: null,
  status: 'planned',
  pinned: false,
  previousDate: null,
  previousStartMinute: null,
  changedAt: null,
  version: 1,
} as const

function manualAssignment(people: ProviderPeople, visit: VisitRow): AssignmentRow {
  const danny = people.roster.find((pattern) => pattern.clientId === visit.clientId)
  if (!danny) throw new Error('The example client has no helper.')
  return { id: visit.id, provider: visit.provider, visitId: visit.id, caregiverId: danny.caregiverId, active: true }
}

function plannedByClient(visits: readonly VisitRow[]): Map<string, VisitRow[]> {
  const planned = new Map<string, VisitRow[]>()
  for (const visit of visits) {
    if (visit.status === 'cancelled' || !visit.clientId) continue
    const own = planned.get(visit.clientId)
    if (own) own.push(visit)
    else planned.set(visit.clientId, [visit])
  }
  return planned
}
