/** Batches as staff start, follow, end and accept them. The computing is done by `batch-runner.ts`, in whichever process takes it up. */
import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import { BATCH_MAX, type BatchState, type batchRoutes } from '../../shared/api/batches.ts'
import type { BodyOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import { localMoment } from '../../shared/domain/planning.ts'
import { caregiverAbsences, caregivers, rescheduleBatches, visitAssignments, visits } from '../db/schema/index.ts'
import { type PlannedVisit, visitsOf } from '../planning/rows.ts'
import { type Context, type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { newId } from '../platform/ids.ts'
import { acceptBatch } from './accept-batch.ts'
import { batchRow, batchSummaries, toState } from './batch-view.ts'
import { type Asker, placeableVisits } from './ground.ts'
import { planCsv } from './plan-csv.ts'

type Told = Pick<Context<Api['rescheduling.cancel-batch']>, 'tx' | 'provider' | 'now' | 'params' | 'fail' | 'emit' | 'audit'>
type StartBody = BodyOf<Api['rescheduling.start-batch']>

/** What a caregiver still has to do between two dates. */
async function visitsOfCaregiver(
  c: Asker,
  { caregiverId, from, to }: NonNullable<StartBody['ofCaregiver']>,
): Promise<readonly PlannedVisit[] | Refusal> {
  if (to < from) return refuseField(c, 'ofCaregiver.to', 'end-before-start')
  const [caregiver] = await c.tx
    .select({ id: caregivers.id })
    .from(caregivers)
    .where(and(eq(caregivers.id, caregiverId), eq(caregivers.provider, c.provider)))
  if (!caregiver) return c.fail('not-found')
  const local = toLocal(c.now)
  const rows = await c.tx
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visitAssignments.caregiverId, caregiverId),
        eq(visits.status, 'planned'),
        gte(visits.date, from < local.date ? local.date : from),
        lte(visits.date, to),
      ),
    )
  const found = await visitsOf(c.tx, { provider: c.provider, ids: rows.map((row) => row.id) })
  return found.filter((visit) => localMoment(visit.date, visit.startTime) > localMoment(local.date, local.time))
}

/** The visits a batch is about, each once. */
async function wantedVisits(c: Asker, body: StartBody): Promise<readonly string[] | Refusal> {
  const found = body.ofCaregiver ? await visitsOfCaregiver(c, body.ofCaregiver) : null
  if (found instanceof Refusal) return found
  const ids = [...new Set(found === null ? (body.visitIds ?? []) : found.map((visit) => visit.id))]
  if (ids.length === 0) return c.fail('nothing-to-place')
  return ids.length > BATCH_MAX ? c.fail('batch-too-large', { count: ids.length, max: BATCH_MAX }) : ids
}

/** A batch that was told something: a batch that ended stays as it is. */
async function tell(
  c: Told,
  change: { readonly cancelAsked: true } | { readonly finishAsked: true },
): Promise<BatchState | Refusal> {
  const { id } = c.params
  const mine = and(eq(rescheduleBatches.id, id), eq(rescheduleBatches.provider, c.provider))
  // One that waits to be called off ends here; one at work hears of it at its next pulse.
  if ('cancelAsked' in change)
    await c.tx
      .update(rescheduleBatches)
      .set({ status: 'cancelled', endedAt: c.now })
      .where(and(mine, eq(rescheduleBatches.status, 'waiting')))
  await c.tx
    .update(rescheduleBatches)
    .set(change)
    .where(and(mine, inArray(rescheduleBatches.status, ['waiting', 'running'])))
  const row = await batchRow(c, id)
  if (row === null) return c.fail('not-found')
  c.emit({ type: 'batch.changed', subjectId: row.id })
  return toState(c, row)
}

async function isOurAbsence(c: Asker, id: string): Promise<boolean> {
  const rows = await c.tx
    .select({ id: caregiverAbsences.id })
    .from(caregiverAbsences)
    .where(and(eq(caregiverAbsences.id, id), eq(caregiverAbsences.provider, c.provider)))
  return rows.length > 0
}

export const batchHandlers = {
  'rescheduling.start-batch': async (c) => {
    const ids = await wantedVisits(c, c.body)
    if (ids instanceof Refusal) return ids
    const found = await placeableVisits(c, ids)
    if (found instanceof Refusal) return found
    const { reason, seconds, absenceId = null } = c.body
    if (absenceId !== null && !(await isOurAbsence(c, absenceId))) return c.fail('not-found')
    const id = newId()
    const stored = await c.tx
      .insert(rescheduleBatches)
      .values({
        id,
        provider: c.provider,
        staffId: c.actor.staffId,
        reason,
        visits: found.map(({ helpers, ...visit }) => ({
          id: visit.id,
          version: visit.version,
          stood: { date: visit.date, startTime: visit.startTime, caregiverIds: helpers.map((one) => one.id) },
        })),
        absenceId,
        seconds,
        startedAt: c.now,
      })
      // Two at once: the index lets one through.
      .onConflictDoNothing()
      .returning()
    const [row] = stored
    if (!row) {
      const [running] = await c.tx
        .select({ id: rescheduleBatches.id })
        .from(rescheduleBatches)
        .where(
          and(
            eq(rescheduleBatches.provider, c.provider),
            eq(rescheduleBatches.staffId, c.actor.staffId),
            inArray(rescheduleBatches.status, ['waiting', 'running']),
          ),
        )
      return c.fail('batch-running', running ? { batchId: running.id } : {})
    }
    c.audit({ objectId: id, details: { visits: ids.length, ...(c.body.ofCaregiver ?? {}) } })
    c.emit({ type: 'batch.changed', subjectId: id })
    return toState(c, row)
  },

  'rescheduling.batches': async (c) => ({ batches: await batchSummaries(c) }),

  'rescheduling.batch': async (c) => {
    c.audit({ objectId: c.params.id })
    const row = await batchRow(c, c.params.id)
    return row === null ? c.fail('not-found') : toState(c, row)
  },

  'rescheduling.export-batch': async (c) => {
    c.audit({ objectId: c.params.id })
    const row = await batchRow(c, c.params.id)
    if (row === null) return c.fail('not-found')
    if (row.plan === null) return c.fail('no-plan')
    const { date, time } = toLocal(row.startedAt)
    return { fileName: `plan-${date}-${time.replace(':', '')}.csv`, csv: planCsv(await toState(c, row), c.lang) }
  },

  'rescheduling.cancel-batch': (c) => tell(c, { cancelAsked: true }),
  'rescheduling.finish-batch': (c) => tell(c, { finishAsked: true }),
  'rescheduling.accept-batch': acceptBatch,
} satisfies HandlersOf<typeof batchRoutes>
