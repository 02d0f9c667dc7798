import { describe, expect, it } from 'vitest'
import {
  type AbsenceFields,
  type AbsenceInput,
  absenceInput,
  absencePeriod,
  isHit,
  lateness,
  periodsOverlap,
} from './absences.ts'
import { NO_CHANGES } from './working-days.ts'

const wholeDays = (startDate: string, endDate: string | null, more: Partial<AbsenceFields> = {}): AbsenceFields => ({
  type: 'holiday',
  days: 'several',
  startDate,
  wholeDay: true,
  startTime: null,
  endTime: null,
  endDateKnown: endDate !== null,
  endDate,
  ...more,
})
const oneDay = (startDate: string, startTime: string | null = null, endTime: string | null = null): AbsenceFields =>
  wholeDays(startDate, null, { days: 'one', endDateKnown: true, wholeDay: startTime === null, startTime, endTime })

const visit = (date: string, startTime: string, minutes = 60) => ({ date, startTime, minutes })

function rulesOf(value: unknown): string[] {
  const parsed = absenceInput.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
}

describe('the fields of a notice', () => {
  const base: AbsenceInput = oneDay('2026-11-26')

  it('are accepted for a day, a part of it, several days, an open end', () => {
    expect(rulesOf(base)).toEqual([])
    expect(rulesOf(oneDay('2026-11-26', '10:00', '12:00'))).toEqual([])
    expect(rulesOf(wholeDays('2026-05-14', '2026-05-19'))).toEqual([])
    expect(rulesOf(wholeDays('2026-05-14', null))).toEqual([])
    expect(rulesOf(wholeDays('2026-05-14', null, { wholeDay: false, startTime: '14:00' }))).toEqual([])
    expect(rulesOf(wholeDays('2026-05-14', '2026-05-16', { wholeDay: false, startTime: '14:00', endTime: '09:00' }))).toEqual([])
  })

  it('must fit each other', () => {
    expect(rulesOf({ ...base, endDate: '2026-11-27' })).toEqual(['endDate end-date-not-expected'])
    expect(rulesOf(wholeDays('2026-05-14', '2026-05-13'))).toEqual(['endDate end-before-start'])
    expect(rulesOf({ ...wholeDays('2026-05-14', null), endDateKnown: true })).toEqual(['endDate end-date-missing'])
    expect(rulesOf({ ...wholeDays('2026-05-14', '2026-05-19'), endDateKnown: false })).toEqual(['endDate end-date-not-expected'])
    expect(rulesOf({ ...base, startTime: '09:00' })).toEqual(['startTime times-with-whole-day'])
    expect(rulesOf({ ...base, wholeDay: false })).toEqual(['startTime times-missing', 'endTime times-missing'])
    expect(rulesOf(oneDay('2026-11-26', '12:00', '12:00'))).toEqual(['endTime end-before-start'])
  })

  it('carry nothing else', () => {
    expect(absenceInput.safeParse({ ...base, status: 'processed' }).success).toBe(false)
    expect(absenceInput.safeParse({ ...base, startDate: '2026-02-30' }).success).toBe(false)
  })
})

describe('absencePeriod', () => {
  it('of whole days runs to midnight after the last', () => {
    expect(absencePeriod(oneDay('2026-11-26'))).toEqual({
      fromDate: '2026-11-26',
      fromTime: '00:00',
      to: { date: '2026-11-27', time: '00:00' },
    })
    expect(absencePeriod(wholeDays('2026-05-14', '2026-05-19')).to).toEqual({ date: '2026-05-20', time: '00:00' })
  })

  it('of part of a day over several days bounds the first and the last day', () => {
    expect(
      absencePeriod(wholeDays('2026-05-14', '2026-05-16', { wholeDay: false, startTime: '14:00', endTime: '09:00' })),
    ).toEqual({ fromDate: '2026-05-14', fromTime: '14:00', to: { date: '2026-05-16', time: '09:00' } })
  })

  it('without a known end has none', () => expect(absencePeriod(wholeDays('2026-05-14', null)).to).toBeNull())
})

describe('isHit', () => {
  it('takes every visit of a whole day, the one at 23:57 too', () => {
    const period = absencePeriod(oneDay('2026-11-26'))
    expect(isHit(period, visit('2026-11-26', '00:00'))).toBe(true)
    expect(isHit(period, visit('2026-11-26', '23:57', 3))).toBe(true)
    expect(isHit(period, visit('2026-11-27', '00:00'))).toBe(false)
    expect(isHit(period, visit('2026-11-25', '23:00'))).toBe(false)
  })

  it('takes a visit of the evening before that runs into it', () => {
    expect(isHit(absencePeriod(oneDay('2026-11-26')), visit('2026-11-25', '23:30'))).toBe(true)
  })

  it('asks for a shared minute with part of a day', () => {
    const period = absencePeriod(oneDay('2026-11-26', '10:00', '12:00'))
    expect(isHit(period, visit('2026-11-26', '09:00'))).toBe(false)
    expect(isHit(period, visit('2026-11-26', '09:00', 61))).toBe(true)
    expect(isHit(period, visit('2026-11-26', '11:59'))).toBe(true)
    expect(isHit(period, visit('2026-11-26', '12:00'))).toBe(false)
  })

  it('takes all of the days in between', () => {
    const period = absencePeriod(wholeDays('2026-05-14', '2026-05-16', { wholeDay: false, startTime: '14:00', endTime: '09:00' }))
    expect(isHit(period, visit('2026-05-14', '09:00'))).toBe(false)
    expect(isHit(period, visit('2026-05-14', '13:30'))).toBe(true)
    expect(isHit(period, visit('2026-05-15', '03:00'))).toBe(true)
    expect(isHit(period, visit('2026-05-16', '08:30'))).toBe(true)
    expect(isHit(period, visit('2026-05-16', '09:00'))).toBe(false)
  })

  it('goes by the wall clock on the days on which the clock changes', () => {
    const spring = absencePeriod(oneDay('2026-03-29', '01:00', '04:00'))
    expect(isHit(spring, visit('2026-03-29', '03:30'))).toBe(true)
    expect(isHit(spring, visit('2026-03-29', '04:00'))).toBe(false)
    const autumn = absencePeriod(oneDay('2026-10-25', '02:00', '03:00'))
    expect(isHit(autumn, visit('2026-10-25', '02:45', 30))).toBe(true)
    expect(isHit(autumn, visit('2026-10-25', '03:00', 30))).toBe(false)
  })

  it('takes everything after the start while the end is unknown', () => {
    const period = absencePeriod(wholeDays('2026-05-14', null))
    expect(isHit(period, visit('2027-01-01', '09:00'))).toBe(true)
    expect(isHit(period, visit('2026-05-13', '09:00'))).toBe(false)
  })
})

describe('lateness', () => {
  it('counts to the first visit hit', () => {
    expect(lateness('2026-11-23', '2026-11-27', 3, NO_CHANGES)).toBeNull()
    expect(lateness('2026-11-23', '2026-11-26', 3, NO_CHANGES)).toEqual({ workingDays: 2, required: 3 })
  })

  it('has nothing to say without a visit, or where the portal asks nothing', () => {
    expect(lateness('2026-11-23', null, 3, NO_CHANGES)).toBeNull()
    expect(lateness('2026-11-23', '2026-11-23', 0, NO_CHANGES)).toBeNull()
  })

  it('knows Goede Vrijdag and 5 May', () => {
    expect(lateness('2026-03-31', '2026-04-07', 3, NO_CHANGES)).toEqual({ workingDays: 2, required: 3 })
    expect(lateness('2026-05-04', '2026-05-08', 3, NO_CHANGES)).toEqual({ workingDays: 2, required: 3 })
    expect(lateness('2026-05-04', '2026-05-08', 3, { closed: [], open: ['2026-05-05'] })).toBeNull()
  })
})

describe('periodsOverlap', () => {
  it('asks for a shared minute', () => {
    const morning = absencePeriod(oneDay('2026-11-26', '09:00', '12:00'))
    expect(periodsOverlap(morning, absencePeriod(oneDay('2026-11-26', '12:00', '13:00')))).toBe(false)
    expect(periodsOverlap(morning, absencePeriod(oneDay('2026-11-26', '11:00', '13:00')))).toBe(true)
    expect(periodsOverlap(morning, absencePeriod(wholeDays('2026-11-01', null)))).toBe(true)
    expect(periodsOverlap(absencePeriod(wholeDays('2026-11-01', null)), morning)).toBe(true)
    expect(periodsOverlap(morning, absencePeriod(wholeDays('2026-11-27', null)))).toBe(false)
  })
})
