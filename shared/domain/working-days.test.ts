import { describe, expect, it } from 'vitest'
import { addWorkingDays, easter, isWorkingDay, NO_CHANGES, publicHolidays, workingDaysBetween } from './working-days.ts'

describe('easter', () => {
  it.each([
    [2021, '2021-04-04'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, date) => expect(easter(year)).toBe(date))
})

describe('public holidays', () => {
  it('are those of the Algemene termijnenwet, Goede Vrijdag and 5 May among them', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ])
  })

  it('move the king’s day off a Sunday', () => {
    expect(publicHolidays(2025)).toContain('2025-04-26')
    expect(publicHolidays(2025)).not.toContain('2025-04-27')
  })
})

describe('isWorkingDay', () => {
  it('leaves out weekends and holidays', () => {
    expect(isWorkingDay('2026-11-23')).toBe(true)
    expect(isWorkingDay('2026-11-22')).toBe(false)
    expect(isWorkingDay('2026-04-03')).toBe(false)
    expect(isWorkingDay('2026-05-05')).toBe(false)
  })

  it('follows the changes of a provider', () => {
    expect(isWorkingDay('2026-05-05', { closed: [], open: ['2026-05-05'] })).toBe(true)
    expect(isWorkingDay('2026-11-23', { closed: ['2026-11-23'], open: [] })).toBe(false)
    expect(isWorkingDay('2026-11-22', { closed: [], open: ['2026-11-22'] })).toBe(false)
  })
})

describe('workingDaysBetween', () => {
  it('counts the days that lie wholly between', () => {
    expect(workingDaysBetween('2026-11-23', '2026-11-27')).toBe(3)
    expect(workingDaysBetween('2026-11-23', '2026-11-24')).toBe(0)
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
    expect(workingDaysBetween('2026-11-23', '2026-11-01')).toBe(0)
  })

  it('skips a weekend', () => expect(workingDaysBetween('2026-11-20', '2026-11-25')).toBe(2))

  it('skips Goede Vrijdag and Easter: told on Wednesday for Wednesday leaves Thursday and Tuesday', () => {
    expect(workingDaysBetween('2026-04-01', '2026-04-08')).toBe(2)
  })

  it('skips 5 May', () => expect(workingDaysBetween('2026-05-04', '2026-05-08')).toBe(2))

  it('stops counting at the cap', () => expect(workingDaysBetween('2026-01-01', '2036-01-01', NO_CHANGES, 7)).toBe(7))
})

describe('addWorkingDays', () => {
  it('goes on after a weekend and holidays', () => {
    expect(addWorkingDays('2026-11-20', 2)).toBe('2026-11-24')
    expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07')
    expect(addWorkingDays('2026-05-04', 1)).toBe('2026-05-06')
  })

  it('of no days is the day itself', () => expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22'))
})
