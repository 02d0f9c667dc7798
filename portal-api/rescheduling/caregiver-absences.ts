/** Caregivers who are ill or away: reported, listed and ended by planners. */
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { OutputOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { daysBetween, toLocal } from '../../shared/domain/local-time.ts'
import { caregiverAbsences, caregivers, visitAssignments, visits } from '../db/schema/index.ts'
import { lockCaregivers } from '../planning/caregivers.ts'
import { toVisit, visitsOf } from '../planning/rows.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { newId } from '../platform/ids.ts'

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
  const today = toLocal(c.now).date
  const hit = await c.tx
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visitAssignments.caregiverId, caregiver.id),
        eq(visits.status, 'planned'),
        gte(visits.date, from < today ? today : from),
        lte(visits.date, to),
      ),
    )
  const rows = await visitsOf(c.tx, { provider: c.provider, ids: hit.map((one) => one.id) })
  return { id, visits: rows.map(toVisit) }
}

/** Who is away today or later, in the order of the days. */
export async function absentCaregivers(c: Of<'rescheduling.absences'>): Promise<OutputOf<Api['rescheduling.absences']>> {
  const today = toLocal(c.now).date
  const rows = await c.tx
    .select({
      id: caregiverAbsences.id,
      caregiver: { id: caregivers.id, name: caregivers.name },
      from: caregiverAbsences.fromDate,
      to: caregiverAbsences.toDate,
      kind: caregiverAbsences.kind,
      note: caregiverAbsences.note,
      visits: sql<number>`(
        select count(*)::int from ${visits} join ${visitAssignments} on ${visitAssignments.visitId} = ${visits.id}
        where ${visitAssignments.caregiverId} = ${caregivers.id} and ${visits.status} = 'planned'
          and ${visits.date} between greatest(${caregiverAbsences.fromDate}, ${today}::date) and ${caregiverAbsences.toDate})`,
    })
    .from(caregiverAbsences)
    .innerJoin(caregivers, eq(caregivers.id, caregiverAbsences.caregiverId))
    .where(
      and(eq(caregiverAbsences.provider, c.provider), isNull(caregiverAbsences.endedAt), gte(caregiverAbsences.toDate, today)),
    )
    .orderBy(asc(caregiverAbsences.fromDate), asc(caregivers.name), asc(caregiverAbsences.id))
  return { absences: rows }
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
