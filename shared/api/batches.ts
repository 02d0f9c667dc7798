/** Many visits placed together, such as those of a caregiver who is ill: started, followed, called off. The plan is accepted by `planning.change-visits`. */
import { z } from 'zod'
import { instant, uuid, version } from '../domain/ids.ts'
import { localDate } from '../domain/local-time.ts'
import { byId, PLANNING_STAFF } from './common.ts'
import { moveReason, planningBasis, proposal, stoppedBy } from './rescheduling.ts'
import { route } from './route.ts'

/** The most visits placed in one batch: what `planning.change-visits` takes in one transaction. */
export const BATCH_MAX = 200

export const batchStatus = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed'])

/** Why there is no plan: the server stopped, the visits contradict themselves, or a fault that was logged. */
export const batchFailure = z.enum(['interrupted', 'not-placeable', 'fault'])

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

export const batchState = z.object({
  id: uuid,
  status: batchStatus,
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Share of the time that has passed, 0 to 1; 1 when it ended. */
  progress: z.number().min(0).max(1),
  visits: z.array(z.object({ id: uuid, version })),
  failure: batchFailure.nullable(),
  plan: batchPlan.nullable(),
})
export type BatchState = z.infer<typeof batchState>

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
  'rescheduling.batch': route({
    ...look,
    name: 'rescheduling.batch',
    method: 'GET',
    path: '/v1/planning/batches/:id',
    summary: 'How far a batch is, and its plan when it is done',
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
    summary: 'Call a batch off; one that ended stays as it is',
    params: byId,
    output: batchState,
    requestId: 'required',
    audit: { action: 'execute', object: 'planning-batch' },
    problems: ['not-found'],
  }),
} as const
