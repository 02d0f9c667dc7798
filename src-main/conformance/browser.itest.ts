/** The suite over the browser host: its process, real HTTP and WebSocket, and the very script that the page gets. */
import { makeTestFolder, openPage, startBrowserHost } from '../testing/browser-host.ts'
import { runPageScript } from '../testing/page-script.ts'
import { conformance } from './suite.ts'

conformance('the browser host', async (portal) => {
  const test = await makeTestFolder()
  const host = await startBrowserHost(test.folder, portal.url)
  const { cookie } = await openPage(host.url)
  const page = await runPageScript(host.origin, cookie)
  return {
    desk: page.desk,
    async stop() {
      page.close()
      await host.program.end('SIGTERM')
      await test.remove()
    },
  }
})
