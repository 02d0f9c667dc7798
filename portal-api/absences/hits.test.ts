import { describe, expect, it } from 'vitest'
import { type AbsenceFields, absencePeriod } from '../../shared/domain/absences.ts'
import { toInstant } from '../../shared/domain/local-time.ts'
import { datesToRead, hitsAhead, horizonOf } from './hits.ts'

const notice = (fields: Partial<AbsenceFields>): AbsenceFields => ({
  type: 'holiday',
  days: 'several',
  startDate: '2026-11-26',
  wholeDay: true,
  startTime: null,
  endTime: null,
  endDateKnown: true,
  endDate: '2026-11-27',
  ...fields,
})
const visit = (date: string, startTime: string, minutes = 60) => ({ date, startTime, minutes })
const open = absencePeriod(notice({ endDateKnown: false, endDate: null }))
const whole = absencePeriod(notice({}))

describe('horizonOf', () => {
  it('is the last day of a notice with an end', () => {
    expect(horizonOf(whole, '2026-11-23')).toBe('2026-11-27')
    const partly = notice({ wholeDay: false, startTime: '10:00', endTime: '12:00' })
    expect(horizonOf(absencePeriod(partly), '2026-11-23')).toBe('2026-11-27')
  })

  it('lies eight weeks ahead without one, from today or from a later start', () => {
    expect(horizonOf(open, '2026-12-01')).toBe('2027-01-26')
    expect(horizonOf(open, '2026-11-23')).toBe('2027-01-21')
  })
})

describe('datesToRead', () => {
  it('begins the evening before, but not in the past', () => {
    expect(datesToRead(whole, '2026-11-23')).toEqual({ from: '2026-11-25', to: '2026-11-27' })
    expect(datesToRead(whole, '2026-11-27')).toEqual({ from: '2026-11-27', to: '2026-11-27' })
  })
})

describe('hitsAhead', () => {
  const now = toInstant('2026-11-26', '09:00')

  it('leaves out what has begun and what lies outside, and sorts by the planning', () => {
    const visits = [
      visit('2026-11-27', '08:00'),
      visit('2026-11-26', '09:00'),
      visit('2026-11-26', '09:01'),
      visit('2026-11-28', '00:00'),
      visit('2026-11-26', '08:00', 300),
    ]
    expect(hitsAhead(whole, visits, now)).toEqual([visit('2026-11-26', '09:01'), visit('2026-11-27', '08:00')])
  })

  it('takes a visit of the evening before that runs into the period', () => {
    const evening = visit('2026-11-25', '23:30', 60)
    expect(hitsAhead(whole, [evening], toInstant('2026-11-25', '12:00'))).toEqual([evening])
  })

  it('stops at the horizon of an open end', () => {
    const visits = [visit('2027-01-21', '09:00'), visit('2027-01-22', '09:00')]
    expect(hitsAhead(open, visits, now)).toEqual([visits[0]])
  })

  it('goes by the wall clock on the day on which the clock goes back', () => {
    const period = absencePeriod(notice({ days: 'one', startDate: '2026-10-25', endDate: null }))
    const visits = [visit('2026-10-25', '02:30'), visit('2026-10-25', '09:00')]
    expect(hitsAhead(period, visits, toInstant('2026-10-25', '01:59'))).toEqual(visits)
    // 02:30 for the second time: the visit of 02:30 has begun.
    expect(hitsAhead(period, visits, new Date('2026-10-25T01:30:00Z'))).toEqual([visits[1]])
  })

  it('goes by the wall clock on the day on which the clock goes forward', () => {
    const period = absencePeriod(
      notice({ days: 'one', startDate: '2026-03-29', endDate: null, wholeDay: false, startTime: '01:00', endTime: '04:00' }),
    )
    const visits = [visit('2026-03-29', '00:30', 30), visit('2026-03-29', '03:00'), visit('2026-03-29', '04:00')]
    expect(hitsAhead(period, visits, toInstant('2026-03-28', '12:00'))).toEqual([visits[1]])
  })
})
