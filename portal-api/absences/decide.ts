/**
 * Decides on every visit that a notice hits, and closes the notice: planning, notice, case, mail, events and
 * audit in one transaction, all or nothing. Locks are taken in one order (client, notice, visits, caregivers),
 * so that two decisions wait for each other and never crosswise.
 */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type AbsencePeriod, absencePeriod, isHit, type VisitDecision } from '../../shared/domain/absences.ts'
import type { AbsenceDecision, CaseDetail } from '../../shared/domain/cases.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import { caregiversAt, localMoment } from '../../shared/domain/planning.ts'
import type { ProblemCode, ProblemParams } from '../../shared/domain/problems.ts'
import { caseDetail, closerOf, type StaffDesk, visibleCase } from '../cases/detail.ts'
import { closeCase } from '../cases/write.ts'
import { lockClient } from '../clients/own.ts'
import { absenceDecisions, absences, staff, visits } from '../db/schema/index.ts'
import { lockCaregivers } from '../planning/caregivers.ts'
import type { Placement } from '../planning/clash.ts'
import { applyReplan } from '../planning/replan.ts'
import { type Helper, type PlannedVisit, slotText, visitsOf } from '../planning/rows.ts'
import { type ChangedVisit, confirmVisits } from '../planning/tell-visits.ts'
import { type AuditNote, type NewDelivery, type NewEvent, Refusal } from '../platform/context.ts'
import { refuseEntries, refuseField } from '../platform/field-refusal.ts'
import { enforceRules } from '../rescheduling/enforce.ts'
import { awayPeriods } from './away.ts'
import { decidedTwice, outdated, undecided } from './decision-check.ts'
import type { VisitOutcome } from './decision-mail.ts'
import { hitsAhead } from './hits.ts'
import { refreshOpenNotices } from './refresh.ts'
import { type AbsenceRow, fieldsOf, plannedAround } from './rows.ts'
import { tellClient } from './tell.ts'

interface Decider extends StaffDesk {
  emit(event: NewEvent): void
  audit(note: AuditNote): void
  deliver(message: NewDelivery): Promise<void>
}

/** Refuses and says which of the decisions it is about. */
const refuseAt = (c: Decider, indexes: readonly number[], code: ProblemCode, params: ProblemParams = {}, current?: CaseDetail) =>
  refuseEntries(c, 'decisions', indexes, code, params, current)

/** Locks the notice and everything that hangs together around its client; refuses when it is no longer to be decided on. */
async function openNotice(c: Decider, id: string, basedOn: number): Promise<AbsenceRow | Refusal> {
  c.audit({ objectId: id })
  const where = and(eq(absences.id, id), eq(absences.provider, c.provider))
  const [found] = await c.tx.select({ clientId: absences.clientId, caseId: absences.caseId }).from(absences).where(where)
  if (!found) return c.fail('not-found')
  c.audit({ caseId: found.caseId, clientId: found.clientId })
  const visible = await visibleCase(c, found.caseId)
  if (visible instanceof Refusal) return visible
  await lockClient(c.tx, found.clientId)
  const [row] = await c.tx.select().from(absences).where(where).for('update')
  if (!row) return c.fail('not-found')
  switch (row.status) {
    case 'processed': {
      const [by] =
        row.closedBy === null ? [] : await c.tx.select({ name: staff.name }).from(staff).where(eq(staff.id, row.closedBy))
      return c.fail(
        'already-closed',
        { by: closerOf(visible, by?.name ?? null, c.lang) },
        { current: await caseDetail(c, row.caseId) },
      )
    }
    case 'withdrawn':
      return c.fail('withdrawn', {}, { current: await caseDetail(c, row.caseId) })
    case 'open':
      return row.version === basedOn ? row : c.fail('stale-version', {}, { current: await caseDetail(c, row.caseId) })
    default: {
      const never: never = row.status
      return never
    }
  }
}

/** The visits that must be decided on, once it is sure that exactly those were. */
async function coveredVisits(
  c: Decider,
  notice: AbsenceRow,
  decisions: readonly VisitDecision[],
): Promise<ReadonlyMap<string, PlannedVisit> | Refusal> {
  const twice = decidedTwice(decisions)
  if (twice !== null) return refuseField(c, `decisions.${twice}.visitId`, 'visit-decided-twice')
  const ids = decisions.map((one) => one.visitId)
  if (ids.length > 0) {
    await c.tx.select({ id: visits.id }).from(visits).where(inArray(visits.id, ids)).orderBy(asc(visits.id)).for('update')
  }
  const known = new Set((await visitsOf(c.tx, { clientId: notice.clientId, ids })).map((visit) => visit.id))
  const unknown = decisions.flatMap((one, index) => (known.has(one.visitId) ? [] : [index]))
  if (unknown.length > 0) return refuseAt(c, unknown, 'not-found')
  const period = absencePeriod(fieldsOf(notice))
  const affected = hitsAhead(period, await plannedAround(c.tx, notice.clientId, period, c.now), c.now)
  const changed = outdated(decisions, affected)
  if (changed.length > 0) return refuseAt(c, changed, 'planning-changed', {}, await caseDetail(c, notice.caseId))
  const missing = undecided(decisions, affected)
  if (missing > 0) return c.fail('decision-incomplete', { count: missing }, { current: await caseDetail(c, notice.caseId) })
  return new Map(affected.map((visit) => [visit.id, visit]))
}

function placementsOf(decisions: readonly VisitDecision[], before: ReadonlyMap<string, PlannedVisit>): readonly Placement[] {
  return decisions.flatMap((one, index) => {
    const visit = before.get(one.visitId)
    if (one.action !== 'move' || !visit) return []
    const { date, startTime } = one.to
    return [{ index, visitId: visit.id, minutes: visit.minutes, date, startTime, caregiverIds: caregiversAt(one.to) }]
  })
}

/** The first move into the past, or into a time at which the client is known to be away. */
function refusedTarget(c: Decider, moves: readonly Placement[], away: readonly AbsencePeriod[]): Refusal | null {
  const local = toLocal(c.now)
  const now = localMoment(local.date, local.time)
  for (const move of moves) {
    const slot = { slot: slotText(move) }
    if (localMoment(move.date, move.startTime) <= now) return refuseAt(c, [move.index], 'moved-into-past', slot)
    if (away.some((period) => isHit(period, move))) return refuseAt(c, [move.index], 'moved-into-absence', slot)
  }
  return null
}

/** Locks the caregivers moved to; a foreign or inactive one does not exist here. */
async function lockHelpers(c: Decider, moves: readonly Placement[]): Promise<ReadonlyMap<string, Helper> | Refusal> {
  const helpers = await lockCaregivers(
    c.tx,
    c.provider,
    moves.flatMap((move) => move.caregiverIds),
  )
  const unknown = moves.filter((move) => move.caregiverIds.some((id) => !helpers.get(id)?.active)).map((move) => move.index)
  return unknown.length > 0 ? refuseAt(c, unknown, 'not-found') : helpers
}

/**
 * Problems: `stale-version`, `already-closed`, `withdrawn`, `planning-changed` and `decision-incomplete` carry
 * the case as it is now; those about one decision name it as `decisions.<index>`.
 */
export async function decideAbsence(
  c: Decider,
  id: string,
  basedOn: number,
  { decisions, planning: seen }: AbsenceDecision,
): Promise<CaseDetail | Refusal> {
  const notice = await openNotice(c, id, basedOn)
  if (notice instanceof Refusal) return notice
  const before = await coveredVisits(c, notice, decisions)
  if (before instanceof Refusal) return before
  const moves = placementsOf(decisions, before)
  const refused = refusedTarget(c, moves, await awayPeriods(c.tx, notice.clientId))
  if (refused) return refused
  const helpers = await lockHelpers(c, moves)
  if (helpers instanceof Refusal) return helpers

  const idsOf = (action: VisitDecision['action']) => decisions.filter((one) => one.action === action).map((one) => one.visitId)
  const cancelled = idsOf('cancel')
  const overridden = await enforceRules(c, {
    list: 'decisions',
    placements: moves,
    cancelled,
    before,
    overrides: new Map(decisions.flatMap((one, index) => (one.action === 'move' && one.override ? [[index, one.override]] : []))),
    seen,
  })
  if (overridden instanceof Refusal) return overridden
  const clash = await applyReplan(c.tx, c.provider, { placements: moves, cancelled, before }, c.now)
  if (clash) {
    const caregiver = helpers.get(clash.caregiverId)?.name ?? ''
    return refuseAt(c, [clash.placement.index], 'double-booking', { caregiver, slot: slotText(clash.slot) })
  }

  const version = notice.version + 1
  await c.tx
    .update(absences)
    .set({ status: 'processed', closedAt: c.now, closedBy: c.actor.staffId, version })
    .where(eq(absences.id, id))
  const placed = decisions.flatMap((one) => {
    const visit = before.get(one.visitId)
    return visit ? [{ decision: one, visit }] : []
  })
  if (placed.length > 0) {
    await c.tx.insert(absenceDecisions).values(
      placed.map(({ decision, visit }) => ({
        absenceId: id,
        visitId: visit.id,
        action: decision.action,
        fromDate: visit.date,
        fromStartMinute: visit.startMinute,
        decidedAt: c.now,
        override: overridden.get(visit.id) ?? null,
      })),
    )
  }
  for (const { decision, visit } of placed) {
    if (decision.action === 'keep') continue
    c.emit({ type: 'planning.changed', caseId: notice.caseId, subjectId: visit.id, version: visit.version + 1 })
  }
  await closeCase(c, { queue: 'absences', subjectId: id, subjectVersion: version, closedBy: c.actor.staffId })
  await refreshOpenNotices(c, notice.clientId)
  const outcomes = placed.map(
    ({ decision, visit }): VisitOutcome =>
      decision.action === 'move'
        ? {
            action: 'move',
            from: visit,
            to: decision.to,
            caregivers: caregiversAt(decision.to).flatMap((id) => helpers.get(id)?.firstName ?? []),
          }
        : { action: decision.action, from: visit },
  )
  const told = await tellClient(c, notice, outcomes)
  const changed = outcomes.flatMap((one): ChangedVisit[] => {
    if (one.action === 'keep') return []
    const to = one.action === 'move' ? { ...one.to, caregivers: one.caregivers } : null
    return [{ clientId: notice.clientId, projectId: null, from: one.from, to }]
  })
  await confirmVisits(c, changed, told)
  const moved = moves.map((move) => move.visitId)
  c.audit({ details: { decided: decisions.length, moved, cancelled, kept: idsOf('keep') } })
  return caseDetail(c, notice.caseId)
}
