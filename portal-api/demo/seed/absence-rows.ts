/** Absence notices as rows: the open ones around now, those that were dealt with, and the manual's own. */
import type { AbsenceFields } from '../../../shared/domain/absences.ts'
import { absencePeriod } from '../../../shared/domain/absences.ts'
import { addDays, type LocalDate, timeOf, toInstant } from '../../../shared/domain/local-time.ts'
import type { Slot } from '../../../shared/domain/planning.ts'
import { absenceShape } from '../../absences/facts.ts'
import { hitsAhead } from '../../absences/hits.ts'
import type { absenceDecisions, absences } from '../../db/schema/index.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { type CaseAbout, caseRow, type UnnumberedCase } from './case-rows.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import type { ClientRow } from './clients.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, today } from './moments.ts'
import { type NoticeRecipe, OPEN_NOTICES, type ToldNotice, tellNotice } from './notices.ts'
import type { ProviderPeople } from './people.ts'
import type { VisitRow } from './weeks.ts'
import { type PlannedVisit, placeWishes, startOf } from './when.ts'

export type AbsenceRow = typeof absences.$inferInsert
export type DecisionRow = typeof absenceDecisions.$inferInsert

export interface AbsenceRows {
  readonly cases: UnnumberedCase[]
  readonly absences: AbsenceRow[]
  readonly decisions: DecisionRow[]
}

/** A client who can send a notice, with the account it is sent from. */
export interface Sender {
  readonly client: ClientRow
  readonly userId: string
}

/** Id of the case of an open notice: known without looking, so that the next day finds it again. */
export function openNoticeIds(seed: number, provider: string, index: number): { caseId: string; absenceId: string } {
  return {
    caseId: demoId(seed, PEOPLE_SINCE, provider, 'open notice', index, 'case'),
    absenceId: demoId(seed, PEOPLE_SINCE, provider, 'open notice', index),
  }
}

const slotOf = (visit: PlannedVisit): Slot => ({ date: visit.date, startTime: timeOf(visit.startMinute), minutes: visit.minutes })

interface Ids {
  readonly caseId: string
  readonly absenceId: string
}

function rowsOf(
  people: ProviderPeople,
  sender: Sender,
  ids: Ids,
  told: ToldNotice,
  visits: readonly PlannedVisit[],
  end: { readonly status: 'processed' | 'withdrawn'; readonly closedAt: Date; readonly closedBy: string | null } | null,
): { case: UnnumberedCase; absence: AbsenceRow } {
  const { client } = sender
  const version = 1 + (told.changedAt ? 1 : 0) + (end ? 1 : 0)
  const about: CaseAbout = {
    id: ids.caseId,
    provider: client.provider,
    subjectId: ids.absenceId,
    subjectVersion: version,
    clientId: client.id,
    projectId: null,
    portalUserId: sender.userId,
    name: client.name,
    sortName: client.sortName,
    clientNumber: client.number,
    openedAt: told.submittedAt,
  }
  const { status: _status, ...closed } = end ?? { status: null, closedAt: null, closedBy: null }
  return {
    case: caseRow(about, absenceShape(told, visits.map(slotOf), people.profile), end),
    absence: {
      ...told.notice,
      id: ids.absenceId,
      provider: client.provider,
      clientId: client.id,
      caseId: ids.caseId,
      status: end?.status ?? 'open',
      submittedAt: told.submittedAt,
      submittedBy: sender.userId,
      changedAt: told.changedAt,
      before: told.before,
      ...closed,
      version,
    },
  }
}

/** Places one open notice anew: same client, same type and length, other moments. */
export function reopenNotice(
  seed: number,
  people: ProviderPeople,
  index: number,
  sender: Sender,
  told: NoticeRecipe['told'],
  visit: PlannedVisit,
  visits: readonly PlannedVisit[],
  now: Date,
): { case: UnnumberedCase; absence: AbsenceRow } {
  const recipe = OPEN_NOTICES[index]
  if (!recipe) throw new Error(`There is no open notice ${index}.`)
  const { provider } = people.recipe
  const chance = chanceOf(seed, provider, 'open notice', index, today(now))
  return rowsOf(
    people,
    sender,
    openNoticeIds(seed, provider, index),
    tellNotice({ ...recipe, told }, visit, now, chance),
    visits,
    null,
  )
}

/** The open notices of a provider, each of another client. Returns the clients used, too. */
export function openNotices(
  seed: number,
  people: ProviderPeople,
  senders: readonly Sender[],
  visitsOf: (clientId: string) => readonly PlannedVisit[],
  now: Date,
): AbsenceRows & { readonly usedClients: ReadonlySet<string> } {
  const bySender = new Map(senders.map((sender) => [sender.client.id, sender]))
  const placed = placeWishes(
    OPEN_NOTICES.map((recipe) => recipe.when),
    senders.map((sender) => ({ key: sender.client.id, visits: visitsOf(sender.client.id) })),
    now,
    chanceOf(seed, people.recipe.provider, 'open notices'),
  )
  const made = placed.flatMap((place, index) => {
    const sender = place && bySender.get(place.key)
    const recipe = OPEN_NOTICES[index]
    return sender && recipe ? [reopenNotice(seed, people, index, sender, recipe.told, place.visit, visitsOf(place.key), now)] : []
  })
  return {
    cases: made.map((one) => one.case),
    absences: made.map((one) => one.absence),
    decisions: [],
    usedClients: new Set(placed.flatMap((place) => (place ? [place.key] : []))),
  }
}

const CLOSED = 60
const WITHDRAWN_EVERY = 12

function closedNotice(visit: PlannedVisit, chance: Chance): AbsenceFields {
  const type = chance.pick(['holiday', 'holiday', 'holiday', 'admission', 'other-residence', 'health-risk'] as const)
  const days = type === 'holiday' ? chance.pick([0, 0, 6, 9, 13]) : chance.pick([0, 2, 4, 7])
  const whole = { type, startDate: visit.date, wholeDay: true, startTime: null, endTime: null, endDateKnown: true }
  return days === 0 ? { ...whole, days: 'one', endDate: null } : { ...whole, days: 'several', endDate: addDays(visit.date, days) }
}

/**
 * Notices of the past weeks that staff dealt with. Visits that lapsed are changed in `visits`, as the
 * decision would have done.
 */
export function closedNotices(
  seed: number,
  people: ProviderPeople,
  senders: readonly Sender[],
  visits: readonly VisitRow[],
  planners: readonly string[],
  now: Date,
): AbsenceRows {
  const { provider } = people.recipe
  const chance = chanceOf(seed, provider, 'closed notices')
  const rows: AbsenceRows = { cases: [], absences: [], decisions: [] }
  for (const [index, sender] of chance.shuffled(senders).slice(0, CLOSED).entries()) {
    const own = visits.filter((visit) => visit.clientId === sender.client.id && visit.status === 'planned')
    const past = own.filter((visit) => startOf(visit) < now)
    if (past.length === 0) continue
    const first = chance.pick(past)
    const submittedAt = new Date(startOf(first).getTime() - chance.int(30, 9 * 24 * 60) * MINUTE_MS)
    const told: ToldNotice = { notice: closedNotice(first, chance), submittedAt, changedAt: null, before: null }
    const withdrawn = index % WITHDRAWN_EVERY === 0
    const closedAt = new Date(Math.min(submittedAt.getTime() + chance.int(15, 300) * MINUTE_MS, startOf(first).getTime()))
    const ids = {
      caseId: demoId(seed, submittedAt, provider, 'closed notice', index, 'case'),
      absenceId: demoId(seed, submittedAt, provider, 'closed notice', index),
    }
    const planner = chance.pick(planners)
    const end = { status: withdrawn ? 'withdrawn' : 'processed', closedAt, closedBy: withdrawn ? null : planner } as const
    const made = rowsOf(people, sender, ids, told, own, end)
    rows.cases.push(made.case)
    rows.absences.push(made.absence)
    if (withdrawn) continue
    const byMoment = new Map(own.map((visit) => [`${visit.date} ${timeOf(visit.startMinute)}`, visit]))
    for (const slot of hitsAhead(absencePeriod(told.notice), own.map(slotOf), submittedAt)) {
      const visit = byMoment.get(`${slot.date} ${slot.startTime}`)
      if (!visit) throw new Error('A visit was hit that is not there.')
      const action = chance.yes(0.75) ? 'cancel' : 'keep'
      rows.decisions.push({
        absenceId: ids.absenceId,
        visitId: visit.id,
        action,
        fromDate: visit.date,
        fromStartMinute: visit.startMinute,
        decidedAt: closedAt,
      })
      if (action === 'cancel')
        Object.assign(visit, { status: 'cancelled', changedAt: closedAt, version: (visit.version ?? 1) + 1 })
    }
  }
  return rows
}

/** The manual's own: mevrouw C. Test away from 14 to 19 May 2021, told on 13 April 2021 at 18:23. */
export function manualNotice(people: ProviderPeople, sender: Sender, planner: string): AbsenceRows {
  const submittedAt = toInstant('2021-04-13', '18:23')
  const notice: AbsenceFields = {
    type: 'holiday',
    days: 'several',
    startDate: '2021-05-14',
    wholeDay: true,
    startTime: null,
    endTime: null,
    endDateKnown: true,
    endDate: '2021-05-19',
  }
  const ids = { caseId: demoId(0, submittedAt, 'manual notice', 'case'), absenceId: demoId(0, submittedAt, 'manual notice') }
  const told: ToldNotice = { notice, submittedAt, changedAt: null, before: null }
  const made = rowsOf(people, sender, ids, told, [], {
    status: 'processed',
    closedAt: new Date(submittedAt.getTime() + 15 * HOUR_MS),
    closedBy: planner,
  })
  return { cases: [made.case], absences: [made.absence], decisions: [] }
}

/** The manual's two visits: Wednesday 14 and Monday 19 April 2021 at 09:00, HV 1, Danny. */
const MANUAL_VISIT_DATES: readonly LocalDate[] = ['2021-04-14', '2021-04-19']

export function manualVisits(people: ProviderPeople, client: ClientRow): VisitRow[] {
  const pattern = people.roster.find((one) => one.clientId === client.id)
  if (!pattern) throw new Error('The example client has no roster.')
  return MANUAL_VISIT_DATES.map((date) => ({
    id: demoId(0, new Date(Date.parse(`${date}T08:00:00Z`) - 28 * DAY_MS), 'manual visit', date),
    provider: client.provider,
    clientId: client.id,
    date,
    startMinute: pattern.startMinute,
    minutes: pattern.minutes,
    serviceCode: pattern.serviceCode,
  }))
}
