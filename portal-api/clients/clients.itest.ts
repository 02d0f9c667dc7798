/** Clients as staff find and open them, over HTTP. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeCaregiver,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
  makeVisit,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf } from '../../tests/support/traces.ts'

let app: TestApp
let planner: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom']) await makeProvider(app, id)
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner', 'Noor Willemsen'))
})
afterAll(() => app.stop())

describe('clients for staff', () => {
  it('are found by part of a name or by number, in pages, and the search is logged without what was typed', async () => {
    const names = ['Zonneveld, A.', 'Zonneveld, B.', 'Zonneveld, C.']
    const made = []
    for (const name of names) made.push(await makeClient(app, 'cordaan', { name: `Mevr. ${name}`, sortName: name }))
    const foreign = await makeClient(app, 'axxicom', { name: 'Mevr. Zonneveld, D.', sortName: 'Zonneveld, D.' })
    const first = await mustCall(planner, 'clients.search', { query: { q: 'zonneV', limit: 2 } })
    const second = await mustCall(planner, 'clients.search', { query: { q: 'zonneV', limit: 2, cursor: first.next ?? '' } })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(made.map((row) => row.id))
    expect(second.next).toBeNull()
    const byNumber = await mustCall(planner, 'clients.search', { query: { q: String(made[1]?.number) } })
    expect(byNumber.rows.map((row) => row.id)).toEqual([made[1]?.id])
    expect((await mustCall(planner, 'clients.search', { query: { q: String(foreign.number) } })).rows).toEqual([])
    expect((await mustCall(planner, 'clients.search', { query: { q: '%%' } })).rows).toEqual([])
    expect(await callApi(planner, 'clients.search', { query: { q: '  ' } })).toMatchObject({ status: 422 })
    expect(await callApi(planner, 'clients.search', { query: { q: 'zonneveld', cursor: 'abc' } })).toMatchObject({
      problem: { fields: [{ rule: 'cursor-invalid' }] },
    })
    const lines = await auditOf(app, { object: 'client-search' })
    expect(lines[0]).toMatchObject({ action: 'read', details: { count: 2, ids: first.rows.map((row) => row.id) } })
    expect(JSON.stringify(lines).toLowerCase()).not.toContain('zonnev')
  })

  it('are opened with whom to phone, what is planned and what went before; looking is logged', async () => {
    const danny = await makeCaregiver(app, 'cordaan')
    const client = await makeClient(app, 'cordaan', { usualCaregiverId: danny.id, indicationNotes: ['Sleutel bij de buren.'] })
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    await makeVisit(app, client, [danny], '2026-11-20', '09:00')
    const next = await makeVisit(app, client, [danny], '2026-11-25', '09:00')
    await mustCall(caller, 'clients.add-detail', { body: { kind: 'phone-home', value: '020 123 45 67' } })
    await mustCall(caller, 'clients.add-person', {
      body: { name: 'Dennis Test', phone1: '06 12345678', type: 'family', primary: true },
    })
    const question = await mustCall(caller, 'contact-requests.create', { body: { subject: 'portal', message: 'Vraag' } })
    await mustCall(planner, 'contact-requests.reply', { params: { id: question.id }, basedOn: 1, body: { text: 'Antwoord' } })
    await mustCall(caller, 'contact-requests.create', { body: { subject: 'other', message: 'Nog een' } })
    const day = { type: 'holiday', days: 'one', startDate: '2026-12-24', wholeDay: true } as const
    const notice = await mustCall(caller, 'absences.create', { body: day })
    await mustCall(planner, 'absences.decide', { params: { id: notice.id }, basedOn: 1, body: { decisions: [] } })

    expect(await mustCall(planner, 'clients.open', { params: { id: client.id } })).toMatchObject({
      client: { id: client.id, number: client.number, name: 'Mevr. C. Test', birthDate: '1941-03-12', city: 'Amsterdam' },
      phones: [
        { name: 'Dennis Test', relation: 'familie', phone: '06 12345678', primary: true },
        { name: 'Mevr. C. Test', relation: 'thuis', phone: '020 123 4567', primary: false },
      ],
      indication: { serviceCode: 'HV 1', hoursPerWeek: 3, notes: ['Sleutel bij de buren.'] },
      usualCaregiver: 'Danny de Boer',
      upcoming: [{ id: next.id }],
      earlierAbsences: [{ id: notice.id, type: 'holiday', startDate: '2026-12-24', endDate: '2026-12-24' }],
      earlierQuestions: [{ id: question.id, subject: 'portal', repliedBy: 'Noor Willemsen' }],
      openCases: [{ queue: 'contact-requests' }],
    })
    expect((await auditOf(app, { object: 'client' })).at(-1)).toMatchObject({
      action: 'read',
      objectId: client.id,
      clientId: client.id,
    })
  })

  it('of another provider do not exist, and are not for the helpdesk', async () => {
    const foreign = await makeClient(app, 'axxicom')
    expect(await callApi(planner, 'clients.open', { params: { id: foreign.id } })).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
    expect(await callApi(planner, 'clients.open', { params: { id: randomUUID() } })).toMatchObject({ status: 404 })
    const helpdesk = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'helpdesk'))
    const own = await makeClient(app, 'cordaan')
    expect(await callApi(helpdesk, 'clients.open', { params: { id: own.id } })).toMatchObject({ status: 403 })
    expect(await callApi(helpdesk, 'clients.search', { query: { q: 'Test' } })).toMatchObject({ status: 403 })
  })
})
