/** docs/measurements.md: one section per bench, each written by its bench alone. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Goal } from './goals.ts'
import type { Machine } from './machine.ts'

const FILE = fileURLToPath(new URL('../../../docs/measurements.md', import.meta.url))

const HEAD = `# Measurements

Written by the benches (\`npm run bench NAME -- --write\`), never by hand. A ratio compares the product with a peer, or with itself
at another size, in one run on one machine; times differ from machine to machine, ratios hardly.
`

/** What one run of a bench found. */
export interface Result {
  readonly name: string
  /** What was measured, in a sentence or two. */
  readonly title: string
  readonly figures: Readonly<Record<string, number | string>>
  /** What was asked, by name. */
  readonly ratios: Readonly<Record<string, Goal>>
  readonly ok: Goal['ok']
  readonly machine: Machine
  /** The day it was run, `2026-11-23`. */
  readonly date: string
  /** The flags that were given, as typed; empty when all stood at their defaults. */
  readonly flags: string
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function outcome(goal: Goal): string {
  if (goal.ok === 'not measured') return `not measured${goal.because ? `: ${goal.because}` : ''}`
  return goal.ok ? 'met' : 'missed'
}

/** The section of one bench, from its heading to its last line. */
export function sectionOf(result: Result): string {
  const { machine } = result
  const goals = Object.entries(result.ratios).map(([name, goal]) => [name, goal.value ?? '–', goal.goal, outcome(goal)])
  const figures = Object.entries(result.figures).map(([name, value]) => [name, value])
  const on = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB`,
    machine.system,
    `Node.js ${machine.node}`,
    ...(machine.postgres === null ? [] : [`PostgreSQL ${machine.postgres}`]),
  ]
  return [
    `## ${result.name}`,
    result.title,
    ...(goals.length > 0 ? [table(['measure', 'value', 'goal', 'outcome'], goals)] : []),
    ...(figures.length > 0 ? [table(['figure', 'value'], figures)] : []),
    `${result.date}, \`npm run bench ${result.name}${result.flags ? ` -- ${result.flags}` : ''}\`, on ${on.join('; ')}.`,
  ].join('\n\n')
}

/** The document with this section in the place of the one of the same bench; sections stand in the order of their names. */
export function withSection(document: string, name: string, section: string): string {
  const others = document
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .map((part) => part.trim())
    .filter((part) => part.split('\n')[0] !== `## ${name}`)
  return `${[HEAD.trim(), ...[...others, section].sort()].join('\n\n')}\n`
}

/** Writes the section of this result, leaving those of other benches as they are. */
export function writeMeasurements(result: Result, file = FILE): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, withSection(readFileSync(file, 'utf8'), result.name, sectionOf(result)))
  renameSync(fresh, file)
}
