/** Caregivers as rescheduling sees them: what they may do, when they are there, and how much they worked before. */
import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { addDays, daysBetween, type LocalDate } from '../../shared/domain/local-time.ts'
import type { DaySpan, PlanningCaregiver } from '../../shared/rescheduling/planning.ts'
import type { Tx } from '../db/database.ts'
import { caregiverAbsences, caregivers, visitAssignments, visits } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'

/** Weeks of the average of the Arbeidstijdenwet. */
const AVERAGE_WEEKS = 16
const DAY = 1440

export interface CaregiverScope {
  readonly tx: Tx
  readonly provider: string
  /** Who is at a visit that was read, or is asked about: there even when they left since. */
  readonly named: readonly string[]
  /** Whose hours before are counted; everybody's when absent. */
  readonly countFor?: readonly string[]
  /** The days that are read, both included. */
  readonly first: LocalDate
  readonly last: LocalDate
}

/** The days between two dates, both included, as far as they lie in the stretch that is read. */
function wholeDays(from: LocalDate, to: LocalDate, scope: CaregiverScope): DaySpan[] {
  const [begin, end] = [from < scope.first ? scope.first : from, to > scope.last ? scope.last : to]
  return Array.from({ length: Math.max(0, daysBetween(begin, end) + 1) }, (_, day) => ({
    date: addDays(begin, day),
    from: 0,
    to: DAY,
  }))
}

/** Minutes of planned visits in the weeks before the stretch that is read, by caregiver. */
async function workedBefore({ tx, provider, countFor, first }: CaregiverScope): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ caregiverId: visitAssignments.caregiverId, minutes: sql<number>`sum(${visits.minutes})::int` })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visits.provider, provider),
        eq(visits.status, 'planned'),
        gte(visits.date, addDays(first, -7 * AVERAGE_WEEKS)),
        lt(visits.date, first),
        countFor === undefined ? undefined : inArray(visitAssignments.caregiverId, [...countFor]),
      ),
    )
    .groupBy(visitAssignments.caregiverId)
  return new Map(rows.map((one) => [one.caregiverId, one.minutes]))
}

/** In the order of their names. Who left is there only for what still stands in their name, and takes nothing on. */
export async function readCaregivers(scope: CaregiverScope): Promise<PlanningCaregiver[]> {
  const { tx, provider, named, first, last } = scope
  const rows = await tx
    .select()
    .from(caregivers)
    .where(and(eq(caregivers.provider, provider), or(eq(caregivers.active, true), inArray(caregivers.id, [...new Set(named)]))))
    .orderBy(asc(caregivers.name), asc(caregivers.id))
  const away = await tx
    .select()
    .from(caregiverAbsences)
    .where(
      and(
        eq(caregiverAbsences.provider, provider),
        isNull(caregiverAbsences.endedAt),
        lte(caregiverAbsences.fromDate, last),
        gte(caregiverAbsences.toDate, first),
      ),
    )
  const awayOf = groupBy(away, (one) => one.caregiverId)
  const worked = await workedBefore(scope)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    qualifications: row.active ? row.qualifications : [],
    availability: row.active ? row.weekdays.map((weekday) => ({ weekday, from: row.fromMinute, to: row.toMinute })) : [],
    absences: (awayOf.get(row.id) ?? []).flatMap((one) => wholeDays(one.fromDate, one.toDate, scope)),
    contractMinutesPerWeek: row.contractMinutes,
    workedBefore: { minutes: worked.get(row.id) ?? 0, weeks: AVERAGE_WEEKS },
    home: row.homeLat === null || row.homeLon === null ? null : { lat: row.homeLat, lon: row.homeLon },
  }))
}
