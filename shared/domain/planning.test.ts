import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, timeOf } from './local-time.ts'
import { endOf, localMoment, overlaps } from './planning.ts'

const slot = (date: string, startTime: string, minutes: number) => ({ date, startTime, minutes })

describe('endOf', () => {
  it('stays on the day, or goes past midnight', () => {
    expect(endOf(slot('2026-11-23', '09:00', 90))).toEqual({ date: '2026-11-23', time: '10:30' })
    expect(endOf(slot('2026-11-23', '23:30', 60))).toEqual({ date: '2026-11-24', time: '00:30' })
    expect(endOf(slot('2026-12-31', '23:00', 60))).toEqual({ date: '2027-01-01', time: '00:00' })
  })
})

describe('overlaps', () => {
  it('asks for a shared minute: touching ends do not count', () => {
    expect(overlaps(slot('2026-11-23', '09:00', 60), slot('2026-11-23', '10:00', 60))).toBe(false)
    expect(overlaps(slot('2026-11-23', '09:00', 61), slot('2026-11-23', '10:00', 60))).toBe(true)
  })

  it('sees past midnight', () => {
    expect(overlaps(slot('2026-11-23', '23:30', 60), slot('2026-11-24', '00:15', 30))).toBe(true)
    expect(overlaps(slot('2026-11-23', '23:30', 60), slot('2026-11-24', '00:30', 30))).toBe(false)
  })

  it('is the same as sharing a minute on one long line of minutes', () => {
    const slots = fc.record({
      day: fc.integer({ min: 0, max: 2 }),
      start: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 1, max: 1440 }),
    })
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const from = (one: typeof a) => one.day * 1440 + one.start
        const made = (one: typeof a) => slot(addDays('2026-03-28', one.day), timeOf(one.start), one.minutes)
        expect(overlaps(made(a), made(b))).toBe(from(a) < from(b) + b.minutes && from(b) < from(a) + a.minutes)
      }),
    )
  })
})

it('writes a moment so that text sorts as time', () => {
  expect(localMoment('2026-11-23', '09:00') < localMoment('2026-11-23', '10:00')).toBe(true)
  expect(localMoment('2026-11-23', '23:59') < localMoment('2026-11-24', '00:00')).toBe(true)
})
