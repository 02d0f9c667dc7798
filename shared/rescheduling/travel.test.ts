import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from './settings.ts'
import { kilometres, matrixTravel, tableTravel } from './travel.ts'

const dam = { lat: 52.3731, lon: 4.8926 }
const haarlem = { lat: 52.3874, lon: 4.6462 }
const travel = tableTravel(DEFAULT_SETTINGS)

describe('travel', () => {
  it('measures the great circle: Amsterdam to Haarlem is about 16.8 km', () => {
    expect(kilometres(dam, haarlem)).toBeCloseTo(16.8, 1)
    expect(kilometres(dam, dam)).toBe(0)
  })

  it('drives each stretch at its own speed, in whole minutes', () => {
    // 16.8 × 1.3 = 21.8 km: 2 km at 15, 8 km at 30, 11.8 km at 60 km/h.
    expect(travel.minutes(dam, haarlem)).toBe(Math.ceil(8 + 16 + (kilometres(dam, haarlem) * 1.3 - 10)))
    expect(travel.minutes(dam, dam)).toBe(0)
    expect(travel.minutes(dam, null)).toBe(0)
  })

  it('never takes less time for a longer way', () => {
    let before = 0
    for (let lon = 4.8926; lon < 5.4; lon += 0.003) {
      const minutes = travel.minutes(dam, { lat: dam.lat, lon })
      expect(minutes).toBeGreaterThanOrEqual(before)
      before = minutes
    }
  })

  it('takes a matrix first and the table where the matrix has nothing', () => {
    const matrix = matrixTravel((_from, to) => (to === haarlem ? 31 : undefined), travel)
    expect(matrix.minutes(dam, haarlem)).toBe(31)
    expect(matrix.minutes(haarlem, dam)).toBe(travel.minutes(haarlem, dam))
  })
})
