/**
 * Chance by seed: the same key gives the same draw on every machine and every day, whatever was drawn
 * before. So the weeks that are added later fit the ones that are there, and a test can rely on them.
 */
import { hash } from 'node:crypto'
import type { Faker } from '@faker-js/faker'
import { faker as dutch } from '@faker-js/faker/locale/nl'

/** A changed generator gets a new version: a database filled by an older one is recognised. */
export const SEED_VERSION = 2

/** The seed of the demo that ships. */
export const DEMO_SEED = 20_261_123

export interface Chance {
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  pick<T>(from: readonly T[]): T
  /** True with probability `p`. */
  yes(p: number): boolean
  /** A copy in another order. */
  shuffled<T>(from: readonly T[]): T[]
}

function digest(seed: number, key: readonly (string | number)[]): Buffer {
  return hash('sha256', [seed, ...key].join('\u001f'), 'buffer')
}

/** The draws that belong to a key (mulberry32, started from a hash of seed and key). */
export function chanceOf(seed: number, ...key: readonly (string | number)[]): Chance {
  let state = digest(seed, key).readUInt32LE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    pick(from) {
      if (from.length === 0) throw new Error('There is nothing to pick from.')
      return from[int(0, from.length - 1)] as (typeof from)[number]
    },
    yes: (p) => next() < p,
    shuffled(from) {
      const list = [...from]
      for (let last = list.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        const held = list[last] as (typeof list)[number]
        list[last] = list[other] as (typeof list)[number]
        list[other] = held
      }
      return list
    },
  }
}

/** The Dutch name and address generator, set to the draws of a key. Ask it at once: the next key sets it anew. */
export function dutchOf(seed: number, ...key: readonly (string | number)[]): Faker {
  dutch.seed(digest(seed, key).readUInt32LE(4))
  return dutch
}

/** A UUIDv7 that belongs to a key: the moment in front, the hash of the key behind it. */
export function demoId(seed: number, at: Date, ...key: readonly (string | number)[]): string {
  const bytes = digest(seed, ['id', ...key]).subarray(0, 16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
