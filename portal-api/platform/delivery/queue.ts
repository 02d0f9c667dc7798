/** Hands a message to the delivery table, in the transaction that causes it: sent if and only if that commits. */
import type { Tx } from '../../db/database.ts'
import { deliveries } from '../../db/schema/index.ts'
import type { NewDelivery } from '../context.ts'
import { newId } from '../ids.ts'

export async function queueDelivery(tx: Tx, provider: string, message: NewDelivery, now: Date): Promise<void> {
  await tx.insert(deliveries).values({
    id: newId(),
    provider,
    channel: message.channel,
    toAddress: message.to,
    template: message.template,
    subject: message.subject ?? '',
    body: message.body,
    holdsSecret: message.holdsSecret ?? false,
    notBefore: message.notBefore ?? now,
    createdAt: now,
    portalUserId: message.portalUserId ?? null,
  })
}
