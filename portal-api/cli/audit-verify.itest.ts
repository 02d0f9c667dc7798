/** `npm run audit:verify` as whoever runs it sees it: what it prints, and how it ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testClock } from '../../tests/support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { startApp } from '../app.ts'
import { type Connection, connect } from '../db/database.ts'
import { checkpointKey } from '../platform/audit/checkpoint-key.ts'
import { writeAudit } from '../platform/audit/write.ts'

const CLI = fileURLToPath(new URL('./audit-verify.ts', import.meta.url))
const clock = testClock('2026-11-23T08:00:00Z')

let database: FreshDatabase
let connection: Connection
let data: string

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.url, 2)
  data = mkdtempSync(path.join(tmpdir(), 'portal-desk-verify-'))
})
afterAll(async () => {
  await connection.close()
  await database.drop()
  rmSync(data, { recursive: true })
})

/** Starts the portal API, has it write lines, and stops it again: the last of them stand in a checkpoint. */
async function work(provider: string, lines: number): Promise<void> {
  const app = await startApp({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    key: Buffer.alloc(32, 7),
    clock,
    log: pino({ level: 'fatal' }),
    demo: false,
    checkpoints: { folder: path.join(data, 'checkpoints'), key: checkpointKey(null, data) },
  })
  const row = {
    provider,
    action: 'read',
    object: 'case',
    outcome: 'ok',
    actorKind: 'system',
    workstation: '',
    source: 'portal-api',
    trace: 'x',
    details: {},
  } as const
  for (let index = 0; index < lines; index += 1) {
    clock.pass(1)
    await app.connection.db.transaction((tx) => writeAudit(tx, [{ ...row, at: clock.now() }]))
  }
  await app.stop()
}

async function verify(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.url, PORTAL_DESK_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (text) => {
    out += String(text)
  })
  child.stderr.on('data', (text) => {
    err += String(text)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

async function tamper(statement: string): Promise<void> {
  await connection.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })
}

describe('audit:verify', () => {
  it('finds a whole log whole, over stops and starts, with a checkpoint for each', async () => {
    await work('cordaan', 5)
    await work('laurens', 3)
    await work('cordaan', 2)
    const { code, out, err } = await verify('--json')
    expect(err).toBe('')
    expect(code).toBe(0)
    const report = JSON.parse(out.trim().split('\n').at(-1) ?? '')
    expect(report).toMatchObject({
      whole: true,
      guardsOff: [],
      providers: [
        { provider: 'cordaan', lines: 7, waiting: 0 },
        { provider: 'laurens', lines: 3, confirmed: expect.any(Number) },
      ],
    })
    expect(report.providers[0].confirmed).toBeGreaterThanOrEqual(2)
    expect(out).toContain('The audit log is whole.')
  })

  it('names the first broken line of each provider, and ends with 1', async () => {
    const id = (await connection.pool.query(`select entry_id from audit_chain where provider = 'cordaan' and position = 4`))
      .rows[0].entry_id
    await tamper(`update audit_entries set outcome = 'refused' where id = '${id}'`)
    await tamper(`delete from audit_chain where provider = 'laurens' and position = 3`)
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`first broken line: position 4, entry ${id}, changed`)
    expect(out).toMatch(/BROKEN laurens: 2 lines hold/)
    expect(out).toMatch(/position 3, cut-tail/)
    expect(out).toContain('The audit log is NOT whole.')
    expect((await verify('--provider', 'zuyderland')).code).toBe(0)
    await tamper(`update audit_entries set outcome = 'ok' where id = '${id}'`)
    expect((await verify('--provider', 'cordaan')).code).toBe(0)
  })

  it('refuses checkpoints that were touched, and says so when it cannot look at all', async () => {
    const folder = path.join(data, 'checkpoints')
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.jsonl')) ?? '')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace(/"position":\d/, '"position":2'))
    const touched = await verify('--provider', 'cordaan')
    expect(touched.code).toBe(1)
    expect(touched.out).toContain('BROKEN line 1 of the checkpoints')
    writeFileSync(file, before)
    expect((await verify('--nonsense')).code).toBe(2)
  })
})
