/** Decisions that meet: two on one notice, two on one caregiver, a swap, and a booking that commits in between. */
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VisitDecision } from '../../shared/domain/absences.ts'
import { cancel, daysOff, makeAway, move } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asStaff,
  type CaregiverRow,
  makeCaregiver,
  makeClient,
  makeProvider,
  makeStaff,
  makeVisit,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi } from '../../tests/support/http.ts'
import { deliveriesOf } from '../../tests/support/traces.ts'
import { visitAssignments, visits } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
let planner: Caller
let danny: CaregiverRow
let samira: CaregiverRow

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
beforeEach(async () => {
  danny = await makeCaregiver(app, 'cordaan', { name: 'Danny de Boer' })
  samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })
})
afterAll(() => app.stop())

const week = daysOff('2026-11-30', '2026-12-04')
const decide = (id: string, decisions: readonly VisitDecision[]) =>
  callApi(planner, 'absences.decide', { params: { id }, basedOn: 1, body: { decisions: [...decisions] } })
const placesOf = (caregiver: CaregiverRow) =>
  app.db
    .select({ date: visits.date, startMinute: visits.startMinute, id: visits.id })
    .from(visitAssignments)
    .innerJoin(visits, eq(visits.id, visitAssignments.visitId))
    .where(eq(visitAssignments.caregiverId, caregiver.id))
    .orderBy(visits.date, visits.startMinute)

describe('decisions at the same time', () => {
  it('on one notice: one is stored, the others hear who was first', async () => {
    const { noticeId, visits: planned, user } = await makeAway(app, 'cordaan', week, ['2026-11-30 09:00'], [danny])
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(noticeId, planned.map(cancel))))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.problem.code).toBe('already-closed')
    expect(await deliveriesOf(app, { to: user.email ?? '' })).toHaveLength(1)
  })

  it('on one caregiver at one time: one is stored, the others hear of the double booking', async () => {
    const notices = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        makeAway(app, 'cordaan', week, ['2026-11-30 09:00'], [await makeCaregiver(app, 'cordaan', { name: `Hulp ${index}` })]),
      ),
    )
    const answers = await Promise.all(
      notices.map((one) =>
        decide(
          one.noticeId,
          one.visits.map((visit) => move(visit, '2026-12-07 09:00', samira)),
        ),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.problem).toMatchObject({
          code: 'double-booking',
          params: { caregiver: 'Samira Öztürk', slot: '07-12-2026 09:00–10:30' },
          fields: [{ field: 'decisions.0' }],
        })
    expect(await placesOf(samira)).toHaveLength(1)
  })

  it('crosswise on two caregivers wait for each other and do not lock up', async () => {
    const make = () => makeAway(app, 'cordaan', week, ['2026-11-30 09:00', '2026-12-01 09:00'], [])
    for (let round = 0; round < 5; round += 1) {
      const day = `2026-12-${String(7 + round).padStart(2, '0')}`
      const [left, right] = await Promise.all([make(), make()])
      const both = (one: typeof left, first: CaregiverRow, second: CaregiverRow, time: string) => {
        const [a, b] = one.visits
        if (!a || !b) throw new Error('Two visits were planned.')
        return decide(one.noticeId, [move(a, `${day} ${time}`, first), move(b, `${day} ${time}`, second)])
      }
      const answers = await Promise.all([both(left, danny, samira, '09:00'), both(right, samira, danny, '13:00')])
      expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    }
  })
})

describe('the database has the last word', () => {
  it('when a booking of another writer commits after our look', async () => {
    const { noticeId, visits: planned } = await makeAway(app, 'cordaan', week, ['2026-11-30 09:00'], [danny])
    const client = await makeClient(app, 'cordaan')
    const other = await makeVisit(app, client, [], '2026-12-07', '09:30')
    const writer = new pg.Client({ connectionString: app.databaseUrl })
    await writer.connect()
    try {
      await writer.query('begin')
      await writer.query('insert into visit_assignments (id, provider, visit_id, caregiver_id) values ($1, $2, $3, $4)', [
        newId(),
        'cordaan',
        other.id,
        samira.id,
      ])
      const answer = decide(
        noticeId,
        planned.map((visit) => move(visit, '2026-12-07 09:00', samira)),
      )
      // The decision cannot see the booking and waits at the constraint until its writer is done.
      await expect
        .poll(
          async () => (await writer.query("select 1 from pg_locks where not granted and locktype = 'transactionid'")).rowCount,
          {
            timeout: 10_000,
          },
        )
        .toBeGreaterThan(0)
      await writer.query('commit')
      expect(await answer).toMatchObject({
        status: 409,
        problem: { code: 'double-booking', params: { caregiver: 'Samira Öztürk', slot: '07-12-2026 09:30–11:00' } },
      })
    } finally {
      await writer.end()
    }
    expect((await placesOf(danny)).map((place) => place.date)).toEqual(['2026-11-30'])
  })
})

describe('a swap', () => {
  it('of two visits of two caregivers goes through in one decision', async () => {
    const { noticeId, visits: planned } = await makeAway(
      app,
      'cordaan',
      week,
      ['2026-11-30 09:00', '2026-12-01 09:00'],
      [danny, samira],
    )
    const [a, b] = planned
    if (!a || !b) throw new Error('Two visits were planned.')
    // Danny's visit goes to Samira, hers to Danny, at one moment.
    expect(await decide(noticeId, [move(a, '2026-12-07 09:00', samira), move(b, '2026-12-07 09:00', danny)])).toMatchObject({
      status: 200,
    })
    expect(await placesOf(samira)).toEqual([{ date: '2026-12-07', startMinute: 540, id: a.id }])
    expect(await placesOf(danny)).toEqual([{ date: '2026-12-07', startMinute: 540, id: b.id }])
  })

  it('lets a visit take the place that another of the same decision leaves', async () => {
    const early = { ...week, wholeDay: false, startTime: '09:00', endTime: '10:30', days: 'one', endDate: null } as const
    const { noticeId, visits: planned } = await makeAway(
      app,
      'cordaan',
      early,
      ['2026-11-30 09:00', '2026-11-30 10:00'],
      [danny, samira],
    )
    const [a, b] = planned
    if (!a || !b) throw new Error('Two visits were planned.')
    // Samira's 10:00 moves away; Danny's 09:00 becomes hers at 10:30, which it overlapped.
    expect(await decide(noticeId, [move(a, '2026-11-30 10:30', samira), move(b, '2026-11-30 12:00', samira)])).toMatchObject({
      status: 200,
    })
    expect((await placesOf(samira)).map((place) => place.startMinute)).toEqual([630, 720])
    expect(await placesOf(danny)).toEqual([])
  })

  it('is refused when both would land on one caregiver at one time', async () => {
    const { noticeId, visits: planned } = await makeAway(app, 'cordaan', week, ['2026-11-30 09:00', '2026-12-01 09:00'], [danny])
    const [a, b] = planned
    if (!a || !b) throw new Error('Two visits were planned.')
    expect(await decide(noticeId, [move(a, '2026-12-07 09:00', samira), move(b, '2026-12-07 10:00', samira)])).toMatchObject({
      status: 409,
      problem: { code: 'double-booking', fields: [{ field: 'decisions.1' }] },
    })
  })
})
