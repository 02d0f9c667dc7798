/** Staff change the planning over HTTP: all or nothing, nobody booked twice, and whoever must hear of it hears of it. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VisitChange } from '../../shared/domain/planning.ts'
import { daysOff } from '../../tests/support/absences.ts'
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
  type VisitRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { cases, visits } from '../db/schema/index.ts'

let app: TestApp
let planner: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom']) await makeProvider(app, id)
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
afterAll(() => app.stop())

const named = (visit: Pick<VisitRow, 'id' | 'version'>) => ({ visitId: visit.id, visitVersion: visit.version })
const cancel = (visit: VisitRow): VisitChange => ({ action: 'cancel', ...named(visit) })
const move = (visit: VisitRow, date: string, startTime: string, caregiverIds?: string[]): VisitChange => ({
  action: 'move',
  ...named(visit),
  to: { date, startTime, ...(caregiverIds ? { caregiverIds } : {}) },
})
const restaff = (visit: VisitRow, ...caregiverIds: string[]): VisitChange => ({
  action: 'caregivers',
  ...named(visit),
  caregiverIds,
})
const change = (changes: VisitChange[], who = planner, requestId?: string) =>
  callApi(who, 'planning.change-visits', { body: { changes }, ...(requestId ? { requestId } : {}) })

/** A client with a visit on each date at 09:00, by a caregiver of their own. */
async function planned(...dates: string[]) {
  const client = await makeClient(app, 'cordaan')
  const user = await makePortalUser(app, client)
  const danny = await makeCaregiver(app, 'cordaan')
  const rows: VisitRow[] = []
  for (const date of dates) rows.push(await makeVisit(app, client, [danny], date, '09:00'))
  const [first, second, third] = rows
  if (!first) throw new Error('No visit was made.')
  return { client, user, caller: await asPortalUser(app, user), danny, first, second: second ?? first, third: third ?? first }
}
const stored = async (visit: VisitRow) => (await app.db.select().from(visits).where(eq(visits.id, visit.id)))[0]

describe('a change', () => {
  it('moves, cancels and gives other caregivers in one go, and the client sees it', async () => {
    const { client, caller, danny, user, first, second, third } = await planned('2026-12-01', '2026-12-02', '2026-12-03')
    const samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })
    const answer = await change([move(first, '2026-12-04', '13:30'), cancel(second), restaff(third, samira.id, danny.id)])
    expect(answer).toMatchObject({
      status: 200,
      value: {
        notReached: [],
        visits: [
          { id: second.id, status: 'cancelled', version: 2 },
          { id: third.id, caregivers: [{ id: danny.id }, { id: samira.id }], previous: null, version: 2 },
          {
            id: first.id,
            date: '2026-12-04',
            startTime: '13:30',
            caregivers: [{ id: danny.id }],
            previous: { date: '2026-12-01', startTime: '09:00' },
            version: 2,
          },
        ],
      },
    })
    const { rows } = await mustCall(caller, 'planning.month', { query: { month: '2026-12' } })
    expect(rows).toMatchObject([
      { id: second.id, status: 'cancelled', changed: false },
      { id: third.id, caregiver: 'Danny, Samira', changed: false, status: 'planned' },
      { id: first.id, date: '2026-12-04', startTime: '13:30', endTime: '15:00', changed: true },
    ])
    for (const visit of [first, second, third])
      expect(await eventsOf(app, { subjectId: visit.id })).toMatchObject([{ type: 'planning.changed', version: 2 }])
    // This portal shows the planning: it is the message.
    expect(await deliveriesOf(app, { to: user.email ?? '' })).toEqual([])
    expect((await auditOf(app, { object: 'planning' })).at(-2)).toMatchObject({
      action: 'update',
      clientId: client.id,
      details: { moved: [first.id], cancelled: [second.id], restaffed: [third.id], clients: [client.id] },
    })
  })

  it('lets two visits swap their caregivers, and leaves a visit without one', async () => {
    const one = await planned('2026-12-07')
    const two = await planned('2026-12-07')
    expect((await change([restaff(one.first, two.danny.id), restaff(two.first, one.danny.id)])).status).toBe(200)
    const left = await change([{ ...restaff(one.first), visitVersion: 2 }])
    expect(left).toMatchObject({ status: 200, value: { visits: [{ caregivers: [], version: 3 }] } })
  })

  it('moves the case of an open notice with it', async () => {
    const { caller, first } = await planned('2026-12-14')
    const notice = await mustCall(caller, 'absences.create', { body: daysOff('2026-12-14', '2026-12-16') })
    const facts = async () => (await app.db.select().from(cases).where(eq(cases.subjectId, notice.id)))[0]?.facts
    expect(await facts()).toMatchObject({ visitCount: 1 })
    expect((await change([move(first, '2026-12-17', '09:00')])).status).toBe(200)
    expect(await facts()).toMatchObject({ visitCount: 0 })
  })

  it('sent twice under one request id is made once', async () => {
    const { first } = await planned('2026-12-01')
    const requestId = randomUUID()
    const answer = await change([cancel(first)], planner, requestId)
    expect(await change([cancel(first)], planner, requestId)).toMatchObject({ status: 200, value: answer.ok && answer.value })
    expect((await stored(first))?.version).toBe(2)
    expect(await change([move(first, '2026-12-02', '09:00')], planner, requestId)).toMatchObject({
      problem: { code: 'request-id-reused' },
    })
  })
})

describe('is refused as a whole', () => {
  it('on an old version, with the visits as they are now', async () => {
    const { first, second } = await planned('2026-12-01', '2026-12-02')
    await change([move(first, '2026-12-03', '10:00')])
    const late = await change([cancel(second), cancel(first)])
    expect(late).toMatchObject({
      status: 412,
      problem: {
        code: 'planning-changed',
        fields: [{ field: 'changes.1', rule: 'planning-changed' }],
        current: { visits: [{ id: first.id, date: '2026-12-03', version: 2 }] },
      },
    })
    expect(await stored(second)).toMatchObject({ status: 'planned', version: 1 })
  })

  it('when somebody would be in two places, naming caregiver and visit', async () => {
    const { first, second, danny } = await planned('2026-12-01', '2026-12-02')
    expect(await change([cancel(second), move(first, '2026-12-02', '09:30')])).toMatchObject({ status: 200 })
    const other = await planned('2026-12-03')
    const busy = await change([move(other.first, '2026-12-02', '10:30', [other.danny.id, danny.id])])
    expect(busy).toMatchObject({
      status: 409,
      problem: {
        code: 'double-booking',
        params: { caregiver: 'Danny de Boer', slot: '02-12-2026 09:30–11:00' },
        fields: [{ field: 'changes.0' }],
      },
    })
    expect(await stored(other.first)).toMatchObject({ date: '2026-12-03', version: 1 })
  })

  it('of many at once onto one caregiver all but one', async () => {
    const samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })
    const all = await Promise.all(Array.from({ length: 8 }, () => planned('2026-12-01')))
    const answers = await Promise.all(all.map(({ first }) => change([move(first, '2026-12-08', '09:00', [samira.id])])))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(7).fill(409)])
  })

  it('into the past, or into a time at which the client is away', async () => {
    const { caller, first, second } = await planned('2026-12-01', '2026-12-02')
    await mustCall(caller, 'absences.create', { body: daysOff('2026-12-10', '2026-12-11') })
    expect(await change([cancel(second), move(first, '2026-11-23', '09:00')])).toMatchObject({
      status: 422,
      problem: { code: 'moved-into-past', params: { slot: '23-11-2026 09:00–10:30' }, fields: [{ field: 'changes.1' }] },
    })
    expect(await change([move(first, '2026-12-11', '09:00')])).toMatchObject({
      status: 422,
      problem: { code: 'moved-into-absence' },
    })
    expect(await stored(second)).toMatchObject({ status: 'planned' })
  })

  it('of a visit that has begun, was cancelled, stays as it is, or is named twice', async () => {
    const { first, second, third, danny } = await planned('2026-11-23', '2026-12-02', '2026-12-03')
    const rule = async (changes: VisitChange[]) => {
      const answer = await change(changes)
      return answer.ok ? null : answer.problem.fields?.map((field) => [field.field, field.rule])
    }
    expect(await rule([cancel(first)])).toEqual([['changes.0.visitId', 'visit-has-begun']])
    await change([cancel(second)])
    expect(await rule([{ ...cancel(second), visitVersion: 2 }])).toEqual([['changes.0.visitId', 'visit-cancelled']])
    expect(await rule([move(third, '2026-12-03', '09:00')])).toEqual([['changes.0', 'nothing-changed']])
    expect(await rule([restaff(third, danny.id)])).toEqual([['changes.0', 'nothing-changed']])
    expect(await rule([cancel(third), restaff(third)])).toEqual([['changes.1.visitId', 'visit-changed-twice']])
    expect(await rule([restaff(third, danny.id, danny.id)])).toEqual([['changes.0.caregiverIds', 'caregiver-twice']])
    expect(await rule([])).toEqual([['changes', 'too-small']])
  })

  it('of visits and onto caregivers of another provider as if they did not exist, or onto who left', async () => {
    const { first } = await planned('2026-12-01')
    const foreign = await makeVisit(app, await makeClient(app, 'axxicom'), [], '2026-12-01', '09:00')
    const stranger = await makeCaregiver(app, 'axxicom')
    const gone = await makeCaregiver(app, 'cordaan', { active: false })
    for (const [changes, field] of [
      [[cancel(first), cancel(foreign)], 'changes.1'],
      [[cancel(first), { ...cancel(first), visitId: randomUUID() }], 'changes.1'],
      [[restaff(first, stranger.id)], 'changes.0'],
      [[restaff(first, gone.id)], 'changes.0'],
    ] as const)
      expect(await change([...changes])).toMatchObject({ status: 404, problem: { code: 'not-found', fields: [{ field }] } })
    expect(await stored(first)).toMatchObject({ status: 'planned', version: 1 })
    for (const role of ['care-manager', 'helpdesk'] as const)
      expect(await change([cancel(first)], await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', role)))).toMatchObject({
        status: 403,
      })
    expect(
      await change([cancel(first)], await asStaff(app, 'axxicom', await makeStaff(app, 'axxicom', 'team-lead'))),
    ).toMatchObject({ status: 404 })
  })
})
