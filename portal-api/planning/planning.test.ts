import { describe, expect, it } from 'vitest'
import { isAvailable } from './caregivers.ts'
import { clockSpan, slotText, toPlanningRow, toVisit } from './rows.ts'

const row = {
  id: '0193a000-0000-7000-8000-000000000001',
  provider: 'cordaan',
  clientId: '0193a000-0000-7000-8000-000000000002',
  projectId: null,
  date: '2021-04-14',
  startMinute: 540,
  startTime: '09:00',
  minutes: 90,
  serviceCode: 'HV 1',
  status: 'planned',
  pinned: false,
  previousDate: null,
  previousStartMinute: null,
  changedAt: null,
  version: 1,
  helpers: [
    { id: '0193a000-0000-7000-8000-000000000003', name: 'Danny de Boer', firstName: 'Danny' },
    { id: '0193a000-0000-7000-8000-000000000004', name: 'Samira Öztürk', firstName: 'Samira' },
  ],
} as const

describe('a row of the planning', () => {
  it('shows clients first names only', () => {
    expect(toPlanningRow(row)).toEqual({
      id: row.id,
      date: '2021-04-14',
      startTime: '09:00',
      endTime: '10:30',
      serviceCode: 'HV 1',
      caregiver: 'Danny, Samira',
      status: 'planned',
      changed: false,
      project: null,
    })
  })

  it('says that it was moved, and to staff from where', () => {
    const moved = { ...row, previousDate: '2021-04-12', previousStartMinute: 600 }
    expect(toPlanningRow(moved).changed).toBe(true)
    expect(toVisit(moved).previous).toEqual({ date: '2021-04-12', startTime: '10:00' })
    expect(toVisit(row).previous).toBeNull()
  })

  it('ends after midnight where it does', () => {
    expect(toPlanningRow({ ...row, startTime: '23:30', startMinute: 1410 }).endTime).toBe('01:00')
  })
})

it('reads a slot out loud', () => {
  expect(clockSpan(row)).toBe('09:00–10:30')
  expect(slotText({ date: '2026-11-24', startTime: '23:30', minutes: 60 })).toBe('24-11-2026 23:30–00:30')
})

describe('isAvailable', () => {
  const weekdays = { qualifications: [], weekdays: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 }
  const slot = (date: string, startTime: string, minutes = 60) => ({ date, startTime, minutes })

  it('holds within the working time of a working day', () => {
    expect(isAvailable(weekdays, slot('2026-11-23', '08:00'))).toBe(true)
    expect(isAvailable(weekdays, slot('2026-11-23', '16:00'))).toBe(true)
    expect(isAvailable(weekdays, slot('2026-11-23', '16:30'))).toBe(false)
    expect(isAvailable(weekdays, slot('2026-11-23', '07:59'))).toBe(false)
    expect(isAvailable(weekdays, slot('2026-11-22', '09:00'))).toBe(false)
  })

  it('does not hold past midnight', () => {
    expect(isAvailable({ ...weekdays, toMinute: 1440 }, slot('2026-11-23', '23:30'))).toBe(false)
    expect(isAvailable({ ...weekdays, toMinute: 1440 }, slot('2026-11-23', '23:00'))).toBe(true)
  })
})
