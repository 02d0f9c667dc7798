import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineOf, resultOf } from './bench.ts'
import { atMost, notMeasured } from './goals.ts'
import { type Result, sectionOf, writeMeasurements } from './measurements.ts'

const machine = { cpu: 'Z80', cores: 1, memoryGb: 64, system: 'CP/M', node: '22.1.0', postgres: '18.4' }
const result = (name: string, more: Partial<Result> = {}): Result => ({
  name,
  title: `What ${name} measures.`,
  figures: { 'product, p95 ms': 12.3 },
  ratios: { 'p95, product : peer': atMost(1.4, 2) },
  ok: true,
  machine,
  date: '2026-11-23',
  flags: '',
  ...more,
})

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'measurements-'))
  file = path.join(folder, 'measurements.md')
  writeFileSync(file, '# Measurements\n\nNone yet.\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a section', () => {
  it('names goal, figures, command, machine and day', () => {
    expect(sectionOf(result('events', { flags: '--rounds 3' }))).toBe(`## events

What events measures.

| measure | value | goal | outcome |
| --- | --- | --- | --- |
| p95, product : peer | 1.4 | ≤ 2 | met |

| figure | value |
| --- | --- |
| product, p95 ms | 12.3 |

2026-11-23, \`npm run bench events -- --rounds 3\`, on Z80, 1 cores, 64 GB; CP/M; Node.js 22.1.0; PostgreSQL 18.4.`)
  })

  it('says what was missed and what was not measured', () => {
    const ratios = { a: atMost(3, 2), b: notMeasured('≥ 0.5', 'no pgbench here') }
    expect(sectionOf(result('x', { ratios }))).toContain(
      '| a | 3 | ≤ 2 | missed |\n| b | – | ≥ 0.5 | not measured: no pgbench here |',
    )
  })
})

describe('the document', () => {
  it('gets sections in the order of their names, each replaced by its own bench only', () => {
    for (const name of ['faults', 'api-reply', 'events']) writeMeasurements(result(name), file)
    writeMeasurements(result('events', { title: 'Measured anew.' }), file)
    const text = readFileSync(file, 'utf8')
    expect(text.match(/^#+ .*$/gm)).toEqual(['# Measurements', '## api-reply', '## events', '## faults'])
    expect(text).toContain('Measured anew.')
    expect(text).not.toContain('What events measures.')
    expect(text).toContain('What faults measures.')
    expect(text).not.toContain('None yet.')
    writeMeasurements(result('events', { title: 'Measured anew.' }), file)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('the line of a bench', () => {
  it('is one line of JSON that begins with its name', () => {
    const given = { name: 'events', title: 'Live.', flags: {}, measure: () => Promise.reject(new Error('not run')) }
    const measured = { figures: { followers: 200 }, ratios: { p95: atMost(1, 2) }, postgres: '18.4' }
    const line = lineOf(resultOf(given, measured, '', new Date('2026-11-23T08:00:00Z')))
    expect(line.startsWith('{"name":"events",')).toBe(true)
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({
      name: 'events',
      figures: { followers: 200 },
      ratios: { p95: { value: 1, goal: '≤ 2', ok: true } },
      ok: true,
      machine: { postgres: '18.4' },
      date: '2026-11-23',
    })
  })
})
