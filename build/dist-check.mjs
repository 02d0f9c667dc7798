/**
 * `npm run dist:check`: packages for real, with a stand-in for the Electron program, and looks at what came out: exactly the two bundles
 * in the archive, the fuses as configured, and no language or library too many. Needs no network.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundles, PACKAGED } from './lib/bundles.mjs'
import { FUSES, readFuses, unsetFuseWire } from './lib/fuses.mjs'
import { packageApp } from './lib/package-app.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { endRuns, tail } from './lib/run.mjs'
import { makeSay, Refusal } from './lib/say.mjs'
import { onStop } from './lib/stop-signals.mjs'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const say = makeSay()

/**
 * A folder that looks like Electron's to electron-builder.
 * @param {string} folder
 */
function makeStandIn(folder) {
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  mkdirSync(path.join(folder, 'locales'))
  for (const language of ['nl', 'en-US', 'de']) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '')
  const program = path.join(folder, 'electron')
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), unsetFuseWire()]))
  chmodSync(program, 0o755)
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
}

/**
 * @param {string} what
 * @param {unknown} found
 * @param {unknown} wanted
 */
function mustBe(what, found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Refusal(`${what}\n  found:  ${JSON.stringify(found)}\n  wanted: ${JSON.stringify(wanted)}`)
  }
  say.line(`  ok: ${what}`)
}

/** @param {string} packed the unpacked application that electron-builder made */
async function inspect(packed) {
  const archive = path.join(packed, 'resources', 'app.asar')
  const { listPackage, extractFile } = await import('@electron/asar')
  const entries = listPackage(archive, { isPack: false }).map((name) => name.split(path.sep).join('/').replace(/^\//, ''))
  const screen = filesBelow(path.join(root, 'dist', 'renderer')).filter((name) => !name.endsWith('.map'))
  const wanted = ['dist/main/main.cjs', 'dist/main/preload.cjs', ...screen, 'package.json'].sort()
  const folders = new Set(
    entries.flatMap((name) =>
      name
        .split('/')
        .slice(0, -1)
        .map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
    ),
  )
  mustBe(
    'the archive holds the two bundles, package.json and nothing else',
    entries.filter((name) => !folders.has(name)).sort(),
    wanted,
  )
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
  mustBe('its package.json starts the main bundle', manifest.main, 'dist/main/main.cjs')
  mustBe(
    'its package.json tells nothing of scripts and tools',
    [manifest.scripts, manifest.devDependencies],
    [undefined, undefined],
  )
  mustBe('nothing lies unpacked beside the archive', existsSync(`${archive}.unpacked`), false)
  mustBe('only the languages of the program travel along', readdirSync(path.join(packed, 'locales')).sort(), [
    'en-US.pak',
    'nl.pak',
  ])
  mustBe('the fuses are set', readFuses(readFileSync(path.join(packed, 'portal-desk'))), FUSES)
}

onStop(async () => {
  await endRuns()
  process.exit(130)
})
const work = mkdtempSync(path.join(tmpdir(), 'portal-desk-dist-'))
try {
  await say.phase('Packages', (progress) => ensurePackages({ root, progress }))
  await say.phase('Build', (progress) => buildBundles({ root, only: PACKAGED, progress }))
  const standIn = path.join(work, 'electron')
  makeStandIn(standIn)
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  const settings = { electronDist: standIn, electronVersion: version, 'directories.output': path.join(work, 'release') }
  await say.phase('Package, with a stand-in for Electron', async () => {
    const flags = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`)
    const { code, output } = await packageApp({ root, args: ['--linux', '--dir', ...flags], show: false })
    if (code !== 0) throw new Refusal(`electron-builder failed:\n${tail(output, 30)}`)
  })
  await say.phase('Inspect', () => inspect(path.join(work, 'release', 'linux-unpacked')))
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
