/** The window of the desktop program. */
import path from 'node:path'
import { BrowserWindow } from 'electron'
import type { Logger } from '../core/ports.ts'
import { SMALLEST, type WindowPlace } from './adapters/window-place.ts'
import { APP_URL } from './security/app-origin.ts'
import { securePreferences } from './security/web-preferences.ts'

export interface WindowOptions {
  /** The folder of the running bundle, with the preload beside it. */
  readonly here: string
  readonly place: WindowPlace
  readonly hidden: boolean
  readonly logger: Logger
}

export function openWindow({ here, place, hidden, logger }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = place.read()
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Portal Desk',
    show: false,
    webPreferences: securePreferences(path.join(here, 'preload.cjs')),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => {
    if (!hidden) window.show()
  })
  window.on('close', () => place.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  reloadAfterCrash(window, logger)
  window.loadURL(APP_URL).catch((error: unknown) => logger.error('the screen could not be loaded', error))
  return window
}

/** A screen that crashes again so soon is left as it is, instead of crashing in circles. */
const CRASH_PAUSE_MS = 10_000

/** What was typed is in the drafts: a screen that crashed comes back with it. */
function reloadAfterCrash(window: BrowserWindow, logger: Logger): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logger.error('the screen ended', null, { reason })
    const now = performance.now()
    const again = reason !== 'clean-exit' && now - last > CRASH_PAUSE_MS
    last = now
    if (again) window.webContents.reload()
  })
}
