/**
 * First credentials, sent the way the portal's profile says: by letter, in one e-mail or in two. The temporary password is
 * made here, goes into the message and is kept as a hash; it expires, is good for one log-in and is never the user's own
 * (ASVS 6.4.1). Sending again makes a new one, and the one before is worthless.
 */
import { and, eq, inArray } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { clients, deliveries } from '../db/schema/index.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { endLinks, endSessions, endTickets } from '../session/end-all.ts'
import { temporaryPassword } from '../session/passwords.ts'
import { FIRST_LETTER, firstLetter } from './first-letter.ts'
import { credentialsMessages, type Invitation } from './invitation-messages.ts'
import { type PortalUserRow, updateUser } from './rows.ts'
import type { Teller } from './tell.ts'

const DAY_MS = 86_400_000
/** Messages that hold first credentials. */
const TEMPLATES = [FIRST_LETTER, 'account.credentials', 'account.first-user-name', 'account.first-password']

/** Where first credentials go: to a mailbox, or on paper to an address of at most six lines. */
export type Destination =
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'letter'; readonly lines: readonly string[] }

/** Has nobody logged in with this account yet? Then it has no password of its own to lose. */
export function neverUsed(user: Pick<PortalUserRow, 'lastLoginAt' | 'passwordHash' | 'passwordTemporary'>): boolean {
  return user.lastLoginAt === null && (user.passwordHash === null || user.passwordTemporary)
}

/** The address on record of a client, as it stands in the window of an envelope. */
export async function letterTo(tx: Tx, name: string, clientId: string): Promise<Destination> {
  const [client] = await tx
    .select({ street: clients.street, postcode: clients.postcode, city: clients.city })
    .from(clients)
    .where(eq(clients.id, clientId))
  if (!client) throw new Error(`No client ${clientId}.`)
  return { by: 'letter', lines: [name, client.street, `${client.postcode}  ${client.city}`] }
}

/** What still waits with earlier credentials is worth nothing any more: it is not sent or printed, and its secret is erased. */
async function voidEarlier(tx: Tx, portalUserId: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'failed', body: '', lastFailure: 'too-late' })
    .where(
      and(eq(deliveries.portalUserId, portalUserId), eq(deliveries.status, 'queued'), inArray(deliveries.template, TEMPLATES)),
    )
}

/**
 * Replaces the password by a first, temporary one and sends it with the user name. The words are Dutch: who receives them
 * has not been here yet. Callers hold the lock on the account's row.
 */
export async function sendFirstCredentials(
  c: Teller,
  profile: PortalProfile,
  user: PortalUserRow,
  to: Destination,
  invitation: Invitation | null,
): Promise<PortalUserRow> {
  const password = temporaryPassword(profile.password)
  const days = profile.firstCredentialsDays
  const expiresAt = new Date(c.now.getTime() + days * DAY_MS)
  const credentials = { userName: user.userName, password, days }
  await voidEarlier(c.tx, user.id)
  switch (to.by) {
    case 'letter':
      await c.deliver(firstLetter(user, to.lines, { ...credentials, expiresAt }))
      break
    case 'email': {
      const envelope = { to: { channel: 'email', address: to.email }, user, from: profile, lang: 'nl' } as const
      const mails = profile.firstCredentials === 'two-emails' ? 'two' : 'one'
      for (const message of credentialsMessages(envelope, credentials, invitation, mails)) await c.deliver(message)
      break
    }
    default: {
      const never: never = to
      throw new Error(`Unknown way: ${String(never)}`)
    }
  }
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now)
  return updateUser(c.tx, user, {
    passwordHash: await hashPassword(password),
    passwordTemporary: true,
    passwordExpiresAt: expiresAt,
    passwordSetAt: c.now,
    version: user.version + 1,
  })
}
