/** Rescheduling for staff: proposals, explanations, checks, settings, caregivers who are not there. */
import type { reschedulingRoutes } from '../../shared/api/rescheduling.ts'
import { minutesOf } from '../../shared/domain/local-time.ts'
import { explain } from '../../shared/rescheduling/explain.ts'
import { proposalDesk } from '../../shared/rescheduling/proposals.ts'
import { tableTravel } from '../../shared/rescheduling/travel.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { absenceWithVisits, absentCaregivers, endAbsence, findCaregivers, reportAbsent } from './caregiver-absences.ts'
import { basisOf, changeOf, notPlaceable, openQuestion, wireBreach, wirePart, wireProposal, wireSpot } from './ground.ts'
import { changeSettings, readSettings } from './settings.ts'

export const reschedulingHandlers = {
  'rescheduling.proposals': async (c) => {
    const { visitId, reason, beside, top } = c.body
    c.audit({ objectId: visitId })
    const placed = beside.placed.map((move) => move.visitId)
    const question = await openQuestion(c, [visitId, ...placed])
    if (question instanceof Refusal) return question
    const { planning, visits } = question
    c.audit({ clientId: visits.get(visitId)?.clientId ?? null })
    const change = changeOf(c, planning, { moves: beside.placed, cancelled: beside.cancelled.filter((id) => id !== visitId) })
    if (change instanceof Refusal) return change
    const desk = proposalDesk(planning, tableTravel(planning.settings), change)
    const answer = desk.propose({ visitId, reason }, top)
    if (!answer.ok) return notPlaceable(c, answer.fault.kind)
    c.audit({ details: { proposals: answer.value.proposals.length, looked: answer.value.looked } })
    return {
      ...basisOf(planning),
      visitVersion: visits.get(visitId)?.version ?? 0,
      proposals: answer.value.proposals.map((one) => wireProposal(one, desk)),
      looked: answer.value.looked,
      stoppedBy: answer.value.stoppedBy.map((one) => ({ ...one })),
    }
  },

  'rescheduling.explain': async (c) => {
    const { visitId, reason, caregiverId, part, date, startTime, beside } = c.body
    c.audit({ objectId: visitId, details: { caregiverId } })
    const placed = beside.placed.map((move) => move.visitId)
    const question = await openQuestion(c, [visitId, ...placed], date === undefined ? [] : [date])
    if (question instanceof Refusal) return question
    const { planning, visits } = question
    c.audit({ clientId: visits.get(visitId)?.clientId ?? null })
    const change = changeOf(c, planning, { moves: beside.placed, cancelled: beside.cancelled.filter((id) => id !== visitId) })
    if (change instanceof Refusal) return change
    const caregiver = planning.caregivers.find((one) => one.id === caregiverId)
    const parts = planning.visits.find((visit) => visit.id === visitId)?.parts.length ?? 0
    if (!caregiver || part >= parts) return c.fail('not-found')
    const desk = proposalDesk(planning, tableTravel(planning.settings), change)
    const asked = {
      caregiverId,
      ...(date === undefined ? {} : { date }),
      ...(startTime === undefined ? {} : { startMinute: minutesOf(startTime) }),
    }
    const why = explain(desk, { visitId, reason }, asked, part)
    return {
      ...basisOf(planning),
      visitVersion: visits.get(visitId)?.version ?? 0,
      caregiver: { id: caregiver.id, name: caregiver.name },
      spot: wireSpot(why.spot),
      breaches: why.breaches.map(wireBreach),
      cost: why.cost === null ? null : { score: why.cost.score, parts: why.cost.parts.map(wirePart) },
      best: why.best === null ? null : wireProposal(why.best, desk),
    }
  },

  'rescheduling.check': async (c) => {
    const { moves, cancelled } = c.body
    const ids = moves.map((move) => move.visitId)
    c.audit({ details: { moves: ids, cancelled } })
    const question = await openQuestion(
      c,
      ids,
      moves.flatMap((move) => move.spots.map((spot) => spot.date)),
    )
    if (question instanceof Refusal) return question
    const { planning } = question
    const change = changeOf(c, planning, { moves, cancelled })
    if (change instanceof Refusal) return change
    const desk = proposalDesk(planning, tableTravel(planning.settings))
    return { ...basisOf(planning), breaches: desk.checker.check(change).map(wireBreach) }
  },

  'rescheduling.settings': (c) => readSettings(c.tx, c.provider),
  'rescheduling.change-settings': changeSettings,
  'rescheduling.caregivers': findCaregivers,
  'rescheduling.absences': absentCaregivers,
  'rescheduling.absence': absenceWithVisits,
  'rescheduling.report-absent': reportAbsent,
  'rescheduling.end-absence': endAbsence,
} satisfies HandlersOf<typeof reschedulingRoutes>
