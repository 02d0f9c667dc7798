import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  firstOfMonth,
  isRealDate,
  lastOfMonth,
  localMonth,
  localTime,
  minutesOf,
  mondayOf,
  timeOf,
  toInstant,
  toLocal,
  weekday,
} from './local-time.ts'

const dates = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1900-01-01', days))

describe('dates', () => {
  it('know which days exist', () => {
    expect(isRealDate('2024-02-29')).toBe(true)
    expect(isRealDate('2026-02-29')).toBe(false)
    expect(isRealDate('2026-13-01')).toBe(false)
    expect(isRealDate('2026-1-01')).toBe(false)
    expect(isRealDate('1899-12-31')).toBe(false)
  })

  it('are counted in whole days, over a change of the clock too', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    fc.assert(
      fc.property(dates, fc.integer({ min: -400, max: 400 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('know their day of the week', () => {
    expect(weekday('2021-04-14')).toBe(3)
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  })

  it('know the ends of a month', () => {
    expect(firstOfMonth('2026-02')).toBe('2026-02-01')
    expect(lastOfMonth('2026-02')).toBe('2026-02-28')
    expect(lastOfMonth('2024-02')).toBe('2024-02-29')
    expect(lastOfMonth('2026-12')).toBe('2026-12-31')
    expect(localMonth.safeParse('2026-13').success).toBe(false)
  })
})

describe('times', () => {
  it('are minutes of a day and back', () => {
    expect(minutesOf('09:30')).toBe(570)
    expect(timeOf(570)).toBe('09:30')
    expect(timeOf(1440)).toBe('00:00')
    expect(timeOf(1500)).toBe('01:00')
    expect(timeOf(-10)).toBe('23:50')
  })

  it('have two digits and 24 hours', () => {
    expect(localTime.safeParse('24:00').success).toBe(false)
    expect(localTime.safeParse('9:00').success).toBe(false)
    expect(localTime.safeParse('23:59').success).toBe(true)
  })
})

describe('instants', () => {
  it('follow winter and summer time', () => {
    expect(toInstant('2026-01-15', '09:00').toISOString()).toBe('2026-01-15T08:00:00.000Z')
    expect(toInstant('2026-07-15', '09:00').toISOString()).toBe('2026-07-15T07:00:00.000Z')
  })

  it('of the hour that does not exist lie an hour later', () => {
    expect(toInstant('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(toLocal(new Date('2026-03-29T01:30:00Z'))).toEqual({ date: '2026-03-29', time: '03:30' })
  })

  it('of the doubled hour are the first of the two', () => {
    expect(toInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(toLocal(new Date('2026-10-25T01:30:00Z'))).toEqual({ date: '2026-10-25', time: '02:30' })
  })

  it('around midnight belong to the local day', () => {
    expect(toLocal(new Date('2026-06-30T22:30:00Z'))).toEqual({ date: '2026-07-01', time: '00:30' })
  })

  it('come back as the same wall time, outside the hour that does not exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2020-01-01', days)),
        fc.integer({ min: 0, max: 1439 }).filter((minutes) => minutes < 120 || minutes >= 180),
        (date, minutes) => {
          expect(toLocal(toInstant(date, timeOf(minutes)))).toEqual({ date, time: timeOf(minutes) })
        },
      ),
    )
  })
})
