import { describe, expect, it } from 'vitest'
import { byTurns, closedLoop } from './rounds.ts'

describe('byTurns', () => {
  it('lets every side go once a round, in an order that turns round', async () => {
    const went: string[] = []
    const side = (name: string) => async (round: number) => {
      went.push(`${name}${round}`)
      return `${name}${round}`
    }
    expect(await byTurns(3, { a: side('a'), b: side('b') })).toEqual({ a: ['a0', 'a1', 'a2'], b: ['b0', 'b1', 'b2'] })
    expect(went).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2'])
  })
})

describe('closedLoop', () => {
  it('makes exactly that many calls, no more than one at a time per client', async () => {
    const busy = new Set<number>()
    const calls: number[] = []
    const load = await closedLoop(3, 10, async (call, client) => {
      expect(busy.has(client)).toBe(false)
      busy.add(client)
      await Promise.resolve()
      calls.push(call)
      busy.delete(client)
    })
    expect(calls.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(load.times).toHaveLength(10)
  })
})
