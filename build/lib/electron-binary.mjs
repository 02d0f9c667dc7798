/**
 * Whether Electron can run here. The package is never imported to find out: outside Electron it starts a download of its own accord.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run, tail } from './run.mjs'
import { isRoot } from './system-user.mjs'

/** @typedef {{ host: 'electron', binary: string, reason: null } | { host: 'browser', reason: string }} HostChoice */

const ANSWERS_WITHIN = 5_000
const DOWNLOADS_WITHIN = 300_000

/**
 * The path of the Electron program, when it is really there.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function electronBinary(root, env = process.env) {
  const folder = path.join(root, 'node_modules', 'electron')
  const name = readText(path.join(folder, 'path.txt')) ?? defaultName()
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(folder, 'dist')
  const binary = path.join(dist, name)
  return existsSync(binary) ? binary : null
}

function defaultName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch {
    return null
  }
}

/** Why no window can appear here; null when one can. */
export function noWindowBecause(env = process.env) {
  if (process.platform !== 'linux') return null
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? null : 'there is no display'
}

/**
 * Electron when it can run here, else the browser host with the reason in one line.
 * @param {{ root: string, env?: NodeJS.ProcessEnv, progress: (text: string) => void }} options
 * @returns {Promise<HostChoice>}
 */
export async function chooseHost({ root, env = process.env, progress }) {
  if (isRoot()) return { host: 'browser', reason: 'Electron does not run as root with its sandbox on' }
  const noWindow = noWindowBecause(env)
  if (noWindow) return { host: 'browser', reason: `Electron cannot open a window: ${noWindow}` }
  const here = electronBinary(root, env)
  if (here) return { host: 'electron', binary: here, reason: null }
  if (env['PORTAL_DESK_NO_DOWNLOAD'])
    return { host: 'browser', reason: 'the Electron binary is not here, and PORTAL_DESK_NO_DOWNLOAD forbids downloading it' }
  const complaint = await download(root, env, progress)
  const downloaded = electronBinary(root, env)
  if (downloaded) return { host: 'electron', binary: downloaded, reason: null }
  return { host: 'browser', reason: `the Electron binary is not here and could not be downloaded (${complaint})` }
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} progress
 * @returns {Promise<string>} what went wrong, in one line
 */
async function download(root, env, progress) {
  const source = env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || 'https://github.com/electron/electron/releases/'
  // Asked first, because the installer itself waits for minutes when nothing answers. Behind a proxy only the installer knows the way.
  const throughProxy = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'GLOBAL_AGENT_HTTPS_PROXY'].some((name) => env[name])
  if (!throughProxy) {
    try {
      await fetch(source, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWERS_WITHIN) })
    } catch {
      return `${new URL(source).host} does not answer`
    }
  }
  progress('downloading the Electron binary, about 110 MB, once')
  const installer = path.join(root, 'node_modules', 'electron', 'install.js')
  const result = await run(process.execPath, [installer], { cwd: root, env, timeout: DOWNLOADS_WITHIN })
  return result.signal ? 'it took too long' : tail(result.output, 1) || 'the installer failed'
}
