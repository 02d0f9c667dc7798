import { describe, expect, it } from 'vitest'
import { uuid } from '../../../shared/domain/ids.ts'
import { chanceOf, demoId } from './chance.ts'

const tenOf = (seed: number, key: string) => {
  const chance = chanceOf(seed, key)
  return Array.from({ length: 10 }, () => chance.int(0, 999))
}

describe('chance by seed', () => {
  it('gives the same draws to the same key and others to another key or seed', () => {
    expect(tenOf(1, 'a')).toEqual(tenOf(1, 'a'))
    expect(tenOf(1, 'a')).not.toEqual(tenOf(1, 'b'))
    expect(tenOf(1, 'a')).not.toEqual(tenOf(2, 'a'))
  })

  it('stays within its bounds, both ends included', () => {
    const chance = chanceOf(1, 'bounds')
    const drawn = new Set(Array.from({ length: 400 }, () => chance.int(3, 6)))
    expect([...drawn].sort()).toEqual([3, 4, 5, 6])
  })

  it('shuffles without losing anything', () => {
    expect(chanceOf(1, 's').shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5])
  })

  it('makes ids that are UUIDv7 and carry their moment', () => {
    const at = new Date('2026-11-23T09:00:00Z')
    const id = demoId(1, at, 'visit', 7)
    expect(uuid.safeParse(id).success).toBe(true)
    expect(id[14]).toBe('7')
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at.getTime())
    expect(demoId(1, at, 'visit', 7)).toBe(id)
    expect(demoId(1, at, 'visit', 8)).not.toBe(id)
  })
})
