/** Requests for a second pair of eyes, as they stand: an open one counts until it was decided or has expired. */
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Approval, SensitiveAct } from '../../shared/domain/accounts.ts'
import { initialsOf } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { accountApprovals, portalUsers, staff } from '../db/schema/index.ts'

export type ApprovalRow = typeof accountApprovals.$inferSelect

/** More than ever wait at one time; who comes to these has something else to look into. */
const MOST_SHOWN = 100

function waiting(now: Date) {
  return and(isNull(accountApprovals.outcome), gt(accountApprovals.expiresAt, now))
}

/** The approvals of a provider that wait, the oldest first. */
export async function waitingApprovals(tx: Tx, provider: string, now: Date): Promise<Approval[]> {
  const rows = await tx
    .select({
      row: accountApprovals,
      account: { id: portalUsers.id, name: portalUsers.name, userName: portalUsers.userName },
      requester: { id: staff.id, name: staff.name },
    })
    .from(accountApprovals)
    .innerJoin(portalUsers, eq(portalUsers.id, accountApprovals.portalUserId))
    .innerJoin(staff, eq(staff.id, accountApprovals.requestedBy))
    .where(and(eq(accountApprovals.provider, provider), waiting(now)))
    .orderBy(asc(accountApprovals.requestedAt), asc(accountApprovals.id))
    .limit(MOST_SHOWN)
  return rows.map(({ row, account, requester }) => ({
    id: row.id,
    act: row.act,
    account,
    requestedBy: { ...requester, initials: initialsOf(requester.name) },
    reason: row.reason,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** The request that an act on an account waits for, with who asked it; null when none does. */
export async function waitingFor(tx: Tx, portalUserId: string, act: SensitiveAct, now: Date) {
  const [found] = await tx
    .select({ id: accountApprovals.id, expiresAt: accountApprovals.expiresAt, by: { id: staff.id, name: staff.name } })
    .from(accountApprovals)
    .innerJoin(staff, eq(staff.id, accountApprovals.requestedBy))
    .where(and(eq(accountApprovals.portalUserId, portalUserId), eq(accountApprovals.act, act), waiting(now)))
  return found ?? null
}

/** Closes what nobody decided in time, so that it can be asked again. The caller holds the lock on the account. */
export async function expireApprovals(tx: Tx, portalUserId: string, now: Date): Promise<void> {
  await tx
    .update(accountApprovals)
    .set({ outcome: 'expired', decidedAt: now })
    .where(
      and(
        eq(accountApprovals.portalUserId, portalUserId),
        isNull(accountApprovals.outcome),
        lte(accountApprovals.expiresAt, now),
      ),
    )
}
