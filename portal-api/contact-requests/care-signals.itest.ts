/** Care signals over HTTP: written in the dossier by who may see it, read by the care managers, answered in the same queue. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makePortalUser, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf } from '../../tests/support/traces.ts'
import { cases } from '../db/schema/index.ts'

const SIGNAL = 'Eet minder dan vorige week.'

let app: TestApp
let manager: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens', 'cordaan']) await makeProvider(app, id)
  manager = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'care-manager', 'Lotte de Groot'))
})
afterAll(() => app.stop())

async function family() {
  const client = await makeClient(app, 'zuyderland')
  const make = async (name: string, kind: 'client' | 'contact', rights: string[] = []) => {
    const user = await makePortalUser(app, client, { name, kind, rights })
    return { user, caller: await asPortalUser(app, user) }
  }
  return {
    client,
    self: await make('Mevr. T. Essers', 'client'),
    reader: await make('Ruud Essers', 'contact', ['dossier']),
    other: await make('Pietje Puk', 'contact', ['messages', 'details']),
  }
}
const write = (who: Caller, message = SIGNAL) => mustCall(who, 'care-signals.create', { body: { message } })

it('is written and read by who may see the dossier, and by nobody else', async () => {
  const { self, reader, other } = await family()
  const first = await write(self.caller)
  app.clock.pass(60)
  const second = await write(reader.caller, 'Loopt onzekerder.')
  for (const who of [self, reader])
    expect((await mustCall(who.caller, 'care-signals.list', { query: {} })).rows).toMatchObject([
      { id: second.id, writtenBy: 'Ruud Essers', status: 'open' },
      { id: first.id, writtenBy: 'Mevr. T. Essers', message: SIGNAL },
    ])
  expect(await callApi(other.caller, 'care-signals.list', { query: {} })).toMatchObject({ status: 403 })
  expect(await callApi(other.caller, 'care-signals.create', { body: { message: SIGNAL } })).toMatchObject({ status: 403 })
  const page = await mustCall(self.caller, 'care-signals.list', { query: { limit: 1 } })
  expect((await mustCall(self.caller, 'care-signals.list', { query: { limit: 1, cursor: page.next ?? '' } })).rows).toMatchObject(
    [{ id: first.id }],
  )
  expect(await callApi(self.caller, 'messages.list', { query: { cursor: page.next ?? '' } })).toMatchObject({ status: 422 })
})

it('stands in the queue as a signal, is acknowledged by a reply, and says so to the writer', async () => {
  const { client, reader } = await family()
  const signal = await write(reader.caller)
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, signal.id))
  expect(row).toMatchObject({ facets: ['care-signal'], clientId: client.id, addressedTo: null })
  const detail = await mustCall(manager, 'cases.open', { params: { id: row?.id ?? '' } })
  expect(detail).toMatchObject({
    reportedBy: { name: 'Ruud Essers' },
    subject: {
      kind: 'care-signal',
      addressedTo: null,
      readers: [{ name: 'Ruud Essers' }, { name: 'Mevr. T. Essers' }],
    },
  })
  await mustCall(manager, 'contact-requests.reply', { params: { id: signal.id }, basedOn: 1, body: { text: 'Gezien.' } })
  expect((await mustCall(reader.caller, 'care-signals.list', { query: {} })).rows).toMatchObject([
    { status: 'closed', reply: 'Gezien.', repliedBy: 'Lotte de Groot' },
  ])
  const [mail] = await deliveriesOf(app, { to: reader.user.email ?? '' })
  expect(mail?.body).toContain('U heeft een zorgsignaal geschreven.')
  expect(mail?.body).not.toContain('Eet minder')
  expect(JSON.stringify(await auditOf(app, { caseId: row?.id ?? '' }))).not.toContain('Eet minder')
})

it('is changed and withdrawn by its writer alone, on its own version, while it is open', async () => {
  const { self, reader } = await family()
  const signal = await write(self.caller)
  const params = { id: signal.id }
  const body = { message: 'Eet weer beter.' }
  expect(await callApi(reader.caller, 'care-signals.change', { params, basedOn: 1, body })).toMatchObject({ status: 404 })
  const requestId = randomUUID()
  const changed = await mustCall(self.caller, 'care-signals.change', { params, basedOn: 1, body, requestId })
  expect(changed).toMatchObject({ ...body, version: 2 })
  expect(await mustCall(self.caller, 'care-signals.change', { params, basedOn: 1, body, requestId })).toEqual(changed)
  expect(await callApi(self.caller, 'care-signals.withdraw', { params, basedOn: 1 })).toMatchObject({
    status: 412,
    problem: { code: 'stale-version', current: { id: signal.id, version: 2, ...body } },
  })
  expect(await mustCall(self.caller, 'care-signals.withdraw', { params, basedOn: 2 })).toMatchObject({ status: 'withdrawn' })
  expect(await callApi(self.caller, 'care-signals.change', { params, basedOn: 3, body })).toMatchObject({ status: 409 })
})

it('is not there in portals without it', async () => {
  for (const provider of ['laurens', 'cordaan']) {
    const caller = await asPortalUser(app, await makePortalUser(app, await makeClient(app, provider)))
    expect(await callApi(caller, 'care-signals.create', { body: { message: SIGNAL } })).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
  }
})
