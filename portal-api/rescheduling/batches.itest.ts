/** Many visits at once over HTTP: computed after the answer, followed, called off, accepted in one transaction; never a hang. */
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH_MAX } from '../../shared/api/batches.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asStaff,
  type CaregiverRow,
  makeCaregiver,
  makeClient,
  makeProvider,
  makeStaff,
  makeVisit,
  type VisitRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, eventsOf } from '../../tests/support/traces.ts'
import { rescheduleBatches, visitAssignments, visits } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { makeProfiles } from '../platform/profiles.ts'
import { startBatches } from './batch-runner.ts'
import { solverPool } from './solver-pool.ts'

let app: TestApp
let planner: Caller
let plannerId: string
let ill: CaregiverRow
let planned: VisitRow[]

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  const person = await makeStaff(app, 'cordaan', 'planner')
  plannerId = person.id
  planner = await asStaff(app, 'cordaan', person)
  const days = { weekdays: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 }
  ill = await makeCaregiver(app, 'cordaan', { name: 'Ineke Ziek', ...days })
  for (const name of ['Anna Aa', 'Bert Bee']) await makeCaregiver(app, 'cordaan', { name, ...days })
  planned = []
  for (const [index, time] of ['09:00', '11:00', '13:00', '15:00'].entries()) {
    const client = await makeClient(app, 'cordaan', { lat: 52.37 + index / 200, lon: 4.9 })
    planned.push(await makeVisit(app, client, [ill], '2026-12-01', time))
  }
  await mustCall(planner, 'rescheduling.report-absent', {
    params: { id: ill.id },
    body: { from: '2026-12-01', to: '2026-12-01', kind: 'ill' },
  })
})
afterAll(() => app.stop())

type Body = Parameters<typeof start>[0]
const start = (body: {
  visitIds?: string[]
  ofCaregiver?: { caregiverId: string; from: string; to: string }
  seconds?: number
}) => callApi(planner, 'rescheduling.start-batch', { body: { reason: 'other', ...body } })
const refused = async (body: Body) => {
  const answer = await start(body)
  return answer.ok ? null : answer.problem.code
}
const stateOf = (id: string) => mustCall(planner, 'rescheduling.batch', { params: { id } })
const ofIll = { ofCaregiver: { caregiverId: '', from: '2026-12-01', to: '2026-12-01' } }
const waiting = (given: Partial<typeof rescheduleBatches.$inferInsert> = {}) => ({
  id: newId(),
  provider: 'cordaan',
  staffId: plannerId,
  reason: 'other' as const,
  visits: planned.map(({ id, version }) => ({ id, version })),
  seconds: 5,
  startedAt: app.clock.now(),
  ...given,
})
const forget = () => app.db.delete(rescheduleBatches)

describe('a batch', () => {
  it('places the visits of an ill caregiver together, and its plan is accepted in one transaction', async () => {
    const answer = await start({ ofCaregiver: { ...ofIll.ofCaregiver, caregiverId: ill.id } })
    expect(answer).toMatchObject({ status: 201, value: { failure: null, plan: null } })
    if (!answer.ok) throw new Error('It did not start.')
    const { id } = answer.value
    await app.settled()
    const done = await stateOf(id)
    expect(done).toMatchObject({ status: 'done', progress: 1, failure: null })
    const { plan } = done
    if (!plan) throw new Error('There is no plan.')
    expect(plan.moves.map((move) => move.visitId).sort()).toEqual(planned.map((visit) => visit.id).sort())
    expect(plan.unplaced).toEqual([])
    expect(plan.moves.reduce((sum, move) => sum + move.proposal.score, 0)).toBe(plan.score)
    expect(plan.lower).toBeLessThanOrEqual(plan.cost)
    const told = (await eventsOf(app, { subjectId: id })).map((event) => event.type)
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(new Set(told)).toEqual(new Set(['batch.changed']))
    expect((await auditOf(app, { object: 'planning-batch' }))[0]).toMatchObject({ objectId: id, details: { visits: 4 } })

    expect(done.visits).toHaveLength(4)
    for (const visit of done.visits) {
      expect(visit.stood).toMatchObject({ date: '2026-12-01', caregivers: [{ id: ill.id, name: 'Ineke Ziek' }] })
      expect(visit.now).toMatchObject({ id: visit.id, version: visit.version })
      expect(visit.client.name).not.toBe('')
    }

    const file = await mustCall(planner, 'rescheduling.export-batch', { params: { id } })
    expect(file.fileName).toMatch(/^plan-2026-11-\d\d-\d{4}\.csv$/)
    expect(file.csv).toContain('2026-12-01;09:00;Ineke Ziek;')
    expect((await auditOf(app, { object: 'planning-export' }))[0]).toMatchObject({ objectId: id, outcome: 'ok' })

    const accepted = await mustCall(planner, 'rescheduling.accept-batch', { params: { id }, body: {} })
    expect(accepted.accepted).toMatchObject({ leftOut: [], notReached: expect.any(Array) })
    expect(accepted.visits.flatMap((visit) => visit.now?.caregivers.map((one) => one.id) ?? [])).not.toContain(ill.id)
    // Where it stood is still told.
    expect(accepted.visits[0]?.stood?.caregivers).toMatchObject([{ id: ill.id }])
    const again = await callApi(planner, 'rescheduling.accept-batch', { params: { id }, body: {} })
    expect(again.ok ? null : again.problem).toMatchObject({ code: 'plan-accepted', params: { by: accepted.accepted?.by } })
  })

  it('says of a visit without a place which rule stopped most', async () => {
    const visit = await makeVisit(app, await makeClient(app, 'cordaan'), [], '2026-12-02', '09:00', { serviceCode: 'HV 404' })
    const answer = await start({ visitIds: [visit.id] })
    if (!answer.ok) throw new Error('It did not start.')
    await app.settled()
    const { plan, status } = await stateOf(answer.value.id)
    expect(status).toBe('done')
    expect(plan?.moves).toEqual([])
    expect(plan?.unplaced).toMatchObject([{ visitId: visit.id, stoppedBy: [{ rule: 'unknown-service' }] }])
  })

  it('refuses what it cannot take on: nothing, too much, unknown, over, both or neither', async () => {
    const many = Array.from({ length: 500 }, () => newId())
    expect(await refused({ visitIds: many })).toBe('batch-too-large')
    const answer = await start({ visitIds: many })
    expect(answer.ok ? null : answer.problem.params).toMatchObject({ count: 500, max: BATCH_MAX })
    expect(await refused({ visitIds: [] })).toBe('nothing-to-place')
    expect(await refused({ ofCaregiver: { caregiverId: ill.id, from: '2026-12-12', to: '2026-12-13' } })).toBe('nothing-to-place')
    expect(await refused({ ofCaregiver: { caregiverId: ill.id, from: '2026-12-13', to: '2026-12-12' } })).toBe('invalid-input')
    expect(await refused({ ofCaregiver: { caregiverId: newId(), from: '2026-12-01', to: '2026-12-01' } })).toBe('not-found')
    expect(await refused({ visitIds: [newId()] })).toBe('not-found')
    const over = await makeVisit(app, await makeClient(app, 'cordaan'), [], '2026-11-20', '09:00')
    expect(await refused({ visitIds: [over.id] })).toBe('visit-not-placeable')
    expect(await refused({})).toBe('invalid-input')
    expect(
      await refused({ visitIds: [over.id], ofCaregiver: { caregiverId: ill.id, from: '2026-12-01', to: '2026-12-01' } }),
    ).toBe('invalid-input')
  })

  it('is one at a time for each planner', async () => {
    await forget()
    const row = waiting({ status: 'running', pulseAt: app.clock.now() })
    await app.db.insert(rescheduleBatches).values(row)
    const answer = await start({ visitIds: planned.map((visit) => visit.id) })
    expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'batch-running', params: { batchId: row.id } })
    await forget()
  })

  it('is called off while it waits, and stays as it is once it ended', async () => {
    await forget()
    const id = newId()
    // At work in another process: this one only asks.
    await app.db.insert(rescheduleBatches).values(waiting({ id, status: 'running', pulseAt: app.clock.now() }))
    expect((await mustCall(planner, 'rescheduling.cancel-batch', { params: { id } })).status).toBe('running')
    const [asked] = await app.db.select().from(rescheduleBatches).where(eq(rescheduleBatches.id, id))
    expect(asked?.cancelAsked).toBe(true)
    await app.db.update(rescheduleBatches).set({ status: 'cancelled', endedAt: app.clock.now() })
    expect((await mustCall(planner, 'rescheduling.cancel-batch', { params: { id } })).status).toBe('cancelled')
    await forget()
  })
})

describe('a plan', () => {
  const day = '2026-12-08'
  let absenceId: string
  let hit: VisitRow[]
  beforeAll(async () => {
    await forget()
    hit = []
    for (const time of ['09:00', '13:00']) hit.push(await makeVisit(app, await makeClient(app, 'cordaan'), [ill], day, time))
    const reported = await mustCall(planner, 'rescheduling.report-absent', {
      params: { id: ill.id },
      body: { from: day, to: day, kind: 'ill', note: 'griep' },
    })
    absenceId = reported.id
  })
  const computed = async () => {
    const answer = await callApi(planner, 'rescheduling.start-batch', {
      body: { reason: 'other', visitIds: hit.map((visit) => visit.id), absenceId },
    })
    if (!answer.ok) throw new Error(answer.problem.code)
    await app.settled()
    return stateOf(answer.value.id)
  }

  it('belongs to an absence, and stands in the list without its moves', async () => {
    const { absence, visits: left, ...rest } = await mustCall(planner, 'rescheduling.absence', { params: { id: absenceId } })
    expect(absence).toMatchObject({ caregiver: { name: 'Ineke Ziek' }, note: 'griep', visits: 2 })
    expect(left.map((one) => one.visit.id).sort()).toEqual(hit.map((visit) => visit.id).sort())
    expect(left.every((one) => one.client.name !== '' && one.client.number !== null)).toBe(true)
    expect(rest).toMatchObject({ endedAt: null })
    const { id } = await computed()
    const { batches } = await mustCall(planner, 'rescheduling.batches', {})
    expect(batches[0]).toMatchObject({
      id,
      absenceId,
      status: 'done',
      count: 2,
      plan: { moves: 2, unplaced: 0 },
      acceptedAt: null,
    })
    const foreign = await callApi(planner, 'rescheduling.start-batch', {
      body: { reason: 'other', visitIds: [hit[0]?.id ?? ''], absenceId: newId() },
    })
    expect(foreign.ok ? null : foreign.problem.code).toBe('not-found')
  })

  it('is carried out without the visits left out, and not at all when nothing is left', async () => {
    const { id } = await computed()
    const [out, kept] = hit.map((visit) => visit.id)
    const all = await callApi(planner, 'rescheduling.accept-batch', {
      params: { id },
      body: { leaveOut: [out, kept] as string[] },
    })
    expect(all.ok ? null : all.problem.code).toBe('nothing-to-place')
    const { accepted, visits: after } = await mustCall(planner, 'rescheduling.accept-batch', {
      params: { id },
      body: { leaveOut: [out ?? ''] },
    })
    expect(accepted?.leftOut).toEqual([out])
    const helpersOf = (visitId: string | undefined) =>
      after.find((one) => one.id === visitId)?.now?.caregivers.map((one) => one.id)
    expect(helpersOf(out)).toEqual([ill.id])
    expect(helpersOf(kept)).not.toEqual([ill.id])
    hit = hit.filter((visit) => visit.id === out)
    const changed = await eventsOf(app, { subjectId: id })
    expect(changed.at(-1)?.type).toBe('batch.changed')
  })

  it('is refused as a whole when somebody planned over it, saying what moved', async () => {
    const { id, plan } = await computed()
    const spot = plan?.moves[0]?.proposal.spots[0]
    const taker = await makeVisit(app, await makeClient(app, 'cordaan'), [], spot?.date ?? day, spot?.startTime ?? '09:00')
    await mustCall(planner, 'planning.change-visits', {
      body: {
        changes: [
          { action: 'caregivers', visitId: taker.id, visitVersion: taker.version, caregiverIds: [spot?.caregiverId ?? ''] },
        ],
      },
    })
    const answer = await callApi(planner, 'rescheduling.accept-batch', { params: { id }, body: {} })
    expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'planning-moved-on', fields: [{ field: 'changes.0' }] })
    const { accepted } = await stateOf(id)
    expect(accepted).toBeNull()
    await app.db.delete(visitAssignments).where(eq(visitAssignments.visitId, taker.id))
  })

  it('that is not there cannot be accepted', async () => {
    await forget()
    const row = waiting({ status: 'cancelled', endedAt: app.clock.now() })
    await app.db.insert(rescheduleBatches).values(row)
    const answer = await callApi(planner, 'rescheduling.accept-batch', { params: { id: row.id }, body: {} })
    expect(answer.ok ? null : answer.problem.code).toBe('no-plan')
  })
})

describe('caregivers', () => {
  it('are found by part of their name, with what each has next', async () => {
    const { rows, more } = await mustCall(planner, 'rescheduling.caregivers', { query: { q: 'ziek' } })
    expect(rows).toMatchObject([{ id: ill.id, name: 'Ineke Ziek', next: { startTime: expect.any(String) } }])
    expect(more).toBe(false)
    expect((await mustCall(planner, 'rescheduling.caregivers', { query: { q: '%%' } })).rows).toEqual([])
  })
})

describe('the runner', () => {
  const runner = () =>
    startBatches({
      db: app.db,
      clock: app.clock,
      log: pino({ level: 'fatal' }),
      profiles: makeProfiles(app.db),
      pool: solverPool(1),
    })

  it('says of a batch whose server fell that it was interrupted', async () => {
    await forget()
    const row = waiting({ status: 'running', pulseAt: new Date(app.clock.now().getTime() - 60_000) })
    await app.db.insert(rescheduleBatches).values(row)
    const other = runner()
    await other.settled()
    await other.stop()
    expect(await stateOf(row.id)).toMatchObject({ status: 'failed', failure: 'interrupted', plan: null })
    expect((await eventsOf(app, { subjectId: row.id })).map((event) => event.type)).toEqual(['batch.changed'])
  })

  it('ends with the best plan so far, cut short, when that is asked', async () => {
    await forget()
    const fresh = await makeVisit(app, await makeClient(app, 'cordaan'), [], '2026-12-04', '09:00')
    const row = waiting({ visits: [{ id: fresh.id, version: fresh.version }], seconds: 60 })
    await app.db.insert(rescheduleBatches).values(row)
    expect((await mustCall(planner, 'rescheduling.finish-batch', { params: { id: row.id } })).status).toBe('waiting')
    const other = runner()
    await other.settled()
    await other.stop()
    const { status, plan, phase } = await stateOf(row.id)
    expect(status).toBe('done')
    expect(plan).toMatchObject({ cutShort: true, proven: false, moves: [{ visitId: fresh.id }] })
    expect(['reading', 'placing', 'improving', 'proving']).toContain(phase)
  })

  it('leaves a clear end behind when the server stops in the middle', async () => {
    await forget()
    const other = runner()
    await other.settled()
    const row = waiting()
    await app.db.insert(rescheduleBatches).values(row)
    other.poke()
    await other.stop()
    const [left] = await app.db.select().from(rescheduleBatches).where(eq(rescheduleBatches.id, row.id))
    // Either it was not taken yet, and the next start takes it, or it says that it was cut off.
    expect([left?.status, left?.failure ?? null]).toSatisfy(
      ([status, failure]) => status === 'waiting' || status === 'done' || (status === 'failed' && failure === 'interrupted'),
    )
    const next = runner()
    await next.settled()
    await next.stop()
    const { status } = await stateOf(row.id)
    expect(['done', 'failed']).toContain(status)
  })

  it('answers for visits that lapsed while the batch waited', async () => {
    await forget()
    const gone = await makeVisit(app, await makeClient(app, 'cordaan'), [], '2026-12-03', '09:00')
    const row = waiting({
      visits: [
        { id: gone.id, version: 1 },
        { id: planned[0]?.id ?? '', version: 1 },
      ],
    })
    await app.db.update(visits).set({ status: 'cancelled' }).where(eq(visits.id, gone.id))
    await app.db.insert(rescheduleBatches).values(row)
    const other = runner()
    await other.settled()
    await other.stop()
    const { status, plan } = await stateOf(row.id)
    expect(status).toBe('done')
    expect(plan?.unplaced).toMatchObject([{ visitId: gone.id, stoppedBy: [{ rule: 'out-of-horizon' }] }])
    expect(plan?.moves).toHaveLength(1)
  })
})
