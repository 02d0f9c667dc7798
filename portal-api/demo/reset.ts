/** Empties a demo database on somebody's own server, so that the next start in demo mode fills it anew. Refuses any other. */
import { sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { DemoRefused, demoMark } from './mark.ts'

const NOT_MARKED =
  'This database does not carry the mark of the demo, so nothing was removed. Only a database that demo mode itself made can be reset.'
const IN_USE = 'This demo database is in use, so nothing was removed. Stop the portal API first.'

/** Does the table of the mark exist at all? A database without our tables has none. */
async function isOurs(tx: Tx): Promise<boolean> {
  const found = await tx.execute<{ there: boolean }>(sql`select to_regclass('public.system_meta') is not null as there`)
  return found.rows[0]?.there === true && (await demoMark(tx)) !== null
}

/**
 * Removes everything from a marked database, all or nothing.
 * @throws DemoRefused when it is not marked, or somebody is connected to it
 */
export async function resetDemo(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isOurs(tx))) throw new DemoRefused(NOT_MARKED)
    const others = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
    if ((others.rows[0]?.n ?? 0) > 0) throw new DemoRefused(IN_USE)
    await tx.execute(sql`drop schema if exists drizzle cascade`)
    await tx.execute(sql`drop schema public cascade`)
    await tx.execute(sql`create schema public`)
    await tx.execute(sql`grant usage on schema public to public`)
  })
}
