/**
 * Claims are leases: taken by one statement that only succeeds on a case that is free, renewed by the same
 * statement, ended by time, release or closing. They move no version and never block saving.
 */
import { and, eq, lte, or, sql } from 'drizzle-orm'
import { CLAIM_SECONDS, type Claim } from '../../shared/domain/cases.ts'
import { cases, staff } from '../db/schema/index.ts'
import type { NewEvent, Refusal } from '../platform/context.ts'
import { closerOf, type StaffDesk } from './detail.ts'
import { liveClaim, selectCases } from './rows.ts'

interface Claimer extends StaffDesk {
  emit(event: NewEvent): void
  audit(note: { details: Readonly<Record<string, unknown>> }): void
}

async function holding(c: Claimer, id: string) {
  const [held] = await selectCases(c.tx).where(eq(cases.id, id))
  if (!held) throw new Error(`Case ${id} is gone.`)
  return { held, claim: liveClaim(held, c.now) }
}

/** Locks the case and says who holds it, so that the log can name who lost it. */
async function lockedHolder(c: Claimer, id: string): Promise<string | null> {
  await c.tx.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for('update')
  const { claim } = await holding(c, id)
  return claim === null || claim.by.id === c.actor.staffId ? null : claim.by.id
}

/**
 * Takes a case, or renews the own claim. `claimed-by-other` names the holder; `already-closed` who closed it.
 * A renewal announces nothing: who reads a list sees the same holder.
 */
export async function takeClaim(c: Claimer, id: string, takeOver: boolean): Promise<Claim | Refusal> {
  const lost = takeOver ? await lockedHolder(c, id) : null
  const now = c.now.toISOString()
  const free = or(sql`${cases.claimBy} is null`, lte(cases.claimUntil, c.now))
  const mine = eq(cases.claimBy, c.actor.staffId)
  const [taken] = await c.tx
    .update(cases)
    .set({
      claimBy: c.actor.staffId,
      claimSince: sql`case when ${cases.claimBy} = ${c.actor.staffId}::uuid and ${cases.claimUntil} > ${now}::timestamptz
        then ${cases.claimSince} else ${now}::timestamptz end`,
      claimUntil: new Date(c.now.getTime() + CLAIM_SECONDS * 1000),
    })
    .where(and(eq(cases.id, id), eq(cases.status, 'open'), takeOver ? undefined : or(free, mine)))
    .returning({ since: cases.claimSince })
  const { held, claim } = await holding(c, id)
  const { row } = held
  if (taken && claim) {
    if (lost !== null) c.audit({ details: { takenFrom: lost } })
    const isNew = taken.since?.getTime() === c.now.getTime()
    if (isNew)
      c.emit({ type: 'case.claimed', queue: row.queue, caseId: id, subjectId: row.subjectId, version: row.subjectVersion })
    return claim
  }
  if (row.status === 'closed') {
    const [closer] =
      row.closedBy === null ? [] : await c.tx.select({ name: staff.name }).from(staff).where(eq(staff.id, row.closedBy))
    return c.fail('already-closed', { by: closerOf(row, closer?.name ?? null, c.lang) })
  }
  return c.fail('claimed-by-other', { by: claim?.by.name ?? '' })
}

/** Gives a case back. What is not held by this member of staff stays as it is. */
export async function releaseClaim(c: Claimer, id: string): Promise<void> {
  const [row] = await c.tx
    .update(cases)
    .set({ claimBy: null, claimSince: null, claimUntil: null })
    .where(and(eq(cases.id, id), eq(cases.claimBy, c.actor.staffId)))
    .returning()
  if (row) c.emit({ type: 'case.released', queue: row.queue, caseId: id, subjectId: row.subjectId, version: row.subjectVersion })
}
