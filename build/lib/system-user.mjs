/** PostgreSQL refuses to run as root; this says as whom it runs instead, and makes that user where there is none. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Refusal } from './say.mjs'

/** @typedef {{ name: string, uid: number, gid: number }} SystemUser */

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * The user the server runs as: `null` is the user who runs this command. The owner of an existing cluster goes first, since
 * PostgreSQL only accepts a data folder of its own user.
 * @param {string | null} cluster the folder of an existing cluster
 * @param {(text: string) => void} progress
 * @returns {SystemUser | null}
 */
export function serverUser(cluster, progress) {
  if (!isRoot()) return null
  const known = lookUp('postgres') ?? (process.platform === 'darwin' ? lookUp('_postgres') : null)
  const owner = cluster === null ? null : ownerOf(cluster)
  if (owner && owner.uid !== 0 && owner.uid !== known?.uid) return { name: `number ${owner.uid}`, ...owner }
  return known ?? createUser(progress)
}

/**
 * @param {string} folder
 * @returns {{ uid: number, gid: number } | null}
 */
function ownerOf(folder) {
  try {
    const { uid, gid } = statSync(folder)
    return { uid, gid }
  } catch {
    return null
  }
}

/**
 * @param {string} name
 * @returns {SystemUser | null}
 */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return null
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/**
 * @param {(text: string) => void} progress
 * @returns {SystemUser}
 */
function createUser(progress) {
  const ways = [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ],
    // Alpine and other BusyBox systems
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres'],
  ]
  const complaints = []
  for (const [command = '', ...args] of ways) {
    const made = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
    })
    const user = lookUp('postgres')
    if (user) {
      progress('made the system user "postgres": PostgreSQL does not run as root')
      return user
    }
    complaints.push(made.stderr?.trim() || made.error?.message)
  }
  throw new Refusal(
    `PostgreSQL does not run as root, and the system user "postgres" could not be made (${complaints.filter(Boolean).join('; ')}). ` +
      'Make that user, or run this command as an ordinary user.',
  )
}

/**
 * Whether this user may enter the folder. Asked of the system itself, so that every right and every mount counts.
 * @param {SystemUser | null} user
 * @param {string} folder
 * @returns {boolean}
 */
export function mayEnter(user, folder) {
  if (process.platform === 'win32') return true
  const identity = user ? { uid: user.uid, gid: user.gid } : {}
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0
}
