/**
 * Wachtwoord vergeten. The answer is the same whether or not the account exists, and takes the same time: the account is
 * looked up only once the answer has left (ASVS 6.3.8). A reset passes no device verification and no second factor (6.4.3).
 */
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { addressState } from '../accounts/addresses.ts'
import { announceActivity, announceChange } from '../accounts/announce.ts'
import { foldName, lockUser, lockUserByName, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { recoveryLinks } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import { endEverything } from './end-all.ts'
import { type Ground, portalOf, type SessionContext } from './ground.ts'
import { ADDRESS_FAILURES, ADDRESS_RECOVERIES, clearCounters, limitKey, NAME_RECOVERIES, take, waitFor } from './limits.ts'
import { nameAfterFirstChange } from './login-steps.ts'
import { loginKey } from './names.ts'
import { refuseNewPassword, setOwnPassword, temporaryPassword } from './passwords.ts'
import { freed, sendLink, sendTemporaryPassword } from './reset.ts'

const DONE = { ok: true } as const

/** The account that may recover itself with this name and address: both on record, the address neither dead nor just changed. */
async function recoverable(c: SessionContext<'session.forgot-password'>): Promise<{ user: PortalUserRow; email: string } | null> {
  const user = await lockUserByName(c.tx, c.provider, c.body.userName)
  if (user === null || user.endedAt !== null) return null
  const email = addressState(user, 'email', c.now)
  if (email.state !== 'known' || foldName(email.address) !== foldName(c.body.email)) return null
  return { user, email: email.address }
}

async function startRecovery(c: Ground, profile: PortalProfile, user: PortalUserRow, email: string, temporary: Secret) {
  switch (profile.recovery.method) {
    case 'link': {
      // Until the link is used nothing changes: who did not ask goes on with the current password.
      await sendLink(c, profile, user, email)
      await writeTimeline(c, user.id, { type: 'reset-sent', by: 'user' })
      return announceActivity(c, user)
    }
    case 'temporary-password': {
      const reset = await sendTemporaryPassword(c, profile, user, email, temporary)
      await endEverything(c.tx, user.id, c.now)
      await writeTimeline(c, user.id, { type: 'reset-sent', by: 'user' })
      if (user.blockedAt !== null && reset.blockedAt === null) await writeTimeline(c, user.id, { type: 'unblocked', by: 'user' })
      await tellOwner(c, reset, 'reset-sent', profile, c.lang)
      return announceChange(c, profile, reset)
    }
    default: {
      const never: never = profile.recovery.method
      return never
    }
  }
}

interface Secret {
  readonly plain: string
  readonly hash: string
}

export async function forgotPassword(c: SessionContext<'session.forgot-password'>): Promise<typeof DONE | Refusal> {
  const profile = portalOf(c)
  if (!profile.recovery.selfService) return c.fail('not-found')
  const seconds =
    (await take(c.tx, limitKey('recovery-address', c.address), ADDRESS_RECOVERIES, c.now)) ??
    (await take(c.tx, limitKey('recovery', c.provider, foldName(c.body.userName)), NAME_RECOVERIES, c.now))
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  c.afterAnswer(recover)
  return DONE
}

async function recover(c: SessionContext<'session.forgot-password'>): Promise<typeof DONE> {
  const profile = portalOf(c)
  // Hashed for strangers too: who asks again at once must not find a server that is less busy.
  const plain = temporaryPassword(profile.password)
  const temporary: Secret = { plain, hash: await hashPassword(plain) }
  const found = await recoverable(c)
  if (found) {
    c.audit({ objectId: found.user.id, clientId: found.user.clientId })
    await startRecovery(c, profile, found.user, found.email, temporary)
  }
  return DONE
}

/** The account of a living link, locked before the link is. */
async function userOfLink(c: SessionContext<'session.reset-password'>) {
  const alive = and(
    eq(recoveryLinks.tokenHash, hashToken(c.body.link)),
    isNull(recoveryLinks.usedAt),
    gt(recoveryLinks.expiresAt, c.now),
  )
  const [found] = await c.tx.select({ portalUserId: recoveryLinks.portalUserId }).from(recoveryLinks).where(alive)
  const user = found ? await lockUser(c.tx, c.provider, found.portalUserId) : null
  if (user === null || user.endedAt !== null || foldName(user.userName) !== foldName(c.body.userName)) return null
  const [link] = await c.tx.select({ id: recoveryLinks.id }).from(recoveryLinks).where(alive).for('update')
  return link ? user : null
}

export async function resetPassword(c: SessionContext<'session.reset-password'>): Promise<typeof DONE | Refusal> {
  const profile = portalOf(c)
  const addressKey = limitKey('reset-address', c.address)
  const busy = await waitFor(c.tx, addressKey, ADDRESS_FAILURES, c.now)
  if (busy !== null) return c.fail('too-many-attempts', { seconds: busy })
  const user = await userOfLink(c)
  if (user === null) {
    await take(c.tx, addressKey, ADDRESS_FAILURES, c.now)
    return c.fail('code-expired', {}, { commit: true })
  }
  c.audit({ objectId: user.id, clientId: user.clientId })
  const refused = await refuseNewPassword(c, profile, user, c.body.newPassword)
  if (refused) return refused
  await endEverything(c.tx, user.id, c.now)
  const named = await nameAfterFirstChange(c, profile, user)
  const changed = await setOwnPassword(c, profile, await updateUser(c.tx, named, freed(profile, named)), c.body.newPassword)
  await clearCounters(c.tx, [loginKey(c.provider, user.userName)])
  await writeTimeline(c, user.id, { type: 'password-changed', by: 'user' })
  if (user.blockedAt !== null && changed.blockedAt === null) await writeTimeline(c, user.id, { type: 'unblocked', by: 'user' })
  await tellOwner(c, changed, 'password-changed', profile, c.lang)
  await announceChange(c, profile, changed)
  return DONE
}
