/** Windows and their pages. The preload runs as in the sandbox: in a context of its own, with `electron` and nothing else. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { act, record } from './control.mjs'
import { invoke } from './ipc.mjs'

const windows = new Set()

class WebContents extends EventEmitter {
  mainFrame = { url: 'about:blank' }
  exposed = {}
  #toPage = new EventEmitter()
  #open = () => ({ action: 'allow' })
  #destroyed = false

  isDestroyed() {
    return this.#destroyed
  }
  setWindowOpenHandler(handler) {
    this.#open = handler
  }
  openWindow(url) {
    return this.#open({ url, frameName: '', features: '', disposition: 'new-window', referrer: {} })
  }
  send(channel, ...args) {
    const passed = structuredClone(args)
    this.#toPage.emit(channel, {}, ...passed)
  }
  reload() {
    record('reload', this.mainFrame.url)
  }
  destroy() {
    this.#destroyed = true
  }

  /** Runs the preload and keeps what it puts in the page. */
  runPreload(file) {
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) => {
          this.exposed[name] = api
          record('exposed', { name, keys: Object.keys(api) })
        },
      },
      ipcRenderer: {
        invoke: async (channel, ...args) => invoke(this, this.mainFrame, channel, structuredClone(args)),
        on: (channel, listener) => this.#toPage.on(channel, listener),
      },
    }
    const require = (name) => {
      if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`)
      return electron
    }
    vm.runInNewContext(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, { structuredClone })(
      require,
      { exports: {} },
      {},
    )
  }
}

export class BrowserWindow extends EventEmitter {
  static created = () => {}
  static getAllWindows() {
    return [...windows]
  }

  webContents = new WebContents()
  #visible = false
  #destroyed = false

  constructor(options) {
    super()
    this.options = options
    record('window', options)
    windows.add(this)
    BrowserWindow.created(this.webContents)
  }
  async loadURL(url) {
    this.webContents.mainFrame = { url }
    record('load-url', url)
    const preload = this.options.webPreferences?.preload
    if (preload) this.webContents.runPreload(preload)
    this.emit('ready-to-show')
  }
  show() {
    this.#visible = true
    record('shown', true)
  }
  focus() {
    record('focused', true)
  }
  isVisible() {
    return this.#visible
  }
  isMinimized() {
    return false
  }
  isMaximized() {
    return false
  }
  maximize() {
    record('maximized', true)
  }
  getNormalBounds() {
    return { x: 40, y: 50, width: 1200, height: 800 }
  }
  isDestroyed() {
    return this.#destroyed
  }
  close() {
    if (this.#destroyed) return
    this.emit('close', {})
    this.#destroyed = true
    this.webContents.destroy()
    windows.delete(this)
    this.emit('closed')
  }
}

const only = () => {
  const [window] = windows
  if (!window) throw new Error('There is no window')
  return window
}
const heard = []

// What the page does with the bridge it was given.
act('desk.call', (channel, input) => only().webContents.exposed.desk.call(channel, input))
act('desk.listen', (push) => {
  only().webContents.exposed.desk.on(push, (value) => {
    heard.push({ push, value })
    process.send?.({ push, value })
  })
})
act('desk.heard', () => heard)
// What somebody else could try.
act('ipc.invoke', (frame, channel, ...args) => {
  const { webContents } = only()
  const senderFrame = frame.main
    ? Object.assign(webContents.mainFrame, { url: frame.url })
    : frame.gone
      ? null
      : { url: frame.url }
  return invoke(frame.stranger ? new WebContents() : webContents, senderFrame, channel, args)
})
act('navigate', (event, url, isMainFrame = true) => {
  const details = {
    url,
    isMainFrame,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
  only().webContents.emit(event, details)
  return details.defaultPrevented
})
act('window.open', (url) => only().webContents.openWindow(url).action)
act('window.count', () => windows.size)
act('window.visible', () => only().isVisible())
act('window.close', () => only().close())
act('page.crash', (reason) => only().webContents.emit('render-process-gone', {}, { reason }))
