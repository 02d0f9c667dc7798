import { describe, expect, it } from 'vitest'
import { median, percentile, ratioOfRounds, rounded, spread } from './figures.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => last - index)

describe('percentile', () => {
  it('is the nearest rank, whatever the order', () => {
    expect(percentile(upTo(100), 0.95)).toBe(95)
    expect(percentile(upTo(20), 0.95)).toBe(19)
    expect(percentile(upTo(10), 0.95)).toBe(10)
    expect(percentile([7], 0.95)).toBe(7)
    expect(percentile(upTo(100), 1)).toBe(100)
  })

  it('of nothing is no number, and a share beyond all is refused', () => {
    expect(percentile([], 0.5)).toBeNaN()
    expect(() => percentile([1], 95)).toThrow('share')
  })
})

describe('median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 6])).toBe(5.5)
    expect(median([])).toBeNaN()
  })
})

describe('ratioOfRounds', () => {
  it('compares within a round: a slow round of both sides changes nothing', () => {
    expect(ratioOfRounds([10, 100, 12], [5, 50, 6])).toBe(2)
    expect(() => ratioOfRounds([1], [])).toThrow('Rounds differ')
  })
})

describe('rounded, spread', () => {
  it('says no more digits than are known', () => {
    expect([1.23456, 0.012345, 12.345, 1234.56].map(rounded)).toEqual([1.23, 0.0123, 12.3, 1235])
    expect(spread('list', [1, 2, 3])).toEqual({
      'list, median ms': 2,
      'list, p95 ms': 3,
      'list, p99 ms': 3,
      'list, slowest ms': 3,
      'list, samples': 3,
    })
  })
})
