import { describe, expect, it } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../testing/memory-ports.ts'
import { DRAFT_KEY } from '../testing/samples.ts'
import { createDrafts, type Drafts, LAST_WORDS_SECONDS } from './drafts.ts'
import type { Stored } from './ports.ts'
import { createRefuser } from './refuse.ts'
import { openVault } from './vault.ts'

function setUp(ports: MemoryPorts = createMemoryPorts()): {
  ports: MemoryPorts
  drafts: Drafts
  open: (provider?: string) => void
} {
  const drafts = createDrafts({ clock: ports.clock, refuser: createRefuser(() => 'nl'), logger: ports.logger })
  const open = (provider = 'cordaan'): void => {
    const vault = openVault(ports.storage, DRAFT_KEY, { staffId: 'staff-1', provider })
    if (vault) drafts.open(vault)
  }
  return { ports, drafts, open }
}

const text = (value: string, key = 'reply:1') => ({ key, text: value, basedOn: 3 })

describe('drafts', () => {
  it('keeps text with the version it answers', async () => {
    const { drafts, open } = setUp()
    open()
    expect(await drafts.write(text('Beste mevrouw'))).toEqual({ ok: true, value: { savedAt: '2026-11-23T09:00:00.000Z' } })
    expect(await drafts.read('reply:1')).toMatchObject({ ok: true, value: { draft: { text: 'Beste mevrouw', basedOn: 3 } } })
    expect(await drafts.read('reply:2')).toEqual({ ok: true, value: { draft: null } })
  })

  it('answers a write only when the disk has it', async () => {
    const { ports, drafts, open } = setUp()
    let release: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const set = ports.storage.set
    ports.storage.set = async (name, value) => {
      await gate
      await set(name, value)
    }
    open()
    let answered = false
    const writing = drafts.write(text('a')).then(() => {
      answered = true
    })
    await ports.clock.advance(10_000)
    expect(answered).toBe(false)
    release()
    await writing
    expect(ports.storage.documents.size).toBe(1)
  })

  it('makes one write of several that wait, and answers each of them', async () => {
    const { ports, drafts, open } = setUp()
    let writes = 0
    const set = ports.storage.set
    ports.storage.set = async (name, value) => {
      writes += 1
      await set(name, value)
    }
    open()
    const results = await Promise.all(['a', 'ab', 'abc', 'abcd'].map((value) => drafts.write(text(value))))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(writes).toBeLessThan(4)
    expect(await drafts.read('reply:1')).toMatchObject({ value: { draft: { text: 'abcd' } } })
  })

  it('a text written after a removal is there, one from before it is gone', async () => {
    const { drafts, open } = setUp()
    open()
    const all = [drafts.write(text('a')), drafts.write(text('b')), drafts.remove('reply:1'), drafts.write(text('c'))]
    await Promise.all(all)
    expect(await drafts.read('reply:1')).toMatchObject({ value: { draft: { text: 'c' } } })
    await Promise.all([drafts.write(text('d')), drafts.remove('reply:1')])
    expect(await drafts.read('reply:1')).toEqual({ ok: true, value: { draft: null } })
  })

  it('says that the disk refuses instead of calling it kept', async () => {
    const { ports, drafts, open } = setUp()
    open()
    ports.storage.failure = 'ENOSPC'
    const result = await drafts.write(text('a'))
    expect(result).toMatchObject({ ok: false, problem: { code: 'storage-failed' } })
    expect(result.ok ? '' : result.problem.title).toContain('ENOSPC')
    ports.storage.failure = null
    expect(await drafts.write(text('b'))).toMatchObject({ ok: true })
  })

  it('reports an unreadable draft once, keeps the damaged one aside and goes on', async () => {
    const { ports, drafts, open } = setUp()
    open()
    await drafts.write(text('a'))
    const [place] = [...ports.storage.documents.keys()]
    ports.storage.documents.set(place ?? '', '{"sealed":')
    expect(await drafts.read('reply:1')).toMatchObject({ ok: false, problem: { code: 'storage-failed' } })
    expect(ports.storage.aside.size).toBe(1)
    expect(await drafts.read('reply:1')).toEqual({ ok: true, value: { draft: null } })
  })

  it('takes last words after signing out, for a moment, and gives nothing back', async () => {
    const { ports, drafts, open } = setUp()
    open()
    await drafts.read('reply:1')
    drafts.close()
    expect(await drafts.read('reply:1')).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
    expect(await drafts.write(text('het laatste woord'))).toMatchObject({ ok: true })
    await ports.clock.advance(LAST_WORDS_SECONDS * 1000)
    expect(await drafts.write(text('te laat'))).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
    open()
    expect(await drafts.read('reply:1')).toMatchObject({ value: { draft: { text: 'het laatste woord' } } })
  })

  it('keeps the drafts of two providers apart, last words after the change too', async () => {
    const { ports, drafts, open } = setUp()
    open('cordaan')
    await drafts.write(text('a'))
    drafts.close()
    open('laurens')
    await drafts.write(text('a en nog wat'))
    expect(await drafts.read('reply:1')).toEqual({ ok: true, value: { draft: null } })
    await drafts.write(text('b'))
    expect(await drafts.read('reply:1')).toMatchObject({ value: { draft: { text: 'b' } } })
    await ports.clock.advance(LAST_WORDS_SECONDS * 1000)
    drafts.close()
    open('cordaan')
    expect(await drafts.read('reply:1')).toMatchObject({ value: { draft: { text: 'a en nog wat' } } })
  })

  it('is settled when nothing is on its way to the disk', async () => {
    const { ports, drafts, open } = setUp()
    open()
    void drafts.write(text('a'))
    await drafts.settled()
    const stored: Stored = await ports.storage.get([...ports.storage.documents.keys()][0] ?? '')
    expect(stored.state).toBe('found')
  })
})
