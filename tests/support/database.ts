/** A database for one test file: migrated and empty, or as an earlier version left it. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { cloneDatabase } from '../../build/lib/test-cluster.mjs'

export interface FreshDatabase {
  /** Connection string, password included. */
  readonly url: string
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>
}

/** Takes about a tenth of a second; call it in `beforeAll` and `drop` in `afterAll`. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneDatabase(inject('templateDatabaseUrl'))
}

/** A database without any table. */
export function emptyDatabase(): Promise<FreshDatabase> {
  const nothing = new URL(inject('templateDatabaseUrl'))
  nothing.pathname = '/template1'
  return cloneDatabase(nothing.href)
}

/** A database as the version that ended with this migration left it (tests/support/versions). */
export async function databaseOfVersion(migration: string): Promise<FreshDatabase> {
  const database = await emptyDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    await client.query(readFileSync(new URL(`./versions/${migration}.sql`, import.meta.url), 'utf8'))
  } finally {
    await client.end()
  }
  return database
}
