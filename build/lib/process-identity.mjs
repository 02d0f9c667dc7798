/** Which process is this, and is it still the same one? A number alone is not enough: numbers are used again. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** @typedef {{ pid: number, startedAt: string | null }} ProcessIdentity */

/**
 * When the process with this number began, as an opaque text that differs between two processes with the same number.
 * @param {number} pid
 * @returns {string | null | undefined} `undefined`: no such process; `null`: it is there, but its start cannot be read here
 */
export function startOfProcess(pid) {
  if (process.platform === 'linux') return startOnLinux(pid)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return undefined
  }
  if (process.platform === 'win32') return null
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 ? ps.stdout.trim() || null : null
}

/** @param {number} pid */
function startOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in brackets and may hold spaces and brackets: count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const state = fields[0]
    if (state === 'Z' || state === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  } catch {
    return undefined
  }
}

/**
 * The identity of a process that is running now.
 * @param {number} pid
 * @returns {ProcessIdentity}
 */
export function identityOf(pid) {
  return { pid, startedAt: startOfProcess(pid) ?? null }
}

/**
 * True while exactly this process lives: same number, same start.
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function stillRuns(identity) {
  const start = startOfProcess(identity.pid)
  if (start === undefined) return false
  return start === null || identity.startedAt === null || start === identity.startedAt
}

/**
 * Resolves when the process has ended, or after the time is up.
 * @param {ProcessIdentity} identity
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it ended
 */
export async function ended(identity, milliseconds) {
  const until = Date.now() + milliseconds
  while (stillRuns(identity)) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}
