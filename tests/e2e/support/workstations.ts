/** A workstation as a test uses it, in either host: one process, one person, data that stay when it is killed. */
import { _electron, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { electronBinary } from '../../../build/lib/electron-binary.mjs'
import { freePort } from '../../../build/lib/free-port.mjs'
import { type RunningProcess, startBundle } from './processes.ts'

export interface Workstation {
  start(): Promise<void>
  /** Its first window, with the screen's clock at `now`. */
  open(now: Date): Promise<Page>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

export async function browserWorkstation(browser: Browser, env: Readonly<Record<string, string>>): Promise<Workstation> {
  const port = await freePort()
  let running: RunningProcess | null = null
  return {
    async start() {
      running = await startBundle('dist/browser/main.js', {
        ...env,
        PORT: String(port),
        PORTAL_DESK_REASON: 'Dit is een proef in Chromium.',
      })
    },
    async open(now) {
      if (!running) throw new Error('The workstation is not running.')
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
      const page = await context.newPage()
      // The screen's clock shows the server's time of day, and runs on.
      await page.clock.install({ time: now })
      await page.goto(running.url)
      return page
    },
    async kill() {
      await running?.kill()
      running = null
    },
  }
}

export async function electronWorkstation(root: string, env: Readonly<Record<string, string>>): Promise<Workstation> {
  const executablePath = electronBinary(root)
  if (!executablePath) throw new Error('The Electron binary is not here.')
  let running: ElectronApplication | null = null
  return {
    async start() {
      const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
      running = await _electron.launch({
        executablePath,
        args: ['dist/main/main.cjs'],
        cwd: root,
        env: { ...Object.fromEntries(inherited), ...env },
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
    },
    async open(now) {
      if (!running) throw new Error('The workstation is not running.')
      const page = await running.firstWindow()
      await page.clock.install({ time: now })
      await page.reload()
      return page
    },
    async kill() {
      running?.process().kill('SIGKILL')
      running = null
    },
  }
}
