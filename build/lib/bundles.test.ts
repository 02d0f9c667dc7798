import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BUNDLES, fingerprint, isStale } from './bundles.mjs'

const bundle = { name: 'desk', config: 'desk.config.ts', modes: ['production'], sources: ['src', 'shared'], results: ['main.js'] }
let root: string

const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bundles-'))
  put('src/main.ts', 'one')
  put('src/deep/other.ts', 'two')
  put('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

it('changes with the content, the name and the presence of a source', () => {
  const prints = new Set([fingerprint(root, bundle)])
  put('src/deep/other.ts', 'three')
  prints.add(fingerprint(root, bundle))
  put('shared/new.ts', '')
  prints.add(fingerprint(root, bundle))
  put('package-lock.json', '{"other":1}')
  prints.add(fingerprint(root, bundle))
  put('desk.config.ts', 'x')
  prints.add(fingerprint(root, bundle))
  expect(prints.size).toBe(5)
})

it('does not change with the time of a file, nor with a test or a text beside it', () => {
  const before = fingerprint(root, bundle)
  utimesSync(path.join(root, 'src/main.ts'), new Date(0), new Date(0))
  put('src/main.test.ts', 'x')
  put('src/main.itest.ts', 'x')
  put('src/README.md', 'x')
  expect(fingerprint(root, bundle)).toBe(before)
})

it('is stale without its result, with another stamp and without one', () => {
  expect(isStale(root, bundle)).toBe(true)
  put('dist/desk/main.js', 'built')
  expect(isStale(root, bundle)).toBe(true)
  put('dist/.stamps/desk', fingerprint(root, bundle))
  expect(isStale(root, bundle)).toBe(false)
  put('src/main.ts', 'changed')
  expect(isStale(root, bundle)).toBe(true)
})

it('gives every bundle a folder of its own', () => {
  expect(new Set(BUNDLES.map(({ name }) => name)).size).toBe(BUNDLES.length)
})
