/**
 * The one door to PostgreSQL: pool, typed queries and parsers. `bigint` comes back as a number (all of
 * ours are counters far below 2^53), `date` as its own text and never as a local midnight.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { ANSWERS_WITHIN_MS } from './away.ts'
import * as schema from './schema/index.ts'
import { makeStatementNames, makeThrifty } from './thrifty-client.ts'
import { transactions } from './transactions.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

export type Database = NodePgDatabase<typeof schema>
/** A running transaction, with the same queries as the database. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

export interface Connection {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** An idle connection keeps what it has prepared for this long. */
const IDLE_MS = 300_000

/** Statements that take longer are ended by the server. */
const STATEMENT_MS = 30_000

/** Opens a pool on a database. `max` connections; who waits too long for one fails ({@link ANSWERS_WITHIN_MS}). */
export function connect(url: string, max = 10): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: 60_000,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: ANSWERS_WITHIN_MS,
    // For a server that is there and silent: longer than it lets any statement run.
    query_timeout: STATEMENT_MS + ANSWERS_WITHIN_MS,
    pipeline: true,
  })
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  const nameOf = makeStatementNames()
  pool.on('connect', (client) => {
    // Nor may one that is dropped between two statements of a transaction: its next statement fails, and its request with it.
    client.on('error', () => undefined)
    makeThrifty(client, nameOf)
  })
  const db: Database = drizzle(pool, { schema })
  db.transaction = transactions(pool)
  return { db, pool, close: () => pool.end() }
}
