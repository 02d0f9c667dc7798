/** What whoever watches over the installation can ask, with the database there, behind, and away. */
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Cluster, ensureDatabase, startCluster } from '../../../build/lib/embedded-postgres.mjs'
import { prepareTestServer } from '../../../build/lib/test-cluster.mjs'
import { MONDAY } from '../../../tests/support/app.ts'
import { testClock } from '../../../tests/support/clock.ts'
import { type RunningApp, startApp } from '../../app.ts'

/** A server of its own: this one is stopped and comes back. */
const server = { ...prepareTestServer({ major: inject('postgresMajor') }), durable: false }
let cluster: Cluster
let databaseUrl: string
let app: RunningApp

beforeAll(async () => {
  cluster = await startCluster(server)
  databaseUrl = (await ensureDatabase(cluster, 'health')).url
  const log = pino({ level: 'silent' })
  const key = Buffer.alloc(32, 7)
  app = await startApp({ databaseUrl, host: '127.0.0.1', port: 0, key, clock: testClock(MONDAY), log, demo: false })
})
afterAll(async () => {
  await app.stop()
  await cluster.stop()
})

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(app.url + path, { headers })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function migrated(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function readiness(): Promise<[number, unknown]> {
  const { status, text } = await ask('/readyz')
  return [status, JSON.parse(text)]
}

describe('health', () => {
  it('is alive and ready with its database', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"ok":true}' })
    const ready = await ask('/readyz')
    expect(ready).toMatchObject({ status: 200, text: '{"ok":true,"database":"current"}' })
    expect(ready.headers.get('cache-control')).toBe('no-store')
  })

  it('is not ready while migrations of this version are missing, and does not mind those of a later one', async () => {
    await migrated('create table kept as select * from drizzle.__drizzle_migrations')
    await migrated('delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from kept)')
    expect(await readiness()).toEqual([503, { ok: false, database: 'behind' }])
    await migrated('alter table drizzle.__drizzle_migrations rename to elsewhere')
    expect(await readiness()).toEqual([503, { ok: false, database: 'behind' }])
    await migrated('alter table drizzle.elsewhere rename to __drizzle_migrations')
    await migrated('delete from drizzle.__drizzle_migrations; insert into drizzle.__drizzle_migrations select * from kept')
    await migrated(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
    expect(await readiness()).toEqual([200, { ok: true, database: 'current' }])
  })

  it('is alive and not ready while the database is away, and ready again when it is back', async () => {
    await cluster.stop()
    expect(await readiness()).toEqual([503, { ok: false, database: 'away' }])
    expect(await ask('/healthz')).toMatchObject({ status: 200 })
    const away = (await ask('/metrics')).text
    expect(away).toContain('portal_database_up 0')
    expect(away).not.toMatch(/^portal_(deliveries|audit_lines)/m)
    cluster = await startCluster({ ...server, port: cluster.port })
    expect(await readiness()).toEqual([200, { ok: true, database: 'current' }])
    expect((await ask('/metrics')).text).toMatch(/^portal_audit_lines_unlinked \d+$/m)
  })

  it('answers nobody from outside: what a reverse proxy passes on is an unknown path', async () => {
    const passedOn: readonly Record<string, string>[] = [
      { 'x-forwarded-for': '203.0.113.9' },
      { 'x-forwarded-proto': 'https' },
      { 'x-forwarded-host': 'portaal.example.org' },
      { 'x-real-ip': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
      { via: '1.1 proxy' },
    ]
    for (const path of ['/healthz', '/readyz', '/metrics'])
      for (const headers of passedOn) {
        const { status, text } = await ask(path, headers)
        expect([path, headers, status]).toEqual([path, headers, 404])
        expect(JSON.parse(text)).toMatchObject({ code: 'not-found' })
      }
  })
})
