/** SMS against an HTTP gateway: taken over, refused now or for good, slow, away, and a repeat it knows by its id. */
import type { ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Gateway, type GatewayCall, startGateway, testWorker } from '../../../tests/support/delivery.ts'
import { makeProvider } from '../../../tests/support/fixtures.ts'
import { deliveries } from '../../db/schema/index.ts'
import { queueDelivery } from './queue.ts'
import { retryAfterMs, smsChannel } from './sms-gateway.ts'

let app: TestApp
let gateway: Gateway

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
})
afterAll(() => app.stop())
beforeEach(() => app.db.delete(deliveries))
afterEach(() => gateway.stop())

const MOBILE = '+31612345678'

async function start(answer?: (call: GatewayCall, response: ServerResponse) => void, withinMs?: number) {
  gateway = await startGateway(answer)
  const worker = testWorker(app, { sms: smsChannel({ url: gateway.url, token: 'geheim-bewijs' }, withinMs) })
  return () => worker.drain()
}

async function queue(to = MOBILE): Promise<void> {
  const message = { channel: 'sms', to, template: 'test', body: 'Laurens: uw code is 123456. Groet, René' } as const
  await app.db.transaction((tx) => queueDelivery(tx, app.services, 'laurens', message, app.clock.now()))
}
async function rowOf(to = MOBILE) {
  const [row] = await app.db.select().from(deliveries).where(eq(deliveries.toAddress, to))
  if (!row) throw new Error(`Nothing was queued for ${to}.`)
  return row
}
const answering = (status: number, headers: Record<string, string> = {}) => {
  return (_call: GatewayCall, response: ServerResponse) => {
    response.writeHead(status, headers).end('{"error":"+31612345678: uw code is 123456"}')
  }
}

describe('a text', () => {
  it('is handed over with its id, its number in one form and our token', async () => {
    const drain = await start()
    await queue('0031 6-12 34 56 78')
    await drain()
    const row = await rowOf('0031 6-12 34 56 78')
    expect(gateway.calls).toMatchObject([
      {
        id: row.id,
        to: MOBILE,
        text: 'Laurens: uw code is 123456. Groet, René',
        headers: { authorization: 'Bearer geheim-bewijs', 'content-type': 'application/json', 'idempotency-key': row.id },
      },
    ])
    expect(row).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('goes to no number that cannot receive one', async () => {
    const drain = await start()
    await queue('020 123 45 67')
    await drain()
    expect(gateway.calls).toEqual([])
    expect(await rowOf('020 123 45 67')).toMatchObject({ status: 'failed', lastFailure: 'address-refused' })
  })

  it.each([
    [400, 'failed', 'address-refused'],
    [422, 'failed', 'address-refused'],
    [401, 'queued', 'misconfigured'],
    [404, 'queued', 'misconfigured'],
    [302, 'queued', 'misconfigured'],
    [429, 'queued', 'busy'],
    [500, 'queued', 'busy'],
    [503, 'queued', 'busy'],
  ])('answered with %i stands as %s: %s, without what the gateway wrote', async (code, status, lastFailure) => {
    const drain = await start(answering(code, code === 302 ? { location: 'http://127.0.0.1:9/elders' } : {}))
    await queue()
    await drain()
    expect(await rowOf()).toMatchObject({ status, lastFailure, lastError: `HTTP ${code}`, attempts: 1 })
  })

  it('waits as long as the gateway asks', async () => {
    const drain = await start(answering(429, { 'retry-after': '75' }))
    await queue()
    await drain()
    expect((await rowOf()).notBefore).toEqual(new Date(app.clock.now().getTime() + 75_000))
    expect(retryAfterMs('Mon, 23 Nov 2026 08:01:30 GMT', new Date('2026-11-23T08:00:00Z'))).toBe(90_000)
    expect(retryAfterMs('straks', app.clock.now())).toBeUndefined()
  })

  it('that gets no answer in time is tried again under the same id, so that a gateway that had it sends nothing', async () => {
    const sent = new Set<string>()
    let silent = true
    const drain = await start((call, response) => {
      sent.add(call.id)
      if (!silent) response.end('{}')
      silent = false
    }, 200)
    await queue()
    await drain()
    expect(await rowOf()).toMatchObject({ status: 'queued', lastFailure: 'unreachable', lastError: 'ETIMEDOUT' })
    app.clock.pass(10)
    await drain()
    expect(await rowOf()).toMatchObject({ status: 'sent', attempts: 2 })
    expect(gateway.calls).toHaveLength(2)
    expect(sent.size).toBe(1)
  })

  it('waits while the gateway is away', async () => {
    const drain = await start()
    await gateway.stop()
    await queue()
    await drain()
    expect(await rowOf()).toMatchObject({ status: 'queued', lastFailure: 'unreachable', lastError: 'no connection' })
    gateway = await startGateway()
  })
})
