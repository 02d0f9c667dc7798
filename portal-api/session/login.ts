/**
 * Log-in to a portal with user name and password, by the rules of its profile.
 *
 * What the answer may give away (ASVS 6.3.8). Failures are counted twice: per user name, whether or not an account has
 * it, and on the account's row. The row blocks; the name decides what is answered: how long to wait, that it was wrong,
 * and from the fifth failure on that access is blocked. So the person at the keyboard hears of the block at once, and
 * nobody learns from it that an account exists. The owner hears of it by mail and SMS. Who gives the right password
 * of a blocked account is told so as well, until a hundred were wrong in a row (63B §3.2.2): a blocked account is no
 * place to go on guessing.
 */
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { LoginStep } from '../../shared/api/session.ts'
import { type Sentence, say } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { mayLogIn } from '../../shared/domain/rights.ts'
import { ensureAccessCase } from '../accounts/access-case.ts'
import { announceActivity } from '../accounts/announce.ts'
import { lockUserByName, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { accountStatus } from '../accounts/status.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Tx } from '../db/database.ts'
import { trustedDevices } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import { type Ground, portalOf, type SessionContext } from './ground.ts'
import { ADDRESS_FAILURES, addFailure, delayLeft, limitKey, lockFailures, take, waitFor } from './limits.ts'
import { loginKey } from './names.ts'
import { openPlaces } from './places.ts'
import { continueLogin } from './steps.ts'

/** Wrong passwords in a row after which even the right one is answered as wrong (63B §3.2.2). */
const MOST_FAILURES = 100

const closed = {
  ended: { nl: 'het account is beëindigd', en: 'the account was ended' },
  'not-a-member': {
    nl: 'u bent geen medewerker van het klantportaal meer. Vraag het de beheerder van uw organisatie',
    en: 'you are no longer a member of the client portal. Ask the administrator of your organisation',
  },
  'care-ended': { nl: 'de zorg is beëindigd', en: 'care has ended' },
  'password-expired': {
    nl: 'het tijdelijke wachtwoord is verlopen. Vraag een nieuw wachtwoord aan',
    en: 'the temporary password has expired. Ask for a new one',
  },
} as const satisfies Record<string, Sentence>

/** The third field "Organisatie": as filled in beforehand, where the portal has it. */
function organisationRight(profile: PortalProfile, given: string | undefined): boolean {
  const { organisation } = profile.login
  if (organisation.mode !== 'prefilled') return true
  return given?.trim().toLowerCase() === organisation.code.toLowerCase()
}

/** The device of a token, when this account trusts it now. */
async function trustedDeviceOf(tx: Tx, portalUserId: string, token: string | undefined, now: Date): Promise<string | null> {
  if (token === undefined) return null
  const [row] = await tx
    .select({ id: trustedDevices.id })
    .from(trustedDevices)
    .where(
      and(
        eq(trustedDevices.tokenHash, hashToken(token)),
        eq(trustedDevices.portalUserId, portalUserId),
        isNull(trustedDevices.forgottenAt),
        or(isNull(trustedDevices.expiresAt), gt(trustedDevices.expiresAt, now)),
      ),
    )
  return row?.id ?? null
}

/** Why a user with the right password still may not in; null when they may. */
async function closedReason(c: Ground, profile: PortalProfile, user: PortalUserRow): Promise<keyof typeof closed | null> {
  if (accountStatus(user) === 'ended') return 'ended'
  if ((await openPlaces(c, profile, user.id)).length === 0) {
    const living = user.memberships.filter((membership) => membership.endedAt === null)
    return living.every(mayLogIn) ? 'care-ended' : 'not-a-member'
  }
  return user.passwordExpiresAt !== null && user.passwordExpiresAt <= c.now ? 'password-expired' : null
}

/** Counts a wrong password on the account, and blocks it when it was one too many. */
async function countOnAccount(c: Ground, profile: PortalProfile, before: PortalUserRow): Promise<void> {
  const failures = before.failures + 1
  const blocks = before.blockedAt === null && failures >= profile.block.afterFailures
  const user = await updateUser(c.tx, before, {
    failures,
    lastFailureAt: c.now,
    ...(blocks ? { blockedAt: c.now, version: before.version + 1 } : {}),
  })
  if (before.blockedAt !== null) return
  const detail = `${failures} / ${profile.block.afterFailures}`
  await writeTimeline(c, user.id, { type: 'password-wrong', by: 'user', detail })
  if (!blocks) return announceActivity(c, user)
  await writeTimeline(c, user.id, { type: 'blocked', by: 'system', detail })
  await ensureAccessCase(c, profile, user, 'blocked')
  c.emit({ type: 'account.changed', subjectId: user.id, version: user.version })
  await tellOwner(c, user, 'blocked', profile, c.lang)
}

export async function login(c: SessionContext<'session.login'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const addressKey = limitKey('login-address', c.address)
  const busy = await waitFor(c.tx, addressKey, ADDRESS_FAILURES, c.now)
  if (busy !== null) return c.fail('too-many-attempts', { seconds: busy })

  const user = await lockUserByName(c.tx, c.provider, c.body.userName)
  if (user) c.audit({ objectId: user.id, clientId: user.clientId })
  const nameKey = loginKey(c.provider, c.body.userName)
  const failures = await lockFailures(c.tx, nameKey, c.now)
  const seconds = delayLeft(profile.block, failures, c.now)
  if (seconds > 0) return c.fail('too-many-attempts', { seconds })

  const passwordRight = await verifyPassword(c.body.password, user?.passwordHash ?? null)
  const guessable = user !== null && user.failures < MOST_FAILURES
  if (user && passwordRight && guessable && organisationRight(profile, c.body.organisation)) {
    if (user.blockedAt !== null) return c.fail('account-blocked', { failures: profile.block.afterFailures })
    const reason = await closedReason(c, profile, user)
    if (reason !== null) return c.fail('no-access', { reason: say(closed[reason], c.lang) })
    const deviceId = await trustedDeviceOf(c.tx, user.id, c.body.deviceToken, c.now)
    return continueLogin(c, profile, user, {
      device: deviceId !== null,
      factor: false,
      deviceId,
      deviceLabel: c.body.deviceLabel,
    })
  }

  await take(c.tx, addressKey, ADDRESS_FAILURES, c.now)
  const count = await addFailure(c.tx, nameKey, failures, c.now)
  if (user && user.endedAt === null) await countOnAccount(c, profile, user)
  return count >= profile.block.afterFailures
    ? c.fail('account-blocked', { failures: profile.block.afterFailures }, { commit: true })
    : c.fail('credentials-wrong', {}, { commit: true })
}
