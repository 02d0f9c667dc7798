/**
 * Reads a provider's planning as rescheduling sees it: everybody at work, every planned visit of the days on which places are looked
 * for and a week around them, and of the clients in question all that bears on when and by whom they can be visited. A dozen
 * queries, whatever the size.
 */
import { and, asc, between, eq, inArray, sql } from 'drizzle-orm'
import { addDays, type LocalDate, minutesOf, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { publicHolidays } from '../../shared/domain/working-days.ts'
import type { Planning, PlanningVisit, VisitPart } from '../../shared/rescheduling/planning.ts'
import type { Tx } from '../db/database.ts'
import { providerSequences, visitAssignments, visits } from '../db/schema/index.ts'
import { readCaregivers } from './read-caregivers.ts'
import { readClients } from './read-clients.ts'
import { readSettings } from './settings.ts'

/** On how many days places are looked for. */
const HORIZON_DAYS = 28
const LONGEST_DAYS = 92
/** Days around those that are read for rest and weekly hours. */
const CONTEXT_DAYS = 8

export interface Reading {
  readonly tx: Tx
  readonly provider: string
  readonly profile: PortalProfile
  readonly now: Date
}

export interface Wanted {
  /** Clients and projects whose visits are to be placed: only of them wishes, absences and who came before are read. */
  readonly about: readonly string[]
  /** Where the visits in question stand. */
  readonly visitDates: readonly LocalDate[]
  /** Other dates the question is about. */
  readonly dates: readonly LocalDate[]
}

/** What is read, when it is not the days and the people of a question for proposals. */
export interface Narrowed {
  readonly from: LocalDate
  readonly to: LocalDate
  /** These caregivers and their visits only. */
  readonly caregiverIds: readonly string[]
}

/**
 * Four weeks from today; for visits further away four weeks around the first of them. It reaches on to other dates of the question,
 * as far as `LONGEST_DAYS`: what lies beyond is outside the planning.
 */
export function horizonOf(today: LocalDate, { visitDates, dates }: Pick<Wanted, 'visitDates' | 'dates'>) {
  const first = [...visitDates].sort()[0] ?? today
  const centred = addDays(first, -HORIZON_DAYS / 2)
  const from = first < addDays(today, HORIZON_DAYS) || centred < today ? today : centred
  const [shortest, longest] = [addDays(from, HORIZON_DAYS - 1), addDays(from, LONGEST_DAYS - 1)]
  const last = [...visitDates, ...dates, shortest].sort().at(-1) ?? shortest
  return { from, to: last > longest ? longest : last }
}

/** Planned visits, of all or of those at which one of the caregivers named is. */
async function readVisits(
  { tx, provider }: Reading,
  caregiverIds: readonly string[] | undefined,
  first: LocalDate,
  last: LocalDate,
): Promise<PlanningVisit[]> {
  const mine = tx
    .select({ visitId: visitAssignments.visitId })
    .from(visitAssignments)
    .where(inArray(visitAssignments.caregiverId, [...(caregiverIds ?? [])]))
  const rows = await tx
    .select({
      id: visits.id,
      version: visits.version,
      of: sql<string>`coalesce(${visits.clientId}, ${visits.projectId})`,
      date: visits.date,
      startMinute: visits.startMinute,
      minutes: visits.minutes,
      serviceCode: visits.serviceCode,
      pinned: visits.pinned,
      caregiverId: visitAssignments.caregiverId,
    })
    .from(visits)
    .leftJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visits.provider, provider),
        eq(visits.status, 'planned'),
        between(visits.date, first, last),
        caregiverIds === undefined ? undefined : inArray(visits.id, mine),
      ),
    )
    .orderBy(asc(visits.date), asc(visits.startMinute), asc(visits.id), asc(visitAssignments.caregiverId))
  const planned: (PlanningVisit & { readonly parts: VisitPart[] })[] = []
  for (const { id, version, of, pinned, ...part } of rows) {
    const last = planned.at(-1)
    if (last?.id === id) last.parts.push(part)
    else planned.push({ id, version, clientId: of, pinned, parts: [part], sync: null })
  }
  // Who comes together in our tables comes at the same time.
  return planned.map((visit) => (visit.parts.length > 1 ? { ...visit, sync: { min: 0, max: 0 } } : visit))
}

/** The last event of a provider: whatever changed after it was announced under a higher number. */
export async function planningVersion(tx: Tx, provider: string): Promise<number> {
  const [row] = await tx
    .select({ last: providerSequences.lastEvent })
    .from(providerSequences)
    .where(eq(providerSequences.provider, provider))
  return row?.last ?? 0
}

/** The closed days of a stretch: the law's, and the provider's own. */
function closedDays({ profile }: Reading, from: LocalDate, to: LocalDate, everyDayServices: readonly string[]) {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [...new Set([...years.flatMap(publicHolidays), ...profile.holidays.closed])]
    .filter((date) => date >= from && date <= to && !profile.holidays.open.includes(date))
    .map((date) => ({ date, exceptServiceCodes: everyDayServices }))
}

/** @param narrowed for a check of what some caregivers are given: their visits only */
export async function readPlanning(c: Reading, wanted: Wanted, narrowed?: Narrowed): Promise<Planning> {
  const local = toLocal(c.now)
  const { from, to } = narrowed ?? horizonOf(local.date, wanted)
  const [first, last] = [addDays(from, -CONTEXT_DAYS), addDays(to, CONTEXT_DAYS)]
  // Before all else: what is committed while the rest is read counts as later than it, never as known.
  const version = await planningVersion(c.tx, c.provider)
  const { settings } = await readSettings(c.tx, c.provider)
  const planned = await readVisits(c, narrowed?.caregiverIds, first, last)
  const at = [...new Set(planned.map((visit) => visit.clientId))]
  const helpers = [...new Set(planned.flatMap((visit) => visit.parts.flatMap((part) => part.caregiverId ?? [])))]
  const people = { tx: c.tx, provider: c.provider, first, last, named: [...helpers, ...(narrowed?.caregiverIds ?? [])] }
  return {
    version,
    now: { date: local.date, minute: minutesOf(local.time) },
    from,
    to,
    caregivers: await readCaregivers(narrowed ? { ...people, countFor: narrowed.caregiverIds } : people),
    clients: await readClients({ tx: c.tx, provider: c.provider, today: local.date, last }, at, [...new Set(wanted.about)]),
    visits: planned,
    closedDays: closedDays(c, from, to, settings.everyDayServices),
    settings,
  }
}
