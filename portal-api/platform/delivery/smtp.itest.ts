/** Mail against a real SMTP server: taken over, refused now or for good, cut off, slow. */
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type MailRules, type MailServer, SmtpRefusal, startMailServer, testWorker } from '../../../tests/support/delivery.ts'
import { makeProvider } from '../../../tests/support/fixtures.ts'
import { deliveries } from '../../db/schema/index.ts'
import { letterText } from './letter.ts'
import { queueDelivery } from './queue.ts'
import { type SmtpOptions, smtpChannel } from './smtp.ts'

let app: TestApp
let server: MailServer

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
})
afterAll(() => app.stop())
beforeEach(() => app.db.delete(deliveries))
afterEach(() => server.stop())

const optionsFor = (port: number, more: Partial<SmtpOptions> = {}): SmtpOptions => ({
  host: '127.0.0.1',
  port,
  secure: false,
  auth: null,
  from: 'portaal@zorg.example',
  requireTls: false,
  ...more,
})

async function start(rules: MailRules = {}, more: Partial<SmtpOptions> = {}, withinMs?: number) {
  server = await startMailServer(rules)
  const worker = testWorker(app, { email: smtpChannel(optionsFor(server.port, more), withinMs) })
  return () => worker.drain()
}

async function queue(to: string, body = 'Uw afspraak is verzet.', subject = 'Uw afspraak'): Promise<void> {
  const message = { channel: 'email', to, template: 'test', subject, body } as const
  await app.db.transaction((tx) => queueDelivery(tx, app.services, 'laurens', message, app.clock.now()))
}
async function rowOf(to: string) {
  const [row] = await app.db.select().from(deliveries).where(eq(deliveries.toAddress, to))
  if (!row) throw new Error(`Nothing was queued for ${to}.`)
  return row
}

describe('a mail', () => {
  it('arrives as it was written, from the provider, marked as sent by a machine', async () => {
    const drain = await start()
    const name = 'Mevr. Zoë Öztürk-Šimůnková'
    const paragraphs = [
      'Uw dienst van dinsdag 24 november is verzet naar 10:30 – “even later”. Dat kost € 0.',
      '.begint met een punt',
    ]
    const text = letterText({ to: name, from: 'Laurens', paragraphs })
    await queue('c.test@post.example', text, 'Uw afspraak is verzet: dinsdag → woensdag')
    await drain()
    const [{ mail, raw } = { mail: null, raw: '' }] = server.mails
    const row = await rowOf('c.test@post.example')
    expect(mail?.subject).toBe('Uw afspraak is verzet: dinsdag → woensdag')
    expect(mail?.text?.trimEnd()).toBe(text)
    expect(mail?.from?.value).toEqual([{ name: 'Zorg van laurens', address: 'portaal@zorg.example' }])
    expect(mail?.to).toMatchObject({ value: [{ address: 'c.test@post.example' }] })
    expect(mail?.messageId).toBe(`<${row.id}@zorg.example>`)
    expect(mail?.date).toEqual(app.clock.now())
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.headers.get('x-auto-response-suppress')).toBe('All')
    expect(mail?.headers.get('content-type')).toMatchObject({ value: 'text/plain', params: { charset: 'utf-8' } })
    // It goes to one person about their own care: no list, and nothing to unsubscribe from.
    expect(mail?.headers.has('list')).toBe(false)
    // Every mail server takes seven-bit lines of ordinary length.
    expect(Buffer.from(raw, 'latin1').every((byte) => byte < 128)).toBe(true)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(row).toMatchObject({ status: 'sent', attempts: 1, lastError: null })
  })

  it('cannot be given headers or receivers by what stands in it', async () => {
    const drain = await start()
    await queue('c.test@post.example', 'x', 'Hallo\r\nBcc: ander@post.example')
    await queue('c.test@post.example, ander@post.example', 'x')
    await drain()
    expect(server.mails.map((one) => [one.to, one.mail.bcc, one.mail.cc])).toEqual([
      ['c.test@post.example', undefined, undefined],
    ])
    expect(await rowOf('c.test@post.example, ander@post.example')).toMatchObject({
      status: 'failed',
      lastFailure: 'address-refused',
      lastError: 'no e-mail address',
    })
  })
})

describe('a mail server that says no', () => {
  it.each([
    [new SmtpRefusal(550, '5.1.1 <weg@post.example>: no such user'), 'failed', 'address-refused', '550 5.1.1 RCPT TO'],
    [new SmtpRefusal(550, 'no such user'), 'failed', 'address-refused', '550 RCPT TO'],
    [new SmtpRefusal(550, '5.7.1 relaying denied'), 'failed', 'message-refused', '550 5.7.1 RCPT TO'],
    [new SmtpRefusal(451, '4.7.1 greylisted, come back later'), 'queued', 'busy', '451 4.7.1 RCPT TO'],
  ])('to the receiver (%s) is believed: %s', async (refusal, status, lastFailure, lastError) => {
    const drain = await start({
      onReceiver: () => {
        throw refusal
      },
    })
    await queue('weg@post.example')
    await drain()
    expect(await rowOf('weg@post.example')).toMatchObject({ status, lastFailure, lastError, attempts: 1 })
    expect(server.mails).toEqual([])
  })

  it.each([
    [new SmtpRefusal(552, '5.2.2 mailbox full'), 'failed', 'address-refused', '552 5.2.2 DATA'],
    [new SmtpRefusal(554, '5.7.1 looks like spam'), 'failed', 'message-refused', '554 5.7.1 DATA'],
    [new SmtpRefusal(452, '4.3.1 no room now'), 'queued', 'busy', '452 4.3.1 DATA'],
  ])('to the text (%s) is believed: %s', async (refusal, status, lastFailure, lastError) => {
    const drain = await start({
      onText: () => {
        throw refusal
      },
    })
    await queue('weg@post.example')
    await drain()
    expect(await rowOf('weg@post.example')).toMatchObject({ status, lastFailure, lastError })
  })

  it('to us is no fault of the receiver: the mail waits', async () => {
    const drain = await start(
      {
        options: {
          authOptional: false,
          allowInsecureAuth: true,
          onAuth: (_auth, _session, done) => done(new Error('wrong password')),
        },
      },
      { auth: { user: 'portaal', pass: 'fout' } },
    )
    await queue('c.test@post.example')
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({
      status: 'queued',
      lastFailure: 'misconfigured',
      lastError: '535 AUTH PLAIN',
    })
  })

  it('to one does not hold up the others', async () => {
    const drain = await start({
      onReceiver: (address) => {
        if (address.startsWith('weg')) throw new SmtpRefusal(550, '5.1.1 no such user')
      },
    })
    for (const to of ['weg1@post.example', 'a@post.example', 'weg2@post.example', 'b@post.example', 'c@post.example'])
      await queue(to)
    await drain()
    expect(server.mails.map((one) => one.to).sort()).toEqual(['a@post.example', 'b@post.example', 'c@post.example'])
  })
})

describe('a connection', () => {
  it('cut in the middle of the text leaves nothing behind, and the mail goes at the next try', async () => {
    let cuts = 1
    const drain = await start({
      onText: (_address, drop) => {
        if (cuts-- > 0) drop()
      },
    })
    await queue('c.test@post.example', 'x'.repeat(200_000))
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({ status: 'queued', attempts: 1, lastFailure: 'unreachable' })
    app.clock.pass(10)
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({ status: 'sent', attempts: 2 })
    expect(server.mails.filter((one) => (one.mail.text?.trimEnd().length ?? 0) === 200_000)).toHaveLength(1)
  })

  it('cut after the server took it over but before it said so gives a second copy under the same Message-ID', async () => {
    let cuts = 1
    const drain = await start({
      onKept: (_address, drop) => {
        if (cuts-- > 0) drop()
      },
    })
    await queue('c.test@post.example')
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({ status: 'queued', lastFailure: 'unreachable' })
    app.clock.pass(10)
    await drain()
    const row = await rowOf('c.test@post.example')
    expect(row).toMatchObject({ status: 'sent', attempts: 2 })
    const id = `<${row.id}@zorg.example>`
    expect(server.mails.map((one) => one.mail.messageId)).toEqual([id, id])
  })

  it('that is too slow is given up, and closed', async () => {
    const drain = await start({ onText: () => new Promise(() => undefined) }, {}, 300)
    await queue('c.test@post.example')
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({ status: 'queued', lastFailure: 'unreachable' })
    await expect.poll(() => server.sockets.size, { timeout: 20_000 }).toBe(0)
  })

  it('that is refused, for the server is away, lets the mail wait', async () => {
    const drain = await start()
    await server.stop()
    await queue('c.test@post.example')
    await drain()
    expect(await rowOf('c.test@post.example')).toMatchObject({
      status: 'queued',
      lastFailure: 'unreachable',
      lastError: 'ESOCKET',
    })
    server = await startMailServer()
  })

  it('without TLS carries nothing when TLS is asked', async () => {
    const drain = await start({}, { requireTls: true })
    await queue('c.test@post.example')
    await drain()
    expect(server.mails).toEqual([])
    expect(await rowOf('c.test@post.example')).toMatchObject({ status: 'queued', lastFailure: 'misconfigured' })
  })
})
