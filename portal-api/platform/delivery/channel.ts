/** What a way out is: it gets one message, and says what became of it. */
import type { DeliveryFailure } from '../../../shared/domain/deliveries.ts'

/** A message as a way out gets it. */
export interface Outgoing {
  /** The same at every try: the other side can tell a repeat by it. */
  readonly id: string
  /** The provider's name, as the receiver knows it. */
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

export interface Failed {
  readonly kind: 'temporary' | 'permanent'
  readonly failure: DeliveryFailure
  /** Codes of the other side; never its text, which may quote the address or the message. */
  readonly error: string
  /** How long the other side asked to wait. */
  readonly waitMs?: number
}

/** `sent`: the other side has taken it over. `shown`: it stays on this machine. */
export type Outcome = { readonly kind: 'sent' } | { readonly kind: 'shown' } | Failed

/** Does not throw for what may be expected of the other side; what it throws is a bug, and counts as a failure to try again. */
export interface DeliveryChannel {
  send(message: Outgoing, now: Date): Promise<Outcome>
  close?(): void
}

/** The channels the worker serves; letters are printed by people. A channel that is not there lets its messages wait. */
export type Channels = Readonly<Partial<Record<'email' | 'sms', DeliveryChannel>>>

const shows: DeliveryChannel = { send: async () => ({ kind: 'shown' }) }

/** The demo's way out: nothing leaves the machine, the message is shown at /demo/outbox. */
export const demoChannels: Channels = { email: shows, sms: shows }
