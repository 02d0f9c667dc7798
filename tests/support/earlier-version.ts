/** A database as an earlier version of the product left it, for tests of a migration. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { z } from 'zod'
import { cloneDatabase } from '../../build/lib/test-cluster.mjs'
import { migrate, migrationsFolder } from '../../portal-api/db/migrate.ts'
import type { FreshDatabase } from './database.ts'

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })

/** An empty database with the migrations up to and including one, e.g. `0003_authenticator`. */
export async function databaseAsOf(tag: string): Promise<FreshDatabase> {
  const url = new URL(inject('templateDatabaseUrl'))
  url.pathname = '/template0'
  const database = await cloneDatabase(url.href)
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-migrations-'))
  try {
    const whole = journal.parse(JSON.parse(readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8')))
    const last = whole.entries.findIndex((entry) => entry.tag === tag)
    if (last < 0) throw new Error(`There is no migration ${tag}.`)
    const entries = whole.entries.slice(0, last + 1)
    mkdirSync(path.join(folder, 'meta'))
    writeFileSync(path.join(folder, 'meta/_journal.json'), JSON.stringify({ ...whole, entries }))
    for (const entry of entries)
      copyFileSync(path.join(migrationsFolder, `${entry.tag}.sql`), path.join(folder, `${entry.tag}.sql`))
    await migrate(database.url, folder)
    return database
  } finally {
    rmSync(folder, { recursive: true })
  }
}
