/** Start of the desktop program, as named phases in order. */
import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import { app, type BrowserWindow, dialog, ipcMain, powerMonitor, session } from 'electron'
import type { Ports } from '../core/ports.ts'
import { createWorkstation, type Workstation } from '../core/workstation.ts'
import { createFileStorage } from '../host/file-storage.ts'
import { holdFolder } from '../host/one-folder.ts'
import { announce, createJsonLogger, systemClock, systemIds } from '../host/system.ts'
import { createSystemNotification } from './adapters/notification.ts'
import { createSafeStorageSecrets } from './adapters/secrets.ts'
import { createWindowPlace } from './adapters/window-place.ts'
import { type ElectronConfig, readElectronConfig, startsHidden, userDataOf } from './config.ts'
import { setMenu } from './menu.ts'
import { registerAppScheme, serveApp } from './security/app-protocol.ts'
import { guardNavigation } from './security/navigation.ts'
import { refuseNetwork } from './security/no-network.ts'
import { openExternal } from './security/open-external.ts'
import { refusePermissions } from './security/permissions.ts'
import { isRoot, REFUSES_ROOT } from './security/refuse-root.ts'
import { handleTrusted } from './security/trusted-ipc.ts'
import { openWindow } from './window.ts'
import { word } from './words.ts'

const here = import.meta.dirname
const logger = createJsonLogger(systemClock, (line) => process.stderr.write(line))
let window: BrowserWindow | null = null

process.on('unhandledRejection', giveUp)
refuseRoot()
beOneProgram()
hardenBeforeReady()
app.whenReady().then(start).catch(giveUp)

function refuseRoot(): void {
  if (!isRoot()) return
  process.stderr.write(`${REFUSES_ROOT}\n`)
  process.exit(1)
}

function beOneProgram(): void {
  const userData = userDataOf(process.env)
  if (userData) app.setPath('userData', userData)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    process.exit(0)
  }
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
  })
}

function hardenBeforeReady(): void {
  app.enableSandbox()
  registerAppScheme()
  guardNavigation(app, (address) => openExternal(address, logger))
}

async function start(): Promise<void> {
  const config = readConfig()
  const workstation = await startWorkstation(config)
  hardenSession(config)
  connectScreen(workstation)
  setMenuInLanguage(workstation)
  lockWhenLeft(workstation)
  stopCleanly(workstation)
  showWindows(config)
  announce({ event: 'ready' })
}

function readConfig(): ElectronConfig {
  const places = { here, userData: app.getPath('userData'), resources: process.resourcesPath }
  return readElectronConfig(process.env, places) ?? refuse(word('no-portal', systemLanguage()))
}

async function startWorkstation(config: ElectronConfig): Promise<Workstation> {
  await mkdir(config.documentsFolder, { recursive: true, mode: 0o700 })
  const letGo = await holdFolder(config.documentsFolder)
  if (!letGo) refuse(word('in-use', systemLanguage(), { folder: config.documentsFolder }))
  const ports: Ports = {
    storage: await createFileStorage(config.documentsFolder, systemClock),
    secrets: createSafeStorageSecrets(),
    notification: createSystemNotification(),
    links: { open: async (url) => openExternal(url.href, logger) },
    clock: systemClock,
    ids: systemIds,
    logger,
    random: Math.random,
  }
  return createWorkstation(ports, {
    portalUrl: config.portalUrl,
    host: 'electron',
    reason: null,
    version: app.getVersion(),
    workstationName: os.hostname(),
    drawsTitleBar: true,
  })
}

function hardenSession(config: ElectronConfig): void {
  const own = session.defaultSession
  serveApp(own.protocol, config.rendererFolder)
  refuseNetwork(own)
  refusePermissions(own)
}

function connectScreen(workstation: Workstation): void {
  handleTrusted(
    ipcMain,
    'desk:call',
    () => window?.webContents ?? null,
    (channel, input) => workstation.call(channel, input),
  )
  workstation.onAny((push, value) => {
    if (window && !window.isDestroyed()) window.webContents.send('desk:push', push, value)
  })
}

function showWindows(config: ElectronConfig): void {
  const place = createWindowPlace(app.getPath('userData'))
  const show = (): void => {
    window = openWindow({ here, place, hidden: config.hidden, logger })
    window.on('closed', () => {
      window = null
    })
  }
  app.on('activate', () => {
    if (!window) show()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  show()
}

function setMenuInLanguage(workstation: Workstation): void {
  const actions = { lock: workstation.lock, developer: !app.isPackaged }
  setMenu(workstation.settings().language, actions)
  workstation.on('settings', ({ language }) => setMenu(language, actions))
}

function lockWhenLeft(workstation: Workstation): void {
  powerMonitor.on('lock-screen', workstation.lock)
  powerMonitor.on('suspend', workstation.lock)
}

/** Ends after what is being written has reached the disk; the windows have gone by then. */
function stopCleanly(workstation: Workstation): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    stopped = true
    workstation.stop().then(() => app.quit(), giveUp)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
}

function systemLanguage(): 'nl' | 'en' {
  return app.getLocale().toLowerCase().startsWith('en') ? 'en' : 'nl'
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  // Nobody can close a box that nobody sees.
  if (!startsHidden(process.env)) dialog.showErrorBox('Portal Desk', sentence)
  process.exit(1)
}

function giveUp(error: unknown): never {
  logger.error('the program cannot go on', error)
  return refuse(word('failed', systemLanguage(), { detail: error instanceof Error ? error.message : 'unknown' }))
}
