/** The phase "Workstation" of `npm start`: Electron where it can run, else the browser host and a Chromium window. */
import path from 'node:path'
import { chooseHost } from './electron-binary.mjs'
import { Refusal } from './say.mjs'
import { startService } from './service.mjs'
import { openWindow } from './window.mjs'

const ANSWERS_WITHIN = 60_000

/**
 * @typedef {object} Workstation
 * @property {'electron' | 'browser'} host
 * @property {string | null} reason why not Electron, in one line
 * @property {() => string} url address of the browser host's page; empty in Electron
 * @property {Promise<void>} gone resolves when the program has ended
 */

/**
 * @param {object} options
 * @param {string} options.root
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} options.open whether a window may appear
 * @param {string} options.apiUrl
 * @param {string} options.folder the data folder
 * @param {import('./started.mjs').Started} options.started
 * @param {(text: string) => void} options.progress
 * @param {(url: string) => void} options.onAddress
 * @returns {Promise<Workstation>}
 */
export async function startWorkstation({ root, env, open, apiUrl, folder, started, progress, onAddress }) {
  const { DATABASE_URL: _notForTheDesk, ...rest } = env
  const common = {
    cwd: root,
    logFolder: path.join(folder, 'logs'),
    within: ANSWERS_WITHIN,
    interrupted: started.interrupted,
    progress,
    onAddress,
  }
  const workstationEnv = { ...rest, NODE_ENV: 'production', PORTAL_API_URL: apiUrl, PORTAL_DESK_DATA: folder }
  const choice = await chooseHost({ root, env, progress })
  let reason = choice.reason
  if (choice.host === 'electron') {
    try {
      const hidden = open ? {} : { PORTAL_DESK_HIDDEN: '1' }
      const electron = await startService({
        ...common,
        name: 'electron',
        command: choice.binary,
        args: [root],
        env: { ...workstationEnv, ...hidden },
      })
      started.add(electron.stop)
      progress('in Electron')
      return { host: 'electron', reason: null, url: () => '', gone: electron.gone }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reason = `Electron does not start here (${path.join(folder, 'logs', 'electron.log')})`
    }
  }
  progress(`in the browser host: ${reason}`)
  const browser = await startService({
    ...common,
    name: 'browser-host',
    command: process.execPath,
    args: ['--enable-source-maps', path.join(root, 'dist', 'browser', 'main.js')],
    env: { ...workstationEnv, PORT: '0', PORTAL_DESK_REASON: reason ?? '' },
  })
  started.add(browser.stop)
  return { host: 'browser', reason, url: browser.url, gone: browser.gone }
}

/**
 * A Chromium window for the browser host, or its address and the reason why there is no window.
 * @param {{ station: Workstation, open: boolean, env: NodeJS.ProcessEnv, folder: string, started: import('./started.mjs').Started, line: (text: string) => void }} options
 */
export async function showWorkstation({ station, open, env, folder, started, line }) {
  if (station.host === 'electron') return
  const window = open
    ? await openWindow({ url: station.url(), dataFolder: folder, env })
    : { opened: /** @type {const} */ (false), reason: '--no-open' }
  if (!window.opened) return line(`Workstation (no window: ${window.reason}): ${station.url()}`)
  started.add(window.close)
  line('The workstation is open in a Chromium window.')
  window.gone.then(() => {
    if (!started.stopping) line(`The window is closed. Open it again at: ${station.url()}`)
  })
}
