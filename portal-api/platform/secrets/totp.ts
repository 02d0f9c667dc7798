/** One-time codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 s), each time step used at most once. */
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** One step either side, for clocks that run apart. */
const WINDOW = 1

function totp(secret: string, label = '', issuer = 'Portal Desk'): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS, algorithm: 'SHA1' })
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator app scans: whose code it is, and for which portal. */
export function totpUri(secret: string, label: string, issuer: string): string {
  return totp(secret, label, issuer).toString()
}

/** The code at a moment, and the seconds it still holds. */
export function totpCode(secret: string, now: Date): { code: string; secondsLeft: number } {
  const seconds = Math.floor(now.getTime() / 1000)
  return { code: totp(secret).generate({ timestamp: now.getTime() }), secondsLeft: PERIOD_SECONDS - (seconds % PERIOD_SECONDS) }
}

/** The time step a code belongs to, or null when it is wrong or its step was used before (63B §3.1.4). */
export function totpStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
  return step > lastStep ? step : null
}
