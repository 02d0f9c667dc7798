/** Choices of a planner: nothing is lost, nothing is decided that was not looked at, and what they come to adds up. */
import { describe, expect, it } from 'vitest'
import type { Visit } from '../../../shared/domain/planning.ts'
import { consequencesOf } from './consequences.ts'
import {
  besideOf,
  type Decisions,
  decide,
  decidedCount,
  isComplete,
  NO_DECISIONS,
  nextUndecided,
  planningOf,
  type Score,
  targetOf,
  toDecisions,
} from './decision-state.ts'
import { addScores } from './proposal-words.ts'
import { differenceOf } from './use-proposals.ts'

const samira = { id: '0190a000-0000-7000-8000-00000000000a', name: 'Samira Öztürk' }
const wout = { id: '0190a000-0000-7000-8000-00000000000b', name: 'Wout Dijkema' }
const daan = { id: '0190a000-0000-7000-8000-00000000000c', name: 'Daan Roelofs' }
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
      to: { date, startTime, caregivers: [who] },
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
    const refused = decide(state, {
      type: 'refuse',
      refusals: { [second.id]: { sentence: 'Wout Dijkema heeft dan al een dienst.', changed: [], absences: [] } },
    })
    expect(refused.current).toBe(second.id)
    expect(refused.choices[second.id]).toMatchObject({ settled: false, to: { caregivers: [wout] } })
    expect(refused.choices[first.id]?.settled).toBe(true)
    const aimed = decide(refused, { type: 'aim', visit: second, to: { startTime: '10:00' } })
    expect(aimed.notices).toEqual({})
    expect(aimed.choices[second.id]?.to).toEqual({ date: '2026-11-27', startTime: '10:00', caregivers: [wout] })
  })
})

describe('an accepted proposal', () => {
  const score: Score = {
    score: 14,
    parts: [
      { rule: 'travel', minutes: 6, figures: { minutes: 6 } },
      { rule: 'day-moved', minutes: 8, figures: { days: 3 } },
    ],
  }
  const place = { date: '2026-11-26', startTime: '09:15' }
  const to = { ...place, caregivers: [samira] }
  const accepted = decide(NO_DECISIONS, { type: 'accept', visit: first, to, score, planning: 7 })

  it('is decided at once, and keeps what it costs until another place is aimed at', () => {
    expect(accepted.choices[first.id]).toMatchObject({ action: 'move', to, settled: true, score })
    const aimed = decide(accepted, { type: 'aim', visit: first, to: { startTime: '10:00' } })
    expect(aimed.choices[first.id]).toMatchObject({ settled: false, score: null })
  })

  it('counts for the other cards, as what is cancelled does; the card itself does not', () => {
    const state = decide(accepted, { type: 'pick', visit: second, action: 'cancel' })
    const all = { cancelled: [second.id], placed: [{ visitId: first.id, spots: [{ ...place, caregiverId: samira.id }] }] }
    expect(besideOf(visits, state, third.id)).toEqual(all)
    expect(besideOf(visits, state, first.id)).toEqual({ cancelled: [second.id], placed: [] })
  })

  it('carries the reason only where a rule warns', () => {
    let state = decide(accepted, { type: 'pick', visit: second, action: 'cancel' })
    state = decide(state, { type: 'pick', visit: third, action: 'keep' })
    state = decide(state, { type: 'override', reason: ' Ruilt zelf ' })
    expect(toDecisions(visits, state)?.[0]).not.toHaveProperty('override')
    expect(toDecisions(visits, state, new Set([first.id]))?.[0]).toMatchObject({
      to: { ...place, caregiverId: samira.id },
      override: { reason: 'Ruilt zelf' },
    })
  })

  it('names the planning it was worked out on, the oldest of them, until what moved since was told', () => {
    expect(planningOf(visits, accepted, 9)).toBe(7)
    const both = decide(accepted, { type: 'accept', visit: third, to, score, planning: 5 })
    expect(planningOf(visits, both, 9)).toBe(5)
    // By hand: that of the last check.
    expect(planningOf(visits, moveTo(NO_DECISIONS, first, '2026-11-27', '09:00', samira), 9)).toBe(9)
    const told = decide(accepted, { type: 'refuse', refusals: { [first.id]: { sentence: '', changed: [], absences: [] } } })
    expect(planningOf(visits, told, 9)).toBe(9)
    expect(planningOf(visits, decide(NO_DECISIONS, { type: 'pick', visit: first, action: 'cancel' }), 9)).toBeUndefined()
  })

  it('adds up with others, rule by rule', () => {
    expect(addScores([score, score])).toMatchObject({
      score: 28,
      parts: [
        { rule: 'travel', minutes: 12 },
        { rule: 'day-moved', minutes: 16 },
      ],
    })
  })
})

describe('a visit by two caregivers', () => {
  const pair = { ...first, caregivers: [samira, wout] }
  const spot = (who: typeof samira, startTime: string) => ({
    ...{ caregiverId: who.id, caregiver: who.name },
    ...{ date: '2026-11-26', startTime },
  })
  const together = targetOf({ spots: [spot(wout, '09:15'), spot(daan, '09:15')] })

  it('goes to both at one moment; a place where they begin apart cannot be decided on', () => {
    expect(together).toEqual({ date: '2026-11-26', startTime: '09:15', caregivers: [wout, daan] })
    expect(targetOf({ spots: [spot(wout, '09:15'), spot(daan, '10:30')] })).toBeNull()
  })

  it('counts for the other cards with both, in the hours of all three, and is sent as a list', () => {
    if (!together) throw new Error('They come together.')
    const score: Score = { score: 0, parts: [] }
    const state = decide(NO_DECISIONS, { type: 'accept', visit: pair, to: together, score, planning: 1 })
    expect(besideOf([pair, second], state, second.id).placed).toEqual([
      {
        visitId: pair.id,
        spots: [wout, daan].map((one) => ({ caregiverId: one.id, date: '2026-11-26', startTime: '09:15' })),
      },
    ])
    expect(toDecisions([pair], state)?.[0]).toMatchObject({ to: { caregiverIds: [wout.id, daan.id] } })
    expect(consequencesOf([pair], state).caregivers).toEqual([
      { name: daan.name, minutes: 120 },
      { name: samira.name, minutes: -120 },
      { name: wout.name, minutes: 0 },
    ])
  })

  it('by hand is complete with two different people only, and has a seat more or less when the visit has', () => {
    const at = { date: '2026-11-26', startTime: '09:15' }
    expect(isComplete({ ...at, caregivers: [wout, null] })).toBe(false)
    expect(isComplete({ ...at, caregivers: [wout, wout] })).toBe(false)
    expect(isComplete({ ...at, caregivers: [wout, daan] })).toBe(true)
    const state = moveTo(NO_DECISIONS, first, '2026-11-27', '09:00', wout)
    const after = decide(state, { type: 'visits', visits: [{ ...pair, version: 2 }] })
    expect(after.choices[pair.id]).toMatchObject({ settled: false, to: { caregivers: [wout, null] } })
  })
})

describe('a list of proposals and its successor', () => {
  const place = (startTime: string, score: number) => ({
    spots: [{ caregiverId: samira.id, caregiver: samira.name, date: '2026-11-26', startTime }],
    score,
    parts: [],
    warnings: [],
  })
  const answer = (...proposals: ReturnType<typeof place>[]) => ({
    ...{ planning: 1, from: '2026-11-23', to: '2026-12-20', visitVersion: 1, looked: 8, stoppedBy: [] },
    proposals,
  })

  it('differs by the places that went and came, or by the scores alone', () => {
    const shown = answer(place('09:00', 10), place('10:00', 20))
    expect(differenceOf(shown, answer(place('09:00', 10), place('10:00', 20)))).toBeNull()
    expect(differenceOf(shown, answer(place('10:00', 20), place('11:00', 25)))).toEqual({
      gone: [place('09:00', 10)],
      fresh: [place('11:00', 25)],
    })
    expect(differenceOf(shown, answer(place('09:00', 12), place('10:00', 20)))).toEqual({ gone: [], fresh: [] })
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
