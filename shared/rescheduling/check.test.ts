import { describe, expect, it } from 'vitest'
import { makeChecker } from './check.ts'
import type { Planning } from './planning.ts'
import { ruleSentence } from './rules/catalogue.ts'
import { caregiver, client, clock, planning, visit } from './testing/small-planning.ts'
import { tableTravel } from './travel.ts'

const travel = tableTravel(planning().settings)
const TUESDAY = '2026-11-24'
const moved = visit('moved', { client: 'Verbeek', by: 'Samira', date: '2026-11-23', at: '09:00' })

/** The rules that the move of `moved` to a place breaks. */
function broken(given: Partial<Planning>, caregiverId: string, date: string, at: string): string[] {
  const all = planning({ ...given, visits: [moved, ...(given.visits ?? [])] })
  const move = { visitId: 'moved', parts: [{ caregiverId, date, startMinute: clock(at) }] }
  return makeChecker(all, travel)
    .check({ moves: [move], cancels: [] })
    .map((one) => one.rule)
}

describe('the check of a change', () => {
  it('finds nothing wrong with a free place', () => {
    expect(broken({}, 'Samira', TUESDAY, '09:00')).toEqual([])
  })

  it('refuses a double booking, to the minute, and lets visits touch', () => {
    const visits = [visit('other', { client: 'Verbeek', by: 'Samira', date: TUESDAY, at: '10:30' })]
    expect(broken({ visits }, 'Samira', TUESDAY, '09:01')).toContain('double-booking')
    expect(broken({ visits }, 'Samira', TUESDAY, '09:00')).toEqual([])
    expect(broken({ visits }, 'Daan', TUESDAY, '10:30')).toEqual([])
  })

  it('asks time for the road on both sides, and says how much', () => {
    const far = client('Tromp', { place: { lat: 52.37, lon: 4.7 } })
    const clients = [client('Verbeek'), far]
    const visits = [visit('other', { client: 'Tromp', by: 'Samira', date: TUESDAY, at: '11:00' })]
    expect(broken({ clients, visits }, 'Samira', TUESDAY, '09:15')).toEqual(['no-travel-time'])
    expect(broken({ clients, visits }, 'Samira', TUESDAY, '12:45')).toEqual(['no-travel-time'])
    expect(broken({ clients, visits }, 'Samira', TUESDAY, '13:30')).toEqual([])
  })

  it('knows who may and who is there', () => {
    const caregivers = [
      caregiver('Samira', { qualifications: ['HV 2'] }),
      caregiver('Daan', { absences: [{ date: TUESDAY, from: 0, to: 720 }] }),
      caregiver('Fatima', { availability: [{ weekday: 2, from: clock('08:00'), to: clock('10:00') }] }),
    ]
    expect(broken({ caregivers }, 'Samira', TUESDAY, '09:00')).toEqual(['not-qualified'])
    expect(broken({ caregivers: caregivers.slice(0, 1) }, 'Samira', TUESDAY, '09:00')).toEqual(['unknown-service'])
    expect(broken({ caregivers }, 'Daan', TUESDAY, '11:00')).toEqual(['caregiver-absent'])
    expect(broken({ caregivers }, 'Daan', TUESDAY, '12:00')).toEqual([])
    expect(broken({ caregivers }, 'Fatima', TUESDAY, '08:45')).toEqual(['not-available'])
    expect(broken({ caregivers }, 'Fatima', TUESDAY, '08:30')).toEqual([])
  })

  it('knows when the client cannot, and whom they do not want', () => {
    const clients = [
      client('Verbeek', {
        away: [{ date: TUESDAY, from: clock('10:00'), to: 1440 }],
        impossible: [{ weekday: 4, from: clock('12:00'), to: clock('18:00') }],
        unwantedCaregiverIds: ['Daan'],
      }),
    ]
    expect(broken({ clients }, 'Samira', TUESDAY, '09:00')).toEqual(['client-away'])
    expect(broken({ clients }, 'Samira', TUESDAY, '08:30')).toEqual([])
    expect(broken({ clients }, 'Samira', '2026-11-26', '11:00')).toEqual(['client-impossible'])
    expect(broken({ clients }, 'Daan', TUESDAY, '08:30')).toEqual(['unwanted-pairing'])
  })

  it('knows closed days, their exceptions, the past and the end of the planning', () => {
    const closedDays = [{ date: TUESDAY, exceptServiceCodes: [] }]
    expect(broken({ closedDays }, 'Samira', TUESDAY, '09:00')).toEqual(['closed-day'])
    expect(broken({ closedDays: [{ date: TUESDAY, exceptServiceCodes: ['HV 1'] }] }, 'Samira', TUESDAY, '09:00')).toEqual([])
    expect(broken({ now: { date: TUESDAY, minute: clock('09:01') } }, 'Samira', TUESDAY, '09:00')).toEqual(['in-the-past'])
    expect(broken({}, 'Samira', '2026-11-30', '09:00')).toEqual(['out-of-horizon'])
  })

  it('keeps two caregivers in step, and apart', () => {
    const part = moved.parts[0]
    if (!part) throw new Error('no part')
    const pair = { ...moved, parts: [part, { ...part, caregiverId: 'Daan' }], sync: { min: 0, max: 0 } }
    const check = makeChecker(planning({ visits: [pair] }), travel)
    const to = (first: string, second: string, at: string, later: string) =>
      check
        .check({
          cancels: [],
          moves: [
            {
              visitId: 'moved',
              parts: [
                { caregiverId: first, date: TUESDAY, startMinute: clock(at) },
                { caregiverId: second, date: TUESDAY, startMinute: clock(later) },
              ],
            },
          ],
        })
        .map((one) => one.rule)
    expect(to('Samira', 'Daan', '09:00', '09:00')).toEqual([])
    expect(to('Samira', 'Daan', '09:00', '09:15')).toEqual(['out-of-step'])
    expect(to('Samira', 'Samira', '09:00', '09:00')).toContain('same-caregiver-twice')
  })

  it('warns, with figures, of working time and of what was agreed', () => {
    const visits = [
      visit('late', { client: 'Verbeek', by: 'Samira', date: '2026-11-24', at: '20:00', minutes: 75 }),
      visit('agreed', { client: 'Tromp', by: 'Samira', date: '2026-11-27', at: '09:00' }, { pinned: true }),
    ]
    const caregivers = [
      caregiver('Samira', { availability: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })) }),
    ]
    const check = makeChecker(planning({ caregivers, visits: [moved, ...visits] }), travel)
    const early = check.check({
      moves: [{ visitId: 'moved', parts: [{ caregiverId: 'Samira', date: '2026-11-25', startMinute: clock('07:00') }] }],
      cancels: [],
    })
    expect(early.map((one) => [one.rule, one.severity])).toEqual([['rest-between-days', 'warning']])
    const [rest] = early
    if (!rest) throw new Error('no breach')
    expect(ruleSentence(rest.rule, rest.figures, 'nl')).toBe('Samira: rust 9 u 45, norm 11 u')
    expect(ruleSentence(rest.rule, rest.figures, 'en')).toBe('Samira: rest 9 h 45, norm 11 h')
    const agreed = check.check({
      moves: [{ visitId: 'agreed', parts: [{ caregiverId: 'Samira', date: '2026-11-27', startMinute: clock('11:00') }] }],
      cancels: [],
    })
    expect(agreed.map((one) => one.rule)).toEqual(['pinned'])
  })

  it('lets two visits swap, and frees the place of one that lapses', () => {
    const other = visit('other', { client: 'Tromp', by: 'Daan', date: '2026-11-23', at: '09:00' })
    const check = makeChecker(planning({ visits: [moved, other] }), travel)
    const at = (visitId: string, caregiverId: string) => ({
      visitId,
      parts: [{ caregiverId, date: '2026-11-23', startMinute: clock('09:00') }],
    })
    expect(check.check({ moves: [at('moved', 'Daan'), at('other', 'Samira')], cancels: [] })).toEqual([])
    expect(check.check({ moves: [at('moved', 'Daan')], cancels: [] }).map((one) => one.rule)).toEqual(['double-booking'])
    expect(check.check({ moves: [at('moved', 'Daan')], cancels: ['other'] })).toEqual([])
  })

  it('counts real hours on the day the clock changes', () => {
    // Sunday 25 October 2026: 02:30 to 03:30 on the wall are two hours when the hour from two to three comes twice.
    const sunday = '2026-10-25'
    const night = {
      now: { date: '2026-10-19', minute: 0 },
      from: '2026-10-19',
      to: '2026-11-01',
      caregivers: [caregiver('Samira', { availability: [{ weekday: 0, from: 0, to: 1440 }] })],
      visits: [visit('other', { client: 'Verbeek', by: 'Samira', date: sunday, at: '03:30', minutes: 60 })],
    }
    const first = visit('moved', { client: 'Verbeek', by: 'Samira', date: '2026-10-24', at: '09:00', minutes: 120 })
    const all = planning({ ...night, visits: [first, ...night.visits] })
    const at = (minutes: string) =>
      makeChecker(all, travel)
        .check({
          moves: [{ visitId: 'moved', parts: [{ caregiverId: 'Samira', date: sunday, startMinute: clock(minutes) }] }],
          cancels: [],
        })
        .map((one) => one.rule)
    expect(at('02:30')).toEqual([])
    expect(at('02:45')).toEqual(['double-booking'])
  })
})
