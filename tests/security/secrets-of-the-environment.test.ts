/** Secrets come from the environment; a wrong one stops the start, names its variable, and is not repeated. */
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../portal-api/platform/config.ts'
import { installationKey } from '../../portal-api/platform/secrets/key.ts'

const CANARY = 'kanarie-geheim'
const GOOD = { DATABASE_URL: 'postgres://portal:x@127.0.0.1:5432/portal' }

function messageOf(start: () => unknown): string {
  try {
    start()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('It started.')
}

describe('ASVS 13.3.1: a secret of the environment', () => {
  it.each([
    ['DATABASE_URL', { DATABASE_URL: `mysql://portal:${CANARY}@db.example/portal` }],
    ['DATABASE_URL', { DATABASE_URL: `geen adres ${CANARY}` }],
    ['SMTP_URL', { ...GOOD, SMTP_URL: `http://desk:${CANARY}@mail.example`, MAIL_FROM: 'a@b.example' }],
    ['SMTP_URL', { ...GOOD, SMTP_URL: `smtps://desk:${CANARY}%@mail.example`, MAIL_FROM: 'a@b.example' }],
    ['MAIL_FROM', { ...GOOD, SMTP_URL: `smtps://desk:${CANARY}@mail.example` }],
    ['SMS_GATEWAY_URL', { ...GOOD, SMS_GATEWAY_URL: `https://desk:${CANARY}@sms.example`, SMS_GATEWAY_TOKEN: CANARY }],
    ['SMS_GATEWAY_URL', { ...GOOD, SMS_GATEWAY_TOKEN: CANARY }],
  ])('%s that is wrong is named, and not repeated', (name, environment) => {
    const message = messageOf(() => readConfig(environment))
    expect(message).toContain(name)
    expect(message).not.toContain(CANARY)
  })

  it('a key of the wrong length is named, and not repeated', () => {
    const message = messageOf(() => installationKey(CANARY, '/nowhere'))
    expect(message).toContain('PORTAL_DESK_KEY')
    expect(message).not.toContain(CANARY)
  })
})
