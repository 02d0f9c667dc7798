/** Visits as they stand in the tables, and as staff and clients read them. */
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { type LocalDate, type LocalTime, minutesOf, timeOf } from '../../shared/domain/local-time.ts'
import { endOf, type PlanningRow, type Slot, type Visit } from '../../shared/domain/planning.ts'
import type { Tx } from '../db/database.ts'
import { caregivers, visitAssignments, visits } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'

type Row = typeof visits.$inferSelect
interface Helper {
  readonly id: string
  readonly name: string
  readonly firstName: string
}

/** A visit with its local start as text, beside who carries it out. */
export interface PlannedVisit extends Row {
  readonly startTime: LocalTime
  readonly helpers: readonly Helper[]
}

interface VisitFilter {
  readonly clientId: string
  readonly from?: LocalDate
  /** Inclusive. */
  readonly to?: LocalDate
  readonly ids?: readonly string[]
  readonly plannedOnly?: boolean
  readonly limit?: number
}

async function withHelpers(tx: Tx, rows: readonly Row[]): Promise<readonly PlannedVisit[]> {
  if (rows.length === 0) return []
  const found = await tx
    .select({
      visitId: visitAssignments.visitId,
      id: caregivers.id,
      name: caregivers.name,
      firstName: caregivers.firstName,
    })
    .from(visitAssignments)
    .innerJoin(caregivers, eq(caregivers.id, visitAssignments.caregiverId))
    .where(
      inArray(
        visitAssignments.visitId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(caregivers.name), asc(caregivers.id))
  const of = groupBy(found, (one) => one.visitId)
  return rows.map((row) => ({ ...row, startTime: timeOf(row.startMinute), helpers: of.get(row.id) ?? [] }))
}

/** Visits of a client in the order of the planning. */
export async function visitsOf(tx: Tx, filter: VisitFilter): Promise<readonly PlannedVisit[]> {
  const query = tx
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.clientId, filter.clientId),
        filter.from === undefined ? undefined : gte(visits.date, filter.from),
        filter.to === undefined ? undefined : lte(visits.date, filter.to),
        filter.ids === undefined ? undefined : inArray(visits.id, [...filter.ids]),
        filter.plannedOnly ? eq(visits.status, 'planned') : undefined,
      ),
    )
    .orderBy(asc(visits.date), asc(visits.startMinute), asc(visits.id))
  return withHelpers(tx, filter.limit === undefined ? await query : await query.limit(filter.limit))
}

/** One visit of a provider, or null. */
export async function visitOf(tx: Tx, provider: string, id: string): Promise<PlannedVisit | null> {
  const rows = await tx
    .select()
    .from(visits)
    .where(and(eq(visits.id, id), eq(visits.provider, provider)))
  return (await withHelpers(tx, rows))[0] ?? null
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

/** A visit as its client sees it: once, where it stands now, with first names only. */
export function toPlanningRow(row: PlannedVisit): PlanningRow {
  return {
    id: row.id,
    date: row.date,
    startTime: row.startTime,
    endTime: endOf(row).time,
    serviceCode: row.serviceCode,
    caregiver: row.helpers.map((helper) => helper.firstName).join(', '),
    status: row.status,
    changed: row.previousDate !== null,
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
