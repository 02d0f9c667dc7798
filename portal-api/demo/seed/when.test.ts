import { describe, expect, it } from 'vitest'
import { addDays, toInstant } from '../../../shared/domain/local-time.ts'
import { chanceOf } from './chance.ts'
import { type Candidate, placeWishes, startOf } from './when.ts'

const MONDAY = '2026-11-23'
const NINE = toInstant(MONDAY, '09:00')
const HOUR_MS = 3_600_000

/** One visit a working day for four weeks, each candidate at an hour of its own. */
const candidates: Candidate[] = Array.from({ length: 40 }, (_, index) => ({
  key: `client ${index}`,
  visits: Array.from({ length: 35 }, (_day, day) => ({
    date: addDays(MONDAY, day - 7),
    startMinute: (8 + (index % 9)) * 60,
    minutes: 60,
  })).filter((visit) => ![0, 6].includes(new Date(`${visit.date}T12:00:00Z`).getUTCDay())),
}))

const place = (wishes: Parameters<typeof placeWishes>[0], now = NINE, from = candidates) =>
  placeWishes(wishes, from, now, chanceOf(1, 'test'))

describe('placing notices around now', () => {
  it('fulfils each wish with a visit in its stretch of time', () => {
    const [past, soon, today, tomorrow] = place(['past', 'soon', 'today', 'tomorrow'])
    if (!past || !soon || !today || !tomorrow) throw new Error('A wish was not fulfilled.')
    expect(startOf(past.visit).getTime()).toBeLessThan(NINE.getTime())
    const untilSoon = startOf(soon.visit).getTime() - NINE.getTime()
    expect(untilSoon).toBeGreaterThan(0)
    expect(untilSoon).toBeLessThanOrEqual(2 * HOUR_MS)
    expect(today.visit.date).toBe(MONDAY)
    expect(startOf(today.visit).getTime() - NINE.getTime()).toBeGreaterThan(2 * HOUR_MS)
    expect(tomorrow.visit.date).toBe(addDays(MONDAY, 1))
  })

  it('gives every wish a candidate of its own', () => {
    const placed = place(['soon', 'soon', 'today', 'today', 'week', 'later'])
    const keys = placed.map((one) => one?.key)
    expect(keys).not.toContain(undefined)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('falls back to the coming days when nothing is near, as at night', () => {
    const [soon] = place(['soon'], toInstant(MONDAY, '23:30'))
    expect(soon?.visit.date).toBe(addDays(MONDAY, 1))
  })

  it('leaves a wish open when there is nobody left', () => {
    expect(place(['soon', 'soon'], NINE, candidates.slice(1, 2)).filter((one) => one !== null)).toHaveLength(1)
    expect(place(['today'], NINE, [{ key: 'without visits', visits: [] }])).toEqual([null])
  })

  it('counts a Friday as the past of a Monday morning', () => {
    const [past] = place(['past'], toInstant(MONDAY, '07:00'))
    expect(past?.visit.date).toBe(addDays(MONDAY, -3))
  })
})
