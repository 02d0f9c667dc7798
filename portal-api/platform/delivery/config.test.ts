import { describe, expect, it } from 'vitest'
import { type DeliveryEnvironment, deliveryConfig } from './config.ts'

const MAIL = { SMTP_URL: 'smtps://portaal:ge%40heim@mail.zorg.example', MAIL_FROM: 'portaal@zorg.example' }
const SMS = { SMS_GATEWAY_URL: 'https://sms.example/v1/messages', SMS_GATEWAY_TOKEN: 'geheim-bewijs' }

describe('where mail and SMS go', () => {
  it('is nowhere when nothing is said: messages wait', () => {
    expect(deliveryConfig({})).toEqual({ mail: null, sms: null })
    expect(deliveryConfig({ SMTP_URL: '', MAIL_FROM: '', SMS_GATEWAY_URL: '', SMS_GATEWAY_TOKEN: '' })).toEqual({
      mail: null,
      sms: null,
    })
  })

  it('is read from the environment', () => {
    expect(deliveryConfig({ ...MAIL, ...SMS })).toEqual({
      mail: {
        host: 'mail.zorg.example',
        port: 465,
        secure: true,
        auth: { user: 'portaal', pass: 'ge@heim' },
        from: 'portaal@zorg.example',
        requireTls: true,
      },
      sms: { url: 'https://sms.example/v1/messages', token: 'geheim-bewijs' },
    })
  })

  it('asks for TLS anywhere but on this machine', () => {
    const of = (SMTP_URL: string) => deliveryConfig({ ...MAIL, SMTP_URL }).mail
    expect(of('smtp://mail.zorg.example')).toMatchObject({ port: 587, secure: false, requireTls: true, auth: null })
    expect(of('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTls: false })
    expect(of('smtp://[::1]:2525')).toMatchObject({ requireTls: false })
    expect(deliveryConfig({ ...SMS, SMS_GATEWAY_URL: 'http://localhost:8000/sms' }).sms).not.toBeNull()
  })

  it.each<[DeliveryEnvironment, string]>([
    [{ MAIL_FROM: MAIL.MAIL_FROM }, 'SMTP_URL'],
    [{ ...MAIL, SMTP_URL: 'mail.zorg.example' }, 'SMTP_URL'],
    [{ ...MAIL, SMTP_URL: 'https://mail.zorg.example' }, 'SMTP_URL'],
    [{ ...MAIL, SMTP_URL: 'smtps://mail.zorg.example?tls.rejectUnauthorized=false' }, 'SMTP_URL'],
    [{ SMTP_URL: MAIL.SMTP_URL }, 'MAIL_FROM'],
    [{ ...MAIL, MAIL_FROM: 'Zorg <portaal@zorg.example>' }, 'MAIL_FROM'],
    [{ SMS_GATEWAY_TOKEN: SMS.SMS_GATEWAY_TOKEN }, 'SMS_GATEWAY_URL'],
    [{ ...SMS, SMS_GATEWAY_URL: 'http://sms.example/v1' }, 'SMS_GATEWAY_URL'],
    [{ ...SMS, SMS_GATEWAY_URL: 'https://gebruiker:geheim@sms.example/v1' }, 'SMS_GATEWAY_URL'],
    [{ SMS_GATEWAY_URL: SMS.SMS_GATEWAY_URL }, 'SMS_GATEWAY_TOKEN'],
  ])('names the variable that is wrong, and not what it holds: %o', (env, name) => {
    let said = ''
    try {
      deliveryConfig(env)
    } catch (error) {
      said = String(error)
    }
    expect(said).toMatch(new RegExp(`^Error: ${name}: `))
    for (const secret of ['geheim', 'ge%40heim', 'ge@heim']) expect(said).not.toContain(secret)
  })
})
