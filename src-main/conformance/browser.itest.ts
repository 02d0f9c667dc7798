/** The suite over the browser host: its process, real HTTP and WebSocket, and the very script that the page gets. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { WebSocket } from 'ws'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import { makeTestFolder, openPage, startBrowserHost } from '../testing/browser-host.ts'
import { bundleFolder } from '../testing/bundles.ts'
import { conformance } from './suite.ts'

conformance('the browser host', async (portal) => {
  const test = await makeTestFolder()
  const host = await startBrowserHost(test.folder, portal.url)
  const { cookie } = await openPage(host.url)
  const sockets: WebSocket[] = []
  const desk = runTransport(readFileSync(path.join(await bundleFolder('browser'), 'transport.js'), 'utf8'), {
    origin: host.origin,
    cookie,
    sockets,
  })
  return {
    desk,
    async stop() {
      for (const socket of sockets) {
        socket.onclose = null
        socket.close()
      }
      await host.program.end('SIGTERM')
      await test.remove()
    },
  }
})

/** Runs the page's script with what a browser would give it: its address, its cookie, its origin. */
function runTransport(
  script: string,
  { origin, cookie, sockets }: { readonly origin: string; readonly cookie: string; readonly sockets: WebSocket[] },
): Bridge {
  class PageSocket extends WebSocket {
    constructor(url: string) {
      super(url, { origin, headers: { Cookie: cookie } })
      sockets.push(this)
    }
  }
  const window: { desk?: Bridge } = {}
  const page = {
    window,
    location: { host: new URL(origin).host, replace: () => {} },
    fetch: (url: string, init: RequestInit) =>
      fetch(new URL(url, origin), { ...init, headers: { ...init.headers, Cookie: cookie, Origin: origin } }),
    WebSocket: PageSocket,
    setTimeout,
  }
  vm.runInNewContext(script, page)
  if (!window.desk) throw new Error('The script put no bridge in the page')
  return window.desk
}
