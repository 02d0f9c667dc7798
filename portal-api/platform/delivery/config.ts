/**
 * Where mail and SMS go, from the environment. A fault names its variable and never repeats what stands in it: it may hold a password.
 * Without these, messages wait in their table.
 */
import { emailTyped } from '../../../shared/domain/clients.ts'
import { isThisMachine } from '../this-machine.ts'
import type { SmsGatewayOptions } from './sms-gateway.ts'
import type { SmtpOptions } from './smtp.ts'

export interface DeliveryConfig {
  readonly mail: SmtpOptions | null
  readonly sms: SmsGatewayOptions | null
}

export interface DeliveryEnvironment {
  /** `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS. */
  readonly SMTP_URL?: string | undefined
  /** The address that mail comes from. */
  readonly MAIL_FROM?: string | undefined
  /** Where the SMS gateway takes its JSON. */
  readonly SMS_GATEWAY_URL?: string | undefined
  readonly SMS_GATEWAY_TOKEN?: string | undefined
}

function urlOf(name: keyof DeliveryEnvironment, value: string): URL {
  if (!URL.canParse(value)) throw new Error(`${name}: this is no address.`)
  return new URL(value)
}

/** A part of an address that was written with `%40` for `@`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Error('SMTP_URL: a % in user or password is written %25.')
  }
}

function mailOf({ SMTP_URL, MAIL_FROM }: DeliveryEnvironment): SmtpOptions | null {
  if (!SMTP_URL) {
    if (MAIL_FROM) throw new Error('SMTP_URL: is needed beside MAIL_FROM.')
    return null
  }
  const url = urlOf('SMTP_URL', SMTP_URL)
  const secure = url.protocol === 'smtps:'
  if (!secure && url.protocol !== 'smtp:') throw new Error('SMTP_URL: must begin with smtp:// or smtps://.')
  if (url.hostname === '') throw new Error('SMTP_URL: names no host.')
  if (url.search !== '' || url.pathname.replace('/', '') !== '')
    throw new Error('SMTP_URL: takes host, port, user and password only.')
  if (!MAIL_FROM || !emailTyped.safeParse(MAIL_FROM).success)
    throw new Error('MAIL_FROM: must be an e-mail address, without a name; the name is that of the provider.')
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth: url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) },
    from: MAIL_FROM,
    requireTls: !isThisMachine(url.hostname),
  }
}

function smsOf({ SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN }: DeliveryEnvironment): SmsGatewayOptions | null {
  if (!SMS_GATEWAY_URL) {
    if (SMS_GATEWAY_TOKEN) throw new Error('SMS_GATEWAY_URL: is needed beside SMS_GATEWAY_TOKEN.')
    return null
  }
  const url = urlOf('SMS_GATEWAY_URL', SMS_GATEWAY_URL)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))
  if (!safe) throw new Error('SMS_GATEWAY_URL: must begin with https://; codes do not cross a network in the open.')
  if (url.username !== '') throw new Error('SMS_GATEWAY_URL: holds no user or password; use SMS_GATEWAY_TOKEN.')
  if (!SMS_GATEWAY_TOKEN) throw new Error('SMS_GATEWAY_TOKEN: is needed beside SMS_GATEWAY_URL.')
  return { url: url.href, token: SMS_GATEWAY_TOKEN }
}

/** Throws an error that names the variable. */
export function deliveryConfig(env: DeliveryEnvironment): DeliveryConfig {
  return { mail: mailOf(env), sms: smsOf(env) }
}
