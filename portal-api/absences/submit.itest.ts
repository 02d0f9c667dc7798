/** Absence notices of clients over HTTP: reporting, changing, withdrawing. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AbsenceInput } from '../../shared/domain/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type CaregiverRow,
  makeCaregiver,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
  makeVisit,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, eventsOf } from '../../tests/support/traces.ts'
import { absences, cases } from '../db/schema/index.ts'

let app: TestApp
let danny: CaregiverRow
let planner: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens']) await makeProvider(app, id)
  danny = await makeCaregiver(app, 'cordaan')
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
afterAll(() => app.stop())

const oneDay = (startDate: string, times?: { startTime: string; endTime: string }): AbsenceInput => ({
  type: 'holiday',
  days: 'one',
  startDate,
  wholeDay: times === undefined,
  startTime: times?.startTime ?? null,
  endTime: times?.endTime ?? null,
  endDateKnown: true,
  endDate: null,
})

/** A client with visits on Tuesday, Friday and the Tuesday after, at 09:00. */
async function someone(provider = 'cordaan') {
  const client = await makeClient(app, provider)
  const user = await makePortalUser(app, client)
  const caregiver = provider === 'cordaan' ? [danny] : []
  const visits = []
  for (const date of ['2026-11-24', '2026-11-27', '2026-12-01'])
    visits.push(await makeVisit(app, client, caregiver, date, '09:00'))
  // One caregiver cannot be at two clients at once: the next client gets another.
  danny = await makeCaregiver(app, 'cordaan')
  return { client, user, visits, caller: await asPortalUser(app, user) }
}

async function caseOf(noticeId: string) {
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, noticeId))
  if (!row) throw new Error('No case was opened.')
  return row
}

describe('reporting', () => {
  it('opens a case with the visits hit, due when the first begins', async () => {
    const { caller, client, visits } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    expect(notice).toMatchObject({
      status: 'open',
      version: 1,
      late: null,
      overlapsWith: [],
      submittedAt: app.clock.now().toISOString(),
    })
    const row = await caseOf(notice.id)
    expect(row).toMatchObject({
      queue: 'absences',
      status: 'open',
      clientId: client.id,
      clientNumber: client.number,
      facets: [],
      facts: { visitCount: 1, firstVisit: { date: '2026-12-01', startTime: '09:00' } },
      dueAt: new Date('2026-12-01T08:00:00Z'),
    })
    expect(row.number).toMatch(/^AM-\d+$/)
    expect(await eventsOf(app, { caseId: row.id })).toMatchObject([
      { type: 'case.opened', queue: 'absences', subjectId: notice.id, version: 1, staffId: null },
    ])
    expect(await auditOf(app, { caseId: row.id })).toMatchObject([
      { action: 'create', object: 'absence', objectId: notice.id, outcome: 'ok', clientId: client.id, actorKind: 'portal-user' },
    ])
    const detail = await mustCall(planner, 'cases.open', { params: { id: row.id } })
    expect(detail.subject).toMatchObject({
      queue: 'absences',
      notice: { id: notice.id },
      affected: [{ id: visits[2]?.id, startTime: '09:00', version: 1 }],
      horizon: '2026-12-01',
      decided: [],
      before: null,
    })
    expect(detail.client?.upcoming.map((visit) => visit.id)).toEqual(visits.map((visit) => visit.id))
  })

  it('marks a late notice and accepts it', async () => {
    const { caller } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: { ...oneDay('2026-11-24'), type: 'admission' } })
    expect(notice.late).toEqual({ workingDays: 0, required: 3 })
    expect((await caseOf(notice.id)).facets).toEqual(['late-notice', 'admission'])
    expect((await mustCall(caller, 'absences.list', { query: {} })).rows[0]?.late).toEqual({ workingDays: 0, required: 3 })
  })

  it('hits only what shares a minute with part of a day', async () => {
    const { caller } = await someone()
    const before = await mustCall(caller, 'absences.create', {
      body: oneDay('2026-11-27', { startTime: '10:30', endTime: '12:00' }),
    })
    expect((await caseOf(before.id)).facts).toMatchObject({ visitCount: 0, firstVisit: null })
    const within = await mustCall(caller, 'absences.create', {
      body: oneDay('2026-11-27', { startTime: '10:29', endTime: '12:00' }),
    })
    expect((await caseOf(within.id)).facts).toMatchObject({ visitCount: 1 })
  })

  it('warns of own open notices that overlap and refuses nothing', async () => {
    const { caller } = await someone()
    const first = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    const second = await mustCall(caller, 'absences.create', {
      body: { ...oneDay('2026-11-30'), days: 'several', endDateKnown: false },
    })
    expect(second.overlapsWith).toEqual([first.id])
    expect((await caseOf(second.id)).facets).toContain('open-end')
    const list = await mustCall(caller, 'absences.list', { query: {} })
    expect(list.rows.map((row) => [row.id, row.overlapsWith])).toEqual([
      [second.id, [first.id]],
      [first.id, [second.id]],
    ])
  })

  it('names the wrong field', async () => {
    const { caller } = await someone()
    const body = { ...oneDay('2026-12-01'), wholeDay: false }
    expect(await callApi(caller, 'absences.create', { body })).toMatchObject({
      status: 422,
      problem: { code: 'invalid-input', fields: [{ field: 'startTime', rule: 'times-missing' }, { field: 'endTime' }] },
    })
  })

  it('is numbered without gaps when many report at once', async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, async () => asPortalUser(app, await makePortalUser(app, await makeClient(app, 'axxicom')))),
    )
    const sent = await Promise.all(people.map((caller) => mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })))
    const rows = await app.db.select().from(cases).where(eq(cases.provider, 'axxicom'))
    expect(sent).toHaveLength(10)
    expect(rows.map((row) => Number(row.number.slice(3))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('is kept from a portal without the panel, from staff, and from a user without a client', async () => {
    const elsewhere = await someone('laurens')
    expect(await callApi(elsewhere.caller, 'absences.create', { body: oneDay('2026-12-01') })).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available', params: { provider: 'Laurens' } },
    })
    expect(await callApi(planner, 'absences.create', { body: oneDay('2026-12-01') })).toMatchObject({ status: 403 })
    const { client } = await someone()
    const contact = await asPortalUser(app, await makePortalUser(app, client, { kind: 'organisation-contact', clientId: null }))
    expect(await callApi(contact, 'absences.create', { body: oneDay('2026-12-01') })).toMatchObject({ status: 403 })
  })

  it('sent twice under one request id is one notice; another body under it is refused', async () => {
    const { caller, client } = await someone()
    const requestId = randomUUID()
    const [a, b] = await Promise.all([
      mustCall(caller, 'absences.create', { body: oneDay('2026-12-01'), requestId }),
      mustCall(caller, 'absences.create', { body: oneDay('2026-12-01'), requestId }),
    ])
    expect(b).toEqual(a)
    expect(await app.db.$count(absences, eq(absences.clientId, client.id))).toBe(1)
    expect(await callApi(caller, 'absences.create', { body: oneDay('2026-12-02'), requestId })).toMatchObject({
      status: 422,
      problem: { code: 'request-id-reused' },
    })
  })
})

describe('the own list', () => {
  it('is paged, newest first, and holds own notices only', async () => {
    const { caller } = await someone()
    const stranger = await someone()
    await mustCall(stranger.caller, 'absences.create', { body: oneDay('2026-12-01') })
    const sent: string[] = []
    for (const day of ['01', '02', '03']) {
      app.clock.pass(60)
      sent.unshift((await mustCall(caller, 'absences.create', { body: oneDay(`2026-12-${day}`) })).id)
    }
    const first = await mustCall(caller, 'absences.list', { query: { limit: 2 } })
    const second = await mustCall(caller, 'absences.list', { query: { limit: 2, cursor: first.next ?? '' } })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(sent)
    expect(second.next).toBeNull()
    expect(await callApi(caller, 'absences.list', { query: { cursor: 'x' } })).toMatchObject({ status: 422 })
  })
})

describe('changing', () => {
  it('keeps what it said before, moves version, facts and due', async () => {
    const { caller } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    const changed = await mustCall(caller, 'absences.change', {
      params: { id: notice.id },
      basedOn: 1,
      body: oneDay('2026-11-27'),
    })
    expect(changed).toMatchObject({ id: notice.id, version: 2, startDate: '2026-11-27' })
    const row = await caseOf(notice.id)
    expect(row).toMatchObject({ subjectVersion: 2, facets: ['changed'], dueAt: new Date('2026-11-27T08:00:00Z') })
    const detail = await mustCall(planner, 'cases.open', { params: { id: row.id } })
    expect(detail.subject).toMatchObject({ before: { startDate: '2026-12-01' }, notice: { version: 2 } })
    expect((await eventsOf(app, { caseId: row.id })).map((event) => [event.type, event.version])).toEqual([
      ['case.opened', 1],
      ['case.changed', 2],
    ])
  })

  it('to the same leaves no mark', async () => {
    const { caller } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    const same = await mustCall(caller, 'absences.change', { params: { id: notice.id }, basedOn: 1, body: oneDay('2026-12-01') })
    expect(same.version).toBe(1)
    expect((await caseOf(notice.id)).facets).toEqual([])
  })

  it('of an old version is refused with what it is now', async () => {
    const { caller } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    await mustCall(caller, 'absences.change', { params: { id: notice.id }, basedOn: 1, body: oneDay('2026-12-02') })
    expect(
      await callApi(caller, 'absences.change', { params: { id: notice.id }, basedOn: 1, body: oneDay('2026-12-03') }),
    ).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { id: notice.id, version: 2, startDate: '2026-12-02' } },
    })
  })

  it('of a stranger’s notice, or one of another provider, finds nothing', async () => {
    const { caller } = await someone()
    const stranger = await someone()
    const foreign = await someone('axxicom')
    for (const other of [stranger, foreign]) {
      const notice = await mustCall(other.caller, 'absences.create', { body: oneDay('2026-12-01') })
      expect(
        await callApi(caller, 'absences.change', { params: { id: notice.id }, basedOn: 1, body: oneDay('2026-12-02') }),
      ).toMatchObject({
        status: 404,
        problem: { code: 'not-found' },
      })
      expect(await callApi(caller, 'absences.withdraw', { params: { id: notice.id }, basedOn: 1 })).toMatchObject({ status: 404 })
    }
  })
})

describe('withdrawing', () => {
  it('closes the case by nobody, and nothing can follow', async () => {
    const { caller } = await someone()
    const notice = await mustCall(caller, 'absences.create', { body: oneDay('2026-12-01') })
    expect(await mustCall(caller, 'absences.withdraw', { params: { id: notice.id }, basedOn: 1 })).toMatchObject({
      status: 'withdrawn',
      version: 2,
    })
    const row = await caseOf(notice.id)
    expect(row).toMatchObject({ status: 'closed', closedBy: null, subjectVersion: 2 })
    expect(
      await callApi(caller, 'absences.change', { params: { id: notice.id }, basedOn: 2, body: oneDay('2026-12-02') }),
    ).toMatchObject({
      status: 409,
      problem: { code: 'not-open' },
    })
    expect(await callApi(caller, 'absences.withdraw', { params: { id: notice.id }, basedOn: 2 })).toMatchObject({
      problem: { code: 'not-open' },
    })
    expect(
      await callApi(planner, 'absences.decide', { params: { id: notice.id }, basedOn: 2, body: { decisions: [] } }),
    ).toMatchObject({
      status: 409,
      problem: { code: 'withdrawn', current: { status: 'closed', closedBy: 'de cliënt', subject: { affected: [] } } },
    })
  })
})
