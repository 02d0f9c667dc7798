/**
 * Sessions and their tokens. The refresh token is `<session id>.<secret>`, used once and replaced. The one before is
 * taken again for half a minute, for an answer that was lost on the way; anything else that is presented for a living
 * session is an old token in somebody's hands, and ends it.
 */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tokens } from '../../shared/api/session.ts'
import type { Tx } from '../db/database.ts'
import { portalMemberships, sessions } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { signAccessToken } from '../platform/secrets/access-token.ts'
import { hashToken, randomToken, sameHash } from '../platform/secrets/tokens.ts'
import type { Services } from '../platform/services.ts'

const HOUR_MS = 3_600_000
/** A session lasts this long, renewed or not; then the person signs in again. */
const SESSION_HOURS = 12
const GRACE_MS = 30_000

type SessionRow = typeof sessions.$inferSelect

interface NewSession {
  readonly provider: string
  readonly portalUserId?: string
  /** For whom the portal user is logged in. */
  readonly membershipId?: string
  readonly staffId?: string
  readonly deviceId?: string | null
  readonly workstation: string
  /** When the person last proved who they are, and until when that session lasts; a new log-in starts both. */
  readonly since?: { readonly confirmedAt: Date; readonly refreshExpiresAt: Date }
}

async function tokensOf(
  session: { id: string; refreshExpiresAt: Date },
  secret: string,
  key: Buffer,
  now: Date,
): Promise<Tokens> {
  const access = await signAccessToken(session.id, key, now)
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt.toISOString(),
    refreshToken: `${session.id}.${secret}`,
    refreshExpiresAt: session.refreshExpiresAt.toISOString(),
  }
}

/** Starts a session and hands out its first pair of tokens. */
export async function startSession(
  c: { readonly tx: Tx; readonly now: Date; readonly services: Services },
  given: NewSession,
): Promise<{ id: string; tokens: Tokens }> {
  const secret = randomToken()
  const session = {
    id: newId(),
    provider: given.provider,
    portalUserId: given.portalUserId ?? null,
    membershipId: given.membershipId ?? null,
    staffId: given.staffId ?? null,
    deviceId: given.deviceId ?? null,
    refreshHash: hashToken(secret),
    rotatedAt: c.now,
    refreshExpiresAt: given.since?.refreshExpiresAt ?? new Date(c.now.getTime() + SESSION_HOURS * HOUR_MS),
    workstation: given.workstation,
    createdAt: c.now,
    confirmedAt: given.since?.confirmedAt ?? c.now,
  }
  await c.tx.insert(sessions).values(session)
  // Laatst ingelogd, as the portal's administrator reads it: for this client or organisation.
  if (session.membershipId !== null)
    await c.tx.update(portalMemberships).set({ lastLoginAt: c.now }).where(eq(portalMemberships.id, session.membershipId))
  return { id: session.id, tokens: await tokensOf(session, secret, c.services.accessKey, c.now) }
}

const refreshToken = z.tuple([z.uuid(), z.string().min(1)])

export interface Presented {
  readonly session: SessionRow
  /** `current`; `before`: the one it replaced; `other`: neither. */
  readonly token: 'current' | 'before' | 'other'
}

/** Finds and locks the session of a refresh token, and says which token was presented; null when there is no such session. */
export async function sessionOfToken(tx: Tx, text: string): Promise<Presented | null> {
  const parts = refreshToken.safeParse(text.split('.'))
  if (!parts.success) return null
  const [id, secret] = parts.data
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('update')
  if (!session) return null
  const hash = hashToken(secret)
  const before = session.previousRefreshHash
  if (sameHash(hash, session.refreshHash)) return { session, token: 'current' }
  return { session, token: before !== null && sameHash(hash, before) ? 'before' : 'other' }
}

export async function endSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, id))
}

/**
 * A new pair of tokens for a locked session, or null when the token presented ends it: an old one used again.
 * A repeat within the grace does not lengthen the grace.
 */
export async function rotate(
  c: { readonly tx: Tx; readonly now: Date; readonly services: Services },
  { session, token }: Presented,
): Promise<Tokens | null> {
  const inGrace = token === 'before' && c.now.getTime() - session.rotatedAt.getTime() <= GRACE_MS
  if (token !== 'current' && !inGrace) return null
  const secret = randomToken()
  await c.tx
    .update(sessions)
    .set({
      refreshHash: hashToken(secret),
      ...(inGrace ? {} : { previousRefreshHash: session.refreshHash, rotatedAt: c.now }),
    })
    .where(eq(sessions.id, session.id))
  return tokensOf(session, secret, c.services.accessKey, c.now)
}
