import { describe, expect, it } from 'vitest'
import { addDays, timeOf, weekday } from '../../../shared/domain/local-time.ts'
import { overlaps } from '../../../shared/domain/planning.ts'
import { publicHolidays } from '../../../shared/domain/working-days.ts'
import { allPeople, type ProviderPeople } from './people.ts'
import { plannedMondays, type TakenSlot, type Week, weekOf } from './weeks.ts'

const SEED = 7
const MONDAY = '2026-11-23'
const providers = allPeople(SEED).filter((one) => one.clients.length > 0)

const weekFor = (people: ProviderPeople, monday: string, taken: readonly TakenSlot[] = []) =>
  weekOf(SEED, people.recipe.provider, monday, people.roster, people.caregivers, taken)

/** Pairs of planned visits that share a caregiver and a minute. */
function doubleBookings(week: Week): string[] {
  const caregiverOf = new Map(week.assignments.map((one) => [one.visitId, one.caregiverId]))
  const perDay = new Map<string, { id: string; slot: { date: string; startTime: string; minutes: number } }[]>()
  const found: string[] = []
  for (const visit of week.visits) {
    if (visit.status === 'cancelled') continue
    const key = `${caregiverOf.get(visit.id)} ${visit.date}`
    const slot = { date: visit.date, startTime: timeOf(visit.startMinute), minutes: visit.minutes }
    const day = perDay.get(key) ?? []
    for (const other of day) if (overlaps(other.slot, slot)) found.push(`${other.id} ${visit.id}`)
    perDay.set(key, [...day, { id: visit.id, slot }])
  }
  return found
}

describe.each(providers.map((people) => [people.recipe.provider, people] as const))('weeks of %s', (_provider, people) => {
  const week = weekFor(people, MONDAY)

  it('books nobody twice, in any week of the year', () => {
    for (let offset = 0; offset < 53; offset += 4) {
      expect(doubleBookings(weekFor(people, addDays(MONDAY, offset * 7)))).toEqual([])
    }
  }, 30_000)

  it('comes out the same every time', () => {
    expect(weekFor(people, MONDAY)).toEqual(week)
  })

  it('gives every client visits, between 07:00 and 19:00, by a caregiver who may and works that day', () => {
    const caregivers = new Map(people.caregivers.map((one) => [one.id, one]))
    const caregiverOf = new Map(week.assignments.map((one) => [one.visitId, one.caregiverId]))
    expect(new Set(people.roster.map((pattern) => pattern.clientId)).size).toBe(people.clients.length)
    for (const visit of week.visits) {
      expect(visit.startMinute).toBeGreaterThanOrEqual(7 * 60)
      expect(visit.startMinute + visit.minutes).toBeLessThanOrEqual(19 * 60)
      const caregiver = caregivers.get(caregiverOf.get(visit.id) ?? '')
      expect(caregiver?.qualifications).toContain(visit.serviceCode)
      expect(caregiver?.weekdays).toContain(weekday(visit.date))
    }
  })

  it('keeps a client to the same day and time from week to week', () => {
    const place = (one: Week) =>
      new Map(one.visits.map((visit) => [`${visit.clientId} ${weekday(visit.date)} ${visit.serviceCode}`, visit.startMinute]))
    const next = place(weekFor(people, addDays(MONDAY, 7)))
    const now = [...place(week)]
    const same = now.filter(([key, start]) => next.get(key) === start)
    expect(same.length / now.length).toBeGreaterThan(0.9)
  })

  it('works around a visit that is there already', () => {
    const [assignment] = week.assignments
    const visit = week.visits.find((one) => one.id === assignment?.visitId)
    if (!assignment || !visit) throw new Error('The week is empty.')
    const slot = { caregiverId: assignment.caregiverId, date: visit.date, startMinute: visit.startMinute, minutes: visit.minutes }
    const around = weekFor(people, MONDAY, [slot])
    const there = around.assignments.filter((one) => one.caregiverId === slot.caregiverId).map((one) => one.visitId)
    const clash = around.visits.filter(
      (one) =>
        there.includes(one.id) &&
        one.status === 'planned' &&
        overlaps(
          { date: one.date, startTime: timeOf(one.startMinute), minutes: one.minutes },
          { date: slot.date, startTime: timeOf(slot.startMinute), minutes: slot.minutes },
        ),
    )
    expect(clash).toEqual([])
  })
})

describe('the weeks around today', () => {
  it('run from four weeks back to four weeks ahead', () => {
    const mondays = plannedMondays(MONDAY)
    expect(mondays).toHaveLength(9)
    expect(mondays[0]).toBe('2026-10-26')
    expect(mondays[8]).toBe('2026-12-21')
  })

  it('leave home help out on public holidays', () => {
    const cordaan = providers.find((one) => one.recipe.provider === 'cordaan')
    if (!cordaan) throw new Error('There is no cordaan.')
    const christmas = weekFor(cordaan, '2026-12-21')
    expect(christmas.visits.some((visit) => publicHolidays(2026).includes(visit.date))).toBe(false)
    expect(christmas.visits.length).toBeGreaterThan(0)
  })
})
