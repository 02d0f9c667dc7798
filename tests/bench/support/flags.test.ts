import { describe, expect, it } from 'vitest'
import { parseFlags } from './flags.ts'

const defaults = { rounds: 5, write: false, only: '' }

describe('parseFlags', () => {
  it('takes each flag by the type of its default', () => {
    expect(parseFlags([], defaults)).toEqual(defaults)
    expect(parseFlags(['--write', '--rounds', '3', '--only', 'deep'], defaults)).toEqual({ rounds: 3, write: true, only: 'deep' })
  })

  it('refuses what it does not know', () => {
    expect(() => parseFlags(['--round', '3'], defaults)).toThrow('Unknown flag: --round')
    expect(() => parseFlags(['3'], defaults)).toThrow('Unknown flag: 3')
    expect(() => parseFlags(['--rounds', 'many'], defaults)).toThrow('many is no number')
    expect(() => parseFlags(['--rounds', '--write'], defaults)).toThrow('--rounds needs a value')
  })
})
