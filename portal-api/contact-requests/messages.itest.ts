/** Messages to the care team over HTTP: who may write to whom, who sees them, and that nobody's holiday leaves one unread. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  makeCareTeamMember,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
  type StaffFixture,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { careTeamMembers, cases, contactRequests, staffMemberships } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

const WORDS = 'Moeder slaapt slecht sinds de nieuwe pillen.'
const EVV = 'Eerst Verantwoordelijke Verzorgende'

let app: TestApp
let lotte: StaffFixture
let guus: StaffFixture
let asLotte: Caller
let asGuus: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens', 'cordaan']) await makeProvider(app, id)
  lotte = await makeStaff(app, 'zuyderland', 'care-manager', 'Lotte de Groot')
  guus = await makeStaff(app, 'zuyderland', 'care-manager', 'Guus Peeters')
  asLotte = await asStaff(app, 'zuyderland', lotte)
  asGuus = await asStaff(app, 'zuyderland', guus)
})
afterAll(() => app.stop())

async function someone(kind: 'client' | 'representative' = 'client') {
  const client = await makeClient(app, 'zuyderland')
  const evv = await makeCareTeamMember(app, client, lotte, EVV)
  const helper = await makeCareTeamMember(app, client, guus, 'Zorgkundige')
  const user = await makePortalUser(app, client, { kind, name: 'Mevr. T. Essers' })
  return { client, evv, helper, user, caller: await asPortalUser(app, user) }
}
async function sent() {
  const one = await someone()
  const message = await mustCall(one.caller, 'messages.create', { body: { to: one.evv.id, message: WORDS } })
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, message.id))
  if (!row) throw new Error('No case was opened.')
  return { ...one, message, caseId: row.id }
}
async function contactOf(client: ClientRow, rights: string[]) {
  return asPortalUser(app, await makePortalUser(app, client, { kind: 'contact', name: 'Pietje Puk', rights }))
}

describe('the care team', () => {
  it('is shown with its functions, without those who left', async () => {
    const { client, evv, helper, caller } = await someone()
    const gone = await makeStaff(app, 'zuyderland', 'care-manager', 'Weg Gegaan')
    await makeCareTeamMember(app, client, gone, 'Zorgkundige')
    await app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, gone.id))
    const former = await makeCareTeamMember(app, client, guus, 'Verzorgende')
    await app.db.update(careTeamMembers).set({ endedAt: app.clock.now() }).where(eq(careTeamMembers.id, former.id))
    await makeCareTeamMember(app, await makeClient(app, 'zuyderland'), lotte, EVV)
    expect(await mustCall(caller, 'messages.care-team', {})).toEqual({
      rows: [
        { id: evv.id, name: 'Lotte de Groot', function: EVV },
        { id: helper.id, name: 'Guus Peeters', function: 'Zorgkundige' },
      ],
      mayWrite: true,
    })
    expect(await mustCall(await contactOf(client, ['details']), 'messages.care-team', {})).toMatchObject({ mayWrite: false })
    expect(await callApi(await contactOf(client, ['dossier']), 'messages.care-team', {})).toMatchObject({ status: 403 })
  })

  it('can be read but not written to where the portal has no messages, and is not there where it has no care team', async () => {
    const client = await makeClient(app, 'laurens')
    const hanna = await makeStaff(app, 'laurens', 'care-manager', 'Hanna Vink')
    const member = await makeCareTeamMember(app, client, hanna, EVV)
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    expect(await mustCall(caller, 'messages.care-team', {})).toMatchObject({ rows: [{ name: 'Hanna Vink' }], mayWrite: false })
    expect(await callApi(caller, 'messages.create', { body: { to: member.id, message: WORDS } })).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
    const atCordaan = await asPortalUser(app, await makePortalUser(app, await makeClient(app, 'cordaan')))
    for (const name of ['messages.care-team', 'messages.list'] as const)
      expect(await callApi(atCordaan, name, { query: {} } as never)).toMatchObject({
        status: 404,
        problem: { code: 'panel-not-available' },
      })
  })
})

describe('sending', () => {
  it('opens a case that says to whom, is found by who was addressed, and is answered by a colleague', async () => {
    const { client, caller, user, evv, message, caseId } = await sent()
    expect(message).toMatchObject({ to: { id: evv.id, name: 'Lotte de Groot', function: EVV }, status: 'open', version: 1 })
    expect(await eventsOf(app, { caseId })).toMatchObject([{ type: 'case.opened', queue: 'contact-requests' }])
    const queue = (who: Caller, addressed: 'anyone' | 'me') =>
      mustCall(who, 'cases.list', { params: { queue: 'contact-requests' }, query: { addressed, limit: 100 } })
    const idsOf = async (who: Caller, addressed: 'anyone' | 'me') => (await queue(who, addressed)).rows.map((row) => row.id)
    expect(await idsOf(asLotte, 'me')).toContain(caseId)
    expect(await idsOf(asGuus, 'me')).not.toContain(caseId)
    expect(await idsOf(asGuus, 'anyone')).toContain(caseId)
    expect((await queue(asGuus, 'anyone')).rows.find((row) => row.id === caseId)).toMatchObject({
      name: client.name,
      facets: ['message'],
      addressedTo: { id: lotte.id, name: 'Lotte de Groot', initials: 'LG' },
      facts: { kind: 'message', subject: 'message', excerpt: WORDS },
      dueAt: '2026-11-25T16:00:00.000Z',
    })
    expect(await mustCall(asGuus, 'cases.open', { params: { id: caseId } })).toMatchObject({
      subject: {
        kind: 'message',
        addressedTo: { name: 'Lotte de Groot', function: EVV },
        readers: [{ name: 'Mevr. T. Essers' }],
        project: null,
      },
      client: { client: { id: client.id } },
    })
    await mustCall(asGuus, 'contact-requests.reply', {
      params: { id: message.id },
      basedOn: 1,
      body: { text: 'Lotte is er niet; ik kijk ernaar.' },
    })
    expect((await mustCall(caller, 'messages.list', { query: {} })).rows).toMatchObject([
      {
        status: 'closed',
        to: { name: 'Lotte de Groot' },
        repliedBy: 'Guus Peeters',
        reply: 'Lotte is er niet; ik kijk ernaar.',
        version: 2,
      },
    ])
    const [mail] = await deliveriesOf(app, { to: user.email ?? '' })
    expect(mail?.body).toContain('U heeft een bericht gestuurd aan het zorgteam.')
    expect(mail?.body).not.toContain('pillen')
    expect(JSON.stringify(await auditOf(app, { caseId }))).not.toContain('pillen')
  })

  it('is for the client and the representative, not for other contacts, and to nobody but the own care team', async () => {
    const { client, evv, helper, caller } = await someone('representative')
    expect((await callApi(caller, 'messages.create', { body: { to: helper.id, message: WORDS } })).status).toBe(201)
    const contact = await contactOf(client, ['messages', 'dossier', 'details', 'appointments', 'settings'])
    expect(await callApi(contact, 'messages.create', { body: { to: evv.id, message: WORDS } })).toMatchObject({
      status: 403,
      problem: { code: 'forbidden' },
    })
    expect(await callApi(await contactOf(client, []), 'messages.list', { query: {} })).toMatchObject({ status: 403 })
    const other = await someone()
    for (const to of [other.evv.id, newId()])
      expect(await callApi(caller, 'messages.create', { body: { to, message: WORDS } })).toMatchObject({
        status: 422,
        problem: {
          fields: [{ field: 'to', rule: 'not-in-care-team', message: 'Deze medewerker hoort niet (meer) bij het zorgteam.' }],
        },
      })
    expect(await callApi(caller, 'messages.create', { body: { to: evv.id, message: ' ' } })).toMatchObject({
      problem: { fields: [{ field: 'message', rule: 'text-empty' }] },
    })
  })

  it('repeated under one request id sends once', async () => {
    const { caller, evv } = await someone()
    const call = { body: { to: evv.id, message: WORDS }, requestId: randomUUID() }
    const first = await mustCall(caller, 'messages.create', call)
    expect(await mustCall(caller, 'messages.create', call)).toEqual(first)
    expect((await mustCall(caller, 'messages.list', { query: {} })).rows).toHaveLength(1)
    expect(await callApi(caller, 'messages.create', { ...call, body: { to: evv.id, message: 'Anders' } })).toMatchObject({
      problem: { code: 'request-id-reused' },
    })
  })
})

describe('reading back', () => {
  it('is for the sender alone, newest first, with more to load', async () => {
    const { client, caller, evv } = await someone()
    const ids: string[] = []
    for (const message of ['een', 'twee', 'drie']) {
      app.clock.pass(5)
      ids.unshift((await mustCall(caller, 'messages.create', { body: { to: evv.id, message } })).id)
    }
    const first = await mustCall(caller, 'messages.list', { query: { limit: 2 } })
    const more = await mustCall(caller, 'messages.list', { query: { limit: 2, cursor: first.next ?? '' } })
    expect([...first.rows, ...more.rows].map((row) => row.id)).toEqual(ids)
    expect(more.next).toBeNull()
    expect(await callApi(caller, 'messages.list', { query: { cursor: 'x' } })).toMatchObject({
      problem: { fields: [{ field: 'query.cursor', rule: 'cursor-invalid' }] },
    })
    const son = await asPortalUser(app, await makePortalUser(app, client, { kind: 'representative', name: 'Ruud Essers' }))
    for (const reader of [son, await contactOf(client, ['messages'])])
      expect((await mustCall(reader, 'messages.list', { query: {} })).rows).toEqual([])
  })
})

describe('changing and withdrawing', () => {
  it('moves the message, and its case, to whom it is written now', async () => {
    const { caller, helper, message, caseId } = await sent()
    const change = { params: { id: message.id }, basedOn: 1, body: { to: helper.id, message: 'Anders.' } }
    expect(await mustCall(caller, 'messages.change', change)).toMatchObject({
      to: { id: helper.id, name: 'Guus Peeters' },
      version: 2,
    })
    expect(await mustCall(asLotte, 'cases.open', { params: { id: caseId } })).toMatchObject({
      facets: ['changed', 'message'],
      addressedTo: { name: 'Guus Peeters' },
      subject: { previousMessage: WORDS, request: { message: 'Anders.' } },
    })
    expect(await callApi(caller, 'messages.change', { ...change, requestId: randomUUID() })).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { id: message.id, version: 2, to: { name: 'Guus Peeters' } } },
    })
    expect(await mustCall(caller, 'messages.withdraw', { params: { id: message.id }, basedOn: 2 })).toMatchObject({
      status: 'withdrawn',
      version: 3,
    })
    expect(await callApi(caller, 'messages.withdraw', { params: { id: message.id }, basedOn: 3 })).toMatchObject({
      status: 409,
      problem: { code: 'not-open' },
    })
    expect(
      await callApi(asGuus, 'contact-requests.reply', { params: { id: message.id }, basedOn: 3, body: { text: 'Ja' } }),
    ).toMatchObject({ status: 409, problem: { code: 'withdrawn' } })
  })

  it('is refused to everybody else, as if it did not exist, also under another kind', async () => {
    const { client, message, evv, caller } = await sent()
    const stranger = (await someone()).caller
    const son = await asPortalUser(app, await makePortalUser(app, client, { kind: 'representative' }))
    const params = { id: message.id }
    for (const who of [stranger, son]) {
      expect(await callApi(who, 'messages.withdraw', { params, basedOn: 1 })).toMatchObject({ status: 404 })
      expect(await callApi(who, 'care-signals.withdraw', { params, basedOn: 1 })).toMatchObject({ status: 404 })
    }
    expect(await callApi(son, 'messages.change', { params, basedOn: 1, body: { to: evv.id, message: 'x' } })).toMatchObject({
      status: 404,
    })
    expect(await callApi(caller, 'care-signals.withdraw', { params, basedOn: 1 })).toMatchObject({ status: 404 })
    expect(await app.db.select().from(contactRequests).where(eq(contactRequests.id, message.id))).toMatchObject([
      { status: 'open', version: 1, message: WORDS },
    ])
  })
})
