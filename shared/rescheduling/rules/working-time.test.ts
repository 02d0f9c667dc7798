import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { broughtBy, shiftsOf, type WorkPiece, workingTimeBreaches } from './working-time.ts'

const { norms } = DEFAULT_SETTINGS
const DAY = 1440
const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Work on day `day` from one clock time to another. */
function piece(day: number, from: string, to: string, travel = 0): WorkPiece {
  return { start: day * DAY + clock(from), end: day * DAY + clock(to), day, week: Math.floor(day / 7), travel }
}
const rules = (pieces: readonly WorkPiece[], before: { minutes: number; weeks: number } | null = null) =>
  workingTimeBreaches(pieces, norms, before).map((one) => [one.rule, one.is, one.norm])

describe('working time', () => {
  it('counts travel as work and a long enough gap after travel as a break', () => {
    const [shift] = shiftsOf([piece(0, '08:00', '10:00'), piece(0, '10:20', '12:00', 20), piece(0, '12:40', '15:00', 10)], norms)
    // Two visits, twenty minutes of travel, two more visits; forty minutes between, of which ten on the road.
    expect(shift).toMatchObject({ worked: 120 + 20 + 100 + 10 + 140, breaks: 30 })
  })

  it('counts waiting that is shorter than a break as work', () => {
    const [shift] = shiftsOf([piece(0, '08:00', '10:00'), piece(0, '10:14', '12:00')], norms)
    expect(shift).toMatchObject({ worked: 240, breaks: 0 })
  })

  it('Arbeidstijdenwet 5:3: 9 h 45 between two days is short of 11 h, 11 h is not', () => {
    expect(rules([piece(0, '14:00', '21:15'), piece(1, '07:00', '09:00')])).toContainEqual(['rest-between-days', 585, 660])
    expect(rules([piece(0, '16:00', '20:00'), piece(1, '07:00', '09:00')])).toEqual([])
  })

  it('takes work that goes on past midnight as one shift', () => {
    const night = [piece(0, '22:00', '23:30'), { ...piece(1, '00:00', '06:00'), travel: 10 }]
    expect(shiftsOf(night, norms)).toMatchObject([{ day: 0, worked: 90 + 10 + 360, breaks: 20 }])
  })

  it('Arbeidstijdenwet 5:5: seven days without 36 h of rest are too many, a free weekend is enough', () => {
    const everyDay = Array.from({ length: 8 }, (_, day) => piece(day, '09:00', '12:00'))
    expect(rules(everyDay)).toEqual([['rest-in-week', DAY - 180, 36 * 60]])
    expect(rules([0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => piece(day, '09:00', '12:00')))).toEqual([])
  })

  it('Arbeidstijdenwet 5:4: 30 minutes over 5.5 h, 45 over 10 h', () => {
    expect(rules([piece(0, '08:00', '13:30')])).toEqual([])
    expect(rules([piece(0, '08:00', '13:31')])).toEqual([['break', 0, 30]])
    expect(rules([piece(0, '08:00', '11:00'), piece(0, '11:30', '14:30')])).toEqual([])
    expect(rules([piece(0, '06:00', '12:00'), piece(0, '12:30', '16:45')])).toEqual([
      ['shift-length', 615, 600],
      ['break', 30, 45],
    ])
  })

  it('collective agreement: ten hours a day, and not a minute more', () => {
    const day = (end: string) => [piece(0, '07:00', '12:00'), piece(0, '12:45', end)]
    expect(rules(day('17:45'))).toEqual([])
    expect(rules(day('17:46')).map(([rule]) => rule)).toEqual(['shift-length'])
  })

  it('Arbeidstijdenwet 5:7: 60 h in a week, 48 h on average over sixteen weeks', () => {
    const week = [0, 1, 2, 3, 4, 5].flatMap((day) => [piece(day, '07:00', '12:00'), piece(day, '12:45', '17:46')])
    expect(rules(week)).toContainEqual(['week-hours', 6 * 601, 3600])
    expect(rules([piece(0, '09:00', '12:00')], { minutes: 15 * 52 * 60, weeks: 15 })).toEqual([
      ['average-hours', (15 * 52 * 60 + 180) / 16, 2880],
    ])
    expect(rules([piece(0, '09:00', '12:00')], { minutes: 15 * 48 * 60, weeks: 15 })).toEqual([])
  })

  it('tells of a change only what it brings', () => {
    const before = workingTimeBreaches([piece(0, '08:00', '14:00'), piece(1, '08:00', '14:00')], norms, null)
    const after = workingTimeBreaches([piece(0, '08:00', '14:00'), piece(1, '08:00', '19:00')], norms, null)
    expect(broughtBy(before, after).map((one) => [one.rule, one.at])).toEqual([
      ['shift-length', 1],
      ['break', 1],
    ])
  })
})
