/**
 * A double of Electron's main process: keeps what the program sets, plays what a page, a frame or the system could do, and
 * behaves where behaviour is the point (events that can be prevented, handlers that answer, structured cloning of messages).
 * It shows what the program asks of Electron; what Electron makes of it only the real one shows.
 */
import { EventEmitter } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { act, record } from './control.mjs'
import { ipcMain } from './ipc.mjs'
import { defaultSession, protocol } from './session.mjs'
import { BrowserWindow } from './window.mjs'

const paths = {
  userData: path.join(os.tmpdir(), `electron-double-${process.pid}`),
  exe: process.execPath,
}

class App extends EventEmitter {
  isPackaged = process.env['DOUBLE_PACKAGED'] === '1'
  #quitting = false

  whenReady() {
    return Promise.resolve()
  }
  enableSandbox() {
    record('app.enableSandbox', true)
  }
  requestSingleInstanceLock() {
    return process.env['DOUBLE_SECOND_INSTANCE'] !== '1'
  }
  setPath(name, value) {
    paths[name] = value
  }
  getPath(name) {
    return paths[name]
  }
  getVersion() {
    return '0.1.0'
  }
  getLocale() {
    return process.env['DOUBLE_LOCALE'] ?? 'nl'
  }
  quit() {
    if (!this.#quitting) {
      this.#quitting = true
      for (const window of BrowserWindow.getAllWindows()) window.close()
    }
    const event = preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) process.exit(0)
  }
}

/** An event that a listener may prevent. */
function preventable(more = {}) {
  return {
    ...more,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

const app = new App()
BrowserWindow.created = (contents) => app.emit('web-contents-created', {}, contents)

class Notification {
  static isSupported() {
    return true
  }
  constructor(options) {
    this.options = options
  }
  show() {
    record('notification', this.options)
  }
}

const keyStore = process.env['DOUBLE_KEY_STORE'] ?? 'gnome_libsecret'
const safeStorage = {
  getSelectedStorageBackend: () => keyStore,
  isAsyncEncryptionAvailable: async () => keyStore !== 'unavailable',
  encryptStringAsync: async (plain) => Buffer.from(`double:${Buffer.from(plain).toString('hex')}`),
  decryptStringAsync: async (sealed) => {
    const text = sealed.toString()
    if (!text.startsWith('double:')) throw new Error('Not made here')
    return { shouldReEncrypt: false, result: Buffer.from(text.slice(7), 'hex').toString() }
  },
}

const powerMonitor = new EventEmitter()
let menu = []

export const electron = {
  app,
  BrowserWindow,
  ipcMain,
  protocol,
  session: { defaultSession },
  safeStorage,
  powerMonitor,
  Notification,
  Menu: {
    buildFromTemplate: (template) => template,
    setApplicationMenu(template) {
      menu = template
      record('menu', template)
    },
  },
  dialog: { showErrorBox: (title, content) => record('error-box', { title, content }) },
  shell: {
    openExternal: async (url) => record('open-external', url),
  },
  screen: {
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  },
}

act('app.quit', () => app.quit())
act('app.second-instance', () => app.emit('second-instance'))
act('power', (event) => powerMonitor.emit(event))
act('menu.click', (label) => {
  const item = menu.flatMap((one) => one.submenu).find((one) => one.label === label)
  item.click()
})
