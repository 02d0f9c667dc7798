/**
 * Migrations forward on data of an earlier version: every row survives, and the product works on it. Whoever adds a
 * migration finds here whether it keeps what installations have.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../portal-api/app.ts'
import { migrate, migrationsFolder } from '../../portal-api/db/migrate.ts'
import { DEMO_PASSWORD, demoTotpSecret } from '../../portal-api/demo/accounts.ts'
import { verifyAudit } from '../../portal-api/platform/audit/verify.ts'
import { totpCode } from '../../portal-api/platform/secrets/totp.ts'
import { portalProfile } from '../../shared/domain/portal-profile.ts'
import { testClock } from '../support/clock.ts'
import { databaseOfVersion, emptyDatabase, type FreshDatabase } from '../support/database.ts'
import { mustCall } from '../support/http.ts'

type Row = Record<string, unknown>
type Tables = ReadonlyMap<string, readonly Row[]>

/** Columns of the earlier version whose values a migration writes anew, and where what they said is now. */
const REWRITTEN: Readonly<Record<string, string>> = {
  'providers.profile': 'gains the rules of later versions; the test below reads it',
}

/** Two minutes after the last line of the data. */
const clock = testClock('2026-11-23T08:06:00Z')
let database: FreshDatabase
let client: pg.Client
let before: Tables

async function allRows(): Promise<Tables> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const found = new Map<string, Row[]>()
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${client.escapeIdentifier(name)} t`)
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

beforeAll(async () => {
  database = await databaseOfVersion('0003')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  before = await allRows()
  // Two processes of the new version that start at once.
  await Promise.all([migrate(database.url), migrate(database.url)])
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('the data of the version before', () => {
  it('had rows in every table it had', () => {
    expect(before.size).toBeGreaterThan(30)
    expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([])
  })

  it('are all there: no row is lost, and no value of a column that stayed is another', async () => {
    const after = await allRows()
    for (const [name, rows] of before) {
      const now = after.get(name)
      expect([name, now !== undefined]).toEqual([name, true])
      const columns = Object.keys(now?.[0] ?? {})
      const kept = Object.keys(rows[0] ?? {}).filter((column) => columns.includes(column) && !REWRITTEN[`${name}.${column}`])
      const said = (row: Row) => JSON.stringify(kept.map((column) => row[column]))
      const there = new Set((now ?? []).map(said))
      expect([name, rows.map(said).filter((row) => !there.has(row))]).toEqual([name, []])
    }
  })

  it('have portal profiles that know every rule of today, and keep what they said', async () => {
    const { rows } = await client.query<{ id: string; profile: unknown }>('select id, profile from providers order by id')
    expect(rows).toHaveLength(5)
    for (const { id, profile } of rows) {
      expect([id, portalProfile.safeParse(profile).error?.issues ?? []]).toEqual([id, []])
      const was = before.get('providers')?.find((row) => row['id'] === id)?.['profile'] as Row
      expect(profile).toMatchObject({ name: was['name'], password: was['password'], block: was['block'] })
    }
  })
})

describe('the product on those data', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp({
      databaseUrl: database.url,
      host: '127.0.0.1',
      port: 0,
      key: Buffer.alloc(32, 7),
      clock,
      log: pino({ level: 'fatal' }),
      demo: false,
    })
  })
  afterAll(() => app.stop())

  async function signIn(email: string, provider: string) {
    const caller = { url: app.url }
    const first = await mustCall(caller, 'session.staff-login', { body: { email, password: DEMO_PASSWORD } })
    const { code } = totpCode(demoTotpSecret(email), clock.now())
    const { tokens } = await mustCall(caller, 'session.staff-code', { body: { ticket: first.ticket, code, provider } })
    return { ...caller, token: tokens.accessToken }
  }

  it.each([
    ['rik.jansma@cordaan.example', 'cordaan', 'absences'],
    ['anneke.vandenberg@cordaan.example', 'cordaan', 'contact-requests'],
    ['sem.molenaar@laurens.example', 'laurens', 'accounts'],
    ['lotte.degroot@zuyderland.example', 'zuyderland', 'contact-requests'],
    ['eva.lindeman@careflex.example', 'careflex', 'contact-requests'],
  ] as const)('staff sign in and open every case of their queue: %s at %s', async (email, provider, queue) => {
    clock.pass(31)
    const caller = await signIn(email, provider)
    const page = await mustCall(caller, 'cases.list', { params: { queue }, query: {} })
    expect(page.rows.length).toBeGreaterThan(0)
    for (const { id } of page.rows) {
      const detail = await mustCall(caller, 'cases.open', { params: { id } })
      expect(detail.id).toBe(id)
    }
  })

  it('a client logs in with the password of before', async () => {
    const { organisation } = portalProfile.parse(
      (await client.query<{ profile: unknown }>(`select profile from providers where id = 'axxicom'`)).rows[0]?.profile,
    ).login
    const step = await mustCall({ url: app.url }, 'session.login', {
      params: { provider: 'axxicom' },
      body: {
        userName: 'w.terpstra@post.example',
        password: DEMO_PASSWORD,
        ...(organisation.mode === 'prefilled' ? { organisation: organisation.code } : {}),
      },
    })
    if (step.step !== 'signed-in') throw new Error(`Not in yet: ${step.step}`)
    expect(await mustCall({ url: app.url, token: step.tokens.accessToken }, 'session.me', {})).toMatchObject({
      name: 'Mevr. W. Terpstra',
    })
  })

  it('the audit chain of before holds, and goes on', async () => {
    const provider = 'cordaan'
    await expect
      .poll(async () => (await verifyAudit(app.connection.db, { provider })).providers[0]?.waiting, { timeout: 20_000 })
      .toBe(0)
    const report = await verifyAudit(app.connection.db)
    expect(report).toMatchObject({ whole: true, guardsOff: [] })
    const { rows } = await client.query<{ algorithm: number; n: number }>(
      'select algorithm, count(*)::int as n from audit_chain group by algorithm order by algorithm',
    )
    expect(rows.map((row) => [row.algorithm, row.n > 0])).toEqual([
      [1, true],
      [2, true],
    ])
  })
})

describe('the migrations themselves', () => {
  const journal = JSON.parse(readFileSync(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[]
  }

  it('are a row without gaps, each later than the one before: an older one would never be applied', () => {
    expect(journal.entries.map((entry) => entry.idx)).toEqual(journal.entries.map((_, index) => index))
    for (const [index, entry] of journal.entries.entries()) {
      expect(entry.tag.startsWith(String(index).padStart(4, '0'))).toBe(true)
      expect(entry.when).toBeGreaterThan(journal.entries[index - 1]?.when ?? 0)
    }
    const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'))
    expect(files.sort()).toEqual(journal.entries.map((entry) => `${entry.tag}.sql`))
  })

  it('make the same tables from nothing as from the version before', async () => {
    const fresh = await emptyDatabase()
    const other = new pg.Client({ connectionString: fresh.url })
    try {
      await migrate(fresh.url)
      await other.connect()
      const shape = `
        select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
        where table_schema = 'public' order by 1, 2`
      const rules = `
        select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as rule from pg_constraint
        where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`
      const indexes = `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`
      const triggers = `select tgrelid::regclass::text as "table", tgname from pg_trigger where not tgisinternal order by 1, 2`
      for (const question of [shape, rules, indexes, triggers])
        expect((await client.query(question)).rows).toEqual((await other.query(question)).rows)
    } finally {
      await other.end()
      await fresh.drop()
    }
  })
})
