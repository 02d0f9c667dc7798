/** Caregivers who are ill or away: found, reported, listed with the visits they leave, and ended by planners. */
import { and, asc, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { CAREGIVERS_FOUND } from '../../shared/api/rescheduling.ts'
import type { OutputOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { daysBetween, type LocalDate, minutesOf, timeOf, toLocal } from '../../shared/domain/local-time.ts'
import { caregiverAbsences, caregivers, staff, visitAssignments, visits } from '../db/schema/index.ts'
import { lockCaregivers } from '../planning/caregivers.ts'
import { type PlannedVisit, toVisit, visitsOf } from '../planning/rows.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { newId } from '../platform/ids.ts'
import { containsText } from '../platform/text-search.ts'
import { NOBODY, ownerIdOf, ownersOf } from './owners.ts'

type Of<N extends keyof Api> = Context<Api[N]> & { readonly actor: StaffActor }

/** The longest absence reported at once. */
const MAX_DAYS = 366

/** Stores it and says which visits still to come it hits. */
export async function reportAbsent(
  c: Of<'rescheduling.report-absent'>,
): Promise<OutputOf<Api['rescheduling.report-absent']> | Refusal> {
  const { from, to, kind, note } = c.body
  if (to < from) return refuseField(c, 'to', 'end-before-start')
  if (daysBetween(from, to) >= MAX_DAYS) return refuseField(c, 'to', 'range-too-long', { max: MAX_DAYS })
  // The lock of whoever places a visit: either they see the absence, or the visit is among those it hits.
  const caregiver = (await lockCaregivers(c.tx, c.provider, [c.params.id])).get(c.params.id)
  if (!caregiver) return c.fail('not-found')
  const id = newId()
  await c.tx.insert(caregiverAbsences).values({
    id,
    provider: c.provider,
    caregiverId: caregiver.id,
    fromDate: from,
    toDate: to,
    kind,
    note,
    reportedBy: c.actor.staffId,
    reportedAt: c.now,
  })
  c.audit({ objectId: id, details: { caregiverId: caregiver.id, from, to, kind } })
  c.emit({ type: 'planning.changed', subjectId: caregiver.id })
  return { id, visits: (await visitsWithin(c, { caregiverId: caregiver.id, from, to })).map(toVisit) }
}

/** What has begun is not placed any more. */
function stillToCome(now: Date): SQL<boolean> {
  const { date, time } = toLocal(now)
  return sql<boolean>`(${visits.date}, ${visits.startMinute}) > (${date}::date, ${minutesOf(time)}::int)`
}

/** Planned visits of a caregiver between two dates that are still to come. */
async function visitsWithin(
  c: Pick<Of<'rescheduling.absence'>, 'tx' | 'provider' | 'now'>,
  { caregiverId, from, to }: { readonly caregiverId: string; readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly PlannedVisit[]> {
  const hit = await c.tx
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visitAssignments.caregiverId, caregiverId),
        eq(visits.status, 'planned'),
        gte(visits.date, from),
        lte(visits.date, to),
        stillToCome(c.now),
      ),
    )
  return visitsOf(c.tx, { provider: c.provider, ids: hit.map((one) => one.id) })
}

function absenceColumns(now: Date) {
  return {
    id: caregiverAbsences.id,
    caregiver: { id: caregivers.id, name: caregivers.name },
    from: caregiverAbsences.fromDate,
    to: caregiverAbsences.toDate,
    kind: caregiverAbsences.kind,
    note: caregiverAbsences.note,
    visits: sql<number>`(
      select count(*)::int from ${visits} join ${visitAssignments} on ${visitAssignments.visitId} = ${visits.id}
      where ${visitAssignments.caregiverId} = ${caregivers.id} and ${visits.status} = 'planned'
        and ${visits.date} between ${caregiverAbsences.fromDate} and ${caregiverAbsences.toDate} and ${stillToCome(now)})`,
  }
}

/** Who is away today or later, in the order of the days. */
export async function absentCaregivers(c: Of<'rescheduling.absences'>): Promise<OutputOf<Api['rescheduling.absences']>> {
  const today = toLocal(c.now).date
  const rows = await c.tx
    .select(absenceColumns(c.now))
    .from(caregiverAbsences)
    .innerJoin(caregivers, eq(caregivers.id, caregiverAbsences.caregiverId))
    .where(
      and(eq(caregiverAbsences.provider, c.provider), isNull(caregiverAbsences.endedAt), gte(caregiverAbsences.toDate, today)),
    )
    .orderBy(asc(caregiverAbsences.fromDate), asc(caregivers.name), asc(caregiverAbsences.id))
  return { absences: rows }
}

/** One of them, with the visits that are left to be placed; of an ended one too. */
export async function absenceWithVisits(c: Of<'rescheduling.absence'>): Promise<OutputOf<Api['rescheduling.absence']> | Refusal> {
  const { id } = c.params
  c.audit({ objectId: id })
  const [row] = await c.tx
    .select({
      ...absenceColumns(c.now),
      reportedAt: caregiverAbsences.reportedAt,
      reportedBy: staff.name,
      endedAt: caregiverAbsences.endedAt,
    })
    .from(caregiverAbsences)
    .innerJoin(caregivers, eq(caregivers.id, caregiverAbsences.caregiverId))
    .innerJoin(staff, eq(staff.id, caregiverAbsences.reportedBy))
    .where(and(eq(caregiverAbsences.id, id), eq(caregiverAbsences.provider, c.provider)))
  if (!row) return c.fail('not-found')
  const { reportedAt, reportedBy, endedAt, ...absence } = row
  const hit = await visitsWithin(c, { caregiverId: absence.caregiver.id, from: absence.from, to: absence.to })
  const owners = await ownersOf(c.tx, c.provider, hit)
  c.audit({ details: { clients: [...owners.values()].flatMap((owner) => owner.id ?? []) } })
  return {
    absence,
    reportedAt: reportedAt.toISOString(),
    reportedBy,
    endedAt: endedAt?.toISOString() ?? null,
    visits: hit.map((visit) => ({ visit: toVisit(visit), client: owners.get(ownerIdOf(visit)) ?? NOBODY })),
  }
}

/** Caregivers at work here, found by name, with what each has next. */
export async function findCaregivers(c: Of<'rescheduling.caregivers'>): Promise<OutputOf<Api['rescheduling.caregivers']>> {
  const found = await c.tx
    .select({ id: caregivers.id, name: caregivers.name })
    .from(caregivers)
    .where(and(eq(caregivers.provider, c.provider), eq(caregivers.active, true), containsText(caregivers.name, c.query.q)))
    .orderBy(asc(caregivers.name), asc(caregivers.id))
    .limit(CAREGIVERS_FOUND + 1)
  const rows = found.slice(0, CAREGIVERS_FOUND)
  const ids = rows.map((row) => row.id)
  const next =
    ids.length === 0
      ? []
      : await c.tx
          .selectDistinctOn([visitAssignments.caregiverId], {
            caregiverId: visitAssignments.caregiverId,
            date: visits.date,
            startMinute: visits.startMinute,
          })
          .from(visitAssignments)
          .innerJoin(visits, eq(visits.id, visitAssignments.visitId))
          .where(and(inArray(visitAssignments.caregiverId, ids), eq(visits.status, 'planned'), stillToCome(c.now)))
          .orderBy(asc(visitAssignments.caregiverId), asc(visits.date), asc(visits.startMinute))
  const nextOf = new Map(next.map((one) => [one.caregiverId, { date: one.date, startTime: timeOf(one.startMinute) }]))
  c.audit({ details: { found: rows.length } })
  return { rows: rows.map((row) => ({ ...row, next: nextOf.get(row.id) ?? null })), more: found.length > rows.length }
}

/** Ends it; an unknown or ended one is `not-found`. */
export async function endAbsence(c: Of<'rescheduling.end-absence'>): Promise<{ ok: true } | Refusal> {
  const [ended] = await c.tx
    .update(caregiverAbsences)
    .set({ endedAt: c.now })
    .where(
      and(eq(caregiverAbsences.id, c.params.id), eq(caregiverAbsences.provider, c.provider), isNull(caregiverAbsences.endedAt)),
    )
    .returning({ caregiverId: caregiverAbsences.caregiverId })
  if (!ended) return c.fail('not-found')
  c.audit({ objectId: c.params.id, details: { caregiverId: ended.caregiverId } })
  c.emit({ type: 'planning.changed', subjectId: ended.caregiverId })
  return { ok: true }
}
