/**
 * Staff change the planning: move and cancel visits and change who carries them out, in one transaction, all or nothing. Locks are
 * taken in the order of every writer of visits (clients, visits, caregivers), so that two of them wait for each other and never
 * crosswise.
 */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { BodyOf, OutputOf, Route } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { isHit } from '../../shared/domain/absences.ts'
import type { Language } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import { localMoment, type VisitChange } from '../../shared/domain/planning.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { awayPeriods } from '../absences/away.ts'
import { refreshOpenNotices } from '../absences/refresh.ts'
import type { CaseWriter } from '../cases/write.ts'
import { lockClient } from '../clients/own.ts'
import { visits } from '../db/schema/index.ts'
import { type AuditNote, type Context, type NewDelivery, Refusal } from '../platform/context.ts'
import { refuseEntries, refuseField } from '../platform/field-refusal.ts'
import { enforceRules } from '../rescheduling/enforce.ts'
import { type LockedCaregiver, lockCaregivers } from './caregivers.ts'
import type { Placement } from './clash.ts'
import { applyReplan } from './replan.ts'
import { type PlannedVisit, slotText, toVisit, visitsOf } from './rows.ts'
import { type ChangedVisit, tellOfVisits } from './tell-visits.ts'

interface Planner extends CaseWriter {
  readonly profile: PortalProfile
  readonly lang: Language
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
  deliver(message: NewDelivery): Promise<void>
}

type Planned = ReadonlyMap<string, PlannedVisit>

/** Locks the visits and the clients they are at, and reads them; `not-found` names those that are not this provider's. */
async function lockVisits(c: Planner, changes: readonly VisitChange[]): Promise<Planned | Refusal> {
  const ids = changes.map((one) => one.visitId)
  const rows = await c.tx
    .select({ id: visits.id, clientId: visits.clientId })
    .from(visits)
    .where(and(eq(visits.provider, c.provider), inArray(visits.id, ids)))
  const known = new Set(rows.map((row) => row.id))
  const unknown = changes.flatMap((one, index) => (known.has(one.visitId) ? [] : [index]))
  if (unknown.length > 0) return refuseEntries(c, 'changes', unknown, 'not-found')
  for (const clientId of clientsOf(rows)) await lockClient(c.tx, clientId)
  await c.tx.select({ id: visits.id }).from(visits).where(inArray(visits.id, ids)).orderBy(asc(visits.id)).for('update')
  return new Map((await visitsOf(c.tx, { provider: c.provider, ids })).map((visit) => [visit.id, visit]))
}

function clientsOf(rows: readonly { readonly clientId: string | null }[]): string[] {
  return [...new Set(rows.flatMap((row) => (row.clientId === null ? [] : [row.clientId])))].sort()
}

/** Why a visit cannot be changed as asked, whatever else is planned; null when it can. */
function refusedVisit(c: Planner, changes: readonly VisitChange[], before: Planned): Refusal | null {
  const now = toLocal(c.now)
  const stale = changes.flatMap((one, index) => (before.get(one.visitId)?.version === one.visitVersion ? [] : [index]))
  if (stale.length > 0) {
    const current = stale.flatMap((index) => before.get(changes[index]?.visitId ?? '') ?? [])
    return refuseEntries(c, 'changes', stale, 'planning-changed', {}, { visits: current.map(toVisit) })
  }
  for (const [index, { visitId }] of changes.entries()) {
    const visit = before.get(visitId)
    if (!visit) continue
    if (visit.status === 'cancelled') return refuseField(c, `changes.${index}.visitId`, 'visit-cancelled')
    if (localMoment(visit.date, visit.startTime) <= localMoment(now.date, now.time))
      return refuseField(c, `changes.${index}.visitId`, 'visit-has-begun')
  }
  return null
}

/** Where the visits that stay will be, and who will carry them out. */
function placementsOf(changes: readonly VisitChange[], before: Planned): readonly Placement[] {
  return changes.flatMap((one, index): Placement[] => {
    const visit = before.get(one.visitId)
    if (!visit || one.action === 'cancel') return []
    const own = visit.helpers.map((helper) => helper.id)
    const { date, startTime } = one.action === 'move' ? one.to : visit
    const caregiverIds = one.action === 'move' ? (one.to.caregiverIds ?? own) : one.caregiverIds
    return [{ index, visitId: visit.id, date, startTime, minutes: visit.minutes, caregiverIds }]
  })
}

function isMoved(placement: Placement, visit: PlannedVisit): boolean {
  return placement.date !== visit.date || placement.startTime !== visit.startTime
}

/** The first placement that changes nothing, lies in the past, or at a time at which the client is known to be away. */
async function refusedTarget(c: Planner, placements: readonly Placement[], before: Planned): Promise<Refusal | null> {
  const local = toLocal(c.now)
  const now = localMoment(local.date, local.time)
  for (const placement of placements) {
    const visit = before.get(placement.visitId)
    if (!visit) continue
    const { index, caregiverIds } = placement
    if (!isMoved(placement, visit)) {
      const isSame = visit.helpers.length === caregiverIds.length && visit.helpers.every(({ id }) => caregiverIds.includes(id))
      if (isSame) return refuseField(c, `changes.${index}`, 'nothing-changed')
      continue
    }
    const slot = { slot: slotText(placement) }
    if (localMoment(placement.date, placement.startTime) <= now)
      return refuseEntries(c, 'changes', [index], 'moved-into-past', slot)
    const away = visit.clientId === null ? [] : await awayPeriods(c.tx, visit.clientId)
    if (away.some((period) => isHit(period, placement))) return refuseEntries(c, 'changes', [index], 'moved-into-absence', slot)
  }
  return null
}

/** Locks everybody who is placed. Whoever is placed anew must be there and at work; whoever stays may have left since. */
async function lockHelpers(
  c: Planner,
  placements: readonly Placement[],
  before: Planned,
): Promise<ReadonlyMap<string, LockedCaregiver> | Refusal> {
  const helpers = await lockCaregivers(
    c.tx,
    c.provider,
    placements.flatMap((one) => one.caregiverIds),
  )
  const unknown = placements.filter(({ visitId, caregiverIds }) => {
    const own = new Set(before.get(visitId)?.helpers.map((helper) => helper.id))
    return caregiverIds.some((id) => !helpers.get(id)?.active && !own.has(id))
  })
  return unknown.length === 0
    ? helpers
    : refuseEntries(
        c,
        'changes',
        unknown.map((one) => one.index),
        'not-found',
      )
}

/** What changed, for those who are told. */
function changedOf(changes: readonly VisitChange[], before: Planned, after: Planned): readonly ChangedVisit[] {
  return changes.flatMap(({ action, visitId }): ChangedVisit[] => {
    const [from, to] = [before.get(visitId), after.get(visitId)]
    if (!from || !to) return []
    return [
      {
        clientId: from.clientId,
        projectId: from.projectId,
        from: { date: from.date, startTime: from.startTime },
        to:
          action === 'cancel'
            ? null
            : { date: to.date, startTime: to.startTime, caregivers: to.helpers.map((helper) => helper.firstName) },
      },
    ]
  })
}

/** Problems name the change they are about as `changes.<index>`; `planning-changed` carries the visits as they are now. */
export async function changeVisits(
  c: Planner,
  { changes, planning: seen }: BodyOf<Api['planning.change-visits']>,
): Promise<OutputOf<Api['planning.change-visits']> | Refusal> {
  const twice = changes.findIndex((one, at) => changes.findIndex((other) => other.visitId === one.visitId) < at)
  if (twice >= 0) return refuseField(c, `changes.${twice}.visitId`, 'visit-changed-twice')
  const before = await lockVisits(c, changes)
  if (before instanceof Refusal) return before
  const clientIds = clientsOf([...before.values()])
  const idsOf = (action: VisitChange['action']) => changes.filter((one) => one.action === action).map((one) => one.visitId)
  const cancelled = idsOf('cancel')
  c.audit({
    clientId: clientIds.length === 1 ? (clientIds[0] ?? null) : null,
    details: { moved: idsOf('move'), cancelled, restaffed: idsOf('caregivers'), clients: clientIds },
  })
  const placements = placementsOf(changes, before)
  const refused = refusedVisit(c, changes, before) ?? (await refusedTarget(c, placements, before))
  if (refused) return refused
  const helpers = await lockHelpers(c, placements, before)
  if (helpers instanceof Refusal) return helpers

  const overridden = await enforceRules(c, {
    list: 'changes',
    placements,
    cancelled,
    before,
    overrides: new Map(changes.flatMap((one, index) => (one.action !== 'cancel' && one.override ? [[index, one.override]] : []))),
    seen,
  })
  if (overridden instanceof Refusal) return overridden
  const clash = await applyReplan(c.tx, c.provider, { placements, cancelled, before }, c.now)
  if (clash) {
    const caregiver = helpers.get(clash.caregiverId)?.name ?? ''
    return refuseEntries(c, 'changes', [clash.placement.index], 'double-booking', { caregiver, slot: slotText(clash.slot) })
  }
  const ids = [...before.keys()]
  const after = new Map((await visitsOf(c.tx, { provider: c.provider, ids })).map((visit) => [visit.id, visit]))
  for (const visit of after.values()) c.emit({ type: 'planning.changed', subjectId: visit.id, version: visit.version })
  for (const clientId of clientIds) await refreshOpenNotices(c, clientId)
  const notReached = await tellOfVisits(c, changedOf(changes, before, after))
  return { visits: [...after.values()].map(toVisit), notReached }
}
