/**
 * Limits on attempts, shared by all processes (63B §3.2.2, ASVS 6.3.1). Keys carry no personal data in the clear.
 * Two kinds: a number per window (addresses, messages), and failures in a row that make the next try wait longer.
 */
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { attemptCounters } from '../db/schema/index.ts'
import { hashToken } from '../platform/secrets/tokens.ts'

/** At most `max` in any window of `seconds` that began with its first. */
export interface Limit {
  readonly max: number
  readonly seconds: number
}

/** Failed log-ins from one address: many share one (a care home, a neighbourhood behind one router). */
export const ADDRESS_FAILURES: Limit = { max: 200, seconds: 900 }
/** Requests for a new password from one address. */
export const ADDRESS_RECOVERIES: Limit = { max: 60, seconds: 900 }
/** Requests for a new password for one user name, known or not. */
export const NAME_RECOVERIES: Limit = { max: 5, seconds: 3600 }
/** Codes by SMS to one account: each costs money and is one more to guess. */
export const CODES_SENT: Limit = { max: 10, seconds: 3600 }
/** Codes to a new number or address that somebody gives for their own account: it may be a stranger's. */
export const ADDRESS_CHANGES: Limit = { max: 5, seconds: 3600 }
/** Wrong codes of one account, over all log-ins (63B allows a hundred in a row). */
export const CODES_WRONG: Limit = { max: 20, seconds: 86_400 }
/** Wrong current passwords typed in an open session. */
export const PASSWORD_CONFIRMATIONS: Limit = { max: 5, seconds: 900 }
/** Wrong authenticator codes of one member of staff. */
export const STAFF_CODES_WRONG: Limit = { max: 10, seconds: 900 }
/** Caller verifications one member of staff may start: more is no normal hour's work. */
export const VERIFICATIONS_BY_STAFF: Limit = { max: 20, seconds: 3600 }
/** Caller verifications about one account. */
export const VERIFICATIONS_OF_USER: Limit = { max: 5, seconds: 3600 }

/** Sensitive acts (those that ask a receipt, and approvals) one member of staff may do: more is no normal hour's work. */
export const SENSITIVE_ACTS_BY_STAFF: Limit = { max: 15, seconds: 3600 }
/** Times the helpdesk may open one account again: each gives whoever guesses at it five tries more. */
export const UNBLOCKS_OF_USER: Limit = { max: 3, seconds: 3600 }
/** Questions of a portal's administrator who somebody is, by e-mail address: enough for a family, too few to try out a list. */
export const USER_MATCHES: Limit = { max: 10, seconds: 3600 }
export const USER_MATCHES_A_DAY: Limit = { max: 30, seconds: 86_400 }
/** People a portal's administrator may add. */
export const USERS_ADDED: Limit = { max: 20, seconds: 3600 }
/** Invitations to one person. */
export const INVITATIONS_SENT: Limit = { max: 5, seconds: 3600 }

type Purpose =
  | 'login'
  | 'login-address'
  | 'staff-login'
  | 'staff-login-address'
  | 'recovery'
  | 'recovery-address'
  | 'reset-address'
  | 'codes-sent'
  | 'codes-wrong'
  | 'address-change'
  | 'password-confirmation'
  | 'staff-code'
  | 'verification-staff'
  | 'verification-user'
  | 'sensitive-act'
  | 'unblock'
  | 'user-match'
  | 'user-match-day'
  | 'user-added'
  | 'invitation'

/** The key of a counter; whom it is about is hashed. */
export function limitKey(purpose: Purpose, ...about: readonly string[]): string {
  return `${purpose}:${hashToken(about.join('\n'))}`
}

function secondsUntil(end: number, now: Date): number {
  return Math.max(1, Math.ceil((end - now.getTime()) / 1000))
}

/** Seconds until a full window ends, or null when there is room. Takes nothing. */
export async function waitFor(tx: Tx, key: string, limit: Limit, now: Date): Promise<number | null> {
  const since = new Date(now.getTime() - limit.seconds * 1000)
  const [row] = await tx
    .select()
    .from(attemptCounters)
    .where(and(eq(attemptCounters.key, key), gt(attemptCounters.windowStart, since)))
  if (!row || row.count < limit.max) return null
  return secondsUntil(row.windowStart.getTime() + limit.seconds * 1000, now)
}

/**
 * Takes one place in the window, in one statement: of many at once exactly `max` get one. Returns the seconds to wait
 * when there is none; the refusal that follows rolls the taking back.
 */
export async function take(tx: Tx, key: string, limit: Limit, now: Date): Promise<number | null> {
  const over = sql`${attemptCounters.windowStart} <= ${new Date(now.getTime() - limit.seconds * 1000).toISOString()}::timestamptz`
  const [row] = await tx
    .insert(attemptCounters)
    .values({ key, count: 1, windowStart: now })
    .onConflictDoUpdate({
      target: attemptCounters.key,
      set: {
        count: sql`case when ${over} then 1 else ${attemptCounters.count} + 1 end`,
        windowStart: sql`case when ${over} then excluded.window_start else ${attemptCounters.windowStart} end`,
      },
    })
    .returning()
  if (!row) throw new Error('A counter was not counted.')
  return row.count > limit.max ? secondsUntil(row.windowStart.getTime() + limit.seconds * 1000, now) : null
}

/** Places left in the window. */
export async function placesLeft(tx: Tx, key: string, limit: Limit, now: Date): Promise<number> {
  const since = new Date(now.getTime() - limit.seconds * 1000)
  const [row] = await tx
    .select({ count: attemptCounters.count })
    .from(attemptCounters)
    .where(and(eq(attemptCounters.key, key), gt(attemptCounters.windowStart, since)))
  return Math.max(0, limit.max - (row?.count ?? 0))
}

/** Failures in a row for one name. `windowStart` of the row is the last one. */
export interface Failures {
  readonly count: number
  readonly lastAt: Date
}

/** Reads the failures of a name and keeps the row locked, so that tries for one name go one at a time. */
export async function lockFailures(tx: Tx, key: string, now: Date): Promise<Failures> {
  const [row] = await tx
    .insert(attemptCounters)
    .values({ key, count: 0, windowStart: now })
    .onConflictDoUpdate({ target: attemptCounters.key, set: { count: sql`${attemptCounters.count}` } })
    .returning()
  if (!row) throw new Error('A counter was not read.')
  return { count: row.count, lastAt: row.windowStart }
}

/** One failure more. Returns how many it makes. */
export async function addFailure(tx: Tx, key: string, before: Failures, now: Date): Promise<number> {
  const count = before.count + 1
  await tx.update(attemptCounters).set({ count, windowStart: now }).where(eq(attemptCounters.key, key))
  return count
}

export async function clearCounters(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await tx.delete(attemptCounters).where(inArray(attemptCounters.key, [...keys]))
}

/** Seconds the next try must still wait after these failures; 0 = it may go on. */
export function delayLeft(block: PortalProfile['block'], failures: Failures, now: Date): number {
  const seconds = block.delaySeconds[Math.min(failures.count, block.delaySeconds.length - 1)] ?? 0
  const left = failures.lastAt.getTime() + seconds * 1000 - now.getTime()
  return failures.count === 0 || left <= 0 ? 0 : Math.ceil(left / 1000)
}

/** Staff wait like clients do; from the fifth failure on a quarter of an hour, doubling up to a day. */
const STAFF_DELAYS = [0, 1, 2, 4, 8] as const
export const STAFF_BLOCK_AFTER = STAFF_DELAYS.length
const STAFF_BLOCK_SECONDS = 900
const DAY_SECONDS = 86_400

export function staffDelayLeft(failures: Failures, now: Date): number {
  const seconds =
    STAFF_DELAYS[failures.count] ??
    Math.min(DAY_SECONDS, STAFF_BLOCK_SECONDS * 2 ** Math.min(10, failures.count - STAFF_BLOCK_AFTER))
  const left = failures.lastAt.getTime() + seconds * 1000 - now.getTime()
  return failures.count === 0 || left <= 0 ? 0 : Math.ceil(left / 1000)
}
