/** `/metrics` says how the server stands, and nothing about anybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makePortalUser, makeProvider, makeStaff } from '../../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../../tests/support/http.ts'
import { follow } from '../../../tests/support/stream.ts'
import { queueDelivery } from '../delivery/queue.ts'
import { newId } from '../ids.ts'

let app: TestApp
let client: Caller
let staff: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  client = await asPortalUser(app, await makePortalUser(app, await makeClient(app, 'cordaan', { name: 'Wilhelmina Terpstra' })))
  staff = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager', 'Anneke van den Berg'))
})
afterAll(() => app.stop())

/** The figures by name and labels, as they stand in the text. */
async function metrics(): Promise<{ text: string; of(name: string): number | undefined }> {
  const response = await fetch(`${app.url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  const figures = new Map<string, number>()
  for (const line of text.split('\n')) {
    const at = line.lastIndexOf(' ')
    if (!line.startsWith('#') && at > 0) figures.set(line.slice(0, at), Number(line.slice(at + 1)))
  }
  return { text, of: (name) => figures.get(name) }
}

describe('/metrics', () => {
  it('counts and times requests by route and class of status, under the path of the contract and no other', async () => {
    const ask = { body: { subject: 'planning', message: 'Kan mijn hulp een dag later komen?' } } as const
    await mustCall(client, 'contact-requests.create', ask)
    const id = newId()
    await callApi(staff, 'contact-requests.reply', { params: { id }, basedOn: 1, body: { text: 'Dat kan.' } })
    await fetch(`${app.url}/wp-login.php?user=terpstra`)
    const { text, of } = await metrics()
    const count = (method: string, route: string, status: string) =>
      of(`portal_http_request_seconds_count{method="${method}",route="${route}",status="${status}"}`)
    expect(count('POST', '/v1/me/contact-requests', '2xx')).toBe(1)
    expect(count('POST', '/v1/contact-requests/:id/reply', '4xx')).toBe(1)
    expect(count('GET', 'none', '4xx')).toBe(1)
    for (const personal of [id, 'terpstra', 'Wilhelmina', 'Anneke', '@', 'Kan mijn hulp']) expect(text).not.toContain(personal)
  })

  it('tells what waits: messages, audit lines, connections', async () => {
    const box = app.services
    await app.db.transaction((tx) =>
      queueDelivery(
        tx,
        box,
        'cordaan',
        { channel: 'letter', to: 'De heer J. Jansen', template: 'x', body: 'x' },
        app.clock.now(),
      ),
    )
    app.clock.pass(90)
    const { text, of } = await metrics()
    expect(of('portal_deliveries_waiting{channel="letter"}')).toBe(1)
    expect(of('portal_deliveries_failed{channel="email"}')).toBe(0)
    expect(of('portal_delivery_oldest_due_seconds{channel="letter"}')).toBe(90)
    expect(text).not.toContain('Jansen')
    expect(of('portal_audit_lines_unlinked')).toBeGreaterThanOrEqual(0)
    expect(of('portal_database_up')).toBe(1)
    expect(of('portal_database_connections_max')).toBe(10)
    expect(of('portal_database_connections{state="idle"}')).toBeGreaterThan(0)
    expect(of('portal_database_waiting')).toBe(0)
    expect(of('nodejs_eventloop_lag_p99_seconds')).toBeDefined()
  })

  it('counts who follows, and leaves the life of a stream out of the times', async () => {
    const stream = await follow(staff)
    await stream.next()
    const during = await metrics()
    expect(during.of('portal_event_followers')).toBe(1)
    expect(during.of('portal_event_channel_up')).toBe(1)
    stream.close()
    await stream.ended
    let after = await metrics()
    while (after.of('portal_event_followers') !== 0) after = await metrics()
    expect(after.text).not.toContain('route="/v1/events"')
  })
})
