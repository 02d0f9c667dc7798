/** The suite over Electron's way: the unmodified program and preload, on the double, with messages cloned as Electron does. */
import type { Bridge } from '../../shared/bridge/bridge.ts'
import type { Push } from '../../shared/bridge/channels.ts'
import { makeTestFolder } from '../testing/browser-host.ts'
import { startElectronOnDouble } from '../testing/electron-on-double.ts'
import { conformance } from './suite.ts'

conformance('the preload and IPC, on a double of Electron', async (portal) => {
  const test = await makeTestFolder()
  const electron = await startElectronOnDouble(test.folder, portal.url)
  const listeners = new Map<string, Set<(value: never) => void>>()
  electron.onPush((push, value) => {
    for (const listener of listeners.get(push) ?? []) listener(value as never)
  })
  const asked = new Set<Push>()
  const desk: Bridge = {
    call: (channel, input) => electron.act('desk.call', channel, input) as never,
    on(push, listener) {
      if (!asked.has(push)) void electron.act('desk.listen', push)
      asked.add(push)
      const of = listeners.get(push) ?? new Set()
      listeners.set(push, of.add(listener))
      return () => of.delete(listener)
    },
  }
  return {
    desk,
    async stop() {
      await electron.program.end('SIGTERM')
      await test.remove()
    },
  }
})
