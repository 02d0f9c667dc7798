/** Choices of a planner: nothing is lost, nothing is decided that was not looked at, and what they come to adds up. */
import { describe, expect, it } from 'vitest'
import type { Visit } from '../../../shared/domain/planning.ts'
import { consequencesOf } from './consequences.ts'
import { type Decisions, decide, decidedCount, NO_DECISIONS, nextUndecided, toDecisions } from './decision-state.ts'

const samira = { id: '0190a000-0000-7000-8000-00000000000a', name: 'Samira Öztürk' }
const wout = { id: '0190a000-0000-7000-8000-00000000000b', name: 'Wout Dijkema' }
const visit = (n: number, change: Partial<Visit> = {}): Visit => ({
  id: `0190b000-0000-7000-8000-00000000000${n}`,
  date: '2026-11-25',
  startTime: '11:00',
  minutes: 120,
  serviceCode: 'HV 1',
  status: 'planned',
  caregivers: [samira],
  pinned: false,
  previous: null,
  version: 1,
  ...change,
})
const [first, second, third] = [visit(1), visit(2, { caregivers: [wout], minutes: 60 }), visit(3)]
const visits = [first, second, third]

const moveTo = (state: Decisions, moved: Visit, date: string, startTime: string, who: typeof samira) =>
  decide(
    decide(decide(state, { type: 'pick', visit: moved, action: 'move' }), {
      type: 'aim',
      visit: moved,
      to: { date, startTime, caregiverId: who.id },
      caregiverName: who.name,
    }),
    { type: 'settle', visitId: moved.id },
  )

describe('decisions', () => {
  it('settles cancelling and keeping at once, a move only when it is complete', () => {
    let state = decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' })
    expect(decidedCount(visits, state)).toBe(1)
    state = decide(state, { type: 'pick', visit: second, action: 'move' })
    expect(decide(state, { type: 'settle', visitId: second.id })).toEqual(state)
    expect(toDecisions(visits, state)).toBeNull()
    state = moveTo(state, second, '2026-11-27', '09:00', wout)
    state = decide(state, { type: 'pick', visit: third, action: 'keep' })
    expect(toDecisions(visits, state)).toEqual([
      { action: 'cancel', visitId: first.id, visitVersion: 1 },
      {
        action: 'move',
        visitId: second.id,
        visitVersion: 1,
        to: { date: '2026-11-27', startTime: '09:00', caregiverId: wout.id },
      },
      { action: 'keep', visitId: third.id, visitVersion: 1 },
    ])
  })

  it('goes on to the next open card, and round to the top', () => {
    const state = decide(NO_DECISIONS, { type: 'pick', visit: second, action: 'cancel' })
    expect(nextUndecided(visits, state, second.id)).toBe(third.id)
    expect(nextUndecided(visits, state, third.id)).toBe(first.id)
    const all = visits.reduce((so, one) => decide(so, { type: 'pick', visit: one, action: 'keep' }), state)
    expect(nextUndecided(visits, all, third.id)).toBeNull()
  })

  it('keeps a choice when its visit changed, but asks to look again', () => {
    const state = moveTo(
      decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' }),
      second,
      '2026-11-27',
      '09:00',
      wout,
    )
    const after = decide(state, { type: 'visits', visits: [first, { ...second, startTime: '12:00', version: 2 }] })
    expect(after.notices[second.id]).toEqual({ kind: 'changed' })
    expect(after.choices[second.id]).toMatchObject({ settled: false, version: 2, to: { date: '2026-11-27', startTime: '09:00' } })
    expect(after.choices[first.id]).toEqual(state.choices[first.id])
    expect(after.current).toBe(second.id)
  })

  it('drops a choice on a visit that is no longer hit', () => {
    const state = decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' })
    expect(decide(state, { type: 'visits', visits: [second] }).choices).toEqual({})
  })

  it('puts a refusal on its card, keeps what was filled in, and opens it', () => {
    const state = moveTo(
      decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' }),
      second,
      '2026-11-27',
      '09:00',
      wout,
    )
    const refused = decide(state, { type: 'refuse', refusals: { [second.id]: 'Wout Dijkema heeft dan al een dienst.' } })
    expect(refused.current).toBe(second.id)
    expect(refused.choices[second.id]).toMatchObject({ settled: false, to: { caregiverId: wout.id } })
    expect(refused.choices[first.id]?.settled).toBe(true)
    const aimed = decide(refused, { type: 'aim', visit: second, to: { startTime: '10:00' } })
    expect(aimed.notices).toEqual({})
    expect(aimed.choices[second.id]?.to).toEqual({ date: '2026-11-27', startTime: '10:00', caregiverId: wout.id })
  })
})

describe('consequences', () => {
  it('counts visits and the minutes per caregiver', () => {
    let state = decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' })
    state = moveTo(state, second, '2026-11-27', '09:00', samira)
    expect(consequencesOf(visits, state)).toEqual({
      moved: 1,
      cancelled: 1,
      kept: 0,
      undecided: 1,
      caregivers: [
        { name: 'Samira Öztürk', minutes: -60 },
        { name: 'Wout Dijkema', minutes: -60 },
      ],
      clashes: [],
    })
  })

  it('sees two moves of this notice over each other', () => {
    let state = moveTo(NO_DECISIONS, first, '2026-11-27', '09:00', samira)
    state = moveTo(state, third, '2026-11-27', '10:30', samira)
    expect(consequencesOf(visits, state).clashes).toEqual([{ caregiver: samira.name, first, second: third }])
    state = moveTo(state, third, '2026-11-27', '11:00', samira)
    expect(consequencesOf(visits, state).clashes).toEqual([])
  })
})
