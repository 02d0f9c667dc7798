/** Many visits placed together, such as those of a caregiver who is ill: started, followed, ended early or called off, and the plan accepted. */
import { z } from 'zod'
import { instant, uuid, version } from '../domain/ids.ts'
import { localDate, localTime } from '../domain/local-time.ts'
import { caregiverRef, ruleOverride, visit } from '../domain/planning.ts'
import { byId, PLANNING_STAFF } from './common.ts'
import { moveReason, planningBasis, proposal, stoppedBy } from './rescheduling.ts'
import { route } from './route.ts'

/** The most visits placed in one batch: what `planning.change-visits` takes in one transaction. */
export const BATCH_MAX = 200

export const batchStatus = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed'])

/** Why there is no plan: the server stopped, the visits contradict themselves, or a fault that was logged. */
export const batchFailure = z.enum(['interrupted', 'not-placeable', 'fault'])

/** What a batch is doing: reading the planning, a first plan, better ones, and how much better any plan could be. */
export const batchPhase = z.enum(['reading', 'placing', 'improving', 'proving'])
export type BatchPhase = z.infer<typeof batchPhase>

/** How good the best plan so far is; minutes of score. */
export const batchSoFar = z.object({
  score: z.number().int(),
  /** No plan that places as many visits gets below; null while nothing is known of it. */
  lower: z.number().int().nullable(),
  /** Visits without a place in that plan. */
  unplaced: z.number().int(),
})
export type BatchSoFar = z.infer<typeof batchSoFar>

export const batchPlan = z.object({
  ...planningBasis,
  /** "Bewezen optimaal": no plan is better, and no choice was left out. */
  proven: z.boolean(),
  /** Time ran out before it was done. */
  cutShort: z.boolean(),
  /** Minutes of score; the sum of the moves. */
  score: z.number().int(),
  /** The same before rounding, and what no plan that places as many visits gets below. */
  cost: z.number(),
  lower: z.number(),
  moves: z.array(z.object({ visitId: uuid, visitVersion: version, proposal })),
  /** "Geen plek gevonden", with what stopped most; nothing named = time ran out before it had its turn. */
  unplaced: z.array(z.object({ visitId: uuid, stoppedBy })),
})
export type BatchPlanRow = z.infer<typeof batchPlan>

/** A visit that a batch is about: where it stood when it was asked for, whose it is, and how it is now. */
export const batchVisit = z.object({
  id: uuid,
  version,
  /** Null for a batch of an earlier version, which did not keep it. */
  stood: z.object({ date: localDate, startTime: localTime, caregivers: z.array(caregiverRef) }).nullable(),
  client: z.object({ id: uuid.nullable(), name: z.string(), number: z.number().int().nullable() }),
  /** Null when it is in the planning no more. */
  now: visit.nullable(),
})
export type BatchVisit = z.infer<typeof batchVisit>

/** What became of a plan: by whom, which visits were left out of it, and the clients who have to be phoned. */
export const batchAcceptance = z.object({
  at: instant,
  by: z.string(),
  leftOut: z.array(uuid),
  notReached: z.array(z.object({ clientId: uuid, name: z.string() })),
})
export type BatchAcceptance = z.infer<typeof batchAcceptance>

const batchHead = {
  id: uuid,
  status: batchStatus,
  /** Who asked for it. */
  by: z.object({ id: uuid, name: z.string() }),
  /** The absence that the visits have to be placed for. */
  absenceId: uuid.nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
} as const

export const batchState = z.object({
  ...batchHead,
  phase: batchPhase,
  /** Longest time to search. */
  seconds: z.number().int(),
  /** Share of the time that has passed, 0 to 1; 1 when it ended. */
  progress: z.number().min(0).max(1),
  soFar: batchSoFar.nullable(),
  visits: z.array(batchVisit),
  failure: batchFailure.nullable(),
  plan: batchPlan.nullable(),
  accepted: batchAcceptance.nullable(),
})
export type BatchState = z.infer<typeof batchState>

/** A batch in a list. */
export const batchSummary = z.object({
  ...batchHead,
  count: z.number().int(),
  plan: batchPlan
    .pick({ score: true, proven: true, cutShort: true })
    .extend({ moves: z.number(), unplaced: z.number() })
    .nullable(),
  acceptedAt: instant.nullable(),
})
export type BatchSummary = z.infer<typeof batchSummary>

/** So many batches stand in the list. */
export const BATCHES_LISTED = 50

const look = {
  who: { kind: 'staff', roles: PLANNING_STAFF },
  status: 200,
  requestId: 'none',
  basedOn: 'none',
  offline: 'never',
} as const

export const batchRoutes = {
  'rescheduling.start-batch': route({
    ...look,
    name: 'rescheduling.start-batch',
    method: 'POST',
    path: '/v1/planning/batches',
    summary:
      'Place many visits together: those named, or all that a caregiver still has between two dates. It goes on after the answer; `batch.changed` says when it ended. One at a time for each planner',
    body: z
      .strictObject({
        reason: moveReason,
        visitIds: z.array(uuid).max(5000).optional(),
        ofCaregiver: z.strictObject({ caregiverId: uuid, from: localDate, to: localDate }).optional(),
        /** The absence it is for, so that whoever looks at that finds the plan. */
        absenceId: uuid.optional(),
        /** Longest time to search. */
        seconds: z.number().int().min(1).max(60).default(10),
      })
      .superRefine((body, context) => {
        if ((body.visitIds === undefined) === (body.ofCaregiver === undefined))
          context.addIssue({ code: 'custom', path: ['visitIds'], message: 'visits-or-caregiver' })
      }),
    output: batchState,
    status: 201,
    requestId: 'required',
    audit: { action: 'execute', object: 'planning-batch' },
    problems: ['not-found', 'visit-not-placeable', 'nothing-to-place', 'batch-too-large', 'batch-running'],
  }),
  'rescheduling.batches': route({
    ...look,
    name: 'rescheduling.batches',
    method: 'GET',
    path: '/v1/planning/batches',
    summary: `The newest batches of this provider (at most ${BATCHES_LISTED}), without their plans`,
    output: z.object({ batches: z.array(batchSummary) }),
    audit: { action: 'read', object: 'planning-batch' },
    problems: [],
  }),
  'rescheduling.batch': route({
    ...look,
    name: 'rescheduling.batch',
    method: 'GET',
    path: '/v1/planning/batches/:id',
    summary: 'How far a batch is, and its plan when it is done; `batch.changed` says when there is news',
    params: byId,
    output: batchState,
    audit: { action: 'read', object: 'planning-batch' },
    problems: ['not-found'],
  }),
  'rescheduling.cancel-batch': route({
    ...look,
    name: 'rescheduling.cancel-batch',
    method: 'POST',
    path: '/v1/planning/batches/:id/cancel',
    summary: 'Call a batch off, without a plan; one that ended stays as it is',
    params: byId,
    output: batchState,
    requestId: 'required',
    audit: { action: 'execute', object: 'planning-batch' },
    problems: ['not-found'],
  }),
  'rescheduling.finish-batch': route({
    ...look,
    name: 'rescheduling.finish-batch',
    method: 'POST',
    path: '/v1/planning/batches/:id/finish',
    summary: 'End the search now: what is at work ends with its best plan so far, cut short; one that ended stays as it is',
    params: byId,
    output: batchState,
    requestId: 'required',
    audit: { action: 'execute', object: 'planning-batch' },
    problems: ['not-found'],
  }),
  'rescheduling.export-batch': route({
    ...look,
    name: 'rescheduling.export-batch',
    method: 'GET',
    path: '/v1/planning/batches/:id/file',
    summary: 'The plan of a batch as a file for a spreadsheet, in the reader’s language',
    params: byId,
    output: z.object({ fileName: z.string(), csv: z.string() }),
    audit: { action: 'read', object: 'planning-export' },
    problems: ['not-found', 'no-plan'],
  }),
  'rescheduling.accept-batch': route({
    ...look,
    name: 'rescheduling.accept-batch',
    method: 'POST',
    path: '/v1/planning/batches/:id/accept',
    summary:
      'Carry out the plan of a batch, without the visits left out: one transaction, all or nothing, once. Problems name a move as `changes.<index>`, its place among those not left out',
    params: byId,
    body: z.strictObject({
      leaveOut: z.array(uuid).max(BATCH_MAX).default([]),
      /** Why a visit may break a rule that warns. */
      overrides: z
        .array(ruleOverride.extend({ visitId: uuid }))
        .max(BATCH_MAX)
        .default([]),
    }),
    output: batchState,
    requestId: 'required',
    audit: { action: 'update', object: 'planning' },
    problems: [
      'not-found',
      'no-plan',
      'plan-accepted',
      'nothing-to-place',
      'planning-changed',
      'double-booking',
      'moved-into-absence',
      'moved-into-past',
      'rule-broken',
      'reason-needed',
      'planning-moved-on',
    ],
  }),
} as const
