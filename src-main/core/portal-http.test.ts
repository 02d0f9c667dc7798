/** What leaves the workstation over HTTP, as a real server receives it. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPortalHttp } from './portal-http.ts'

const received: { readonly headers: IncomingHttpHeaders; readonly text: string }[] = []
let server: Server

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received.push({ headers: request.headers, text: Buffer.concat(parts).toString('utf8') })
    response.setHeader('content-type', 'application/json')
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it.each(['POST', 'PUT', 'DELETE'] as const)(
  'a %s without a body claims no kind of body, one with a body is JSON',
  async (method) => {
    const http = createPortalHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const call = { method, path: '/v1/letters/x/print', headers: {}, repeatable: false }
    received.length = 0
    expect(await http.exchange(call)).toEqual({ kind: 'answer', status: 200, json: {} })
    expect(await http.exchange({ ...call, body: { one: 'é' } })).toMatchObject({ kind: 'answer' })
    const [without, having] = received
    expect(without?.headers['content-type']).toBeUndefined()
    expect(without?.text).toBe('')
    expect(having?.headers['content-type']).toMatch(/^application\/json\b/)
    expect(JSON.parse(having?.text ?? '')).toEqual({ one: 'é' })
  },
)
