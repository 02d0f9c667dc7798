/**
 * The way in: the link of the start-up line works once and becomes a cookie that scripts cannot read and that no other site
 * can have sent (norms.md: HttpOnly, SameSite=Strict). A used link is replaced, so that the program that started this one
 * can open another window.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface OneTimeLink {
  /** The token that works now. */
  token(): string
  /** The value of a new cookie, when the token is right; it then works no more. */
  redeem(token: string): string | null
  /** True for a cookie that was given out by this very process. */
  knows(cookie: string | null): boolean
}

/** @param first the first token, fixed in tests */
export function createOneTimeLink(first: string | null): OneTimeLink {
  const cookies = new Set<string>()
  let token = first ?? secret()
  return {
    token: () => token,
    redeem(given) {
      if (!same(given, token)) return null
      token = secret()
      const cookie = secret()
      cookies.add(digest(cookie).toString('hex'))
      return cookie
    },
    knows: (cookie) => cookie !== null && cookies.has(digest(cookie).toString('hex')),
  }
}

/** The cookie's name carries the port: cookies of 127.0.0.1 are shared by all its ports. */
export function cookieName(port: number): string {
  return `portal-desk-${port}`
}

/** The value of a cookie in a `Cookie` header, or null. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Compares in a time that does not tell how much of it was right. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}
