/** Delivery as a test drives it: a worker without a timer, a real mail server, a gateway for SMS. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import pino from 'pino'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Database } from '../../portal-api/db/database.ts'
import type { OnFailed } from '../../portal-api/platform/delivery/attempt.ts'
import type { Channels } from '../../portal-api/platform/delivery/channel.ts'
import { makeWorker, type Worker } from '../../portal-api/platform/delivery/worker.ts'
import type { TestApp } from './app.ts'

/** A worker on the database of `app`, or on a connection of its own as a second process has. */
export function testWorker(app: TestApp, channels: Channels, more: { db?: Database; onFailed?: OnFailed } = {}): Worker {
  return makeWorker({
    db: more.db ?? app.db,
    channels,
    clock: app.clock,
    log: pino({ level: 'silent' }),
    box: app.services.box,
    nameOf: async (provider) => `Zorg van ${provider}`,
    onFailed: more.onFailed ?? (async () => undefined),
  })
}

/** An SMTP answer other than "yes". */
export class SmtpRefusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, text: string) {
    super(text)
    this.responseCode = responseCode
  }
}

export interface MailServer {
  readonly port: number
  /** What it took over, in order. */
  readonly mails: { readonly to: string; readonly mail: ParsedMail; readonly raw: string }[]
  /** Sockets that are open now. */
  readonly sockets: ReadonlySet<Socket>
  stop(): Promise<void>
}

export interface MailRules {
  /** Throw a {@link SmtpRefusal} to refuse a receiver. */
  readonly onReceiver?: (address: string) => void
  /** Before the text is taken over; a promise that does not resolve is a slow server. `drop` cuts the connection. */
  readonly onText?: (address: string, drop: () => void) => unknown
  /** After the text was kept, before "250": `drop` cuts the connection, so that the sender never hears of it. */
  readonly onKept?: (address: string, drop: () => void) => unknown
  readonly options?: SMTPServerOptions
}

/** A real SMTP server on this machine. */
export async function startMailServer(rules: MailRules = {}): Promise<MailServer> {
  const mails: MailServer['mails'] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...rules.options,
    onRcptTo: (address, _session, callback) => {
      try {
        rules.onReceiver?.(address.address)
        callback()
      } catch (error) {
        callback(error as Error)
      }
    },
    onData: async (stream, session, callback) => {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const drop = () => {
        for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy()
      }
      try {
        await rules.onText?.(to, drop)
        const parts: Buffer[] = []
        for await (const part of stream) parts.push(part as Buffer)
        const raw = Buffer.concat(parts)
        mails.push({ to, mail: await simpleParser(raw), raw: raw.toString('latin1') })
        await rules.onKept?.(to, drop)
        callback()
      } catch (error) {
        stream.resume()
        callback(error as Error)
      }
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    sockets,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((done) => server.close(done))
    },
  }
}

export interface GatewayCall {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly headers: IncomingMessage['headers']
}

export interface Gateway {
  readonly url: string
  readonly calls: GatewayCall[]
  stop(): Promise<void>
}

/** An HTTP gateway for SMS; `answer` says what it replies to a call (status 200 when it does nothing). */
export async function startGateway(
  answer: (call: GatewayCall, response: ServerResponse) => void = (_, response) => response.end('{}'),
): Promise<Gateway> {
  const calls: GatewayCall[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += String(part)
    const call = { ...(JSON.parse(text) as Pick<GatewayCall, 'id' | 'to' | 'text'>), headers: request.headers }
    calls.push(call)
    answer(call, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    calls,
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
