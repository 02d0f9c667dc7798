/**
 * Pushes to the windows of the browser host, over one WebSocket each. (Server-sent events share six connections per host
 * among all tabs: the seventh window would stand still.) Nothing is taken from the page on this way.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Workstation } from '../core/workstation.ts'

/** A window that does not answer a ping within this time is gone. */
const PING_MS = 30_000
/** A window that reads so slowly is let go; it fetches anew when it comes back. */
const MOST_WAITING = 8 * 1024 * 1024

export interface PushSocket {
  /** Takes over a connection whose host, origin and cookie have been checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  stop(): void
}

export function createPushSocket(workstation: Workstation): PushSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const answered = new WeakSet<WebSocket>()

  const off = workstation.onAny((push, value) => {
    const text = JSON.stringify({ push, value })
    for (const client of server.clients) {
      if (client.bufferedAmount > MOST_WAITING) client.terminate()
      else if (client.readyState === WebSocket.OPEN) client.send(text)
    }
  })
  const pings = setInterval(() => {
    for (const client of server.clients) {
      if (!answered.delete(client)) client.terminate()
      else client.ping()
    }
  }, PING_MS)
  pings.unref()

  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => {
        answered.add(client)
        client.on('pong', () => answered.add(client))
        client.on('error', () => client.terminate())
      })
    },
    stop() {
      off()
      clearInterval(pings)
      for (const client of server.clients) client.close(1001)
      server.close()
    },
  }
}
