/** Computes the plan of one batch on the planning of that moment, and puts it as it travels. */
import type { BatchPlanRow, BatchVisit } from '../../shared/api/batches.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type BatchPlan, proposeBatch } from '../../shared/rescheduling/batch.ts'
import type { Planning } from '../../shared/rescheduling/planning.ts'
import type { MipSolver } from '../../shared/rescheduling/route/mip.ts'
import type { Run } from '../../shared/rescheduling/route/run.ts'
import type { Reason } from '../../shared/rescheduling/score.ts'
import { tableTravel } from '../../shared/rescheduling/travel.ts'
import type { Database } from '../db/database.ts'
import { visitsOf } from '../planning/rows.ts'
import { basisOf, wireBreach, wirePart, wireSpot } from './ground.ts'
import { readPlanning } from './read-planning.ts'

/** The same batch on the same planning gives the same plan, as long as its time does not run out. */
const SEED = 1

export interface BatchJob {
  readonly provider: string
  readonly reason: Reason
  readonly visits: readonly Pick<BatchVisit, 'id'>[]
}

type Computed =
  | { readonly kind: 'plan'; readonly plan: BatchPlanRow }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: 'not-placeable'; readonly why: string }

async function planningFor(db: Database, job: BatchJob, profile: PortalProfile, now: Date): Promise<Planning> {
  return db.transaction(async (tx) => {
    const { provider } = job
    const found = await visitsOf(tx, { provider, ids: job.visits.map((visit) => visit.id) })
    const about = found.map((visit) => visit.clientId ?? visit.projectId ?? '')
    return readPlanning({ tx, provider, profile, now }, { about, visitDates: found.map((visit) => visit.date), dates: [] })
  })
}

function wirePlan(planning: Planning, plan: BatchPlan, missing: readonly string[]): BatchPlanRow {
  const versions = new Map(planning.visits.map((visit) => [visit.id, visit.version]))
  const names = new Map(planning.caregivers.map((one) => [one.id, one.name]))
  return {
    ...basisOf(planning),
    proven: plan.proven && missing.length === 0,
    cutShort: plan.cutShort,
    score: plan.score,
    cost: plan.cost,
    lower: plan.lower,
    moves: plan.moves.map(({ visitId, spots, score, parts, warnings }) => ({
      visitId,
      visitVersion: versions.get(visitId) ?? 0,
      proposal: {
        spots: spots.map((spot) => ({ ...wireSpot(spot), caregiver: names.get(spot.caregiverId) ?? '' })),
        score,
        parts: parts.map(wirePart),
        warnings: warnings.map(wireBreach),
      },
    })),
    unplaced: [
      ...plan.unplaced.map(({ visitId, stoppedBy }) => ({ visitId, stoppedBy: stoppedBy.map((one) => ({ ...one })) })),
      ...missing.map((visitId) => ({ visitId, stoppedBy: [{ rule: 'out-of-horizon' as const, count: 1 }] })),
    ],
  }
}

/** A visit that lapsed or moved out of the days looked at since the batch was asked for has no place in its plan. */
export async function computeBatch(
  db: Database,
  job: BatchJob,
  profile: PortalProfile,
  now: Date,
  means: { readonly solver: MipSolver; readonly run: Run; onRead(): void },
): Promise<Computed> {
  const planning = await planningFor(db, job, profile, now)
  means.onRead()
  const known = new Set(planning.visits.map((visit) => visit.id))
  const ids = job.visits.map((visit) => visit.id)
  const missing = ids.filter((id) => !known.has(id))
  const settings = { travel: tableTravel(planning.settings), reason: job.reason }
  const solved = await proposeBatch(
    planning,
    ids.filter((id) => known.has(id)),
    settings,
    { ...means, seed: SEED },
  )
  if (!solved.ok) return { kind: 'failed', failure: 'not-placeable', why: solved.fault.kind }
  if (solved.value.kind === 'cancelled') return solved.value
  return { kind: 'plan', plan: wirePlan(planning, solved.value, missing) }
}
