/** What is built, from which sources, and whether it is stale. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { waitForLock } from './lock-file.mjs'
import { run, tail } from './run.mjs'
import { Refusal } from './say.mjs'

/**
 * @typedef {object} Bundle
 * @property {string} name also its folder in `dist/`
 * @property {string} config
 * @property {readonly string[]} modes one pass of Vite each
 * @property {readonly string[]} sources folders whose content decides whether it is stale
 * @property {readonly string[]} results files it must leave behind
 */

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    name: 'portal-api',
    config: 'build/vite.portal-api.config.ts',
    modes: ['production', 'solver'],
    sources: ['portal-api', 'shared'],
    results: ['main.js', 'solver-worker.js'],
  },
  {
    name: 'main',
    config: 'build/vite.main.config.ts',
    modes: ['main', 'preload'],
    sources: ['src-main', 'shared'],
    results: ['main.cjs', 'preload.cjs'],
  },
  {
    name: 'browser',
    config: 'build/vite.main.config.ts',
    modes: ['browser', 'transport'],
    sources: ['src-main', 'shared'],
    results: ['main.js', 'transport.js'],
  },
  {
    name: 'renderer',
    config: 'build/vite.renderer.config.ts',
    modes: ['production'],
    sources: ['src-renderer', 'shared'],
    results: ['index.html'],
  },
]

/** What the desktop program consists of. */
export const PACKAGED = ['main', 'renderer']

/** Files that never end up in a bundle. */
const NOT_A_SOURCE = /(\.i?test\.tsx?|\.spec\.ts|\.md|~)$/

/**
 * One figure for everything that goes into a bundle: the content of its sources, its settings and its packages.
 * @param {string} root
 * @param {Bundle} bundle
 * @returns {string}
 */
export function fingerprint(root, bundle) {
  const hash = createHash('sha256').update(JSON.stringify(bundle))
  const files = bundle.sources.flatMap((folder) => filesBelow(path.join(root, folder)))
  const settings = ['package-lock.json', 'tsconfig.base.json', bundle.config].map((file) => path.join(root, file))
  for (const file of [...files, ...settings].filter((name) => existsSync(name))) {
    hash.update(`\0${path.relative(root, file).split(path.sep).join('/')}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]} sorted
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !NOT_A_SOURCE.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/**
 * @param {string} root
 * @param {Bundle} bundle
 * @returns {boolean}
 */
export function isStale(root, bundle) {
  const complete = bundle.results.every((file) => existsSync(path.join(root, 'dist', bundle.name, file)))
  return !complete || readStamp(root, bundle) !== fingerprint(root, bundle)
}

/**
 * @param {string} root
 * @param {Bundle} bundle
 */
const stampFile = (root, bundle) => path.join(root, 'dist', '.stamps', bundle.name)

/**
 * @param {string} root
 * @param {Bundle} bundle
 */
function readStamp(root, bundle) {
  try {
    return readFileSync(stampFile(root, bundle), 'utf8')
  } catch {
    return null
  }
}

/**
 * Builds what is stale. A bundle is built beside its place and put there when it is whole, so that a running program never meets half of one.
 * @param {object} options
 * @param {string} options.root
 * @param {boolean} [options.force] also what is not stale
 * @param {readonly string[]} [options.only] names of bundles; all of them when left out
 * @param {(text: string) => void} options.progress
 */
export async function buildBundles({ root, force = false, only, progress }) {
  const stale = () => BUNDLES.filter((bundle) => (!only || only.includes(bundle.name)) && (force || isStale(root, bundle)))
  if (stale().length === 0) return progress('up to date')
  const lock = await waitForLock(path.join(root, '.cache', 'build.lock'), 'build', (holder) =>
    progress(`process ${holder.pid} is building already; waiting for it`),
  )
  try {
    for (const bundle of stale()) {
      const start = Date.now()
      await build(root, bundle)
      progress(`built ${bundle.name} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
    }
  } finally {
    lock.release()
  }
}

/**
 * @param {string} root
 * @param {Bundle} bundle
 */
async function build(root, bundle) {
  const dist = path.join(root, 'dist')
  const print = fingerprint(root, bundle)
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    if (name.startsWith('.new-') || name.startsWith('.old-')) rmSync(path.join(dist, name), { recursive: true, force: true })
  }
  const fresh = path.join(dist, `.new-${bundle.name}`)
  for (const mode of bundle.modes) {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const args = ['build', '--config', bundle.config, '--mode', mode, '--outDir', fresh, '--logLevel', 'warn']
    const result = await run(process.execPath, [vite, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    })
    if (result.code !== 0) throw new Refusal(`Building ${bundle.name} failed:\n${tail(result.output, 40)}`)
  }
  const missing = bundle.results.filter((file) => !existsSync(path.join(fresh, file)))
  if (missing.length > 0) throw new Refusal(`Building ${bundle.name} left no ${missing.join(', ')} behind`)
  const place = path.join(dist, bundle.name)
  const old = path.join(dist, `.old-${bundle.name}`)
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
  mkdirSync(path.dirname(stampFile(root, bundle)), { recursive: true })
  writeFileSync(stampFile(root, bundle), print)
}
