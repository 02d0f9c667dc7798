/** Mijn Afspraken over HTTP: who keeps the agenda, who looks, and what staff do not see. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppointmentInput } from '../../shared/domain/planning.ts'
import { PORTAL_ADMINISTRATOR } from '../../shared/domain/rights.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makePortalUser, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf } from '../../tests/support/traces.ts'

const DENTIST: AppointmentInput = {
  title: 'Tandarts',
  note: 'Ruud rijdt',
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '10:45',
  visibility: 'public',
}

let app: TestApp
let manager: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'cordaan', 'laurens', 'careflex']) await makeProvider(app, id)
  manager = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'care-manager'))
})
afterAll(() => app.stop())

async function household() {
  const client = await makeClient(app, 'zuyderland')
  const make = async (kind: 'client' | 'representative' | 'contact', rights: string[]) =>
    asPortalUser(app, await makePortalUser(app, client, { kind, rights }))
  return {
    client,
    self: await make('client', []),
    administrator: await make('representative', [PORTAL_ADMINISTRATOR]),
    reader: await make('contact', ['appointments']),
    stranger: await make('contact', ['messages']),
  }
}
const add = (who: Caller, changes: Partial<AppointmentInput> = {}) =>
  mustCall(who, 'planning.add-appointment', { body: { ...DENTIST, ...changes } })
const agenda = (who: Caller, month = '2026-12') => mustCall(who, 'planning.month', { query: { month } })

describe('the agenda', () => {
  it('is kept by the client and the administrator, and looked at by who has the right', async () => {
    const { self, administrator, reader, stranger } = await household()
    const first = await add(self)
    const second = await add(administrator, { date: '2026-12-01', title: 'Verjaardag Ruud', visibility: 'private' })
    await add(self, { date: '2027-01-01' })
    expect(first).toEqual({ ...DENTIST, id: first.id, version: 1 })
    for (const [who, mayWrite] of [
      [self, true],
      [administrator, true],
      [reader, false],
    ] as const)
      expect(await agenda(who)).toEqual({
        month: '2026-12',
        shown: 'own-appointments',
        rows: [],
        appointments: [second, first],
        mayWrite,
      })
    expect(await callApi(stranger, 'planning.month', { query: { month: '2026-12' } })).toMatchObject({ status: 403 })
    expect(await callApi(reader, 'planning.add-appointment', { body: DENTIST })).toMatchObject({ status: 403 })
    expect(await callApi(reader, 'planning.remove-appointment', { params: { id: first.id }, basedOn: 1 })).toMatchObject({
      status: 403,
    })
  })

  it('is changed and emptied on the version that was seen, and a repeat changes nothing more', async () => {
    const { self } = await household()
    const { id } = await add(self)
    const requestId = randomUUID()
    const call = { params: { id }, basedOn: 1, body: { ...DENTIST, startTime: '11:00', endTime: '12:00' }, requestId }
    const changed = await mustCall(self, 'planning.change-appointment', call)
    expect(changed).toMatchObject({ startTime: '11:00', version: 2 })
    expect(await mustCall(self, 'planning.change-appointment', call)).toEqual(changed)
    expect(await callApi(self, 'planning.remove-appointment', { params: { id }, basedOn: 1 })).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: changed },
    })
    expect(await mustCall(self, 'planning.remove-appointment', { params: { id }, basedOn: 2 })).toEqual({ ok: true })
    expect((await agenda(self)).appointments).toEqual([])
    expect(await callApi(self, 'planning.remove-appointment', { params: { id }, basedOn: 3 })).toMatchObject({ status: 404 })
  })

  it('of somebody else does not exist', async () => {
    const { self } = await household()
    const { id } = await add(self)
    const other = (await household()).self
    expect(await callApi(other, 'planning.change-appointment', { params: { id }, basedOn: 1, body: DENTIST })).toMatchObject({
      status: 404,
    })
    expect(await callApi(other, 'planning.remove-appointment', { params: { id }, basedOn: 1 })).toMatchObject({ status: 404 })
    expect((await agenda(self)).appointments).toHaveLength(1)
  })

  it('names what is wrong', async () => {
    const { self } = await household()
    const wrong = async (changes: Partial<Record<keyof AppointmentInput, unknown>>) => {
      const answer = await callApi(self, 'planning.add-appointment', { body: { ...DENTIST, ...changes } as AppointmentInput })
      return answer.ok ? null : answer.problem.fields?.map((field) => [field.field, field.rule])
    }
    expect(await wrong({ date: '2026-02-30' })).toEqual([['date', 'date-real']])
    expect(await wrong({ endTime: '10:00' })).toEqual([['endTime', 'end-before-start']])
    expect(await wrong({ title: ' ' })).toEqual([['title', 'text-empty']])
    expect(await wrong({ visibility: 'secret' })).toEqual([['visibility', 'choice']])
  })

  it('is not there in other portals', async () => {
    for (const provider of ['cordaan', 'laurens']) {
      const caller = await asPortalUser(app, await makePortalUser(app, await makeClient(app, provider)))
      expect(await callApi(caller, 'planning.add-appointment', { body: DENTIST })).toMatchObject({
        status: 404,
        problem: { code: 'panel-not-available' },
      })
    }
  })
})

describe('staff', () => {
  it('see what is public, and of what is private only that the client is engaged', async () => {
    const { client, self } = await household()
    const open = await add(self)
    const closed = await add(self, {
      title: 'Notaris',
      note: 'Testament',
      startTime: '14:00',
      endTime: '15:00',
      visibility: 'private',
    })
    const query = { from: '2026-12-01', to: '2026-12-31' }
    const seen = await mustCall(manager, 'planning.appointments-of-client', { params: { clientId: client.id }, query })
    expect(seen).toEqual({
      appointments: [
        {
          id: open.id,
          title: 'Tandarts',
          note: 'Ruud rijdt',
          date: '2026-12-03',
          startTime: '10:00',
          endTime: '10:45',
          visibility: 'public',
        },
        {
          id: closed.id,
          title: null,
          note: null,
          date: '2026-12-03',
          startTime: '14:00',
          endTime: '15:00',
          visibility: 'private',
        },
      ],
    })
    expect(JSON.stringify(await auditOf(app, { object: 'own-appointment' }))).not.toMatch(/Notaris|Testament|Tandarts/)
    expect((await auditOf(app, { object: 'own-appointment' })).at(-1)).toMatchObject({ action: 'read', clientId: client.id })
    const foreign = await makeClient(app, 'cordaan')
    expect(await callApi(manager, 'planning.appointments-of-client', { params: { clientId: foreign.id }, query })).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
    expect(
      await callApi(
        await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'helpdesk')),
        'planning.appointments-of-client',
        {
          params: { clientId: client.id },
          query,
        },
      ),
    ).toMatchObject({ status: 403 })
    expect(
      await callApi(
        await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner')),
        'planning.appointments-of-client',
        {
          params: { clientId: foreign.id },
          query,
        },
      ),
    ).toMatchObject({ status: 404, problem: { code: 'panel-not-available' } })
  })
})
