import { describe, expect, it } from 'vitest'
import { absenceInput } from '../../../shared/domain/absences.ts'
import { formatDate, formatDay, formatMoment, formatMonth, monthAway } from './dates.ts'
import { noticeOf } from './portal-absences.ts'
import { deviceLabel } from './portal-login.ts'
import { renderView } from './views.ts'
import { formIsTheirs, Visitors } from './visitors.ts'

const whole = { type: 'admission', days: 'one', startDate: '2026-11-25', wholeDay: 'yes', endDateKnown: 'yes' }

describe('an absence form', () => {
  it('leaves out what does not belong to the choices made', () => {
    const notice = noticeOf({ ...whole, startTime: '08:00', endTime: '12:00', endDate: '2026-11-30' })
    expect(notice).toMatchObject({ wholeDay: true, startTime: null, endTime: null, endDate: null, endDateKnown: true })
    expect(absenceInput.safeParse(notice).success).toBe(true)
  })

  it.each([
    [{ ...whole, wholeDay: 'no', startTime: '08:00', endTime: '12:00' }],
    [{ ...whole, days: 'several', endDate: '2026-11-30' }],
    [{ ...whole, days: 'several', endDateKnown: 'no' }],
    [{ ...whole, days: 'several', endDateKnown: 'no', wholeDay: 'no', startTime: '08:00', endTime: '' }],
  ])('makes a notice the portal accepts of %j', (form) => {
    expect(absenceInput.safeParse(noticeOf(form)).success).toBe(true)
  })

  it('passes on what is missing, so that the portal names it', () => {
    const problems = absenceInput.safeParse(noticeOf({ ...whole, wholeDay: 'no', days: 'several', startDate: '' })).error?.issues
    expect(problems?.map((issue) => issue.path[0])).toEqual(expect.arrayContaining(['startDate']))
  })
})

describe('dates', () => {
  it('read as in the manual', () => {
    expect(formatDate('2021-04-14', 'nl')).toBe('14 apr 2021')
    expect(formatDay('2021-04-14', 'nl')).toBe('woensdag')
    expect(formatMonth('2021-04', 'nl')).toBe('april 2021')
    expect(formatMoment('2021-04-13T16:23:00Z', 'nl')).toBe('13-04-2021 18:23')
    expect(formatDay('2021-04-18', 'en')).toBe('Sunday')
  })

  it('turn the month over the year', () => {
    expect(monthAway('2026-12', 1)).toBe('2027-01')
    expect(monthAway('2026-01', -1)).toBe('2025-12')
  })
})

describe('visitors', () => {
  it('are known by their cookie, and forgotten after an hour', () => {
    const visitors = new Visitors()
    const visitor = visitors.of(undefined, 0)
    expect(visitors.of(visitor.id, 1000)).toBe(visitor)
    expect(visitors.of('somebody else', 1000)).not.toBe(visitor)
    expect(visitors.of(visitor.id, 3_602_000)).not.toBe(visitor)
  })

  it('send forms that carry their own mark', () => {
    const visitors = new Visitors()
    const [one, other] = [visitors.of(undefined, 0), visitors.of(undefined, 0)]
    expect(formIsTheirs(one, one.csrf)).toBe(true)
    expect(formIsTheirs(one, other.csrf)).toBe(false)
    expect(formIsTheirs(one, undefined)).toBe(false)
    expect(formIsTheirs(one, '')).toBe(false)
  })
})

it('calls a device what its owner would', () => {
  expect(deviceLabel('Mozilla/5.0 (iPad; CPU OS 17_0) AppleWebKit/605 Version/17.0 Safari/604.1')).toBe('Safari op iPad')
  expect(deviceLabel('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537 Chrome/140 Safari/537')).toBe('Chrome op Linux')
  expect(deviceLabel('')).toBe('Browser')
})

it('escapes every value of a page', () => {
  const html = renderView('message', { lang: 'nl', path: '/demo', heading: '<img src=x onerror=alert(1)>' })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
})
