/**
 * The receipt that a caller was verified: for one account, one act and one member of staff, once, for ten minutes. It
 * is used up in one statement, so that of many at once exactly one succeeds (norms.md, helpdesk under attack).
 */
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { SensitiveAct } from '../../shared/domain/accounts.ts'
import type { Tx } from '../db/database.ts'
import { callerVerifications } from '../db/schema/index.ts'

export const RECEIPT_MINUTES = 10

export async function takeReceipt(
  tx: Tx,
  receipt: {
    readonly receiptId: string
    readonly provider: string
    readonly portalUserId: string
    readonly staffId: string
    readonly act: SensitiveAct
  },
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(callerVerifications)
    .set({ receiptUsedAt: now })
    .where(
      and(
        eq(callerVerifications.receiptId, receipt.receiptId),
        eq(callerVerifications.provider, receipt.provider),
        eq(callerVerifications.portalUserId, receipt.portalUserId),
        eq(callerVerifications.staffId, receipt.staffId),
        eq(callerVerifications.act, receipt.act),
        gt(callerVerifications.receiptExpiresAt, now),
        isNull(callerVerifications.receiptUsedAt),
        isNull(callerVerifications.refusedAt),
      ),
    )
    .returning({ id: callerVerifications.id })
  return used.length === 1
}
