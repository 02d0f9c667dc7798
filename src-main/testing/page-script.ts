/** Runs the script that the browser host puts in the page, with what a browser would give it: address, cookie, origin. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { WebSocket } from 'ws'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import { bundleFolder } from './bundles.ts'

export interface PageWithScript {
  readonly desk: Bridge
  /** Addresses the page was sent to. */
  readonly replaced: readonly string[]
  /** Windows that were opened. */
  readonly opened: readonly string[]
  /** Breaks the way of pushes, as a computer that slept would. */
  breakPushes(): void
  close(): void
}

export async function runPageScript(origin: string, cookie: string): Promise<PageWithScript> {
  const script = readFileSync(path.join(await bundleFolder('browser'), 'transport.js'), 'utf8')
  const sockets: WebSocket[] = []
  const replaced: string[] = []
  const opened: string[] = []
  let closed = false

  class PageSocket extends WebSocket {
    constructor(url: string) {
      super(url, { origin, headers: { Cookie: cookie } })
      // A page does not hear of it; the way closes, and that it hears.
      this.on('error', () => undefined)
      sockets.push(this)
    }
  }
  const window: { desk?: Bridge; open: (url: string) => void } = { open: (url) => opened.push(url) }
  const page = {
    window,
    location: { host: new URL(origin).host, replace: (url: string) => replaced.push(url) },
    fetch: (url: string, init: RequestInit) =>
      fetch(new URL(url, origin), { ...init, headers: { ...init.headers, Cookie: cookie, Origin: origin } }),
    WebSocket: PageSocket,
    setTimeout: (callback: () => void, milliseconds: number) => setTimeout(() => closed || callback(), milliseconds),
  }
  vm.runInNewContext(script, page)
  if (!window.desk) throw new Error('The script put no bridge in the page')
  return {
    desk: window.desk,
    replaced,
    opened,
    breakPushes: () => sockets.at(-1)?.terminate(),
    close() {
      closed = true
      sockets.at(-1)?.close()
    },
  }
}
