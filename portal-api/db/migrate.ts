/** Brings a database to this version. Several processes may start at once: an advisory lock lets one do the work. */
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database } from './database.ts'

/** Any constant that no other program on the server is likely to take. */
const LOCK = 7_262_511_908

/** Where the migrations lie: beside this file in the sources, beside the bundle in a build. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Applies what is missing; does nothing on an up-to-date database. */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    // A repeated start says "already exists, skipping" for each extension; that is no news.
    await client.query('set client_min_messages to warning')
    await applyMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end()
  }
}

/** A question: does this database have every migration of this version? One of a later version has. Fails when it cannot be asked. */
export function makeMigrationCheck(folder = migrationsFolder): (db: Database) => Promise<boolean> {
  const newest = Math.max(...readMigrationFiles({ migrationsFolder: folder }).map((one) => one.folderMillis))
  return async (db) => {
    const { rows } = await db.execute<{ there: boolean }>(
      sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
    )
    if (!rows[0]?.there) return false
    const applied = await db.execute<{ newest: number | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    )
    return (applied.rows[0]?.newest ?? 0) >= newest
  }
}
