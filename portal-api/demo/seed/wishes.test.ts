/** What the demo gives rescheduling to reckon with: on the map, in line with the notes, and not against the roster. */
import { describe, expect, it } from 'vitest'
import { kilometres } from '../../../shared/rescheduling/travel.ts'
import { caregiverAbsencesOf } from './caregiver-absences.ts'
import { allPeople } from './people.ts'
import { WISHES, wishesOf } from './wishes.ts'

const SEED = 7
const all = allPeople(SEED).filter((people) => people.clients.length > 0)

describe('the ground of rescheduling in the demo', () => {
  it('has every client and most caregivers on the map, in the region of their provider', () => {
    for (const { recipe, clients, caregivers } of all) {
      for (const { row } of clients) expect(kilometres({ lat: row.lat ?? 0, lon: row.lon ?? 0 }, recipe.centre)).toBeLessThan(6)
      expect(caregivers.filter((one) => one.homeLat !== null).length).toBeGreaterThan(5)
    }
  })

  it('says in times what the notes say, nowhere against the standing roster', () => {
    for (const people of all) {
      const { times, unwanted } = wishesOf(SEED, people)
      expect(times.filter((one) => one.kind === 'impossible').length).toBeGreaterThan(10)
      expect(times.filter((one) => one.kind === 'preferred').length).toBeGreaterThan(100)
      expect(unwanted.length).toBeGreaterThan(5)
      const notes = new Map(people.clients.map(({ row }) => [row.id, row.indicationNotes ?? []]))
      for (const time of times) {
        const said = (notes.get(time.clientId) ?? []).map((note) => WISHES[note]?.kind)
        expect(said).toContain(time.kind)
      }
      for (const { clientId, caregiverId, weekday, startMinute } of people.roster) {
        expect(unwanted.some((one) => one.clientId === clientId && one.caregiverId === caregiverId)).toBe(false)
        const against = times.filter(
          (one) =>
            one.kind === 'impossible' &&
            one.clientId === clientId &&
            one.weekday === weekday &&
            one.fromMinute <= startMinute &&
            startMinute < one.toMinute,
        )
        expect(against).toEqual([])
      }
    }
  })

  it('has a caregiver ill from today who leaves visits, the same one on every day', () => {
    for (const people of all) {
      const [ill, leave] = caregiverAbsencesOf(SEED, people, new Date('2026-11-23T08:00:00Z'))
      expect(ill).toMatchObject({ kind: 'ill', fromDate: '2026-11-23', toDate: '2026-11-25' })
      expect(leave).toMatchObject({ kind: 'leave', fromDate: '2026-12-07' })
      expect(people.roster.filter((one) => one.caregiverId === ill?.caregiverId).length).toBeGreaterThan(4)
      const [later] = caregiverAbsencesOf(SEED, people, new Date('2027-03-01T08:00:00Z'))
      expect(later).toMatchObject({ id: ill?.id, caregiverId: ill?.caregiverId, fromDate: '2027-03-01' })
    }
  })
})
