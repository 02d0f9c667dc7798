/** Batches as staff start, follow and call them off. The computing is done by `batch-runner.ts`, in whichever process takes it up. */
import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import { BATCH_MAX, type BatchState, type batchRoutes } from '../../shared/api/batches.ts'
import type { BodyOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import { localMoment } from '../../shared/domain/planning.ts'
import { caregivers, rescheduleBatches, visitAssignments, visits } from '../db/schema/index.ts'
import { type PlannedVisit, visitsOf } from '../planning/rows.ts'
import { type Context, type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { newId } from '../platform/ids.ts'
import { type Asker, placeableVisits } from './ground.ts'

type Row = typeof rescheduleBatches.$inferSelect

function toState(row: Row): BatchState {
  const { id, status, visits: named, failure, plan } = row
  return {
    id,
    status,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    progress: row.endedAt === null ? row.progress / 1000 : 1,
    visits: named,
    failure,
    plan,
  }
}

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

async function batchOf(c: Pick<Context<Api['rescheduling.batch']>, 'tx' | 'provider'>, id: string): Promise<Row | null> {
  const [row] = await c.tx
    .select()
    .from(rescheduleBatches)
    .where(and(eq(rescheduleBatches.id, id), eq(rescheduleBatches.provider, c.provider)))
  return row ?? null
}

export const batchHandlers = {
  'rescheduling.start-batch': async (c) => {
    const ids = await wantedVisits(c, c.body)
    if (ids instanceof Refusal) return ids
    const found = await placeableVisits(c, ids)
    if (found instanceof Refusal) return found
    const id = newId()
    const { reason, seconds } = c.body
    const stored = await c.tx
      .insert(rescheduleBatches)
      .values({
        id,
        provider: c.provider,
        staffId: c.actor.staffId,
        reason,
        visits: found.map((visit) => ({ id: visit.id, version: visit.version })),
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
    return toState(row)
  },

  'rescheduling.batch': async (c) => {
    c.audit({ objectId: c.params.id })
    const row = await batchOf(c, c.params.id)
    return row === null ? c.fail('not-found') : toState(row)
  },

  'rescheduling.cancel-batch': async (c) => {
    c.audit({ objectId: c.params.id })
    const mine = and(eq(rescheduleBatches.id, c.params.id), eq(rescheduleBatches.provider, c.provider))
    // One that waits ends here; one at work is told at its next pulse.
    await c.tx
      .update(rescheduleBatches)
      .set({ status: 'cancelled', endedAt: c.now })
      .where(and(mine, eq(rescheduleBatches.status, 'waiting')))
    await c.tx
      .update(rescheduleBatches)
      .set({ cancelAsked: true })
      .where(and(mine, eq(rescheduleBatches.status, 'running')))
    const row = await batchOf(c, c.params.id)
    if (row === null) return c.fail('not-found')
    c.emit({ type: 'batch.changed', subjectId: row.id })
    return toState(row)
  },
} satisfies HandlersOf<typeof batchRoutes>
