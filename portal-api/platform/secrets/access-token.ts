/** The access token: a signed session id, good for minutes. Role, provider and rights are read from the session at every request. */
import { jwtVerify, SignJWT } from 'jose'

const ISSUER = 'portal-desk'
export const ACCESS_MINUTES = 10

export async function signAccessToken(sessionId: string, key: Buffer, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const issued = Math.floor(now.getTime() / 1000)
  const expires = issued + ACCESS_MINUTES * 60
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(sessionId)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(key)
  return { token, expiresAt: new Date(expires * 1000) }
}

/** The session id of a token, or null when it is not ours, changed or expired. */
export async function readAccessToken(token: string, key: Buffer, now: Date): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, key, { issuer: ISSUER, algorithms: ['HS256'], currentDate: now })
    return payload.sub ?? null
  } catch {
    // Whatever is wrong with a token, it opens nothing; the caller hears "signed-out".
    return null
  }
}
