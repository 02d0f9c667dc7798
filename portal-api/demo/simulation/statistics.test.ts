import { expect, it } from 'vitest'
import { Statistics } from './statistics.ts'

it('says what was done, refused and failed, each by its own name', () => {
  const statistics = new Statistics()
  statistics.visits = 3
  statistics.did('logged-in')
  statistics.did('logged-in')
  statistics.did('notice-sent')
  statistics.wasRefused('not-open')
  statistics.skipped = 2
  statistics.faults = 1
  for (const milliseconds of [10, 20, 30, 40]) statistics.took(milliseconds)
  expect(statistics.line()).toBe(
    '3 visits: 2 logged-in, 1 notice-sent; refused: 1 not-open; 2 skipped, too many at once; 1 faults; half of the calls within 30 ms, 95 % within 40 ms',
  )
})

it('has figures before anything was done', () => {
  expect(new Statistics().line()).toBe('0 visits: nothing done yet; 0 faults; half of the calls within 0 ms, 95 % within 0 ms')
})
