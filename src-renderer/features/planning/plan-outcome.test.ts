/** What a plan comes to, and how far a search is: figures that must not contradict each other. */
import { describe, expect, it } from 'vitest'
import type { BatchPlanRow, BatchVisit } from '../../../shared/api/batches.ts'
import { caregivers, idOf, visitOf } from '../../testing/memory/people.ts'
import { passedSeconds } from './BatchProgress.tsx'
import { planOutcome } from './plan-outcome.ts'
import { movesOf } from './plan-rows.ts'

const [samira, daan] = [caregivers.samira, caregivers.daan]
const visit = (n: number, time: string): BatchVisit => ({
  id: idOf(3, n),
  version: 1,
  stood: { date: '2026-11-24', startTime: time, caregivers: [samira] },
  client: { id: idOf(4, n), name: `Cliënt ${n}`, number: n },
  now: visitOf(n, '2026-11-24', time),
})
const move = (n: number, startTime: string, minutes: number): BatchPlanRow['moves'][number] => ({
  visitId: idOf(3, n),
  visitVersion: 1,
  proposal: {
    spots: [{ caregiverId: daan.id, caregiver: daan.name, date: '2026-11-24', startTime }],
    score: minutes,
    parts: [{ rule: 'travel', minutes, figures: {} }],
    warnings: [],
  },
})
const plan: BatchPlanRow = {
  planning: 1,
  from: '2026-11-23',
  to: '2026-12-20',
  proven: true,
  cutShort: false,
  score: 15,
  cost: 15,
  lower: 15,
  moves: [move(1, '09:00', 5), move(2, '13:00', 10)],
  unplaced: [{ visitId: idOf(3, 3), stoppedBy: [] }],
}
const visits = [visit(1, '09:00'), visit(2, '11:00'), visit(3, '15:00')]

describe('what a plan comes to', () => {
  it('counts visits, clients with another moment, hours that change hands, and minutes that add up', () => {
    expect(planOutcome(plan, movesOf(plan, visits), [])).toMatchObject({
      moved: 2,
      leftOut: 0,
      unplaced: 1,
      otherMoment: 1,
      caregivers: [
        { name: daan.name, minutes: 240 },
        { name: samira.name, minutes: -240 },
      ],
      score: { score: 15, parts: [{ rule: 'travel', minutes: 15 }] },
    })
  })

  it('leaves out what is left out', () => {
    expect(planOutcome(plan, movesOf(plan, visits), [idOf(3, 2)])).toMatchObject({
      moved: 1,
      leftOut: 1,
      otherMoment: 0,
      score: { score: 5 },
    })
  })
})

describe('the time of a search', () => {
  it('goes on by the clock here from what the portal said, and no further than its end', () => {
    const state = { progress: 0.2, seconds: 30, status: 'running' as const }
    expect(passedSeconds(state, 1_000, 1_000)).toBe(6)
    expect(passedSeconds(state, 1_000, 5_000)).toBe(10)
    expect(passedSeconds(state, 1_000, 500)).toBe(6)
    expect(passedSeconds(state, 1_000, 90_000)).toBe(30)
    expect(passedSeconds({ ...state, status: 'waiting' }, 1_000, 90_000)).toBe(0)
  })
})
