/** What is no HTTP request at all, sent over a bare connection: refused with a problem, or cut off, and the server goes on. */
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problem } from '../../shared/domain/problems.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** Everything the server says until it ends the connection. */
function say(bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(app.url)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes))
    const heard: Buffer[] = []
    socket.on('data', (chunk) => heard.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(heard).toString('utf8')))
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)))
  })
}

const get = (headers: string) => `GET /v1/me HTTP/1.1\r\nhost: x\r\n${headers}connection: close\r\n\r\n`
const post = (headers: string, body: string) =>
  `POST /v1/session/logout HTTP/1.1\r\nhost: x\r\n${headers}connection: close\r\n\r\n${body}`

const BROKEN: Readonly<Record<string, string | Buffer>> = {
  'no request line': 'hello\r\n\r\n',
  'TLS at a plain port': Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  'an unknown version': 'GET /v1/me HTTP/9.9\r\nhost: x\r\n\r\n',
  'an unknown method': 'STEAL /v1/me HTTP/1.1\r\nhost: x\r\n\r\n',
  'no host': 'GET /v1/me HTTP/1.1\r\nconnection: close\r\n\r\n',
  'a NUL in a header': get('x-a: b\u0000c\r\n'),
  'a header without a name': get(': b\r\n'),
  'a header name with a space': get('x a: b\r\n'),
  'a bare line feed in a header': get('x-a: b\nx-c: d\r\n'),
  'headers of 100 kB': get(`x-a: ${'x'.repeat(100_000)}\r\n`),
  'a path of 100 kB': `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  'two lengths': post('content-type: application/json\r\ncontent-length: 2\r\ncontent-length: 3\r\n', '{}x'),
  'a length and chunks (request smuggling)': post(
    'content-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n',
    '0\r\n\r\nGET /v1/me HTTP/1.1\r\n\r\n',
  ),
  'a negative length': post('content-type: application/json\r\ncontent-length: -1\r\n', '{}'),
  'chunks that are none': post('content-type: application/json\r\ntransfer-encoding: chunked\r\n', 'zz\r\n{}\r\n0\r\n\r\n'),
}

describe('ASVS 4.2.1, 16.5.3: what is no request is refused in plain words, and nothing is answered twice', () => {
  it.each(Object.entries(BROKEN))('%s', async (_, bytes) => {
    const heard = await say(bytes)
    expect(heard.match(/^HTTP\/1\.1 \d{3} /gm)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(heard).not.toMatch(/node:|node_modules|FST_ERR|HPE_|\bat \w+ \(/)
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
    if (heard === '') return
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
    const [head = '', body = ''] = heard.split('\r\n\r\n')
    // Node itself answers a request without a host, with a status and an empty body.
    if (body === '' || body === '0') return
    expect(head.toLowerCase()).toContain('application/problem+json')
    expect(problem.safeParse(JSON.parse(body)).success).toBe(true)
  })
})

it('says what was wrong in the words of the reader', async () => {
  expect(await say(get(`x-a: ${'x'.repeat(100_000)}\r\n`))).toContain('de kopregels zijn te groot')
  const answer = await fetch(`${app.url}/v1/cases/%E0%A4%A`, { headers: { 'accept-language': 'en' } })
  expect([answer.status, ((await answer.json()) as { title: string }).title]).toEqual([
    400,
    'The message cannot be read: the address is not well written.',
  ])
})

it('a provider that cannot be one is a path to nothing (a NUL in its name once was a fault)', async () => {
  const answer = await fetch(`${app.url}/v1/portals/a%00b/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'x', password: 'y' }),
  })
  expect(answer.status).toBe(404)
})
