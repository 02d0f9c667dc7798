/** Writes changes into the planning, all or none. The database has the last word on double bookings. */
import { eq, inArray, sql } from 'drizzle-orm'
import { minutesOf } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import { visitAssignments, visits } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { engagementsOf } from './caregivers.ts'
import { type Clash, findClash, type Placement } from './clash.ts'
import type { PlannedVisit } from './rows.ts'

/** `exclusion_violation`: the constraint of visit_assignments. */
const DOUBLE_BOOKED = '23P01'
/**
 * Another writer's booking can commit between our look and our write; then we look again. More than a few
 * times in a row cannot happen by chance.
 */
const ATTEMPTS = 3

interface Replan {
  readonly placements: readonly Placement[]
  readonly cancelled: readonly string[]
  /** The visits as they stand, by id. */
  readonly before: ReadonlyMap<string, PlannedVisit>
}

function isDoubleBooking(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === DOUBLE_BOOKED
}

async function write(tx: Tx, plan: Replan, now: Date): Promise<void> {
  await tx.execute(sql`set constraints visit_assignments_no_double_booking deferred`)
  if (plan.cancelled.length > 0) {
    await tx
      .update(visits)
      .set({ status: 'cancelled', changedAt: now, version: sql`${visits.version} + 1` })
      .where(inArray(visits.id, [...plan.cancelled]))
  }
  for (const placement of plan.placements) {
    const from = plan.before.get(placement.visitId)
    if (!from) throw new Error(`Visit ${placement.visitId} was not read.`)
    const startMinute = minutesOf(placement.startTime)
    const isMoved = placement.date !== from.date || startMinute !== from.startMinute
    await tx
      .update(visits)
      .set({
        date: placement.date,
        startMinute,
        ...(isMoved ? { previousDate: from.date, previousStartMinute: from.startMinute } : {}),
        changedAt: now,
        version: from.version + 1,
      })
      .where(eq(visits.id, placement.visitId))
    await tx.delete(visitAssignments).where(eq(visitAssignments.visitId, placement.visitId))
    if (placement.caregiverIds.length === 0) continue
    await tx.insert(visitAssignments).values(
      placement.caregiverIds.map((caregiverId) => ({
        id: newId(),
        provider: from.provider,
        visitId: placement.visitId,
        caregiverId,
      })),
    )
  }
  await tx.execute(sql`set constraints visit_assignments_no_double_booking immediate`)
}

/**
 * Applies all of it, or names the first clash and leaves the planning as it was. The caller holds the locks
 * on the caregivers placed, so that two writers look at each other's outcome and not past each other.
 */
export async function applyReplan(tx: Tx, provider: string, plan: Replan, now: Date): Promise<Clash | null> {
  const leaving = new Set([...plan.cancelled, ...plan.placements.map((one) => one.visitId)])
  const days = plan.placements.map((one) => one.date)
  const caregiverIds = plan.placements.flatMap((one) => one.caregiverIds)
  for (let attempt = 1; ; attempt += 1) {
    const clash = findClash(plan.placements, await engagementsOf(tx, provider, days, caregiverIds), leaving)
    if (clash) return clash
    try {
      await tx.transaction((savepoint) => write(savepoint, plan, now))
      return null
    } catch (error) {
      if (!isDoubleBooking(error) || attempt === ATTEMPTS) throw error
    }
  }
}
