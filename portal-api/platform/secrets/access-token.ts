/** The access token: a signed session id, good for minutes. Role, provider and rights are read from the session at every request. */
import { createSecretKey, type KeyObject } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'

const ISSUER = 'portal-desk'
export const ACCESS_MINUTES = 10

/** jose makes its own key of one of these once, and of bytes at every call. */
const objects = new WeakMap<Buffer, KeyObject>()
function objectOf(key: Buffer): KeyObject {
  const known = objects.get(key) ?? createSecretKey(key)
  objects.set(key, known)
  return known
}

export async function signAccessToken(sessionId: string, key: Buffer, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const issued = Math.floor(now.getTime() / 1000)
  const expires = issued + ACCESS_MINUTES * 60
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(sessionId)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(objectOf(key))
  return { token, expiresAt: new Date(expires * 1000) }
}

interface Read {
  readonly sessionId: string
  /** Seconds since 1970, as in the token. */
  readonly expires: number
}

/** Signatures that were found right, per key: a token comes back with every request of its ten minutes. */
const read = new WeakMap<Buffer, Map<string, Read>>()
const READ_MAX = 20_000

async function verify(token: string, key: Buffer, now: Date): Promise<Read | null> {
  try {
    const { payload } = await jwtVerify(token, objectOf(key), { issuer: ISSUER, algorithms: ['HS256'], currentDate: now })
    return payload.sub === undefined || payload.exp === undefined ? null : { sessionId: payload.sub, expires: payload.exp }
  } catch {
    // Whatever is wrong with a token, it opens nothing; the caller hears "signed-out".
    return null
  }
}

/** The session id of a token, or null when it is not ours, changed or expired. */
export async function readAccessToken(token: string, key: Buffer, now: Date): Promise<string | null> {
  const known = read.get(key) ?? new Map<string, Read>()
  read.set(key, known)
  const before = known.get(token)
  if (before) return Math.floor(now.getTime() / 1000) < before.expires ? before.sessionId : null
  const found = await verify(token, key, now)
  if (found === null) return null
  // Oldest first: the ones that fall off have expired long since, or are read once more.
  const [oldest] = known.keys()
  if (known.size >= READ_MAX && oldest !== undefined) known.delete(oldest)
  known.set(token, found)
  return found.sessionId
}
