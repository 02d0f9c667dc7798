/** The ways out that the environment gives. */
import type { Channels } from './channel.ts'
import type { DeliveryConfig } from './config.ts'
import { smsChannel } from './sms-gateway.ts'
import { smtpChannel } from './smtp.ts'

export function makeChannels(config: DeliveryConfig): Channels {
  return {
    ...(config.mail ? { email: smtpChannel(config.mail) } : {}),
    ...(config.sms ? { sms: smsChannel(config.sms) } : {}),
  }
}
