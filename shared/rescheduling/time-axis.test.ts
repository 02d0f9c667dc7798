import { describe, expect, it } from 'vitest'
import { timeAxis } from './time-axis.ts'

const axis = timeAxis('2026-10-19')
const DAY = 1440

describe('the axis of elapsed minutes', () => {
  it('is wall time on a plain day, past midnight and before its beginning', () => {
    expect(axis.at('2026-10-19', 0)).toBe(0)
    expect(axis.at('2026-10-20', 9 * 60)).toBe(DAY + 540)
    expect(axis.at('2026-10-19', DAY + 30)).toBe(axis.at('2026-10-20', 30))
    expect(axis.at('2026-10-18', 23 * 60)).toBe(-60)
    expect(axis.wall(-60)).toEqual({ date: '2026-10-18', minute: 23 * 60 })
    expect(axis.wall(DAY + 540.5)).toEqual({ date: '2026-10-20', minute: 540.5 })
  })

  it('counts 25 hours in autumn: 90 minutes from 02:30 end at 03:00 on the wall', () => {
    const sunday = '2026-10-25'
    expect(axis.dayLength(sunday)).toBe(1500)
    const start = axis.at(sunday, 150)
    expect(axis.wall(start)).toEqual({ date: sunday, minute: 150 })
    expect(axis.wall(start + 90)).toEqual({ date: sunday, minute: 180 })
    expect(axis.at(sunday, 180) - start).toBe(90)
    expect(axis.at('2026-10-26', 0) - axis.at(sunday, 0)).toBe(1500)
  })

  it('counts 23 hours in spring, and a time that does not exist is the one after it', () => {
    const spring = timeAxis('2026-03-28')
    const sunday = '2026-03-29'
    expect(spring.dayLength(sunday)).toBe(1380)
    expect(spring.at(sunday, 150)).toBe(spring.at(sunday, 210))
    expect(spring.wall(spring.at(sunday, 90) + 60)).toEqual({ date: sunday, minute: 210 })
    expect(spring.at('2026-03-30', 0) - spring.at(sunday, 0)).toBe(1380)
  })

  it('goes there and back all through a year', () => {
    const year = timeAxis('2026-01-01')
    for (let elapsed = 0; elapsed < 365 * DAY; elapsed += 75) {
      const { date, minute } = year.wall(elapsed)
      const back = year.at(date, minute)
      // The doubled hour reads the same twice; the first of the two is meant.
      expect(back === elapsed || back === elapsed - 60).toBe(true)
    }
  })
})
