/** Telling many: whoever changes the same detail meanwhile waits for one round trip, not for one per person. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { makeClient, makePortalUser, makeProvider } from '../../tests/support/fixtures.ts'
import type { NewDelivery } from '../platform/context.ts'
import { tellAddresses } from './tell.ts'

const MANY = 30

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

it('tells everybody of a client at once', async () => {
  const profile = await makeProvider(app, 'cordaan')
  const client = await makeClient(app, 'cordaan')
  for (let n = 0; n < MANY; n += 1) await makePortalUser(app, client, { email: `naaste${n}@post.example`, mobile: null })
  const sent: NewDelivery[] = []
  let allAsked: () => void = () => undefined
  const all = new Promise<void>((resolve) => {
    allAsked = resolve
  })
  // Nobody's message is kept before everybody's was asked for.
  const deliver = (message: NewDelivery) => {
    sent.push(message)
    if (sent.length === MANY) allAsked()
    return all
  }
  await app.db.transaction((tx) =>
    tellAddresses({ tx, profile, now: app.clock.now(), lang: 'nl', deliver }, client, {
      kind: 'email',
      what: 'added',
      former: null,
    }),
  )
  expect(new Set(sent.map(({ to }) => to)).size).toBe(MANY)
})
