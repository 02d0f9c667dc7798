/** Who could take a visit at a given date and time, and why somebody could not. */
import { and, asc, between, eq, exists, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { CaregiverOption } from '../../shared/api/planning.ts'
import { addDays, type LocalDate, type LocalTime, minutesOf, timeOf, toLocal, weekday } from '../../shared/domain/local-time.ts'
import { overlaps, type Slot } from '../../shared/domain/planning.ts'
import type { Tx } from '../db/database.ts'
import { caregiverAbsences, caregivers, unwantedPairings, visitAssignments, visits } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'
import { clockSpan, type Helper, type PlannedVisit } from './rows.ts'

/** What a caregiver is engaged in. */
export interface Engagement extends Slot {
  readonly visitId: string
  readonly caregiverId: string
}

/** The planned visits of caregivers around some days, a day wider on both sides: a visit may run past midnight. */
export async function engagementsOf(
  tx: Tx,
  provider: string,
  days: readonly LocalDate[],
  caregiverIds?: readonly string[],
): Promise<readonly Engagement[]> {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const rows = await tx
    .select({
      visitId: visits.id,
      caregiverId: visitAssignments.caregiverId,
      date: visits.date,
      startMinute: visits.startMinute,
      minutes: visits.minutes,
    })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visits.provider, provider),
        eq(visits.status, 'planned'),
        between(visits.date, addDays(first, -1), addDays(last, 1)),
        caregiverIds === undefined ? undefined : inArray(visitAssignments.caregiverId, [...caregiverIds]),
      ),
    )
    .orderBy(asc(visits.date), asc(visits.startMinute), asc(visits.id))
  return rows.map((row) => ({ ...row, startTime: timeOf(row.startMinute) }))
}

interface Ability {
  readonly qualifications: readonly string[]
  readonly weekdays: readonly number[]
  readonly fromMinute: number
  readonly toMinute: number
}

/** Does a caregiver work at that time? A visit past midnight ends outside every working day. */
export function isAvailable(caregiver: Ability, slot: Slot): boolean {
  const start = minutesOf(slot.startTime)
  return (
    caregiver.weekdays.includes(weekday(slot.date)) && start >= caregiver.fromMinute && start + slot.minutes <= caregiver.toMinute
  )
}

/** Caregivers who are ill or away on a day. */
async function absentOn(tx: Tx, provider: string, date: LocalDate): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: caregiverAbsences.caregiverId })
    .from(caregiverAbsences)
    .where(
      and(
        eq(caregiverAbsences.provider, provider),
        isNull(caregiverAbsences.endedAt),
        lte(caregiverAbsences.fromDate, date),
        gte(caregiverAbsences.toDate, date),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** Caregivers who do not come to a client. */
async function unwantedAt(tx: Tx, clientId: string | null): Promise<ReadonlySet<string>> {
  if (clientId === null) return new Set()
  const rows = await tx
    .select({ id: unwantedPairings.caregiverId })
    .from(unwantedPairings)
    .where(eq(unwantedPairings.clientId, clientId))
  return new Set(rows.map((row) => row.id))
}

/** Every active caregiver of the provider for a visit at a slot: free ones first, of those the known ones first. */
export async function optionsFor(
  tx: Tx,
  visit: PlannedVisit,
  target: { readonly date: LocalDate; readonly startTime: LocalTime },
  now: Date,
): Promise<readonly CaregiverOption[]> {
  const slot: Slot = { ...target, minutes: visit.minutes }
  const local = toLocal(now)
  const rows = await tx
    .select({
      caregiver: caregivers,
      known: exists(
        tx
          .select({ one: sql`1` })
          .from(visitAssignments)
          .innerJoin(visits, eq(visits.id, visitAssignments.visitId))
          .where(
            and(
              eq(visitAssignments.caregiverId, caregivers.id),
              visit.clientId === null ? sql`${visits.projectId} = ${visit.projectId}` : eq(visits.clientId, visit.clientId),
              eq(visits.status, 'planned'),
              or(lt(visits.date, local.date), and(eq(visits.date, local.date), lt(visits.startMinute, minutesOf(local.time)))),
            ),
          ),
      ),
    })
    .from(caregivers)
    .where(and(eq(caregivers.provider, visit.provider), eq(caregivers.active, true)))
    .orderBy(asc(caregivers.name), asc(caregivers.id))
  const [ill, unwanted] = [await absentOn(tx, visit.provider, slot.date), await unwantedAt(tx, visit.clientId)]
  const engaged = groupBy(await engagementsOf(tx, visit.provider, [slot.date]), (one) => one.caregiverId)

  const options = rows.map(({ caregiver, known }): CaregiverOption => {
    const inTheWay = (engaged.get(caregiver.id) ?? []).find((one) => one.visitId !== visit.id && overlaps(one, slot))
    const why = !caregiver.qualifications.includes(visit.serviceCode)
      ? 'not-qualified'
      : unwanted.has(caregiver.id)
        ? 'unwanted'
        : !isAvailable(caregiver, slot)
          ? 'not-available'
          : ill.has(caregiver.id)
            ? 'absent'
            : inTheWay
              ? 'busy'
              : null
    return {
      id: caregiver.id,
      name: caregiver.name,
      free: why === null,
      why,
      busyWith: why === 'busy' && inTheWay ? clockSpan(inTheWay) : null,
      known: known === true,
    }
  })
  const rank = (option: CaregiverOption) => (option.free ? 0 : 2) + (option.known ? 0 : 1)
  return options.sort((a, b) => rank(a) - rank(b))
}

/** A caregiver who was locked, so that two writers look at each other's outcome. */
export type LockedCaregiver = Helper & { readonly active: boolean }

/** Locks caregivers of a provider in the order of their ids, so that two writers wait for each other and never crosswise. */
export async function lockCaregivers(
  tx: Tx,
  provider: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedCaregiver>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: caregivers.id, name: caregivers.name, firstName: caregivers.firstName, active: caregivers.active })
    .from(caregivers)
    .where(and(eq(caregivers.provider, provider), inArray(caregivers.id, [...ids])))
    .orderBy(asc(caregivers.id))
    .for('no key update')
  return new Map(rows.map((row) => [row.id, row]))
}
