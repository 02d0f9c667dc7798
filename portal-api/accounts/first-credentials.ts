/**
 * First credentials, sent the way the portal's profile says. The temporary password is made here, goes into the message
 * and is kept as a hash; it expires, is good for one log-in and is never the user's own (ASVS 6.4.1). Sending again makes
 * a new one, and the one before is worthless.
 */
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { endLinks, endSessions, endTickets } from '../session/end-all.ts'
import { temporaryPassword } from '../session/passwords.ts'
import { credentialsMessages, type Invitation } from './invitation-messages.ts'
import { type PortalUserRow, updateUser } from './rows.ts'
import type { Teller } from './tell.ts'

const DAY_MS = 86_400_000
/** How long a first password by e-mail is good. The portals name no term; ASVS 6.4.1 asks for a short one. */
export const FIRST_PASSWORD_DAYS = 7

/** Has nobody logged in with this account yet? Then it has no password of its own to lose. */
export function neverUsed(user: Pick<PortalUserRow, 'lastLoginAt' | 'passwordHash' | 'passwordTemporary'>): boolean {
  return user.lastLoginAt === null && (user.passwordHash === null || user.passwordTemporary)
}

/**
 * Replaces the password by a first, temporary one and mails it with the user name. `lang` is Dutch unless the person
 * asked themself. Callers hold the lock on the account's row.
 */
export async function sendFirstCredentials(
  c: Teller,
  profile: PortalProfile,
  user: PortalUserRow,
  email: string,
  invitation: Invitation | null,
): Promise<PortalUserRow> {
  const password = temporaryPassword(profile.password)
  const envelope = { to: { channel: 'email', address: email }, user, from: profile, lang: 'nl' } as const
  const credentials = { userName: user.userName, password, days: FIRST_PASSWORD_DAYS }
  const mails = profile.firstCredentials === 'two-emails' ? 'two' : 'one'
  for (const message of credentialsMessages(envelope, credentials, invitation, mails)) await c.deliver(message)
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now)
  return updateUser(c.tx, user, {
    passwordHash: await hashPassword(password),
    passwordTemporary: true,
    passwordExpiresAt: new Date(c.now.getTime() + FIRST_PASSWORD_DAYS * DAY_MS),
    passwordSetAt: c.now,
    version: user.version + 1,
  })
}
