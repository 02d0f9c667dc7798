import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeChecker } from './check.ts'
import { explain } from './explain.ts'
import type { Planning } from './planning.ts'
import { moveOf, type Proposals, proposalDesk } from './proposals.ts'
import { RULES } from './rules/catalogue.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { dutchPlanning } from './testing/dutch-planning.ts'
import { caregiver, client, clock, planning, visit } from './testing/small-planning.ts'
import { tableTravel } from './travel.ts'

const travel = tableTravel(DEFAULT_SETTINGS)
const TUESDAY = '2026-11-24'
const asked = { visitId: 'moved', reason: 'client-asked' } as const
const moved = visit('moved', { client: 'Verbeek', by: 'Samira', date: '2026-11-23', at: '11:00' })

function proposals(given: Partial<Planning>, top = 10): Proposals {
  const found = proposalDesk(planning({ ...given, visits: [moved, ...(given.visits ?? [])] }), travel).propose(asked, top)
  if (!found.ok) throw new Error(found.fault.kind)
  return found.value
}
const places = (found: Proposals) =>
  found.proposals.map((one) => one.spots.map((spot) => [spot.caregiverId, spot.date, spot.startMinute]))
const away = (date: string) => ({ date, from: 0, to: 1440 })

describe('proposals for one visit', () => {
  it('come best first, each on another day or by another caregiver, with parts that add up', () => {
    const clients = [client('Verbeek', { usualCaregiverId: 'Samira', away: [away('2026-11-23')] }), client('Tromp')]
    const found = proposals({ clients })
    expect(places(found).slice(0, 2)).toEqual([[['Samira', TUESDAY, clock('11:00')]], [['Samira', '2026-11-25', clock('11:00')]]])
    expect(found.proposals).toHaveLength(10)
    expect(new Set(found.proposals.map((one) => `${one.spots[0]?.caregiverId} ${one.spots[0]?.date}`)).size).toBe(10)
    for (const one of found.proposals) {
      expect(one.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(one.score)
      expect(Math.abs(one.exact - one.score)).toBeLessThanOrEqual(0.5)
    }
    const byDaan = found.proposals.find((one) => one.spots[0]?.caregiverId === 'Daan')
    expect(byDaan?.parts.map((part) => part.rule)).toContain('new-caregiver')
  })

  it('stays at the minute it had where that is off the raster', () => {
    const odd = { ...moved, parts: moved.parts.map((part) => ({ ...part, startMinute: clock('11:20') })) }
    const found = proposalDesk(planning({ visits: [odd] }), travel).propose(asked)
    expect(found.ok && found.value.proposals[0]?.spots).toEqual([
      { caregiverId: 'Samira', date: '2026-11-23', startMinute: clock('11:20') },
    ])
  })

  it('puts a place with a warning behind those without, and says the figures', () => {
    const caregivers = [caregiver('Samira', { availability: [2, 3].map((weekday) => ({ weekday, from: 0, to: 1440 })) })]
    const late = visit('late', { client: 'Tromp', by: 'Samira', date: TUESDAY, at: '20:00', minutes: 75 })
    const found = proposals({ caregivers, visits: [late] }, 100)
    const early = { date: '2026-11-25', at: clock('08:00') }
    const first = found.proposals[0]
    expect(first?.warnings).toEqual([])
    const all = proposalDesk(planning({ caregivers, visits: [moved, late] }), travel)
    const cost = all.scoreAt(asked, [{ caregiverId: 'Samira', date: early.date, startMinute: early.at }])
    expect(cost?.parts.find((part) => part.rule === 'warning')?.minutes).toBe(DEFAULT_SETTINGS.weights.warning)
  })

  it('says which rule stopped most candidates when there is no place', () => {
    const clients = [client('Verbeek', { away: [23, 24, 25, 26, 27, 28, 29].map((day) => away(`2026-11-${day}`)) })]
    const found = proposals({ clients })
    expect(found.proposals).toEqual([])
    expect(found.stoppedBy[0]).toEqual({ rule: 'client-away', count: 14 })
    const unknown = proposals({ caregivers: [caregiver('Samira', { qualifications: ['HV 2'] })] })
    expect(unknown.stoppedBy[0]?.rule).toBe('unknown-service')
    const nobody = proposals({ caregivers: [] })
    expect(nobody).toMatchObject({ proposals: [], looked: 0, stoppedBy: [] })
    const idle = proposals({ caregivers: [caregiver('Samira', { availability: [] })] })
    expect(idle.stoppedBy).toEqual([{ rule: 'not-available', count: 7 }])
  })

  it('takes visits of a minute and of a whole day, and refuses one without length', () => {
    const long = (minutes: number) => {
      const caregivers = [caregiver('Samira', { availability: [3].map((weekday) => ({ weekday, from: 0, to: 1440 })) })]
      const one = visit('moved', { client: 'Verbeek', by: 'Samira', date: '2026-11-23', at: '00:00', minutes })
      return proposalDesk(planning({ caregivers, visits: [one] }), travel).propose(asked)
    }
    expect(long(1)).toMatchObject({ ok: true, value: { proposals: [{ spots: [{ date: '2026-11-25' }] }] } })
    expect(long(1440)).toMatchObject({ ok: true, value: { proposals: [{ spots: [{ date: '2026-11-25', startMinute: 0 }] }] } })
    expect(long(1500)).toMatchObject({ ok: true, value: { proposals: [] } })
    expect(long(0)).toMatchObject({ ok: false, fault: { kind: 'no-length' } })
  })

  it('finds two caregivers who come together', () => {
    const [part] = moved.parts
    if (!part) throw new Error('no part')
    const pair = { ...moved, parts: [part, { ...part, caregiverId: 'Daan' }], sync: { min: 0, max: 0 } }
    const busy = visit('busy', { client: 'Tromp', by: 'Daan', date: '2026-11-23', at: '09:00', minutes: 420 })
    const found = proposalDesk(planning({ visits: [pair, busy] }), travel).propose(asked)
    if (!found.ok) throw new Error(found.fault.kind)
    const [best] = found.value.proposals
    expect(best?.spots.map((spot) => [spot.caregiverId, spot.date, spot.startMinute])).toEqual([
      ['Samira', TUESDAY, clock('11:00')],
      ['Daan', TUESDAY, clock('11:00')],
    ])
  })

  it('keeps real hours around the change of the clock, and across midnight', () => {
    const night = planning({
      now: { date: '2026-10-19', minute: 0 },
      from: '2026-10-19',
      to: '2026-10-25',
      caregivers: [caregiver('Samira', { availability: [{ weekday: 0, from: 0, to: 420 }] })],
      visits: [
        visit('moved', { client: 'Verbeek', by: 'Samira', date: '2026-10-24', at: '02:30', minutes: 120 }),
        visit('before', { client: 'Verbeek', by: 'Samira', date: '2026-10-24', at: '23:30', minutes: 180 }),
        visit('after', { client: 'Verbeek', by: 'Samira', date: '2026-10-25', at: '03:30', minutes: 30 }),
      ],
    })
    const found = proposalDesk(night, travel).propose(asked, 1)
    if (!found.ok) throw new Error(found.fault.kind)
    // 02:30 (summer time) to 03:30 (winter time) are two hours; the visit before ends at half past two.
    expect(found.value.proposals[0]?.spots).toEqual([{ caregiverId: 'Samira', date: '2026-10-25', startMinute: clock('02:30') }])
  })
})

describe('why not', () => {
  const visits = [visit('other', { client: 'Tromp', by: 'Daan', date: '2026-11-23', at: '10:00' })]

  it('names the rule that stops a caregiver, and where they fit best', () => {
    const desk = proposalDesk(planning({ visits: [moved, ...visits] }), travel)
    const why = explain(desk, asked, { caregiverId: 'Daan' })
    expect(why.breaches.map((one) => one.rule)).toEqual(['double-booking'])
    expect(why.best?.spots[0]).toMatchObject({ caregiverId: 'Daan', date: '2026-11-23' })
  })

  it('says what it costs where nothing stops them, and nothing where they never work', () => {
    const caregivers = [caregiver('Samira'), caregiver('Daan', { availability: [] })]
    const desk = proposalDesk(planning({ caregivers, visits: [moved] }), travel)
    expect(explain(desk, asked, { caregiverId: 'Samira', date: TUESDAY })).toMatchObject({ breaches: [], cost: { score: 3 } })
    expect(explain(desk, asked, { caregiverId: 'Daan' })).toMatchObject({ cost: null, best: null })
  })
})

describe('whatever the planning', () => {
  const instance = (seed: number) => dutchPlanning({ seed, caregivers: 8, weeks: 1, from: '2026-11-23', visits: 110 })
  const some = { numRuns: 5 }

  it('no proposal breaks a hard rule, its parts add up, and the same question has the same answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), (seed, pick) => {
        const all = instance(seed)
        const visitId = all.visits[pick % all.visits.length]?.id ?? ''
        const ask = () => proposalDesk(all, travel).propose({ visitId, reason: 'other' })
        const found = ask()
        if (!found.ok) return false
        const checker = makeChecker(all, travel)
        for (const one of found.value.proposals) {
          const breaches = checker.check({ moves: [moveOf(visitId, one.spots)], cancels: [] })
          expect(breaches.filter((breach) => RULES[breach.rule].severity === 'hard')).toEqual([])
          expect(one.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(one.score)
        }
        const exact = found.value.proposals.map((one) => one.exact)
        expect(exact).toEqual([...exact].sort((a, b) => a - b))
        expect(ask()).toEqual(found)
        return true
      }),
      some,
    )
  })

  it('adding a rule never improves a score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), fc.nat(), (seed, pick, which) => {
        const all = instance(seed)
        const one = all.visits[pick % all.visits.length]
        if (!one) return false
        const best = (given: Planning) => {
          const found = proposalDesk(given, travel).propose({ visitId: one.id, reason: 'other' }, 1)
          return found.ok ? (found.value.proposals[0]?.exact ?? Number.POSITIVE_INFINITY) : Number.NaN
        }
        const nobody = all.caregivers[which % all.caregivers.length]?.id ?? ''
        const stricter: Planning[] = [
          { ...all, closedDays: [{ date: '2026-11-25', exceptServiceCodes: [] }] },
          {
            ...all,
            clients: all.clients.map((person) =>
              person.id === one.clientId ? { ...person, unwantedCaregiverIds: [...person.unwantedCaregiverIds, nobody] } : person,
            ),
          },
          {
            ...all,
            clients: all.clients.map((person) =>
              person.id === one.clientId ? { ...person, away: [{ date: '2026-11-24', from: 0, to: 1440 }] } : person,
            ),
          },
          { ...all, settings: { ...all.settings, weights: { ...all.settings.weights, newCaregiver: 60, dayMoved: 30 } } },
        ]
        const before = best(all)
        for (const given of stricter) expect(best(given)).toBeGreaterThanOrEqual(before - 1e-9)
        return true
      }),
      some,
    )
  })
})
