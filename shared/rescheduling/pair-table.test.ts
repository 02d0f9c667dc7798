import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PairTable } from './pair-table.ts'

describe('a table of pairs', () => {
  it('knows what a map knows, however many there are and whatever was set twice', () => {
    const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.nat(500)), { maxLength: 60 })
    fc.assert(
      fc.property(entries, (pairs) => {
        const [table, map] = [new PairTable(), new Map(pairs)]
        for (const [key, value] of pairs) table.set(key, value)
        for (const [key, value] of map) expect(table.get(key)).toBe(value)
        expect(table.get(2 ** 41)).toBe(-1)
      }),
    )
  })

  it('grows', () => {
    const table = new PairTable()
    for (let key = 0; key < 40_000; key++) table.set(key * 13_830, key)
    const keys = Array.from({ length: 40_000 }, (_, key) => key)
    expect(keys.filter((key) => table.get(key * 13_830) !== key)).toEqual([])
  })
})
