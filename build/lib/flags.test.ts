import { describe, expect, it } from 'vitest'
import { parseStartFlags, parseTestFlags } from './flags.mjs'

describe('flags of npm start', () => {
  it('opens a window and stays, unless told otherwise', () => {
    expect(parseStartFlags([])).toEqual({ ok: true, check: false, open: true })
    expect(parseStartFlags(['--no-open', '--check'])).toEqual({ ok: true, check: true, open: false })
  })

  it('refuses what it does not know', () => {
    const flags = parseStartFlags(['--chek'])
    expect(flags.ok).toBe(false)
    expect(!flags.ok && flags.complaint).toContain('--chek')
  })
})

describe('flags of npm test', () => {
  const stages = ['types', 'unit', 'e2e'] as const

  it('runs every stage in order when none is named', () => {
    expect(parseTestFlags([], stages)).toEqual({ ok: true, stages, rest: [] })
  })

  it('keeps the order of the stages, whatever the order they are named in', () => {
    expect(parseTestFlags(['e2e', 'types'], stages)).toEqual({ ok: true, stages: ['types', 'e2e'], rest: [] })
  })

  it('hands the rest to the runner, with or without the dashes that npm swallows', () => {
    expect(parseTestFlags(['e2e', '-g', 'absence'], stages)).toEqual({ ok: true, stages: ['e2e'], rest: ['-g', 'absence'] })
    expect(parseTestFlags(['e2e', '--', '-g', 'absence'], stages)).toEqual({ ok: true, stages: ['e2e'], rest: ['-g', 'absence'] })
  })

  it('refuses an unknown stage', () => {
    expect(parseTestFlags(['units'], stages).ok).toBe(false)
  })
})
