/** The code by SMS that verifies a device: sent to the mobile number on record, short-lived, few tries, once (norms.md, 3). */
import { CODES_UNUSED_IS_CAUSE, maskPhone } from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { ensureAccessCase } from '../accounts/access-case.ts'
import { mobileOf } from '../accounts/addresses.ts'
import { announceActivity } from '../accounts/announce.ts'
import { codeStatsOf } from '../accounts/code-stats.ts'
import { loginCodeMessage } from '../accounts/messages.ts'
import type { PortalUserRow } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Refusal } from '../platform/context.ts'
import { hashCode, randomCode } from '../platform/secrets/tokens.ts'
import type { Ground } from './ground.ts'
import { CODES_SENT, limitKey, take } from './limits.ts'
import { updateTicket } from './tickets.ts'

const MINUTE_MS = 60_000

export interface SentCode {
  readonly sentTo: string
  readonly resendAt: Date
  readonly expiresAt: Date
}

/** Sends a code for a ticket; the one before dies. Refuses without a number, or when too many were sent. */
export async function sendDeviceCode(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  ticketId: string,
): Promise<SentCode | Refusal> {
  const mobile = mobileOf(user)
  if (mobile === null) return c.fail('no-mobile-number')
  const seconds = await take(c.tx, limitKey('codes-sent', user.id), CODES_SENT, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })

  const code = randomCode()
  const expiresAt = new Date(c.now.getTime() + profile.code.minutes * MINUTE_MS)
  await updateTicket(c.tx, ticketId, {
    codeHash: hashCode(code, ticketId, c.services.codeKey),
    codeExpiresAt: expiresAt,
    codeSentAt: c.now,
    tries: 0,
  })
  const envelope = { to: { channel: 'sms', address: mobile }, user, from: profile, lang: c.lang } as const
  await c.deliver(loginCodeMessage(envelope, code, profile.code.minutes))
  const sentTo = maskPhone(mobile)
  await writeTimeline(c, user.id, { type: 'code-sent', by: 'system', detail: sentTo })
  const stats = await codeStatsOf(c.tx, user.id)
  if (!stats.lastUsed && stats.sent >= CODES_UNUSED_IS_CAUSE) await ensureAccessCase(c, profile, user, 'no-code')
  await announceActivity(c, user)
  return { sentTo, resendAt: resendAt(profile, c.now), expiresAt }
}

/** From when a code may be sent again: the countdown of "Geen code ontvangen?". */
export function resendAt(profile: PortalProfile, sentAt: Date): Date {
  return new Date(sentAt.getTime() + profile.code.resendAfterSeconds * 1000)
}
