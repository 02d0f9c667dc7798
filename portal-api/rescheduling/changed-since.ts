/** What moved in the planning since a version of it, as far as it stands in the way of a decision. The event log knows. */
import { and, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { BrokenRules } from '../../shared/api/rescheduling.ts'
import type { Planning } from '../../shared/rescheduling/planning.ts'
import type { Tx } from '../db/database.ts'
import { caregiverAbsences, caregivers, events } from '../db/schema/index.ts'
import type { Placement } from '../planning/clash.ts'
import { type PlannedVisit, toVisit, visitsOf } from '../planning/rows.ts'
import { NOBODY, ownerIdOf, ownersOf } from './owners.ts'

interface About {
  readonly placements: readonly Placement[]
  readonly before: ReadonlyMap<string, PlannedVisit>
  readonly seen: number | undefined
}

/**
 * Visits of the caregivers and clients concerned that others changed since, as they stand now, and absences of those caregivers.
 * Nothing when the caller named no version.
 */
export async function changedSince(
  { tx, provider }: { readonly tx: Tx; readonly provider: string },
  { placements, before, seen }: About,
  planning: Planning,
): Promise<Pick<BrokenRules, 'changed' | 'absences'>> {
  if (seen === undefined || seen >= planning.version) return { changed: [], absences: [] }
  const rows = await tx
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(
      and(eq(events.provider, provider), gt(events.seq, seen), eq(events.type, 'planning.changed'), isNotNull(events.subjectId)),
    )
  const subjects = new Set(rows.flatMap((row) => row.id ?? []))
  const taken = new Set(placements.flatMap((one) => one.caregiverIds))
  const owners = new Set(placements.flatMap(({ visitId }) => before.get(visitId)?.clientId ?? []))
  const ids = [...subjects].filter((id) => !before.has(id) && !taken.has(id))
  const found = ids.length === 0 ? [] : await visitsOf(tx, { provider, ids })
  const concerned = found.filter(
    (visit) =>
      (visit.clientId !== null && owners.has(visit.clientId)) ||
      (visit.status === 'planned' && visit.helpers.some((helper) => taken.has(helper.id))),
  )
  const names = await ownersOf(tx, provider, concerned)
  const ill = [...taken].filter((id) => subjects.has(id))
  const absences =
    ill.length === 0
      ? []
      : await tx
          .select({
            caregiver: { id: caregivers.id, name: caregivers.name },
            from: caregiverAbsences.fromDate,
            to: caregiverAbsences.toDate,
          })
          .from(caregiverAbsences)
          .innerJoin(caregivers, eq(caregivers.id, caregiverAbsences.caregiverId))
          .where(
            and(
              eq(caregiverAbsences.provider, provider),
              inArray(caregiverAbsences.caregiverId, ill),
              isNull(caregiverAbsences.endedAt),
              gte(caregiverAbsences.toDate, planning.from),
            ),
          )
  return {
    changed: concerned.map((visit) => ({
      visit: toVisit(visit),
      client: (names.get(ownerIdOf(visit)) ?? NOBODY).name,
    })),
    absences,
  }
}
