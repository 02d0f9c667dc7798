/**
 * What the helpdesk does to an account. Staff start a reset and never see the secret (ASVS 6.4.1, 6.4.6); a wiped
 * second factor is enrolled again and never off (6.4.4); every act is told to all addresses (6.3.7).
 */
import type { Account, SensitiveAct } from '../../shared/domain/accounts.ts'
import type { Refusal } from '../platform/context.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { endEverything, endSessions, forgetDevices } from '../session/end-all.ts'
import { clearCounters, limitKey, take, UNBLOCKS_OF_USER } from '../session/limits.ts'
import { loginKey } from '../session/names.ts'
import { temporaryPassword } from '../session/passwords.ts'
import { sendLink, sendTemporaryPassword } from '../session/reset.ts'
import { addressState } from './addresses.ts'
import { waitingFor } from './approval-rows.ts'
import { askApproval } from './approvals.ts'
import { type AccountContext, type ActRoute, finishAct, overCap, refused, takeUp } from './ground.ts'
import { takeReceipt } from './receipts.ts'
import { type PortalUserRow, updateUser } from './rows.ts'
import { clearNow } from './second-factor.ts'
import { tellOwner } from './tell.ts'
import { writeTimeline } from './timeline.ts'
import { usableAddress } from './verification.ts'

/** Refuses an act whose caller was not verified for it by this member of staff, or one more than an hour's work. */
export async function withoutReceipt(
  c:
    | AccountContext<'accounts.reset-password'>
    | AccountContext<'accounts.clear-second-factor'>
    | AccountContext<'accounts.forget-devices'>
    | AccountContext<'accounts.issue-wipe-code'>,
  user: PortalUserRow,
  act: SensitiveAct,
): Promise<Refusal | null> {
  const { receiptId } = c.body
  const receipt = { receiptId, provider: c.provider, portalUserId: user.id, staffId: c.actor.staffId, act }
  return (await takeReceipt(c.tx, receipt, c.now)) ? overCap(c) : c.fail('receipt-invalid')
}

function byStaff(c: AccountContext<ActRoute>): { by: 'staff'; staffId: string; detail: string } {
  return { by: 'staff', staffId: c.actor.staffId, detail: c.body.reason }
}

export async function unblock(c: AccountContext<'accounts.unblock'>): Promise<Account | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  if (user.blockedAt === null) return c.fail('not-blocked')
  const seconds = await take(c.tx, limitKey('unblock', user.id), UNBLOCKS_OF_USER, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const free = await updateUser(c.tx, user, { blockedAt: null, failures: 0, lastFailureAt: null, version: user.version + 1 })
  await clearCounters(c.tx, [loginKey(c.provider, user.userName)])
  await writeTimeline(c, user.id, { type: 'unblocked', ...byStaff(c) })
  await tellOwner(c, free, 'unblocked', c.profile)
  return finishAct(c, free)
}

/** Replaces the password the way the portal does: by a link (and none until then), or by a temporary one. */
async function replacePassword(
  c: AccountContext<'accounts.reset-password'>,
  user: PortalUserRow,
  email: string,
): Promise<PortalUserRow> {
  // The client reads Dutch first; the desk's own language is not theirs.
  const ground = { ...c, lang: 'nl' as const }
  switch (c.profile.recovery.method) {
    case 'link': {
      await sendLink(ground, c.profile, user, email)
      return updateUser(c.tx, user, { passwordHash: null, passwordExpiresAt: null, version: user.version + 1 })
    }
    case 'temporary-password': {
      const plain = temporaryPassword(c.profile.password)
      return sendTemporaryPassword(ground, c.profile, user, email, { plain, hash: await hashPassword(plain) })
    }
    default: {
      const never: never = c.profile.recovery.method
      return never
    }
  }
}

export async function resetPassword(c: AccountContext<'accounts.reset-password'>): Promise<Account | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  const email = usableAddress(c, 'email', addressState(user, 'email', c.now))
  if (refused(email)) return email
  const no = await withoutReceipt(c, user, 'reset-password')
  if (no) return no
  const ended = await endEverything(c.tx, user.id, c.now)
  const reset = await replacePassword(c, user, email)
  await clearCounters(c.tx, [loginKey(c.provider, user.userName)])
  await writeTimeline(c, user.id, { type: 'reset-sent', ...byStaff(c) })
  if (user.blockedAt !== null && reset.blockedAt === null) await writeTimeline(c, user.id, { type: 'unblocked', ...byStaff(c) })
  c.audit({ details: { method: c.profile.recovery.method, ...ended } })
  await tellOwner(c, reset, 'reset-sent', c.profile)
  return finishAct(c, reset)
}

export async function clearSecondFactor(c: AccountContext<'accounts.clear-second-factor'>): Promise<Account | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  if (user.totpSecret === null) return c.fail('nothing-to-clear')
  const asked = await waitingFor(c.tx, user.id, 'clear-second-factor', c.now)
  if (asked) return c.fail('approval-waits', { by: asked.by.name })
  const no = await withoutReceipt(c, user, 'clear-second-factor')
  if (no) return no
  return c.profile.fourEyes.includes('clear-second-factor') ? askApproval(c, user) : clearNow(c, user, c.body.reason)
}

export async function forgetTrustedDevices(c: AccountContext<'accounts.forget-devices'>): Promise<Account | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  const devices = await forgetDevices(c.tx, user.id, c.now)
  if (devices === 0) return c.fail('nothing-to-clear')
  const no = await withoutReceipt(c, user, 'forget-devices')
  if (no) return no
  const sessions = await endSessions(c.tx, user.id, c.now, { onDevices: true })
  const forgotten = await updateUser(c.tx, user, { version: user.version + 1 })
  await writeTimeline(c, user.id, { type: 'devices-forgotten', ...byStaff(c) })
  c.audit({ details: { devices, sessions } })
  await tellOwner(c, forgotten, 'devices-forgotten', c.profile)
  return finishAct(c, forgotten)
}
