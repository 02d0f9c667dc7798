import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { electronBinary } from './electron-binary.mjs'

let root: string
let electron: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'electron-'))
  electron = path.join(root, 'node_modules', 'electron')
  mkdirSync(path.join(electron, 'dist'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

it('is not there when only the package is', () => {
  expect(electronBinary(root, {})).toBeNull()
})

it('is where path.txt says', () => {
  writeFileSync(path.join(electron, 'path.txt'), 'program')
  expect(electronBinary(root, {})).toBeNull()
  writeFileSync(path.join(electron, 'dist', 'program'), '')
  expect(electronBinary(root, {})).toBe(path.join(electron, 'dist', 'program'))
})

it('may be overridden, but not with a folder that holds no program', () => {
  writeFileSync(path.join(electron, 'path.txt'), 'program')
  expect(electronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: root })).toBeNull()
  writeFileSync(path.join(root, 'program'), '')
  expect(electronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: root })).toBe(path.join(root, 'program'))
})
