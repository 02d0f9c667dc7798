/**
 * Rescheduling on the wire: proposals for a visit, why not, what a change would break, the settings behind it, and caregivers who
 * are not there. Proposals only look; what is accepted goes through the decision on a notice or `planning.change-visits`, which
 * check again on the planning of that moment. Rules and scores travel as ids and figures: `ruleSentence` says them in both languages.
 */
import { z } from 'zod'
import { instant, optionalText, uuid, version } from '../domain/ids.ts'
import { localDate, localTime } from '../domain/local-time.ts'
import { CAREGIVERS_MAX, caregiverRef, visit } from '../domain/planning.ts'
import { ruleIds } from '../rescheduling/rules/catalogue.ts'
import { rescheduleSettings } from '../rescheduling/settings.ts'
import { byId, CASE_STAFF, done, PLANNING_STAFF } from './common.ts'
import { route } from './route.ts'

/** So many caregivers are found at once. */
export const CAREGIVERS_FOUND = 20

const STAFF = { kind: 'staff', roles: PLANNING_STAFF } as const

const ruleId = z.enum(ruleIds)
const figures = z.record(z.string(), z.union([z.string(), z.number()]))

/** One caregiver's place in a proposal or a change. */
export const planSpot = z.strictObject({ caregiverId: uuid, date: localDate, startTime: localTime })
/** A visit at another place: one spot per caregiver. */
export const planMove = z.strictObject({ visitId: uuid, spots: z.array(planSpot).min(1).max(CAREGIVERS_MAX) })
export type PlanMove = z.infer<typeof planMove>

/** What a place costs by one rule, in whole minutes of score. */
export const scorePart = z.object({ rule: ruleId, minutes: z.number().int(), figures })

/** A rule that a change breaks: `hard` never gives way, `warning` gives way to a reason. */
export const ruleBreach = z.object({
  rule: ruleId,
  severity: z.enum(['hard', 'warning', 'soft']),
  visitId: uuid,
  caregiverId: uuid.nullable(),
  figures,
})
export type RuleBreach = z.infer<typeof ruleBreach>

/**
 * What `rule-broken`, `reason-needed` and `planning-moved-on` carry in `current`: the rules, and the visits that others changed since the
 * planning that the request names, as they stand now (`previous` says where they stood), with the absences reported since.
 */
export const brokenRules = z.object({
  breaches: z.array(ruleBreach),
  changed: z.array(z.object({ visit, client: z.string() })),
  absences: z.array(z.object({ caregiver: caregiverRef, from: localDate, to: localDate })),
})
export type BrokenRules = z.infer<typeof brokenRules>

/** What stopped how many candidates, a candidate being one caregiver on one day; most frequent first. */
export const stoppedBy = z.array(z.object({ rule: ruleId, count: z.number().int() }))

export const proposal = z.object({
  spots: z.array(planSpot.extend({ caregiver: z.string() })),
  /** Minutes; lower is better. The parts add up to it. */
  score: z.number().int(),
  parts: z.array(scorePart),
  warnings: z.array(ruleBreach),
})
export type ProposalRow = z.infer<typeof proposal>

/** Visits at other places, each once. */
const planMoves = (max: number) =>
  z
    .array(planMove)
    .max(max)
    .refine((moves) => new Set(moves.map((move) => move.visitId)).size === moves.length, { error: 'visit-changed-twice' })

/** What has been decided beside it and is not stored yet: its places count, the places it leaves are free. */
const beside = z
  .strictObject({ cancelled: z.array(uuid).max(500).default([]), placed: planMoves(500).default([]) })
  .default({ cancelled: [], placed: [] })

/** Why the visit moves: a client who asked for it is not disturbed by it. */
export const moveReason = z.enum(['client-asked', 'other'])

/** The planning that an answer was worked out on: its version (name it when you accept), and the days on which places were looked for. */
export const planningBasis = { planning: z.number().int(), from: localDate, to: localDate }

/** Why a caregiver is not there. */
export const caregiverAbsenceKind = z.enum(['ill', 'leave', 'training'])
export type CaregiverAbsenceKind = z.infer<typeof caregiverAbsenceKind>

/** A caregiver who is not there, and how many visits that leaves to be placed. */
export const caregiverAbsence = z.object({
  id: uuid,
  caregiver: caregiverRef,
  from: localDate,
  to: localDate,
  kind: caregiverAbsenceKind,
  note: z.string(),
  /** Planned visits of this caregiver within it, from today on. */
  visits: z.number().int(),
})
export type CaregiverAbsence = z.infer<typeof caregiverAbsence>

const look = { who: STAFF, status: 200, requestId: 'none', basedOn: 'none', offline: 'never' } as const
const settingsRow = z.object({ settings: rescheduleSettings, version: z.number().int() })

export const reschedulingRoutes = {
  'rescheduling.proposals': route({
    ...look,
    name: 'rescheduling.proposals',
    method: 'POST',
    path: '/v1/planning/proposals',
    summary:
      'The best places for a visit, each on another caregiver or day, with the score in parts and the warnings they bring. None: `stoppedBy` says which rule stopped most candidates',
    body: z.strictObject({ visitId: uuid, reason: moveReason, beside, top: z.number().int().min(1).max(50).default(10) }),
    output: z.object({
      ...planningBasis,
      visitVersion: version,
      proposals: z.array(proposal),
      /** Starts that were looked at. */
      looked: z.number().int(),
      stoppedBy,
    }),
    audit: { action: 'read', object: 'planning-proposals' },
    problems: ['not-found', 'visit-not-placeable'],
  }),
  'rescheduling.explain': route({
    ...look,
    name: 'rescheduling.explain',
    method: 'POST',
    path: '/v1/planning/explanations',
    summary: 'Why not: the rules that stop a caregiver for a visit, what it costs to take them, and where they fit best',
    body: z.strictObject({
      visitId: uuid,
      reason: moveReason,
      caregiverId: uuid,
      /** Which of the visit's caregivers is asked about. */
      part: z.number().int().min(0).max(1).default(0),
      /** The place asked about; the visit's own day and time when absent. */
      date: localDate.optional(),
      startTime: localTime.optional(),
      beside,
    }),
    output: z.object({
      ...planningBasis,
      visitVersion: version,
      caregiver: caregiverRef,
      spot: planSpot,
      /** Hard ones first; empty = nothing stands in the way. */
      breaches: z.array(ruleBreach),
      /** Null where the caregiver does not work that day. */
      cost: z.object({ score: z.number().int(), parts: z.array(scorePart) }).nullable(),
      best: proposal.nullable(),
    }),
    audit: { action: 'read', object: 'planning-explanation' },
    problems: ['not-found', 'visit-not-placeable'],
  }),
  'rescheduling.check': route({
    ...look,
    name: 'rescheduling.check',
    method: 'POST',
    path: '/v1/planning/checks',
    summary: 'Which rules a change of the planning would break; nothing is stored',
    body: z.strictObject({ moves: planMoves(100).min(1), cancelled: z.array(uuid).max(500).default([]) }),
    output: z.object({ ...planningBasis, breaches: z.array(ruleBreach) }),
    audit: { action: 'read', object: 'planning-check' },
    problems: ['not-found', 'visit-not-placeable'],
  }),
  'rescheduling.settings': route({
    ...look,
    who: { kind: 'staff', roles: CASE_STAFF },
    name: 'rescheduling.settings',
    method: 'GET',
    path: '/v1/planning/settings',
    summary: 'The weights and norms that proposals are made with; version 0 = those the product comes with',
    output: settingsRow,
    audit: { action: 'read', object: 'planning-settings' },
    problems: [],
  }),
  'rescheduling.change-settings': route({
    ...look,
    who: { kind: 'staff', roles: ['team-lead'] },
    name: 'rescheduling.change-settings',
    method: 'PUT',
    path: '/v1/planning/settings',
    summary: 'Set the weights and norms of this provider',
    body: rescheduleSettings,
    output: settingsRow,
    requestId: 'required',
    basedOn: 'required',
    audit: { action: 'update', object: 'planning-settings' },
    problems: ['stale-version'],
  }),
  'rescheduling.absences': route({
    ...look,
    name: 'rescheduling.absences',
    method: 'GET',
    path: '/v1/caregiver-absences',
    summary: 'Who of the caregivers is ill or away from today on, and how many visits that leaves to be placed',
    output: z.object({ absences: z.array(caregiverAbsence) }),
    audit: { action: 'read', object: 'caregiver-absence' },
    problems: [],
  }),
  'rescheduling.absence': route({
    ...look,
    name: 'rescheduling.absence',
    method: 'GET',
    path: '/v1/caregiver-absences/:id',
    summary: 'One absence of a caregiver, with the visits still to come that it leaves to be placed and whose they are',
    params: byId,
    output: z.object({
      absence: caregiverAbsence,
      reportedAt: instant,
      reportedBy: z.string(),
      /** When it was ended; null while it stands. */
      endedAt: instant.nullable(),
      visits: z.array(
        z.object({ visit, client: z.object({ id: uuid.nullable(), name: z.string(), number: z.number().int().nullable() }) }),
      ),
    }),
    audit: { action: 'read', object: 'caregiver-absence' },
    problems: ['not-found'],
  }),
  'rescheduling.caregivers': route({
    ...look,
    name: 'rescheduling.caregivers',
    method: 'GET',
    path: '/v1/caregivers',
    summary: `Caregivers at work here by part of their name (at most ${CAREGIVERS_FOUND}), with the next visit of each`,
    query: z.object({ q: z.string().trim().min(2).max(100) }),
    output: z.object({
      rows: z.array(caregiverRef.extend({ next: z.object({ date: localDate, startTime: localTime }).nullable() })),
      more: z.boolean(),
    }),
    audit: { action: 'read', object: 'caregiver' },
    problems: [],
  }),
  'rescheduling.report-absent': route({
    ...look,
    name: 'rescheduling.report-absent',
    method: 'POST',
    path: '/v1/caregivers/:id/absences',
    summary: 'A caregiver is ill or away (at most 366 days); says which planned visits that leaves to be placed',
    params: byId,
    body: z.strictObject({
      from: localDate,
      to: localDate,
      kind: caregiverAbsenceKind,
      note: optionalText(200).default(''),
    }),
    output: z.object({ id: uuid, visits: z.array(visit) }),
    status: 201,
    requestId: 'required',
    audit: { action: 'create', object: 'caregiver-absence' },
    problems: ['not-found'],
  }),
  'rescheduling.end-absence': route({
    ...look,
    name: 'rescheduling.end-absence',
    method: 'DELETE',
    path: '/v1/caregiver-absences/:id',
    summary: 'The caregiver is back, or it was a mistake; visits placed elsewhere stay there',
    params: byId,
    output: done,
    requestId: 'required',
    audit: { action: 'delete', object: 'caregiver-absence' },
    problems: ['not-found'],
  }),
} as const
