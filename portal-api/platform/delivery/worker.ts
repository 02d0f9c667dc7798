/**
 * Takes messages from the delivery table and gives them to a channel. A message is marked in the same
 * transaction that took it, under a row lock, so that two processes never take the same one.
 */
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '../../db/database.ts'
import { deliveries } from '../../db/schema/index.ts'
import type { Clock } from '../clock.ts'

export type Delivery = typeof deliveries.$inferSelect

/** A way out. Resolves to what became of the message; throws when it should be tried again. */
export interface DeliveryChannel {
  send(message: Delivery): Promise<'sent' | 'shown'>
}

/** The demo's way out: nothing leaves the machine, the message is shown at /demo/outbox. */
export const demoChannel: DeliveryChannel = { send: async () => 'shown' }

const BATCH = 50

/** Sends what is due; returns how many were taken. */
export async function deliverDue(db: Database, channel: DeliveryChannel, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.status, 'queued'), lte(deliveries.notBefore, now)))
      .orderBy(asc(deliveries.notBefore))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    for (const message of due) {
      const status = await channel.send(message)
      await tx
        .update(deliveries)
        .set({
          status,
          sentAt: now,
          attempts: message.attempts + 1,
          ...(status === 'sent' && message.holdsSecret ? { body: '' } : {}),
        })
        .where(eq(deliveries.id, message.id))
    }
    return due.length
  })
}

/** Runs the worker in the background until stopped. */
export function startDelivery(
  db: Database,
  channel: DeliveryChannel,
  clock: Clock,
  log: Logger,
  everyMs = 1000,
): { poke(): void; stop(): Promise<void> } {
  let running: Promise<void> | null = null
  const run = async () => {
    try {
      while ((await deliverDue(db, channel, clock.now())) === BATCH);
    } catch (error) {
      // The transaction was rolled back: the messages are still queued and taken up in the next round.
      log.error({ err: error }, 'messages could not be handed out')
    } finally {
      running = null
    }
  }
  const poke = () => {
    running ??= run()
  }
  const timer = setInterval(poke, everyMs)
  timer.unref()
  return {
    poke,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
