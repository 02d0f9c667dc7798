import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { StoragePort } from '../core/ports.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createFileStorage } from './file-storage.ts'
import { holdFolder } from './one-folder.ts'

let folder: string
let storage: StoragePort
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-storage-'))
  storage = await createFileStorage(folder, createFakeClock())
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = (): string[] => readdirSync(folder).sort()

it('gives back what was set, and nothing after it was deleted', async () => {
  expect(await storage.get('draft-1')).toEqual({ state: 'absent' })
  await storage.set('draft-1', { text: 'één' })
  expect(await storage.get('draft-1')).toEqual({ state: 'found', value: { text: 'één' } })
  await storage.delete('draft-1')
  await storage.delete('draft-1')
  expect(await storage.get('draft-1')).toEqual({ state: 'absent' })
})

it('leaves nothing half behind, and lets nobody else read', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => storage.set('draft-1', { index })))
  expect(files()).toEqual(['draft-1.json'])
  expect(statSync(path.join(folder, 'draft-1.json')).mode & 0o777).toBe(0o600)
  expect(await storage.get('draft-1')).toMatchObject({ state: 'found' })
})

it('keeps what it cannot read under another name', async () => {
  writeFileSync(path.join(folder, 'draft-1.json'), '{"half":')
  expect(await storage.get('draft-1')).toEqual({ state: 'set-aside' })
  expect(files()).toEqual(['draft-1.json.unreadable-2026-11-23T09-00-00-000Z'])
  expect(readFileSync(path.join(folder, files()[0] ?? ''), 'utf8')).toBe('{"half":')
  expect(await storage.get('draft-1')).toEqual({ state: 'absent' })
})

it('clears away at the start what was being written when a former program ended', async () => {
  writeFileSync(path.join(folder, 'draft-1.json.99-1.new'), '{"half":')
  await createFileStorage(folder, createFakeClock())
  expect(files()).toEqual([])
})

it.each(['../escape', 'a/b', 'A', 'a.json', ''])('does not take %s for a name', async (name) => {
  await expect(storage.set(name, {})).rejects.toThrow('Not a name')
})

it('rejects when the disk refuses', async () => {
  await storage.set('draft-1', { text: 'eerst' })
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file in place of the folder')
  await expect(storage.set('draft-1', {})).rejects.toMatchObject({ code: 'ENOTDIR', syscall: 'open' })
})

it('a folder is held by one at a time, and free again afterwards', async () => {
  const letGo = await holdFolder(folder)
  expect(letGo).not.toBeNull()
  expect(await holdFolder(folder)).toBeNull()
  letGo?.()
  const again = await holdFolder(folder)
  expect(again).not.toBeNull()
  again?.()
})

it('what a dead program left in place does not shut the folder', async () => {
  writeFileSync(path.join(folder, 'in-use.sock'), '')
  const letGo = await holdFolder(folder)
  expect(letGo).not.toBeNull()
  letGo?.()
})
