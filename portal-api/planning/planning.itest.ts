/** The planning over HTTP: a client's month, a client's visits for staff, who could take a visit. */
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
  for (const id of ['cordaan', 'laurens']) await makeProvider(app, id)
  await makeProvider(app, 'axxicom', { planningShown: 'own-appointments' })
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
afterAll(() => app.stop())

describe('the month of a client', () => {
  it('runs from the first to the last local day, as in the manual', async () => {
    const danny = await makeCaregiver(app, 'cordaan')
    const samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })
    const client = await makeClient(app, 'cordaan')
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    await makeVisit(app, client, [danny], '2021-03-31', '23:30', { minutes: 30 })
    const first = await makeVisit(app, client, [danny], '2021-04-01', '00:00')
    const manual = await makeVisit(app, client, [danny, samira], '2021-04-14', '09:00')
    const last = await makeVisit(app, client, [danny], '2021-04-30', '23:30', { status: 'cancelled' })
    await makeVisit(app, client, [danny], '2021-05-01', '00:00')
    const stranger = await makeClient(app, 'cordaan')
    await makeVisit(app, stranger, [], '2021-04-14', '09:00')

    const { month, shown, rows, appointments, mayWrite } = await mustCall(caller, 'planning.month', {
      query: { month: '2021-04' },
    })
    expect({ month, shown, appointments, mayWrite }).toEqual({
      month: '2021-04',
      shown: 'visits',
      appointments: [],
      mayWrite: false,
    })
    expect(rows).toEqual([
      {
        id: first.id,
        date: '2021-04-01',
        startTime: '00:00',
        endTime: '01:30',
        serviceCode: 'HV 1',
        caregiver: 'Danny',
        status: 'planned',
        changed: false,
        project: null,
      },
      {
        id: manual.id,
        date: '2021-04-14',
        startTime: '09:00',
        endTime: '10:30',
        serviceCode: 'HV 1',
        caregiver: 'Danny, Samira',
        status: 'planned',
        changed: false,
        project: null,
      },
      {
        id: last.id,
        date: '2021-04-30',
        startTime: '23:30',
        endTime: '01:00',
        serviceCode: 'HV 1',
        caregiver: 'Danny',
        status: 'cancelled',
        changed: false,
        project: null,
      },
    ])
  })

  it('shows a moved visit once, where it is now', async () => {
    const client = await makeClient(app, 'cordaan')
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    const moved = await makeVisit(app, client, [], '2026-12-01', '10:30', {
      previousDate: '2026-11-30',
      previousStartMinute: 540,
    })
    expect((await mustCall(caller, 'planning.month', { query: { month: '2026-12' } })).rows).toMatchObject([
      { id: moved.id, changed: true },
    ])
    expect((await mustCall(caller, 'planning.month', { query: { month: '2026-11' } })).rows).toEqual([])
  })

  it('is what the profile shows: none of our visits in a portal for own appointments, no panel where there is none', async () => {
    const client = await makeClient(app, 'axxicom')
    await makeVisit(app, client, [], '2026-12-01', '09:00')
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    expect((await mustCall(caller, 'planning.month', { query: { month: '2026-12' } })).rows).toEqual([])
    const without = await asPortalUser(app, await makePortalUser(app, await makeClient(app, 'laurens')))
    expect(await callApi(without, 'planning.month', { query: { month: '2026-12' } })).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
  })

  it('must exist', async () => {
    const caller = await asPortalUser(app, await makePortalUser(app, await makeClient(app, 'cordaan')))
    expect(await callApi(caller, 'planning.month', { query: { month: '2026-13' } })).toMatchObject({
      status: 422,
      problem: { fields: [{ field: 'query.month', rule: 'month-format' }] },
    })
    expect(await callApi(planner, 'planning.month', { query: { month: '2026-12' } })).toMatchObject({ status: 403 })
  })
})

describe('the visits of a client for staff', () => {
  it('lie between two dates, at most 92 days apart, and looking is logged', async () => {
    const danny = await makeCaregiver(app, 'cordaan')
    const client = await makeClient(app, 'cordaan')
    const visit = await makeVisit(app, client, [danny], '2026-12-01', '09:00', { pinned: true })
    await makeVisit(app, client, [danny], '2026-12-03', '09:00')
    const between = (from: string, to: string) =>
      callApi(planner, 'planning.of-client', { params: { clientId: client.id }, query: { from, to } })
    expect(await between('2026-12-01', '2026-12-02')).toMatchObject({
      status: 200,
      value: {
        visits: [
          { id: visit.id, caregivers: [{ id: danny.id, name: 'Danny de Boer' }], pinned: true, previous: null, version: 1 },
        ],
      },
    })
    expect((await auditOf(app, { object: 'planning' })).at(-1)).toMatchObject({
      clientId: client.id,
      details: { from: '2026-12-01', to: '2026-12-02' },
    })
    expect(await between('2026-10-01', '2026-12-31')).toMatchObject({ status: 200 })
    expect(await between('2026-10-01', '2027-01-01')).toMatchObject({
      status: 422,
      problem: {
        fields: [{ field: 'query.to', rule: 'range-too-long', message: 'Deze periode is te lang: ten hoogste 92 dagen.' }],
      },
    })
    expect(await between('2026-12-02', '2026-12-01')).toMatchObject({ problem: { fields: [{ rule: 'end-before-start' }] } })
    const foreign = await makeClient(app, 'axxicom')
    expect(
      await callApi(planner, 'planning.of-client', {
        params: { clientId: foreign.id },
        query: { from: '2026-12-01', to: '2026-12-02' },
      }),
    ).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
  })
})

describe('who could take a visit', () => {
  it('puts free before others, known before unknown, and says why somebody cannot', async () => {
    const provider = 'zuyderland'
    await makeProvider(app, provider)
    const caller = await asStaff(app, provider, await makeStaff(app, provider, 'planner'))
    const client = await makeClient(app, provider)
    const make = (name: string, more = {}) => makeCaregiver(app, provider, { name, ...more })
    const own = await make('Anna Eigen')
    await make('Bea Onbekend')
    const known = await make('Zeno Bekend')
    const busy = await make('Cor Bezet')
    const away = await make('Dirk Afwezig', { weekdays: [1, 2, 3, 4, 5] })
    const unskilled = await make('Eva Anders', { qualifications: ['HV 2'] })
    await make('Fien Weg', { active: false })
    await makeCaregiver(app, 'axxicom')
    const visit = await makeVisit(app, client, [own], '2026-12-05', '09:00')
    await makeVisit(app, client, [known], '2026-11-20', '09:00')
    await makeVisit(app, client, [busy], '2026-11-20', '13:00')
    await makeVisit(app, await makeClient(app, provider), [busy], '2026-12-05', '08:00')

    const at = (date: string, startTime: string) =>
      mustCall(caller, 'planning.caregivers', { params: { visitId: visit.id }, query: { date, startTime } })
    expect((await at('2026-12-05', '09:00')).options).toEqual([
      { id: known.id, name: 'Zeno Bekend', free: true, why: null, busyWith: null, known: true },
      { id: own.id, name: 'Anna Eigen', free: true, why: null, busyWith: null, known: false },
      expect.objectContaining({ name: 'Bea Onbekend', free: true, known: false }),
      { id: busy.id, name: 'Cor Bezet', free: false, why: 'busy', busyWith: '08:00–09:30', known: true },
      { id: away.id, name: 'Dirk Afwezig', free: false, why: 'not-available', busyWith: null, known: false },
      { id: unskilled.id, name: 'Eva Anders', free: false, why: 'not-qualified', busyWith: null, known: false },
    ])
    expect((await at('2026-12-05', '09:30')).options.find((one) => one.id === busy.id)).toMatchObject({ free: true })
    expect((await at('2026-12-07', '09:00')).options.find((one) => one.id === away.id)).toMatchObject({ free: true })
    expect((await auditOf(app, { object: 'caregiver-availability' })).at(-1)).toMatchObject({
      objectId: visit.id,
      clientId: client.id,
    })
  })

  it('is asked about own visits only, by planners', async () => {
    const visit = await makeVisit(app, await makeClient(app, 'axxicom'), [], '2026-12-05', '09:00')
    const ask = (who: Caller, visitId: string) =>
      callApi(who, 'planning.caregivers', { params: { visitId }, query: { date: '2026-12-05', startTime: '09:00' } })
    expect(await ask(planner, visit.id)).toMatchObject({ status: 404, problem: { code: 'not-found' } })
    expect(await ask(planner, randomUUID())).toMatchObject({ status: 404 })
    expect(await ask(await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager')), visit.id)).toMatchObject({
      status: 403,
    })
    expect(
      await callApi(planner, 'planning.caregivers', {
        params: { visitId: visit.id },
        query: { date: '2026-12-05', startTime: '25:00' },
      }),
    ).toMatchObject({
      status: 422,
      problem: { fields: [{ field: 'query.startTime', rule: 'time-format' }] },
    })
  })
})
