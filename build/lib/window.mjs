/** Opens the workstation of the browser host in a window of its own, without tabs and address bar. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { endChild, endWithStarter, outOfReachOfTheTerminal } from './children.mjs'
import { findChromium, quietFlags } from './chromium.mjs'
import { noWindowBecause } from './electron-binary.mjs'
import { isRoot } from './system-user.mjs'

/**
 * @param {{ url: string, dataFolder: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ opened: true, gone: Promise<void>, close: () => Promise<void> } | { opened: false, reason: string }>}
 */
export async function openWindow({ url, dataFolder, env = process.env }) {
  const noWindow = noWindowBecause(env)
  if (noWindow) return { opened: false, reason: noWindow }
  if (isRoot()) return { opened: false, reason: 'Chromium does not run as root with its sandbox on' }
  const browser = await findChromium({ env })
  if (!browser) return { opened: false, reason: 'there is no Chromium, Chrome or Edge on this machine' }
  const profile = path.join(dataFolder, 'window')
  const child = spawn(browser, [`--app=${url}`, `--user-data-dir=${profile}`, '--window-size=1440,900', ...quietFlags()], {
    ...outOfReachOfTheTerminal(),
    env,
    stdio: 'ignore',
  })
  endWithStarter(child, 'SIGTERM')
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const close = async () => {
    await endChild(child)
  }
  return { opened: true, gone, close }
}
