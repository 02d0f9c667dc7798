/** Mail through the provider's own mail server, one connection a message. */
import { createTransport } from 'nodemailer'
import { emailTyped } from '../../../shared/domain/clients.ts'
import type { DeliveryChannel, Failed, Outgoing } from './channel.ts'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`); else it must be offered by STARTTLS, except on this machine. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
  /** The address mail comes from; the provider's name stands before it. */
  readonly from: string
  /** False on this machine only: codes and passwords do not cross a network in the open. */
  readonly requireTls: boolean
}

/** A whole message, from connecting to the last answer. Far less than the lease of an attempt. */
const SEND_WITHIN_MS = 60_000
const CONNECT_WITHIN_MS = 15_000
const SILENT_FOR_MS = 30_000

/** What nodemailer adds to its errors. */
interface SmtpError {
  readonly responseCode?: unknown
  readonly response?: unknown
  readonly command?: unknown
  readonly code?: unknown
}

/** Faults between us and the mail server: every message would meet them. */
const OURS: ReadonlySet<unknown> = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS'])

function enhancedCode(response: unknown): string {
  return (typeof response === 'string' && /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]) || ''
}

/** A refusal for good, of this receiver or of this message, told apart by the status code (RFC 3463). */
function refused(command: string, enhanced: string, error: string): Failed {
  const [, subject] = enhanced.split('.')
  // Subject 7 is policy: what we may send, not where to. After the text has been seen, only an address code speaks of the address.
  const ofAddress = command === 'RCPT TO' ? subject !== '7' : subject === '1' || subject === '2'
  return { kind: 'permanent', failure: ofAddress ? 'address-refused' : 'message-refused', error }
}

/** What an error of nodemailer means. A code of 4xx or no answer at all: later. 5xx: never, when it is about this message. */
export function smtpFailure(thrown: unknown): Failed {
  const { responseCode, response, command, code } = (thrown ?? {}) as SmtpError
  const at = typeof command === 'string' ? command : ''
  if (typeof responseCode !== 'number') {
    const error = typeof code === 'string' ? code : 'no answer'
    return { kind: 'temporary', failure: OURS.has(code) ? 'misconfigured' : 'unreachable', error }
  }
  const enhanced = enhancedCode(response)
  const error = [responseCode, enhanced, at].filter((part) => part !== '').join(' ')
  if (responseCode < 500) return { kind: 'temporary', failure: 'busy', error }
  if (at === 'RCPT TO' || at === 'DATA') return refused(at, enhanced, error)
  return { kind: 'temporary', failure: 'misconfigured', error }
}

/** The same at every try, and nobody else's: a mail system that has the message already can see that this is a repeat. */
export function messageIdOf(id: string, from: string): string {
  return `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

function mailOf(message: Outgoing, from: string, now: Date) {
  return {
    from: { name: message.from, address: from },
    to: { name: '', address: message.to },
    envelope: { from, to: message.to },
    subject: message.subject,
    text: message.body,
    textEncoding: 'quoted-printable' as const,
    messageId: messageIdOf(message.id, from),
    date: now,
    headers: {
      // RFC 3834: no holiday answer is wanted; the second is for servers that know only that.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }
}

export function smtpChannel(options: SmtpOptions, withinMs = SEND_WITHIN_MS): DeliveryChannel {
  const transport = createTransport({
    host: options.host,
    port: options.port,
    secure: options.secure,
    requireTLS: !options.secure && options.requireTls,
    ...(options.auth ? { auth: options.auth } : {}),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_FOR_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message, now) {
      // A list of addresses would be read as one.
      if (!emailTyped.safeParse(message.to).success)
        return { kind: 'permanent', failure: 'address-refused', error: 'no e-mail address' }
      try {
        await transport.sendMail({ ...mailOf(message, options.from, now), signal: AbortSignal.timeout(withinMs) })
        return { kind: 'sent' }
      } catch (error) {
        return smtpFailure(error)
      }
    },
    close: () => transport.close(),
  }
}
