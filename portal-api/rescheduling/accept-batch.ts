/** The plan of a batch carried out: its moves go the way of every change of the planning, in one transaction, once. */
import { and, eq } from 'drizzle-orm'
import type { BatchState } from '../../shared/api/batches.ts'
import type { Api } from '../../shared/api/table.ts'
import type { VisitChange } from '../../shared/domain/planning.ts'
import { rescheduleBatches } from '../db/schema/index.ts'
import { changeVisits } from '../planning/change-visits.ts'
import type { StaffActor } from '../platform/actor.ts'
import { type Context, Refusal } from '../platform/context.ts'
import { staffName, toState } from './batch-view.ts'

type Accepting = Context<Api['rescheduling.accept-batch']> & { readonly actor: StaffActor }

/** Two at once: the second waits for the row and finds it accepted. */
export async function acceptBatch(c: Accepting): Promise<BatchState | Refusal> {
  const { id } = c.params
  const { leaveOut, overrides } = c.body
  c.audit({ objectId: id })
  const [row] = await c.tx
    .select()
    .from(rescheduleBatches)
    .where(and(eq(rescheduleBatches.id, id), eq(rescheduleBatches.provider, c.provider)))
    .for('update')
  if (!row) return c.fail('not-found')
  const { plan, accepted } = row
  if (plan === null) return c.fail('no-plan')
  if (accepted !== null) return c.fail('plan-accepted', { by: await staffName(c.tx, accepted.staffId) })
  const moves = plan.moves.filter((move) => !leaveOut.includes(move.visitId))
  if (moves.length === 0) return c.fail('nothing-to-place')
  const reasons = new Map(overrides.map((one) => [one.visitId, one.reason]))
  const changes = moves.map(({ visitId, visitVersion, proposal: { spots } }): VisitChange => {
    const reason = reasons.get(visitId)
    const [first] = spots
    return {
      action: 'move',
      visitId,
      visitVersion,
      // Those who come together begin together: the planning knows no other synchronisation.
      to: {
        date: first?.date ?? '',
        startTime: first?.startTime ?? '',
        caregiverIds: spots.map((spot) => spot.caregiverId),
      },
      ...(reason === undefined ? {} : { override: { reason } }),
    }
  })
  const leftOut = plan.moves.flatMap((move) => (leaveOut.includes(move.visitId) ? [move.visitId] : []))
  c.audit({ details: { leftOut } })
  const done = await changeVisits(c, { changes, planning: plan.planning })
  if (done instanceof Refusal) return done
  const acceptance = {
    at: c.now.toISOString(),
    staffId: c.actor.staffId,
    leftOut,
    notReached: done.notReached.map((one) => one.clientId),
  }
  const [after] = await c.tx
    .update(rescheduleBatches)
    .set({ accepted: acceptance })
    .where(eq(rescheduleBatches.id, id))
    .returning()
  c.emit({ type: 'batch.changed', subjectId: id })
  return toState(c, after ?? { ...row, accepted: acceptance })
}
