/** Replays captured statements straight through `pg`: what a request costs without anything in between. */
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Statement } from './capture.ts'

/** A captured request: its statements in order, and where each repeat needs an id of its own. */
export interface Replay {
  readonly statements: readonly Statement[]
  readonly fresh: readonly (readonly [statement: number, parameter: number])[]
}

export interface Peer {
  /** Sends the statements one after the other on the connection of this client; returns the rows of each. */
  replay(client: number, request: Replay): Promise<number[]>
  close(): Promise<void>
}

/** As many connections as clients. Statements that the product sends under a name get one here too. */
export async function startPeer(url: string, clients: number): Promise<Peer> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new pg.Client({ connectionString: url })
      await connection.connect()
      return connection
    }),
  )
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? createHash('md5').update(text).digest('hex')
    names.set(text, name)
    return name
  }
  return {
    async replay(client, { statements, fresh }) {
      const connection = connections[client]
      if (!connection) throw new Error(`No connection for client ${client}.`)
      const counts: number[] = []
      for (const [at, { text, params, prepared }] of statements.entries()) {
        const values = params.map((value, index) => (fresh.some(([s, p]) => s === at && p === index) ? randomUUID() : value))
        const result = await connection.query({ text, values, rowMode: 'array', ...(prepared ? { name: nameOf(text) } : {}) })
        counts.push(result.rows.length)
      }
      return counts
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.end()))
    },
  }
}
