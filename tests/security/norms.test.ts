/** docs/security.md is held to the tests: a file it names exists, and a test in it is named after the identifier. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/security.md', ROOT), 'utf8')

interface Row {
  readonly identifier: string
  readonly files: readonly string[]
}

const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim())
  const files = [...(cells[3] ?? '').matchAll(/`([\w./-]+\.test\.tsx?|[\w./-]+\.itest\.ts)`/g)].map((match) => match[1] ?? '')
  return files.length > 0 ? [{ identifier: cells[1] ?? '', files }] : []
})

/** The names of the tests of a file, and of what they stand in. */
function namesIn(file: string): readonly string[] {
  const text = readFileSync(new URL(file, ROOT), 'utf8')
  const names = [...text.matchAll(/\b(?:it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)]
  return names.map((match) => match[2] ?? '')
}

/** `ASVS 7.4.3` is named by "ASVS 7.4.2, 7.4.3: …"; `63B §4.6` by "63B §4.6, ASVS 6.3.7: …"; words by themselves. */
function isNamedBy({ identifier }: Row, name: string): boolean {
  const [book = '', number] = /^(ASVS|63B) (§?[\d.]+)$/.exec(identifier)?.slice(1) ?? []
  if (number === undefined) return name.toLowerCase().includes(identifier.toLowerCase())
  const exactly = new RegExp(`(?<![\\d.])${number.replaceAll('.', '\\.')}(?![\\d]|\\.\\d)`)
  return name.includes(book) && exactly.test(name)
}

it('every norm of the page has a test that exists and is named after it', () => {
  expect(rows.length).toBeGreaterThan(35)
  const wrong = rows.flatMap((row) =>
    row.files.flatMap((file) => {
      if (!existsSync(new URL(file, ROOT))) return [`${row.identifier}: ${file} does not exist`]
      return namesIn(file).some((name) => isNamedBy(row, name)) ? [] : [`${row.identifier}: no test of ${file} is named after it`]
    }),
  )
  expect(wrong).toEqual([])
})

it('no norm stands on the page twice', () => {
  const identifiers = rows.map((row) => row.identifier)
  expect(identifiers).toEqual([...new Set(identifiers)])
})
