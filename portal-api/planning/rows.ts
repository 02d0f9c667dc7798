/** Visits as they stand in the tables, and as staff and clients read them. */
import { and, asc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { type LocalDate, type LocalTime, minutesOf, timeOf } from '../../shared/domain/local-time.ts'
import { endOf, type PlanningRow, type Slot, type Visit } from '../../shared/domain/planning.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { caregivers, visitAssignments, visits } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'

type Row = typeof visits.$inferSelect
export interface Helper {
  readonly id: string
  readonly name: string
  readonly firstName: string
}

/** A visit with its local start as text, beside who carries it out. */
export interface PlannedVisit extends Row {
  readonly startTime: LocalTime
  readonly helpers: readonly Helper[]
}

/** Whose visits: of a client, of projects, or named ones of a provider. */
type VisitScope =
  | { readonly clientId: string }
  | { readonly projectIds: readonly string[] }
  | { readonly provider: string; readonly ids: readonly string[] }

type VisitFilter = VisitScope & {
  readonly from?: LocalDate
  /** Inclusive. */
  readonly to?: LocalDate
  readonly ids?: readonly string[]
  readonly plannedOnly?: boolean
  readonly limit?: number
}

const helpersOf = prepared((on) =>
  on
    .select({
      visitId: visitAssignments.visitId,
      id: caregivers.id,
      name: caregivers.name,
      firstName: caregivers.firstName,
    })
    .from(visitAssignments)
    .innerJoin(caregivers, eq(caregivers.id, visitAssignments.caregiverId))
    .where(sql`${visitAssignments.visitId} = any(${sql.placeholder('visitIds')}::uuid[])`)
    .orderBy(asc(caregivers.name), asc(caregivers.id)),
)

async function withHelpers(tx: Tx, rows: readonly Row[]): Promise<readonly PlannedVisit[]> {
  if (rows.length === 0) return []
  const of = groupBy(await helpersOf(tx, { visitIds: rows.map((row) => row.id) }), (one) => one.visitId)
  return rows.map((row) => ({ ...row, startTime: timeOf(row.startMinute), helpers: of.get(row.id) ?? [] }))
}

function inScope(scope: VisitScope): SQL | undefined {
  if ('clientId' in scope) return eq(visits.clientId, scope.clientId)
  if ('projectIds' in scope) return inArray(visits.projectId, [...scope.projectIds])
  return eq(visits.provider, scope.provider)
}

/** Visits in the order of the planning. */
export async function visitsOf(tx: Tx, filter: VisitFilter): Promise<readonly PlannedVisit[]> {
  const query = tx
    .select()
    .from(visits)
    .where(
      and(
        inScope(filter),
        filter.from === undefined ? undefined : gte(visits.date, filter.from),
        filter.to === undefined ? undefined : lte(visits.date, filter.to),
        filter.ids === undefined ? undefined : inArray(visits.id, [...filter.ids]),
        filter.plannedOnly ? eq(visits.status, 'planned') : undefined,
      ),
    )
    .orderBy(asc(visits.date), asc(visits.startMinute), asc(visits.id))
  return withHelpers(tx, filter.limit === undefined ? await query : await query.limit(filter.limit))
}

const upcoming = prepared((on) =>
  on
    .select()
    .from(visits)
    .where(and(eq(visits.clientId, sql.placeholder('clientId')), gte(visits.date, sql.placeholder('from'))))
    .orderBy(asc(visits.date), asc(visits.startMinute), asc(visits.id))
    .limit(sql.placeholder('limit')),
)

/** The first visits of a client from a day on: what stands beside every case. */
export async function upcomingOf(tx: Tx, clientId: string, from: LocalDate, limit: number): Promise<readonly PlannedVisit[]> {
  return withHelpers(tx, await upcoming(tx, { clientId, from, limit }))
}

/** One visit of a provider, or null. */
export async function visitOf(tx: Tx, provider: string, id: string): Promise<PlannedVisit | null> {
  return (await visitsOf(tx, { provider, ids: [id] }))[0] ?? null
}

/** A visit as staff see it. */
export function toVisit(row: PlannedVisit): Visit {
  return {
    id: row.id,
    date: row.date,
    startTime: row.startTime,
    minutes: row.minutes,
    serviceCode: row.serviceCode,
    status: row.status,
    caregivers: row.helpers.map(({ id, name }) => ({ id, name })),
    pinned: row.pinned,
    previous:
      row.previousDate === null || row.previousStartMinute === null
        ? null
        : { date: row.previousDate, startTime: timeOf(row.previousStartMinute) },
    version: row.version,
  }
}

/** First names, as clients see them. */
export function helperNames(helpers: readonly Pick<Helper, 'firstName'>[]): string {
  return helpers.map((helper) => helper.firstName).join(', ')
}

/** A visit as its client sees it: once, where it stands now, with first names only. */
export function toPlanningRow(row: PlannedVisit, project: PlanningRow['project'] = null): PlanningRow {
  return {
    id: row.id,
    date: row.date,
    startTime: row.startTime,
    endTime: endOf(row).time,
    serviceCode: row.serviceCode,
    caregiver: helperNames(row.helpers),
    status: row.status,
    changed: row.previousDate !== null,
    project,
  }
}

/** A slot as people read it out: `09:00–10:30`. */
export function clockSpan(slot: Omit<Slot, 'date'>): string {
  return `${slot.startTime}–${timeOf(minutesOf(slot.startTime) + slot.minutes)}`
}

/** A slot with its day, in figures that both languages read alike: `24-11-2026 09:00–10:30`. */
export function slotText(slot: Slot): string {
  const [year, month, day] = slot.date.split('-')
  return `${day}-${month}-${year} ${clockSpan(slot)}`
}
