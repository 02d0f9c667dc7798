/** Transactions that wait for nothing they need not wait for: the first statement leaves with BEGIN, the last one with COMMIT. */
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { ANSWERS_WITHIN_MS } from './away.ts'
import type { Database, Tx } from './database.ts'

/** Statements that were sent and that COMMIT follows without waiting for their answers. */
const closing = new WeakMap<object, Promise<unknown>[]>()

/**
 * Takes a statement of a transaction, just sent, whose outcome nobody waits for; what comes after it goes out behind it, COMMIT at last.
 * When it fails, PostgreSQL refuses all that follows and makes that COMMIT a ROLLBACK, and the transaction fails with the statement's
 * error.
 */
export function endWith(tx: Tx, sent: Promise<unknown>): void {
  // Looked at together with COMMIT, or when the work fails; until then its failure is nobody's.
  sent.catch(() => undefined)
  const others = closing.get(tx)
  if (others) others.push(sent)
  else closing.set(tx, [sent])
}

async function commit(client: pg.ClientBase, begun: Promise<unknown>, last: readonly Promise<unknown>[]): Promise<void> {
  const sent = [begun, ...last, client.query('commit')] as const
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  const ended = (await sent.at(-1)) as pg.QueryResult
  if (ended.command !== 'COMMIT') throw new Error(`The transaction was not committed: ${ended.command}.`)
}

/** Why work failed: the first of what it did not wait for that did, for then the rest was refused; else as it says. */
async function causeOf(error: unknown, sent: readonly Promise<unknown>[]): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected')
  return failed ? failed.reason : error
}

/** `transaction` of a database on this pool. A failure of `work` rolls back and comes out as it is, unless a statement failed before it. */
export function transactions(pool: pg.Pool): Database['transaction'] {
  const dialect = new PgDialect()
  const ofClient = new WeakMap<pg.PoolClient, Tx>()
  const txOf = (client: pg.PoolClient): Tx => {
    const known = ofClient.get(client)
    if (known) return known
    const tx: Tx = new NodePgTransaction(dialect, new NodePgSession(client, dialect, undefined), undefined)
    ofClient.set(client, tx)
    return tx
  }
  return async (work) => {
    const client = await pool.connect()
    const tx = txOf(client)
    let broken: Error | undefined
    try {
      // Nothing can hold it up but a server that is away: then the connection, and with it the transaction, is given up.
      const begun = client.query({ text: 'begin', query_timeout: ANSWERS_WITHIN_MS } as pg.QueryConfig)
      begun.catch(() => undefined)
      try {
        const result = await work(tx)
        await commit(client, begun, closing.get(tx) ?? [])
        return result
      } catch (error) {
        // Does no harm after a COMMIT that failed: there is no transaction then, and the server only warns.
        await client.query('rollback').catch((lost: Error) => {
          broken = lost
        })
        throw await causeOf(error, closing.get(tx) ?? [])
      }
    } finally {
      closing.delete(tx)
      client.release(broken)
    }
  }
}
