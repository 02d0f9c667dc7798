/** What cannot be placed, over HTTP: a clear problem, or an honest "no place" with the rule that stopped most; never a fault, never a hang. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, makeCaregiver, makeClient, makeProvider, makeStaff, makeVisit } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function desk(id: string): Promise<Caller> {
  await makeProvider(app, id)
  return asStaff(app, id, await makeStaff(app, id, 'planner'))
}
const propose = (planner: Caller, visitId: string) =>
  mustCall(planner, 'rescheduling.proposals', { body: { visitId, reason: 'other' } })
const why = async (planner: Caller, visitId: string, caregiverId: string) =>
  (await mustCall(planner, 'rescheduling.explain', { body: { visitId, reason: 'other', caregiverId } })).breaches.map(
    (one) => one.rule,
  )

describe('no place, said honestly', () => {
  it('in a region without caregivers', async () => {
    const planner = await desk('axxicom')
    const visit = await makeVisit(app, await makeClient(app, 'axxicom'), [], '2026-12-02', '09:00')
    expect(await propose(planner, visit.id)).toMatchObject({ proposals: [], looked: 0 })
    const batch = await mustCall(planner, 'rescheduling.start-batch', { body: { reason: 'other', visitIds: [visit.id] } })
    await app.settled()
    expect(await mustCall(planner, 'rescheduling.batch', { params: { id: batch.id } })).toMatchObject({
      status: 'done',
      plan: { moves: [], unplaced: [{ visitId: visit.id }] },
    })
  })

  it('with a caregiver who never works, or whose day ends before it begins', async () => {
    const planner = await desk('laurens')
    const never = await makeCaregiver(app, 'laurens', { name: 'Nel Nooit', weekdays: [] })
    const backwards = await makeCaregiver(app, 'laurens', { name: 'Otto Om', fromMinute: 1020, toMinute: 480 })
    const visit = await makeVisit(app, await makeClient(app, 'laurens'), [never], '2026-12-02', '09:00')
    const { proposals, stoppedBy } = await propose(planner, visit.id)
    expect(proposals).toEqual([])
    expect(stoppedBy[0]?.rule).toBe('not-available')
    for (const one of [never, backwards]) expect(await why(planner, visit.id, one.id)).toEqual(['not-available'])
  })

  it('for a visit of a minute, and for one of a whole day', async () => {
    const planner = await desk('zuyderland')
    await makeCaregiver(app, 'zuyderland', { fromMinute: 480, toMinute: 1020 })
    const client = await makeClient(app, 'zuyderland')
    const short = await makeVisit(app, client, [], '2026-12-02', '09:00', { minutes: 1 })
    const long = await makeVisit(app, client, [], '2026-12-03', '00:00', { minutes: 1440 })
    expect((await propose(planner, short.id)).proposals.length).toBeGreaterThan(0)
    const { proposals, stoppedBy } = await propose(planner, long.id)
    expect(proposals).toEqual([])
    expect(stoppedBy[0]?.rule).toBe('not-available')
  })
})

describe('a visit that cannot be', () => {
  it('of 0 or 25 hours is kept out by the database', async () => {
    const client = await makeClient(app, 'zuyderland')
    for (const minutes of [0, 1500])
      await expect(makeVisit(app, client, [], '2026-12-02', '09:00', { minutes })).rejects.toThrow()
  })

  it('at a time that is none is refused by its field', async () => {
    const planner = await desk('cordaan')
    const visit = await makeVisit(app, await makeClient(app, 'cordaan'), [], '2026-12-02', '09:00')
    const danny = await makeCaregiver(app, 'cordaan')
    for (const spot of [
      { date: '2026-02-30', startTime: '09:00' },
      { date: '2026-12-02', startTime: '25:00' },
    ]) {
      const moves = [{ visitId: visit.id, spots: [{ caregiverId: danny.id, ...spot }] }]
      const answer = await callApi(planner, 'rescheduling.check', { body: { moves } })
      expect(answer.ok ? null : answer.problem.code).toBe('invalid-input')
    }
  })

  it('asks two caregivers and is given the same twice, or in two places at once', async () => {
    const planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
    const [an, bo] = [
      await makeCaregiver(app, 'cordaan', { name: 'An A' }),
      await makeCaregiver(app, 'cordaan', { name: 'Bo B' }),
    ]
    const visit = await makeVisit(app, await makeClient(app, 'cordaan'), [an, bo], '2026-12-02', '09:00')
    const check = async (...spots: { caregiverId: string; startTime: string }[]) => {
      const moves = [{ visitId: visit.id, spots: spots.map((spot) => ({ date: '2026-12-03', ...spot })) }]
      return (await mustCall(planner, 'rescheduling.check', { body: { moves } })).breaches.map((one) => one.rule)
    }
    const at = (caregiverId: string, startTime: string) => ({ caregiverId, startTime })
    expect(await check(at(an.id, '09:00'), at(an.id, '09:00'))).toContain('same-caregiver-twice')
    expect(await check(at(an.id, '09:00'), at(bo.id, '11:00'))).toContain('out-of-step')
    expect(await check(at(an.id, '09:00'), at(bo.id, '09:00'))).toEqual([])
  })
})
