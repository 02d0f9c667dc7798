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

export interface Workstation {
  /** Address that opens its first window, with the one-time token. */
  url(): string
  kill(): Promise<void>
  start(): Promise<void>
}

export interface Stack {
  readonly apiUrl: string
  /** Starts a workstation of its own: one process, one person. Its data stay when it is killed and started again. */
  workstation(): Promise<Workstation>
  /** Rows of a query on the test's own database. */
  rows<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>
  /** The server's present moment. */
  now(): Date
  /** A code that the authenticator of this demo person shows now or will show next; never the same one twice. */
  codeOf(email: string): string
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
  const workstations: Workstation[] = []
  const startedAt = Date.now()
  const usedSteps = new Map<string, number>()

  const stack: Stack = {
    apiUrl,
    async rows(sql, values = []) {
      return (await pool.query(sql, [...values])).rows
    },
    now: () => new Date(Date.parse(CLOCK_START) + (Date.now() - startedAt)),
    codeOf(email) {
      const now = stack.now().getTime()
      const step = Math.max(Math.floor(now / STEP_MS), (usedSteps.get(email) ?? 0) + 1)
      usedSteps.set(email, step)
      return totpCode(demoTotpSecret(email), new Date(step * STEP_MS)).code
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
    async workstation() {
      const port = await freePort()
      const data = path.join(folder, `desk-${port}`)
      let desk: RunningProcess | null = null
      const workstation: Workstation = {
        url() {
          if (!desk) throw new Error('The workstation is not running.')
          return desk.url
        },
        async kill() {
          await desk?.kill()
          desk = null
        },
        async start() {
          desk = await startBundle('dist/browser/main.js', {
            PORTAL_API_URL: relay.url,
            PORT: String(port),
            PORTAL_DESK_DATA: data,
            PORTAL_DESK_REASON: 'Dit is een proef in Chromium.',
          })
        },
      }
      await workstation.start()
      workstations.push(workstation)
      return workstation
    },
    async stop() {
      for (const workstation of workstations) await workstation.kill()
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
