/** Random secrets handed out once, kept as hashes: tickets, links, device tokens, refresh tokens, six-digit codes. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 bits, safe in a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** For values with 256 bits of chance a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Six digits by a cryptographic generator. */
export function randomCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** A code has little chance in it: its hash is keyed, and bound to the row it belongs to. */
export function hashCode(code: string, rowId: string, key: Buffer): string {
  return createHmac('sha256', key).update(`${rowId}:${code}`).digest('base64url')
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
