/** Mail, SMS and letters on their way out: how they stand, and why one did not arrive. */
import { z } from 'zod'

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
