import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holderOf, takeLock, waitForLock } from './lock-file.mjs'
import { identityOf } from './process-identity.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'))
  file = path.join(folder, 'deep', 'a.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A lock as a process leaves it that was killed. */
function leaveStaleLock(holder: object): void {
  const attempt = takeLock(file, 'mine')
  if (!attempt.taken) throw new Error('a fresh lock is free')
  writeFileSync(file, JSON.stringify({ ...attempt.lock.holder, ...holder }))
}

describe('a lock', () => {
  it('is taken once, tells others who holds it, and is free again after release', () => {
    const first = takeLock(file, { phase: 'build' })
    if (!first.taken) throw new Error('expected the lock')
    const second = takeLock(file, { phase: 'other' })
    expect(second.taken).toBe(false)
    expect(!second.taken && second.holder).toMatchObject({ pid: process.pid, note: { phase: 'build' } })
    first.lock.release()
    expect(holderOf(file)).toBeNull()
    expect(takeLock(file, 'x').taken).toBe(true)
  })

  it('is readable by its owner alone, and leaves no files behind', () => {
    const attempt = takeLock(file, 'x')
    if (!attempt.taken) throw new Error('expected the lock')
    attempt.lock.write('y')
    expect(readdirSync(path.dirname(file))).toEqual(['a.lock'])
    expect(JSON.parse(readFileSync(file, 'utf8')).note).toBe('y')
    attempt.lock.release()
    expect(existsSync(file)).toBe(false)
  })

  it('of a dead process is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    leaveStaleLock({ pid: dead.pid, startedAt: null })
    expect(holderOf(file)).toBeNull()
    expect(takeLock(file, 'mine').taken).toBe(true)
  })

  it('of a number that now belongs to another process is taken over', () => {
    leaveStaleLock({ startedAt: 'another-boot:1' })
    expect(takeLock(file, 'mine').taken).toBe(true)
  })

  it('that cannot be read is taken over', () => {
    leaveStaleLock({})
    writeFileSync(file, '{"pid":')
    expect(takeLock(file, 'mine').taken).toBe(true)
  })

  it('that was taken over is not released by its former holder', () => {
    const first = takeLock(file, 'first')
    if (!first.taken) throw new Error('expected the lock')
    writeFileSync(file, JSON.stringify({ ...identityOf(process.pid), token: 'another', since: '', note: 'second' }))
    first.lock.release()
    expect(holderOf<string>(file)?.note).toBe('second')
  })

  it('goes to one of many that find it stale at the same moment', async () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    leaveStaleLock({ pid: dead.pid, startedAt: null })
    const module = new URL('./lock-file.mjs', import.meta.url).href
    const program = `
      const { takeLock } = await import(${JSON.stringify(module)})
      process.stdout.write(takeLock(${JSON.stringify(file)}, 'child').taken ? 'taken' : 'refused')
      process.stdin.resume()`
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', program]))
    try {
      const answers = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0])))
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1)
    } finally {
      for (const child of children) child.kill()
    }
  })

  it('can be waited for', async () => {
    const first = takeLock(file, 'first')
    if (!first.taken) throw new Error('expected the lock')
    const waiting = waitForLock(file, 'second', () => first.lock.release())
    expect((await waiting).holder.note).toBe('second')
  })
})
