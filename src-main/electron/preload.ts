/**
 * Puts the bridge in the page, as `window.desk`, and nothing else: no channel name, no `ipcRenderer`. Runs in the sandbox, as
 * one CommonJS file that needs nothing but `electron`.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import type { Push } from '../../shared/bridge/channels.ts'

type Listener = (value: unknown) => void
const listeners = new Map<Push, Set<Listener>>()

ipcRenderer.on('desk:push', (_event, push: Push, value: unknown) => {
  for (const listener of listeners.get(push) ?? []) listener(value)
})

const bridge = {
  // Only JSON crosses the bridge, in every host alike.
  call: (channel, input) => ipcRenderer.invoke('desk:call', channel, JSON.parse(JSON.stringify(input ?? {}))),
  on(push, listener) {
    const of = listeners.get(push) ?? new Set()
    listeners.set(push, of.add(listener as Listener))
    return () => {
      of.delete(listener as Listener)
    }
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('desk', bridge)
