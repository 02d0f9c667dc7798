/**
 * Takes a message for one attempt, and writes down what became of it. Each is a transaction of its own, with the sending in
 * between: a message stands as `sending` before it leaves, so that no crash loses it and no two workers hold the same one.
 */
import { and, asc, desc, eq, lte, type SQL } from 'drizzle-orm'
import type { Database, Tx } from '../../db/database.ts'
import { deliveries } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'
import type { Failed, Outcome } from './channel.ts'
import { nextTry } from './schedule.ts'

export type Delivery = typeof deliveries.$inferSelect
/** A message that an attempt of ours holds. */
export type Taken = Delivery & { readonly attemptId: string }

/** Longer than any channel takes over one message (`SEND_WITHIN_MS`), with room for a database that is away. */
const LEASE_MS = 5 * 60_000

async function firstOf(tx: Tx, where: SQL | undefined, ...order: SQL[]): Promise<Delivery | null> {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(where)
    .orderBy(...order)
    .limit(1)
    .for('update', { skipLocked: true })
  return row ?? null
}

/**
 * The next message of a channel that is due, now `sending`; null when there is none. First what an attempt left behind when it died, then
 * what holds a code or a link, which somebody is waiting for.
 */
export function takeNext(db: Database, channel: Delivery['channel'], now: Date): Promise<Taken | null> {
  return db.transaction(async (tx) => {
    const is = (status: Delivery['status']) => and(eq(deliveries.channel, channel), eq(deliveries.status, status))
    const due =
      (await firstOf(tx, and(is('sending'), lte(deliveries.leasedUntil, now)), asc(deliveries.leasedUntil))) ??
      (await firstOf(
        tx,
        and(is('queued'), lte(deliveries.notBefore, now)),
        desc(deliveries.holdsSecret),
        asc(deliveries.notBefore),
      ))
    if (due === null) return null
    const taken = {
      status: 'sending',
      attempts: due.attempts + 1,
      attemptId: newId(),
      leasedUntil: new Date(now.getTime() + LEASE_MS),
    } as const
    await tx.update(deliveries).set(taken).where(eq(deliveries.id, due.id))
    return { ...due, ...taken }
  })
}

/** Runs in the transaction that gives a message up: what follows from it for whoever should have had it. */
export type OnFailed = (tx: Tx, message: Taken, failed: Failed, now: Date) => Promise<void>

/** When a failed message is tried again; null when it is not. A code is not sent once it is worth nothing. */
function again(message: Taken, failed: Failed, now: Date): Date | null {
  if (failed.kind === 'permanent') return null
  const next = nextTry(message.attempts, now, failed.waitMs)
  return next !== null && message.notAfter !== null && next > message.notAfter ? null : next
}

/**
 * Writes down what became of an attempt. Does nothing when the attempt had been given up for dead and another took its place: that
 * one says how it ends.
 */
export function settle(db: Database, message: Taken, outcome: Outcome, now: Date, onFailed: OnFailed): Promise<void> {
  const holdsIt = and(
    eq(deliveries.id, message.id),
    eq(deliveries.status, 'sending'),
    eq(deliveries.attemptId, message.attemptId),
  )
  const erased = message.holdsSecret ? { body: '' } : {}
  return db.transaction(async (tx) => {
    const write = async (values: Partial<Delivery>) => {
      const written = await tx
        .update(deliveries)
        .set({ leasedUntil: null, ...values })
        .where(holdsIt)
        .returning({ id: deliveries.id })
      return written.length > 0
    }
    if (outcome.kind === 'shown' || outcome.kind === 'sent') {
      const gone = outcome.kind === 'sent' ? erased : {}
      await write({ status: outcome.kind, sentAt: now, lastFailure: null, lastError: null, ...gone })
      return
    }
    const why = { lastFailure: outcome.failure, lastError: outcome.error }
    const next = again(message, outcome, now)
    if (next !== null) await write({ status: 'queued', notBefore: next, ...why })
    else if (await write({ status: 'failed', ...erased, ...why })) await onFailed(tx, message, outcome, now)
  })
}
