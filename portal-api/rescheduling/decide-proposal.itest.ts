/** A notice decided by the proposals that were looked at: two caregivers at once, and what overtook them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VisitChange } from '../../shared/domain/planning.ts'
import { daysOff, makeAway } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, makeCaregiver, makeClient, makeProvider, makeStaff, makeVisit } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'

let app: TestApp
let planner: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
afterAll(() => app.stop())

describe('a visit by two caregivers', () => {
  it('is moved from a notice to a proposal for both; one that was overtaken comes back with what moved', async () => {
    const [danny, samira] = [await makeCaregiver(app, 'cordaan'), await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })]
    const { noticeId, client } = await makeAway(app, 'cordaan', daysOff('2026-11-30', '2026-12-01'), [], [])
    const { id: visitId } = await makeVisit(app, client, [danny, samira], '2026-11-30', '09:00')
    const best = async () => {
      const body = { visitId, reason: 'client-asked' as const }
      const { planning, proposals } = await mustCall(planner, 'rescheduling.proposals', { body })
      const [spot, beside] = proposals[0]?.spots ?? []
      if (!spot || !beside) throw new Error('There is a place for two.')
      expect([beside.date, beside.startTime]).toEqual([spot.date, spot.startTime])
      return { planning, date: spot.date, startTime: spot.startTime, caregiverIds: [spot.caregiverId, beside.caregiverId] }
    }
    const decide = ({ planning, ...target }: Awaited<ReturnType<typeof best>>) =>
      callApi(planner, 'absences.decide', {
        params: { id: noticeId },
        basedOn: 1,
        body: { decisions: [{ action: 'move', visitId, visitVersion: 1, to: target }], planning },
      })
    const looked = await best()
    const other = await makeVisit(app, await makeClient(app, 'cordaan'), [danny], '2026-12-10', '14:00')
    const { date, startTime } = looked
    const [taken = ''] = looked.caregiverIds
    const overtaking: VisitChange = {
      ...{ action: 'move', visitId: other.id, visitVersion: 1, override: { reason: 'kan niet anders' } },
      to: { date, startTime, caregiverIds: [taken] },
    }
    await mustCall(planner, 'planning.change-visits', { body: { changes: [overtaking] } })
    const answer = await decide(looked)
    expect(answer.ok ? null : answer.problem).toMatchObject({
      code: 'planning-moved-on',
      fields: [{ field: 'decisions.0', rule: 'double-booking' }],
      current: {
        breaches: [{ visitId, caregiverId: taken }],
        changed: [{ visit: { id: other.id, date, startTime, previous: { date: '2026-12-10', startTime: '14:00' } } }],
      },
    })
    const fresh = await best()
    const done = await decide(fresh)
    const [moved] = done.ok && done.value.subject.queue === 'absences' ? done.value.subject.affected : []
    expect(moved?.caregivers.map((one) => one.id).sort()).toEqual([...fresh.caregiverIds].sort())
  })
})
