/**
 * SMS through a gateway that takes JSON: `POST {"id", "to", "text"}` with a bearer token, `to` in E.164. `id` is the message's own and
 * the same at every try, also as `Idempotency-Key`: a gateway that has it already must answer as it did the first time, and send nothing.
 */
import { storedMobile } from '../phone.ts'
import type { DeliveryChannel, Failed } from './channel.ts'

export interface SmsGatewayOptions {
  readonly url: string
  readonly token: string
}

const SEND_WITHIN_MS = 20_000

/** Statuses that speak of us and not of this message: token, address of the gateway, method. */
const OURS: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407])
const LATER: ReadonlySet<number> = new Set([408, 425, 429])

/** `Retry-After` in milliseconds: seconds, or a date. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

function failureOf(answer: Response, now: Date): Failed {
  const error = `HTTP ${answer.status}`
  const asked = retryAfterMs(answer.headers.get('retry-after'), now)
  const waitMs = asked === undefined ? {} : { waitMs: asked }
  if (answer.status >= 500 || LATER.has(answer.status)) return { kind: 'temporary', failure: 'busy', error, ...waitMs }
  if (answer.status < 400 || OURS.has(answer.status)) return { kind: 'temporary', failure: 'misconfigured', error, ...waitMs }
  return { kind: 'permanent', failure: 'address-refused', error }
}

export function smsChannel(options: SmsGatewayOptions, withinMs = SEND_WITHIN_MS): DeliveryChannel {
  return {
    async send(message, now) {
      const to = storedMobile(message.to)
      if (to === null) return { kind: 'permanent', failure: 'address-refused', error: 'no mobile number' }
      let answer: Response
      try {
        answer = await fetch(options.url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${options.token}`,
            'content-type': 'application/json',
            'idempotency-key': message.id,
          },
          body: JSON.stringify({ id: message.id, to, text: message.body }),
          // A token and a code go to the address that was given, and nowhere it points to.
          redirect: 'manual',
          signal: AbortSignal.timeout(withinMs),
        })
        await answer.body?.cancel()
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError'
        return { kind: 'temporary', failure: 'unreachable', error: timedOut ? 'ETIMEDOUT' : 'no connection' }
      }
      return answer.ok ? { kind: 'sent' } : failureOf(answer, now)
    },
  }
}
