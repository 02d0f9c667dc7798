/** What the helpdesk may do with a message: try it again. */
import { and, eq } from 'drizzle-orm'
import type { deliveryRoutes } from '../../shared/api/deliveries.ts'
import { deliveries } from '../db/schema/index.ts'
import type { HandlersOf } from '../platform/context.ts'
import { isRetryable, toSummary } from './rows.ts'

export const deliveryHandlers = {
  /** Under the same id: whoever did take the first one over can see that this is a repeat. */
  'deliveries.retry': async (c) => {
    const [row] = await c.tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, c.params.id), eq(deliveries.provider, c.provider)))
      .for('update')
    if (!row) return c.fail('not-found')
    c.audit({ objectId: row.id, details: { template: row.template, portalUserId: row.portalUserId } })
    if (!isRetryable(row, c.now)) return c.fail('not-retryable')
    const again = { status: 'queued', attempts: 0, notBefore: c.now, lastFailure: null, lastError: null } as const
    await c.tx.update(deliveries).set(again).where(eq(deliveries.id, row.id))
    return toSummary({ ...row, ...again }, c.now)
  },
} satisfies HandlersOf<typeof deliveryRoutes>
