/** A whole product of its own for one test file: a copy of the demo's database, the API, and a workstation in the browser host. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import pg from 'pg'
import { freePort } from '../../../build/lib/free-port.mjs'
import { cloneDatabase } from '../../../build/lib/test-cluster.mjs'
import { DEMO_PASSWORD, demoTotpSecret } from '../../../portal-api/demo/accounts.ts'
import { totpCode } from '../../../portal-api/platform/secrets/totp.ts'
import { type RunningProcess, startBundle } from './processes.ts'
import { startRelay } from './relay.ts'

/** The day every test lives in: a Monday morning in winter time. */
export const TEST_DAY = '2026-11-23'
export const CLOCK_START = `${TEST_DAY}T09:00:00.000+01:00`

const STEP_MS = 30_000

export interface Stack {
  readonly apiUrl: string
  /** What a new workstation is started with: this portal, and a data folder of its own. */
  workstationEnv(): Record<string, string>
  /** Rows of a query on the test's own database. */
  rows<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>
  /** The server's present moment. */
  now(): Date
  /** The code that this demo person's authenticator shows now; usable even when it was just used, as if half a minute had passed. */
  codeOf(email: string): Promise<string>
  /** Runs `work` while this transaction holds the rows of a query, then lets go. */
  whileLocked(sql: string, values: readonly unknown[], work: () => Promise<void>): Promise<void>
  /** Resolves when another transaction waits for a lock. */
  untilSomebodyWaits(): Promise<void>
  /** Runs `work` while the answer to the next reply is kept from the workstation. */
  swallowNextReply(work: () => Promise<void>): Promise<void>
  killApi(): Promise<void>
  startApi(): Promise<void>
  stop(): Promise<void>
}

export { DEMO_PASSWORD }

export async function startStack(templateUrl: string): Promise<Stack> {
  const database = await cloneDatabase(templateUrl)
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-desk-e2e-'))
  const pool = new pg.Pool({ connectionString: database.url, max: 4 })
  pool.on('error', () => undefined)
  const apiPort = await freePort()
  const apiUrl = `http://127.0.0.1:${apiPort}`
  const relay = await startRelay(new URL(apiUrl))
  let api: RunningProcess | null = null
  let made = 0
  const startedAt = Date.now()

  const stack: Stack = {
    apiUrl,
    async rows(sql, values = []) {
      return (await pool.query(sql, [...values])).rows
    },
    now: () => new Date(Date.parse(CLOCK_START) + (Date.now() - startedAt)),
    async codeOf(email) {
      const now = stack.now()
      const step = Math.floor(now.getTime() / STEP_MS)
      await pool.query('update staff set totp_last_step = least(totp_last_step, $2) where email = $1', [email, step - 1])
      return totpCode(demoTotpSecret(email), now).code
    },
    async whileLocked(sql, values, work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query(sql, [...values])
        await work()
      } finally {
        await client.query('rollback')
        client.release()
      }
    },
    async untilSomebodyWaits() {
      await expect
        .poll(
          async () =>
            (await pool.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
              .rowCount,
        )
        .toBeGreaterThan(0)
    },
    swallowNextReply: (work) => relay.swallow(/\/reply$/, work),
    async killApi() {
      await api?.kill()
      api = null
    },
    async startApi() {
      api = await startBundle('dist/portal-api/main.js', {
        DATABASE_URL: database.url,
        PORT: String(apiPort),
        PORTAL_DESK_DATA: path.join(folder, 'api'),
        // The template was filled by a server with this key: sealed columns open only with it.
        PORTAL_DESK_KEY: process.env['PORTAL_DESK_E2E_KEY'] ?? '',
        PORTAL_DESK_DEMO: '1',
        // A restart goes on where the clock stood: time never runs back.
        PORTAL_DESK_CLOCK_START: stack.now().toISOString(),
        LOG_LEVEL: 'warn',
      })
    },
    workstationEnv() {
      made += 1
      return { PORTAL_API_URL: relay.url, PORTAL_DESK_DATA: path.join(folder, `desk-${made}`) }
    },
    async stop() {
      await api?.stop()
      await relay.stop()
      await pool.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await stack.startApi()
  return stack
}
