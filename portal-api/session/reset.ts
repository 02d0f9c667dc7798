/**
 * Starting a reset, the way the portal's profile says: a link or a temporary password by e-mail. The secret is made
 * here, goes into the message and is kept as a hash; no answer, log or audit line holds it (ASVS 6.4.1, 6.4.6).
 */
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { recoveryLinkMessage, temporaryPasswordMessage } from '../accounts/messages.ts'
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { recoveryLinks } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { hashToken, randomToken } from '../platform/secrets/tokens.ts'
import { endLinks } from './end-all.ts'
import type { Ground } from './ground.ts'

const MINUTE_MS = 60_000

function expiry(c: Ground, profile: PortalProfile): Date {
  return new Date(c.now.getTime() + profile.recovery.minutes * MINUTE_MS)
}

/** Mails a link that is good once; links sent before are dead. */
export async function sendLink(c: Ground, profile: PortalProfile, user: PortalUserRow, email: string): Promise<void> {
  const token = randomToken()
  await endLinks(c.tx, user.id, c.now)
  await c.tx.insert(recoveryLinks).values({
    id: newId(),
    portalUserId: user.id,
    tokenHash: hashToken(token),
    createdAt: c.now,
    expiresAt: expiry(c, profile),
  })
  const envelope = { to: { channel: 'email', address: email }, user, from: profile, lang: c.lang } as const
  await c.deliver(recoveryLinkMessage(envelope, token, profile.recovery.minutes))
}

/**
 * Replaces the password by a temporary one and mails it. It stands in for the old one at once: a blocked account that
 * is freed by asking can then only be entered by who reads the mailbox.
 */
export async function sendTemporaryPassword(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  email: string,
  secret: { readonly plain: string; readonly hash: string },
): Promise<PortalUserRow> {
  const envelope = { to: { channel: 'email', address: email }, user, from: profile, lang: c.lang } as const
  await c.deliver(temporaryPasswordMessage(envelope, secret.plain, profile.recovery.minutes))
  return updateUser(c.tx, user, {
    passwordHash: secret.hash,
    passwordTemporary: true,
    passwordExpiresAt: expiry(c, profile),
    passwordSetAt: c.now,
    version: user.version + 1,
    ...freed(profile, user),
  })
}

/** What lifts a block, where recovering does so in this portal. */
export function freed(profile: PortalProfile, user: PortalUserRow): Partial<PortalUserRow> {
  return user.blockedAt === null || profile.recovery.frees ? { blockedAt: null, failures: 0, lastFailureAt: null } : {}
}
