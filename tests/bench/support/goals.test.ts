import { describe, expect, it } from 'vitest'
import { exitCodeOf } from './bench.ts'
import { atLeast, atMost, notMeasured, verdict } from './goals.ts'

describe('goals', () => {
  it('are met at their limit, judged before rounding, and never by what is no number', () => {
    expect(atMost(1.3, 1.3)).toEqual({ value: 1.3, goal: '≤ 1.3', ok: true })
    expect(atMost(1.3004, 1.3)).toEqual({ value: 1.3, goal: '≤ 1.3', ok: false })
    expect(atLeast(0.5, 0.5).ok).toBe(true)
    expect(atLeast(0.4999, 0.5).ok).toBe(false)
    expect([atMost(Number.NaN, 1).ok, atLeast(Number.NaN, 1).ok]).toEqual([false, false])
  })

  it('what was not measured is no pass', () => {
    const unknown = notMeasured('≥ 0.5', 'no pgbench here')
    expect(verdict([atMost(1, 2), unknown])).toBe('not measured')
    expect(verdict([atMost(3, 2), unknown])).toBe(false)
    expect(verdict([])).toBe('not measured')
    expect(verdict([atMost(1, 2)])).toBe(true)
    expect(([true, false, 'not measured'] as const).map(exitCodeOf)).toEqual([0, 1, 2])
  })
})
