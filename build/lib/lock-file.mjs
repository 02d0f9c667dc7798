/** A lock held by a living process: one `npm start` per data folder, one installation and one build per checkout. */
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { identityOf, stillRuns } from './process-identity.mjs'

/**
 * What a lock file holds; `note` is the holder's own, for others to read.
 * @template Note
 * @typedef {{ pid: number, startedAt: string | null, token: string, since: string, note: Note }} Holder
 */

/**
 * @template Note
 * @typedef {{ holder: Holder<Note>, write: (note: Note) => void, release: () => void }} Lock
 */

const TAKE_OVER_TAKES_AT_MOST = 5_000

/**
 * Takes the lock, or tells who holds it. A lock whose process has died is cleared away first.
 * @template Note
 * @param {string} file
 * @param {Note} note
 * @returns {{ taken: true, lock: Lock<Note> } | { taken: false, holder: Holder<Note> }}
 */
export function takeLock(file, note) {
  const holder = { ...identityOf(process.pid), token: randomUUID(), since: new Date().toISOString(), note }
  mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    if (createOnly(file, holder)) return { taken: true, lock: lockOn(file, holder) }
    /** @type {Holder<Note> | null} */
    const other = readHolder(file)
    if (other && stillRuns(other)) return { taken: false, holder: other }
    clearStale(file)
  }
}

/**
 * Who holds the lock now; `null` when nobody does.
 * @template Note
 * @param {string} file
 * @returns {Holder<Note> | null}
 */
export function holderOf(file) {
  /** @type {Holder<Note> | null} */
  const holder = readHolder(file)
  return holder && stillRuns(holder) ? holder : null
}

/**
 * Takes the lock, waiting for its holder to finish.
 * @param {string} file
 * @param {string} note
 * @param {(holder: Holder<string>) => void} onWait called once, when there is somebody to wait for
 * @returns {Promise<Lock<string>>}
 */
export async function waitForLock(file, note, onWait) {
  for (let told = false; ; told = true) {
    const attempt = takeLock(file, note)
    if (attempt.taken) return attempt.lock
    if (!told) onWait(attempt.holder)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * @template Note
 * @param {string} file
 * @param {Holder<Note>} holder
 * @returns {Lock<Note>}
 */
function lockOn(file, holder) {
  return {
    holder,
    write(note) {
      holder.note = note
      const fresh = `${file}.${holder.token}`
      writeFileSync(fresh, JSON.stringify(holder), { mode: 0o600 })
      renameSync(fresh, file)
    },
    release() {
      if (readHolder(file)?.token === holder.token) rmSync(file, { force: true })
    },
  }
}

/**
 * The file appears with its whole content or not at all, and only when there is none.
 * @param {string} file
 * @param {unknown} content
 */
function createOnly(file, content) {
  const fresh = `${file}.${randomUUID()}`
  writeFileSync(fresh, JSON.stringify(content), { mode: 0o600 })
  try {
    linkSync(fresh, file)
    return true
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EEXIST') return false
    // A disk without hard links: the exclusive flag guards the name, though not the moment between name and content.
    return createExclusively(file, content)
  } finally {
    rmSync(fresh, { force: true })
  }
}

/**
 * @param {string} file
 * @param {unknown} content
 */
function createExclusively(file, content) {
  try {
    writeFileSync(file, JSON.stringify(content), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes the lock of a dead process. One process at a time may do this, else the second would remove the first one's new lock.
 * @param {string} file
 */
function clearStale(file) {
  const guard = `${file}.clearing`
  try {
    mkdirSync(guard)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    const age = ageOf(guard)
    if (age !== null && age > TAKE_OVER_TAKES_AT_MOST) rmSync(guard, { recursive: true, force: true })
    return
  }
  try {
    const other = readHolder(file)
    if (!other || !stillRuns(other)) rmSync(file, { force: true })
  } finally {
    rmdirSync(guard)
  }
}

/** @param {string} file */
function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return null
  }
}

/**
 * @param {string} file
 * @returns {any}
 */
function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'))
    return typeof holder?.pid === 'number' ? holder : null
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EACCES' || code === 'EPERM') throw error
    return null
  }
}
