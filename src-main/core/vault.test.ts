import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createMemoryStorage } from '../testing/memory-ports.ts'
import { DRAFT_KEY } from '../testing/samples.ts'
import type { DocumentKind } from './documents.ts'
import { openVault, type Vault } from './vault.ts'

const note = z.object({ text: z.string() })
const kind: DocumentKind<typeof note> = { kind: 'note', version: 1, schema: note, upgrades: {} }
const OWNER = { staffId: 'staff-1', provider: 'cordaan' }
const SECRET = 'Mevrouw Test is gevallen'

function vaultOn(storage = createMemoryStorage(), key = DRAFT_KEY, owner = OWNER): Vault {
  const vault = openVault(storage, key, owner)
  if (!vault) throw new Error('no vault')
  return vault
}

describe('the vault', () => {
  it('gives back what was put in, and nothing of it can be read on the disk', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    expect(await vaultOn(storage).read(kind, 'one')).toEqual({ state: 'found', value: { text: SECRET } })
    const onDisk = JSON.stringify([...storage.documents])
    expect(onDisk).not.toContain('Test')
    expect(onDisk).not.toContain('one')
    expect(onDisk).not.toContain('cordaan')
  })

  it('never writes the same bytes twice', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    const [before] = [...storage.documents.values()]
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    expect([...storage.documents.values()][0]).not.toBe(before)
  })

  it('knows nothing of another provider or another member of staff', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    expect(await vaultOn(storage, DRAFT_KEY, { ...OWNER, provider: 'laurens' }).read(kind, 'one')).toEqual({ state: 'absent' })
    expect(await vaultOn(storage, DRAFT_KEY, { ...OWNER, staffId: 'staff-2' }).read(kind, 'one')).toEqual({ state: 'absent' })
  })

  it('sets aside what another key sealed, and keeps it', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    const other = Buffer.alloc(32, 8).toString('base64')
    expect(await vaultOn(storage, other).read(kind, 'one')).toEqual({ state: 'set-aside' })
    expect(storage.documents.size).toBe(0)
    expect(storage.aside.size).toBe(1)
  })

  it('refuses a document with one bit changed', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: SECRET })
    const [[place, text]] = [...storage.documents] as [[string, string]]
    const stored = JSON.parse(text) as { data: string }
    const bytes = Buffer.from(stored.data, 'base64')
    bytes[3] = (bytes[3] ?? 0) ^ 1
    storage.documents.set(place, JSON.stringify({ ...stored, data: bytes.toString('base64') }))
    expect(await vaultOn(storage).read(kind, 'one')).toEqual({ state: 'set-aside' })
  })

  it('refuses a document that was put in the place of another', async () => {
    const storage = createMemoryStorage()
    const vault = vaultOn(storage)
    await vault.write(kind, 'one', { text: 'one' })
    const [[first, text]] = [...storage.documents] as [[string, string]]
    await vault.write(kind, 'two', { text: 'two' })
    const second = [...storage.documents.keys()].find((place) => place !== first) ?? ''
    storage.documents.set(second, text)
    expect(await vault.read(kind, 'two')).toEqual({ state: 'set-aside' })
    expect(await vault.read(kind, 'one')).toEqual({ state: 'found', value: { text: 'one' } })
  })

  it('upgrades an older document, and sets aside one of a newer program', async () => {
    const storage = createMemoryStorage()
    await vaultOn(storage).write(kind, 'one', { text: 'old' })
    const next = z.object({ text: z.string(), words: z.number() })
    const newer: DocumentKind<typeof next> = {
      kind: 'note',
      version: 2,
      schema: next,
      upgrades: { 1: (old) => ({ ...note.parse(old), words: 1 }) },
    }
    expect(await vaultOn(storage).read(newer, 'one')).toEqual({ state: 'found', value: { text: 'old', words: 1 } })
    await vaultOn(storage).write(newer, 'one', { text: 'new', words: 1 })
    expect(await vaultOn(storage).read(kind, 'one')).toEqual({ state: 'set-aside' })
  })

  it('does not open with a key of another length', () => {
    expect(openVault(createMemoryStorage(), Buffer.alloc(16).toString('base64'), OWNER)).toBeNull()
  })
})
