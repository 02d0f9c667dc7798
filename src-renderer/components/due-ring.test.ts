import { expect, it } from 'vitest'
import { ringFraction } from './due-ring.ts'

const hour = 3_600_000

it('is empty before the last three working days, half-way half, full when due', () => {
  expect(ringFraction(0, 10 * hour, -hour)).toBe(0)
  expect(ringFraction(0, 10 * hour, 5 * hour)).toBe(0.5)
  expect(ringFraction(0, 10 * hour, 10 * hour)).toBe(1)
})

it('stays full when too late, also when start and due fall together', () => {
  expect(ringFraction(0, 10 * hour, 12 * hour)).toBe(1)
  expect(ringFraction(hour, hour, 2 * hour)).toBe(1)
  expect(ringFraction(hour, hour, 0)).toBe(0)
})
