/** Mail, SMS and letters on their way out: how they stand, and why one did not arrive. */
import { z } from 'zod'
import { instant, uuid } from './ids.ts'

export const deliveryChannel = z.enum(['email', 'sms', 'letter'])
export type DeliveryChannelName = z.infer<typeof deliveryChannel>

/**
 * `queued` waits for its moment or its next try, `sending` is with a worker, `sent` was taken over by the mail server or gateway,
 * `failed` will not be tried again by itself, `shown` went no further than the demo's page, `printed` is for letters.
 */
export const deliveryStatus = z.enum(['queued', 'sending', 'sent', 'failed', 'shown', 'printed'])
export type DeliveryStatus = z.infer<typeof deliveryStatus>

/**
 * What was wrong at the last try. `address-refused`: there is no such mailbox or number; `message-refused`: the other side wants no such
 * message; `busy`: it asked to come back later; `unreachable`: no connection; `misconfigured`: it does not accept us; `too-late`: what
 * it holds was no longer valid.
 */
export const deliveryFailure = z.enum(['address-refused', 'message-refused', 'busy', 'unreachable', 'misconfigured', 'too-late'])
export type DeliveryFailure = z.infer<typeof deliveryFailure>

/** What a message was about, as far as the helpdesk needs to know; its text is shown to nobody. */
export const deliveryAbout = z.enum(['code', 'caller-code', 'new-password', 'account-notice', 'other'])
export type DeliveryAbout = z.infer<typeof deliveryAbout>

const ABOUT: Readonly<Record<string, DeliveryAbout>> = {
  'session.device-code': 'code',
  'account.caller-code': 'caller-code',
  'session.recovery-link': 'new-password',
  'session.temporary-password': 'new-password',
  'account.first-letter': 'new-password',
}

export function aboutOf(template: string): DeliveryAbout {
  return ABOUT[template] ?? (template.startsWith('account.') ? 'account-notice' : 'other')
}

/** A message to a portal user, without its text. */
export const deliverySummary = z.object({
  id: uuid,
  channel: deliveryChannel,
  about: deliveryAbout,
  /** The address with its middle hidden; empty for a letter. */
  masked: z.string(),
  status: deliveryStatus,
  attempts: z.number().int(),
  at: instant,
  sentAt: instant.nullable(),
  /** While it waits for its next try. */
  nextTryAt: instant.nullable(),
  failure: deliveryFailure.nullable(),
  /** The code of the other side: `550 5.1.1 RCPT TO`. */
  error: z.string().nullable(),
  retryable: z.boolean(),
})
export type DeliverySummary = z.infer<typeof deliverySummary>
