/** Hands a message to the delivery table, in the transaction that causes it: sent if and only if that commits. */
import type { Tx } from '../../db/database.ts'
import { inserting } from '../../db/prepared.ts'
import { deliveries } from '../../db/schema/index.ts'
import type { NewDelivery } from '../context.ts'
import { newId } from '../ids.ts'
import type { Box } from '../secrets/box.ts'
import { oneLine, withoutDirection } from './plain-text.ts'

const MINUTE_MS = 60_000

const insertDelivery = inserting(deliveries, [
  'id',
  'provider',
  'channel',
  'toAddress',
  'template',
  'subject',
  'body',
  'holdsSecret',
  'sealed',
  'notBefore',
  'notAfter',
  'createdAt',
  'portalUserId',
])

/** A body that holds a secret is sealed at rest; not in the demo, which shows what it would have sent. */
export async function queueDelivery(
  tx: Tx,
  services: { readonly box: Box; readonly demo: boolean },
  provider: string,
  message: NewDelivery,
  now: Date,
): Promise<void> {
  const holdsSecret = message.holdsSecret ?? false
  const sealed = holdsSecret && !services.demo
  const notBefore = message.notBefore ?? now
  const body = withoutDirection(message.body)
  await insertDelivery(tx, {
    id: newId(),
    provider,
    channel: message.channel,
    toAddress: message.to,
    template: message.template,
    subject: oneLine(message.subject ?? ''),
    body: sealed ? services.box.seal(body) : body,
    holdsSecret,
    sealed,
    notBefore,
    notAfter: message.validMinutes === undefined ? null : new Date(notBefore.getTime() + message.validMinutes * MINUTE_MS),
    createdAt: now,
    portalUserId: message.portalUserId ?? null,
  })
}

/** The body of a message as it goes out; empty once a secret has gone. */
export function bodyOf(row: Pick<typeof deliveries.$inferSelect, 'body' | 'sealed'>, box: Box): string {
  return row.sealed && row.body !== '' ? box.open(row.body) : row.body
}
