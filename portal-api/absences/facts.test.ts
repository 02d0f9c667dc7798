import { describe, expect, it } from 'vitest'
import type { AbsenceFields } from '../../shared/domain/absences.ts'
import { toInstant } from '../../shared/domain/local-time.ts'
import { type AbsenceTold, absenceShape, lateOf } from './facts.ts'

const rules = { absence: { leadWorkingDays: 3 }, holidays: { closed: [], open: [] } }
const fields: AbsenceFields = {
  type: 'holiday',
  days: 'several',
  startDate: '2026-11-24',
  wholeDay: true,
  startTime: null,
  endTime: null,
  endDateKnown: true,
  endDate: '2026-12-04',
}
const told = (more: Partial<AbsenceTold> = {}, notice: Partial<AbsenceFields> = {}): AbsenceTold => ({
  notice: { ...fields, ...notice },
  submittedAt: toInstant('2026-11-23', '09:00'),
  changedAt: null,
  ...more,
})
const visit = (date: string, startTime = '09:00', minutes = 90) => ({ date, startTime, minutes })

describe('absenceShape', () => {
  it('counts the visits hit and is due when the first begins', () => {
    const shape = absenceShape(told(), [visit('2026-12-03'), visit('2026-11-30', '10:30'), visit('2026-12-08')], rules)
    expect(shape.facts).toEqual({
      queue: 'absences',
      notice: fields,
      visitCount: 2,
      firstVisit: { date: '2026-11-30', startTime: '10:30' },
      lateWorkingDays: null,
    })
    expect(shape.dueAt).toEqual(toInstant('2026-11-30', '10:30'))
    expect(shape.facets).toEqual([])
  })

  it('counts lateness to the first visit hit, not to the start of the notice', () => {
    expect(absenceShape(told(), [visit('2026-11-27')], rules).facets).toEqual([])
    const late = absenceShape(told(), [visit('2026-11-26')], rules)
    expect(late.facets).toEqual(['late-notice'])
    expect(late.facts).toMatchObject({ lateWorkingDays: 2 })
    expect(lateOf(late.facts, rules)).toEqual({ workingDays: 2, required: 3 })
  })

  it('counts from the local day of telling: half past midnight is the next day', () => {
    const shape = absenceShape(told({ submittedAt: toInstant('2026-11-24', '00:30') }), [visit('2026-11-27')], rules)
    expect(shape.facts).toMatchObject({ lateWorkingDays: 2 })
  })

  it('knows Goede Vrijdag, Easter and 5 May', () => {
    const easter = told({ submittedAt: toInstant('2026-03-31', '12:00') }, { startDate: '2026-04-07', endDate: '2026-04-10' })
    expect(absenceShape(easter, [visit('2026-04-07')], rules).facts).toMatchObject({ lateWorkingDays: 2 })
    const may = told({ submittedAt: toInstant('2026-05-01', '12:00') }, { startDate: '2026-05-07', endDate: '2026-05-08' })
    expect(absenceShape(may, [visit('2026-05-07')], rules).facts).toMatchObject({ lateWorkingDays: 2 })
    const works = { ...rules, holidays: { closed: [], open: ['2026-05-05'] } }
    expect(absenceShape(may, [visit('2026-05-07')], works).facets).toEqual([])
  })

  it('is due at the start of a notice that hits nothing, and never before it came', () => {
    expect(absenceShape(told(), [], rules).dueAt).toEqual(toInstant('2026-11-24', '00:00'))
    const past = told({}, { startDate: '2026-11-20', endDate: '2026-11-21' })
    expect(absenceShape(past, [visit('2026-11-20')], rules)).toMatchObject({
      dueAt: past.submittedAt,
      facts: { visitCount: 0, firstVisit: null },
    })
  })

  it('is due in the hour that exists on the day on which the clock goes forward', () => {
    const spring = told({ submittedAt: toInstant('2026-03-20', '12:00') }, { startDate: '2026-03-29', endDate: '2026-03-29' })
    expect(absenceShape(spring, [visit('2026-03-29', '02:30')], rules).dueAt.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })

  it('marks an admission, a change and an open end, in the order of the queue', () => {
    const shape = absenceShape(
      told({ changedAt: toInstant('2026-11-23', '10:00') }, { type: 'admission', endDateKnown: false, endDate: null }),
      [visit('2026-11-25')],
      rules,
    )
    expect(shape.facets).toEqual(['late-notice', 'admission', 'changed', 'open-end'])
  })

  it('counts a changed notice from its last change', () => {
    const changed = told({ changedAt: toInstant('2026-11-27', '12:00') })
    const shape = absenceShape(changed, [visit('2026-11-26'), visit('2026-12-01')], rules)
    expect(shape.facts).toMatchObject({ visitCount: 1, lateWorkingDays: 1, firstVisit: { date: '2026-12-01' } })
  })

  it('is never late where the portal asks no days', () => {
    expect(absenceShape(told(), [visit('2026-11-24')], { ...rules, absence: { leadWorkingDays: 0 } }).facets).toEqual([])
  })
})

it('reads no lateness from the facts of another queue', () => {
  expect(lateOf({ queue: 'contact-requests', kind: 'message', subject: 'message', excerpt: '' }, rules)).toBeNull()
})
