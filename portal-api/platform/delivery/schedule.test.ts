import { describe, expect, it } from 'vitest'
import { MAX_ATTEMPTS, nextTry } from './schedule.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const waitAfter = (attempts: number, askedMs?: number) => {
  const next = nextTry(attempts, now, askedMs)
  return next === null ? null : (next.getTime() - now.getTime()) / 1000
}

describe('the next try', () => {
  it('waits twice as long each time, up to four hours, and ends after about a day', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, index) => waitAfter(index + 1))
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240, 14_400, 14_400, 14_400, 14_400, null])
    const whole = waits.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    expect(whole).toBe(21 * 3600 + 41 * 60 + 10)
  })

  it('waits as long as it was asked to, not shorter than its own wait and not longer than the longest', () => {
    expect(waitAfter(1, 90_000)).toBe(90)
    expect(waitAfter(5, 90_000)).toBe(160)
    expect(waitAfter(1, 7 * 86_400_000)).toBe(14_400)
  })
})
