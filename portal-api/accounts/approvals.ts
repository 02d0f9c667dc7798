/**
 * Four eyes (norms.md, helpdesk under attack: rogue staff). Where the portal's profile asks it, the member of staff whose
 * caller was verified only asks for the act; a colleague who is neither they nor the owner of the account approves it, and
 * it is done in that moment. A request lasts as long as a phone call may; every address of the account hears of each step.
 */
import { and, eq } from 'drizzle-orm'
import { type Account, APPROVAL_MINUTES } from '../../shared/domain/accounts.ts'
import { accountApprovals } from '../db/schema/index.ts'
import { Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { type ApprovalRow, expireApprovals, ownDecided, waitingApprovals } from './approval-rows.ts'
import { type AccountContext, finishAct, mayNot, overCap } from './ground.ts'
import { lockUser, type PortalUserRow } from './rows.ts'
import { clearNow } from './second-factor.ts'
import { tellOwner } from './tell.ts'
import { writeTimeline } from './timeline.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Puts the act before a colleague. The caller's receipt is used up by now, and no other request is open. */
export async function askApproval(c: AccountContext<'accounts.clear-second-factor'>, user: PortalUserRow): Promise<Account> {
  await expireApprovals(c.tx, user.id, c.now)
  const id = newId()
  await c.tx.insert(accountApprovals).values({
    id,
    provider: c.provider,
    portalUserId: user.id,
    act: 'clear-second-factor',
    reason: c.body.reason,
    requestedBy: c.actor.staffId,
    requestedAt: c.now,
    expiresAt: new Date(c.now.getTime() + APPROVAL_MINUTES * MINUTE_MS),
  })
  await writeTimeline(c, user.id, {
    type: 'second-factor-asked',
    by: 'staff',
    staffId: c.actor.staffId,
    detail: c.body.reason,
  })
  c.audit({ details: { approvalId: id, waits: true } })
  await tellOwner(c, user, 'second-factor-asked', c.profile)
  return finishAct(c, user)
}

type Deciding = AccountContext<'accounts.approve-act'> | AccountContext<'accounts.refuse-act'>

/** The request with its account, the account locked first; or why nothing can be decided. */
async function takeUpApproval(c: Deciding): Promise<{ readonly row: ApprovalRow; readonly user: PortalUserRow } | Refusal> {
  const wanted = and(eq(accountApprovals.id, c.params.id), eq(accountApprovals.provider, c.provider))
  const [found] = await c.tx.select({ portalUserId: accountApprovals.portalUserId }).from(accountApprovals).where(wanted)
  const user = found ? await lockUser(c.tx, c.provider, found.portalUserId) : null
  if (!user) return c.fail('not-found')
  const [row] = await c.tx.select().from(accountApprovals).where(wanted).for('update')
  if (!row) return c.fail('not-found')
  c.audit({
    objectId: user.id,
    clientId: user.clientId,
    details: { approvalId: row.id, act: row.act, requestedBy: row.requestedBy, reason: c.body.reason },
  })
  const no = await mayNot(c, user)
  if (no) return no
  return row.outcome === null && row.expiresAt > c.now ? { row, user } : c.fail('approval-over')
}

async function decide(c: Deciding, row: ApprovalRow, outcome: 'approved' | 'refused'): Promise<void> {
  c.audit({ details: { outcome } })
  await c.tx
    .update(accountApprovals)
    .set({ outcome, decidedBy: c.actor.staffId, decidedAt: c.now })
    .where(eq(accountApprovals.id, row.id))
}

export async function approveAct(c: AccountContext<'accounts.approve-act'>): Promise<Account | Refusal> {
  const found = await takeUpApproval(c)
  if (found instanceof Refusal) return found
  const { row, user } = found
  if (row.requestedBy === c.actor.staffId) return c.fail('approve-other')
  if (user.totpSecret === null) return c.fail('nothing-to-clear')
  const no = await overCap(c)
  if (no) return no
  await decide(c, row, 'approved')
  return clearNow(c, user, c.body.reason)
}

/** Also how one takes back what one asked oneself. */
export async function refuseAct(c: AccountContext<'accounts.refuse-act'>): Promise<Account | Refusal> {
  const found = await takeUpApproval(c)
  if (found instanceof Refusal) return found
  const { row, user } = found
  await decide(c, row, 'refused')
  await writeTimeline(c, user.id, {
    type: 'second-factor-kept',
    by: 'staff',
    staffId: c.actor.staffId,
    detail: c.body.reason,
  })
  await tellOwner(c, user, 'second-factor-kept', c.profile)
  return finishAct(c, user)
}

export async function listApprovals(c: AccountContext<'accounts.approvals'>) {
  const rows = await waitingApprovals(c.tx, c.provider, c.now)
  const since = new Date(c.now.getTime() - DAY_MS)
  const decided = await ownDecided(c.tx, c.provider, c.actor.staffId, since, c.now)
  c.audit({ details: { found: [...rows, ...decided].map((row) => row.account.id) } })
  return { rows, decided }
}
