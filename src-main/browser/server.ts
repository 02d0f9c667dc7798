/**
 * The browser host's server, for this machine alone: it listens on 127.0.0.1, lets in by a one-time link, serves the screen
 * and carries the bridge. Every request is checked before anything else looks at it.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { languageOf } from '../../shared/domain/language.ts'
import { makeProblem, type ProblemCode } from '../../shared/domain/problems.ts'
import { MAX_INPUT_KB } from '../core/json-safe.ts'
import type { Logger } from '../core/ports.ts'
import type { Workstation } from '../core/workstation.ts'
import { createRendererFiles } from '../host/renderer-files.ts'
import { CLOSED_PAGE_HEADERS, closedPage } from './closed-page.ts'
import { cookieName, cookieOf, createOneTimeLink } from './one-time-link.ts'
import { createPushSocket } from './push-socket.ts'
import { refusalOf } from './same-origin.ts'

export const BRIDGE = '/bridge/'
const TRANSPORT = `${BRIDGE}transport.js`
const PUSH = `${BRIDGE}push`
/** JSON in UTF-8 may take four bytes for what the dispatcher counts as one. */
const MOST_BYTES = MAX_INPUT_KB * 1024 * 4
/** Too much is read to its end, so that the page gets the answer and not a broken connection; up to here. */
const MOST_READ = 64 * 1024 * 1024

export interface BrowserServerOptions {
  readonly workstation: Workstation
  readonly rendererFolder: string
  /** The script that puts the bridge in the page. */
  readonly transportFile: string
  /** 0 for a free one. */
  readonly port: number
  /** Fixes the first token, in tests. */
  readonly token: string | null
  readonly logger: Logger
  /** A link was used; the next one. */
  readonly linkUsed: (next: string) => void
}

export interface BrowserServer {
  readonly origin: string
  /** The address with the token that works now. */
  link(): string
  stop(): Promise<void>
}

export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const { workstation, logger } = options
  const links = createOneTimeLink(options.token)
  const pushes = createPushSocket(workstation)

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error('a request failed', error)
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', 'Server fault')
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const files = createRendererFiles(options.rendererFolder, {
    script: TRANSPORT,
    connect: ["'self'", `ws://127.0.0.1:${port}`],
  })
  const link = (): string => `${origin}/?token=${links.token()}`
  const knows = (request: IncomingMessage): boolean => links.knows(cookieOf(request.headers.cookie, cookieName(port)))

  server.on('upgrade', (request, socket, head) => {
    const allowed = request.url === PUSH && refusalOf(request.headers, origin, true) === null && knows(request)
    if (allowed) pushes.accept(request, socket, head)
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/'
    if (!URL.canParse(address, origin)) return send(response, 400, 'text/plain; charset=utf-8', 'Bad request')
    const url = new URL(address, origin)
    const token = request.method === 'GET' && url.pathname === '/' ? url.searchParams.get('token') : null
    // Whoever has the link may come from anywhere: the link is the proof.
    const headers = token === null ? request.headers : { ...request.headers, 'sec-fetch-site': undefined }
    const refusal = refusalOf(headers, origin, request.method !== 'GET')
    if (refusal) {
      logger.warn('a request from elsewhere was refused', { why: refusal })
      return send(response, 403, 'text/plain; charset=utf-8', 'Forbidden')
    }
    if (token !== null && redeem(token, response)) return
    if (!knows(request)) return closed(request, response)
    // A used link with a valid cookie, by going back: the token leaves the address.
    if (token !== null) return redirect(response)
    if (request.method === 'POST' && url.pathname.startsWith(BRIDGE)) return bridge(url.pathname, request, response)
    if (request.method !== 'GET') return send(response, 405, 'text/plain; charset=utf-8', 'Method not allowed')
    if (url.pathname === TRANSPORT) {
      return send(response, 200, 'text/javascript; charset=utf-8', await readFile(options.transportFile))
    }
    const file = await files.answer(url.pathname)
    response.writeHead(file.status, file.headers).end(file.body)
  }

  function redeem(token: string, response: ServerResponse): boolean {
    const cookie = links.redeem(token)
    if (!cookie) return false
    options.linkUsed(link())
    response.setHeader('Set-Cookie', `${cookieName(port)}=${cookie}; HttpOnly; SameSite=Strict; Path=/`)
    redirect(response)
    return true
  }

  async function bridge(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (code: ProblemCode, params: Record<string, string | number>): void => {
      const problem = makeProblem(code, languageOf(request.headers['accept-language']), params)
      send(response, 200, 'application/json; charset=utf-8', JSON.stringify({ ok: false, problem }))
    }
    const body = await bodyOf(request)
    if (body === null) return refuse('too-large', { max: MAX_INPUT_KB })
    const [channel, input] = [decoded(pathname.slice(BRIDGE.length)), parsed(body)]
    if (channel === null || input === undefined) return refuse('malformed-request', { detail: 'JSON' })
    const result = await workstation.call(channel, input)
    send(response, 200, 'application/json; charset=utf-8', JSON.stringify(result))
  }

  return {
    origin,
    link,
    async stop() {
      pushes.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // An answer under way has a moment to arrive; then the connections go.
        setTimeout(() => server.closeAllConnections(), 500).unref()
      })
    },
  }
}

function closed(request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request.headers['accept-language'])
  response.writeHead(401, CLOSED_PAGE_HEADERS).end(closedPage(language))
}

function redirect(response: ServerResponse): void {
  response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }).end()
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).end(body)
}

/** The text that was sent, or null when it is too much to keep. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > MOST_READ) break
    if (size <= MOST_BYTES) parts.push(part)
    else parts.length = 0
  }
  return size > MOST_BYTES ? null : Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
