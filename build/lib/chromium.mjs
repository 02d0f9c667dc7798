/** Finds a Chromium, Chrome or Edge on this machine; for the tests, installs one where there is none. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { run, tail } from './run.mjs'
import { Refusal } from './say.mjs'
import { isRoot } from './system-user.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * Where a browser may be, best first. PORTAL_DESK_CHROMIUM names one and ends the search.
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv }} system
 * @returns {string[]}
 */
export function chromiumPlaces({ platform, env }) {
  if (env['PORTAL_DESK_CHROMIUM']) return [env['PORTAL_DESK_CHROMIUM']]
  if (platform === 'win32') {
    const homes = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((home) => home !== undefined)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => homes.map((home) => path.win32.join(home, program)))
  }
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin']
  return [...new Set(NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))))]
}

/**
 * The first browser that really runs: on some systems the name is there and only says how to install it.
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv }} [system]
 * @returns {Promise<string | null>}
 */
export async function findChromium({ platform = process.platform, env = process.env } = {}) {
  const places = [...chromiumPlaces({ platform, env }), ...(await playwrightsOwn())]
  for (const place of places.filter((name) => existsSync(name))) {
    // Windows browsers open a window when asked for their version.
    if (platform === 'win32' || (await run(place, ['--version'], { timeout: 15_000 })).code === 0) return place
  }
  return null
}

/** Where Playwright keeps its download, once the packages are there. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test')
    return [chromium.executablePath()]
  } catch {
    return []
  }
}

/**
 * @param {{ root: string, progress: (text: string) => void }} options
 * @returns {Promise<string>}
 */
export async function findOrInstallChromium({ root, progress }) {
  const found = await findChromium()
  if (found) return found
  const complaints = []
  for (const way of waysToInstall(root)) {
    progress(`installing Chromium: ${way.name}`)
    for (const [command = '', ...args] of way.commands) {
      const result = await run(command, args, {
        cwd: root,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        timeout: 300_000,
      })
      if (result.code !== 0) complaints.push(`${command} ${args.join(' ')}: ${tail(result.output, 3)}`)
    }
    const installed = await findChromium()
    if (installed) return installed
  }
  throw new Refusal(
    `There is no Chromium here and it could not be installed:\n${complaints.join('\n')}\nInstall Chromium or Chrome, or name one with PORTAL_DESK_CHROMIUM.`,
  )
}

/** @param {string} root */
function waysToInstall(root) {
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const ways = [{ name: "Playwright's own download", commands: [[process.execPath, playwright, 'install', 'chromium']] }]
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    const apt = [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium'],
    ]
    ways.unshift({ name: 'apt-get install chromium', commands: apt })
  }
  return ways
}

/**
 * Flags for a browser that only ever talks to this machine.
 * @returns {string[]}
 */
export function quietFlags() {
  const flags = [
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // What is on the screen is about people: it is not sent away to be translated.
    '--disable-features=Translate',
  ]
  return isRoot() ? ['--no-sandbox', ...flags] : flags
}
