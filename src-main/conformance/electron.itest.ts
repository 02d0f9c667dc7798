/** The suite over the real Electron, where its binary is there, a display too, and the tests do not run as root. */
import path from 'node:path'
import { _electron } from '@playwright/test'
import { describe, it } from 'vitest'
import { electronBinary, noWindowBecause } from '../../build/lib/electron-binary.mjs'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import { makeTestFolder } from '../testing/browser-host.ts'
import { bundleFolder, ROOT } from '../testing/bundles.ts'
import { conformance } from './suite.ts'

const binary = electronBinary(ROOT)
const missing = !binary
  ? 'the Electron binary is not here'
  : process.getuid?.() === 0
    ? 'Electron does not run as root'
    : noWindowBecause()

if (missing || !binary) {
  describe.skip(`the bridge over Electron (${missing})`, () => {
    it('is run where Electron can run', () => {})
  })
} else {
  conformance('Electron', async (portal) => {
    const test = await makeTestFolder()
    const app = await _electron.launch({
      executablePath: binary,
      args: [path.join(await bundleFolder('main'), 'main.cjs')],
      env: {
        ...(process.env as Record<string, string>),
        PORTAL_API_URL: portal.url,
        PORTAL_DESK_DATA: path.join(test.folder, 'data'),
        PORTAL_DESK_RENDERER: path.join(test.folder, 'renderer'),
      },
    })
    const page = await app.firstWindow()
    const listeners = new Map<string, Set<(value: never) => void>>()
    await page.exposeFunction('heardPush', (push: string, value: unknown) => {
      for (const listener of listeners.get(push) ?? []) listener(value as never)
    })
    const desk: Bridge = {
      call: (channel, input) =>
        page.evaluate(([name, given]) => window.desk.call(name as never, given as never), [channel, input] as const) as never,
      on(push, listener) {
        if (!listeners.has(push)) {
          void page.evaluate((name) => {
            const { heardPush } = window as unknown as { heardPush: (push: string, value: unknown) => void }
            window.desk.on(name, (value) => heardPush(name, value))
          }, push)
        }
        const of = listeners.get(push) ?? new Set()
        listeners.set(push, of.add(listener))
        return () => of.delete(listener)
      },
    }
    return {
      desk,
      async stop() {
        await app.close()
        await test.remove()
      },
    }
  })
}
