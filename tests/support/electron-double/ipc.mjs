/** Messages between page and program. They are cloned on the way, as Electron does: what is no data does not pass. */
import { EventEmitter } from 'node:events'
import { act } from './control.mjs'

const handlers = new Map()

const listeners = new EventEmitter()

export const ipcMain = {
  on: (channel, listener) => listeners.on(channel, listener),
  removeAllListeners: (channel) => listeners.removeAllListeners(channel),
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

/** What `ipcRenderer.invoke` comes to, from a given frame. */
export async function invoke(contents, senderFrame, channel, args) {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const event = { type: 'frame', sender: contents, senderFrame, processId: 1, frameId: 1 }
  return structuredClone(await handler(event, ...structuredClone(args)))
}

act('ipc.channels', () => [...handlers.keys(), ...listeners.eventNames()])
