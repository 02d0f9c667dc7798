/** Requests for a second pair of eyes, as they stand: an open one counts until it was decided or has expired. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Approval, DecidedApproval, SensitiveAct, VerificationChannel } from '../../shared/domain/accounts.ts'
import { initialsOf } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { accountApprovals, callerVerifications, portalUsers, staff } from '../db/schema/index.ts'

export type ApprovalRow = typeof accountApprovals.$inferSelect

/** More than ever wait at one time; who comes to these has something else to look into. */
const MOST_SHOWN = 100

function waiting(now: Date) {
  return and(isNull(accountApprovals.outcome), gt(accountApprovals.expiresAt, now))
}

export function countApprovals(tx: Tx, provider: string, now: Date): Promise<number> {
  return tx.$count(accountApprovals, and(eq(accountApprovals.provider, provider), waiting(now)))
}

const decider = alias(staff, 'decider')

/** Requests with what a screen says of them. The receipt was used in the moment of the request: that verification stands beside it. */
function approvalsWithNames(tx: Tx) {
  return tx
    .select({
      row: accountApprovals,
      account: { id: portalUsers.id, name: portalUsers.name, userName: portalUsers.userName },
      requester: { id: staff.id, name: staff.name },
      decider: { id: decider.id, name: decider.name },
      verifiedBy: sql<VerificationChannel | null>`(
        select ${callerVerifications.channel} from ${callerVerifications}
        where ${callerVerifications.portalUserId} = ${accountApprovals.portalUserId}
          and ${callerVerifications.staffId} = ${accountApprovals.requestedBy}
          and ${callerVerifications.act} = ${accountApprovals.act}
          and ${callerVerifications.receiptUsedAt} = ${accountApprovals.requestedAt}
        limit 1)`,
    })
    .from(accountApprovals)
    .innerJoin(portalUsers, eq(portalUsers.id, accountApprovals.portalUserId))
    .innerJoin(staff, eq(staff.id, accountApprovals.requestedBy))
    .leftJoin(decider, eq(decider.id, accountApprovals.decidedBy))
}
type NamedApproval = Awaited<ReturnType<typeof approvalsWithNames>>[number]

const colleagueOf = (person: { readonly id: string; readonly name: string }) => ({
  id: person.id,
  name: person.name,
  initials: initialsOf(person.name),
})

function toApproval({ row, account, requester, verifiedBy }: NamedApproval): Approval {
  return {
    id: row.id,
    act: row.act,
    account,
    requestedBy: colleagueOf(requester),
    reason: row.reason,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    verified: verifiedBy === null ? null : { channel: verifiedBy, at: row.requestedAt.toISOString() },
  }
}

/** The approvals of a provider that wait, the oldest first. */
export async function waitingApprovals(tx: Tx, provider: string, now: Date): Promise<Approval[]> {
  const rows = await approvalsWithNames(tx)
    .where(and(eq(accountApprovals.provider, provider), waiting(now)))
    .orderBy(asc(accountApprovals.requestedAt), asc(accountApprovals.id))
    .limit(MOST_SHOWN)
  return rows.map(toApproval)
}

/** What became of one's own requests since a moment, the newest first; one whose time ran out unseen is over too. */
export async function ownDecided(tx: Tx, provider: string, staffId: string, since: Date, now: Date): Promise<DecidedApproval[]> {
  const rows = await approvalsWithNames(tx)
    .where(
      and(
        eq(accountApprovals.provider, provider),
        eq(accountApprovals.requestedBy, staffId),
        gt(accountApprovals.requestedAt, since),
        or(isNotNull(accountApprovals.outcome), lte(accountApprovals.expiresAt, now)),
      ),
    )
    .orderBy(desc(accountApprovals.requestedAt), desc(accountApprovals.id))
    .limit(MOST_SHOWN)
  return rows.map((found) => ({
    ...toApproval(found),
    outcome: found.row.outcome ?? 'expired',
    decidedBy: found.decider ? colleagueOf(found.decider) : null,
    decidedAt: (found.row.decidedAt ?? found.row.expiresAt).toISOString(),
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
