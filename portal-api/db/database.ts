/**
 * The one door to PostgreSQL: pool, typed queries and parsers. `bigint` comes back as a number (all of
 * ours are counters far below 2^53), `date` as its own text and never as a local midnight.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema/index.ts'

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

/** Opens a pool on a database. `max` connections; statements that take longer than 30 s are ended by the server. */
export function connect(url: string, max = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 })
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() }
}
