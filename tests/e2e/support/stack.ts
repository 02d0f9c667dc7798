/** A whole product of its own for one test file: a copy of the demo's database, the API, and a workstation in the browser host. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../../../build/lib/free-port.mjs'
import { cloneDatabase } from '../../../build/lib/test-cluster.mjs'
import { DEMO_PASSWORD, demoTotpSecret } from '../../../portal-api/demo/accounts.ts'
import { totpCode } from '../../../portal-api/platform/secrets/totp.ts'
import { type RunningProcess, startBundle } from './processes.ts'

/** The day every test lives in: a Monday morning in winter time. */
export const TEST_DAY = '2026-11-23'
export const CLOCK_START = `${TEST_DAY}T09:00:00.000+01:00`

const STEP_MS = 30_000

export interface Stack {
  readonly apiUrl: string
  /** Address that opens a workstation window, with its one-time token. */
  deskUrl(): string
  /** Rows of a query on the test's own database. */
  rows<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>
  /** The server's present moment. */
  now(): Date
  /** A code that the authenticator of this demo person shows now or will show next; never the same one twice. */
  codeOf(email: string): string
  killApi(): Promise<void>
  startApi(): Promise<void>
  killDesk(): Promise<void>
  startDesk(): Promise<void>
  stop(): Promise<void>
}

export { DEMO_PASSWORD }

export async function startStack(templateUrl: string): Promise<Stack> {
  const database = await cloneDatabase(templateUrl)
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-desk-e2e-'))
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => undefined)
  const apiPort = await freePort()
  const deskPort = await freePort()
  const apiUrl = `http://127.0.0.1:${apiPort}`
  let api: RunningProcess | null = null
  let desk: RunningProcess | null = null
  const startedAt = Date.now()
  const usedSteps = new Map<string, number>()

  const stack: Stack = {
    apiUrl,
    deskUrl: () => {
      if (!desk) throw new Error('The workstation is not running.')
      return desk.url
    },
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
    async killDesk() {
      await desk?.kill()
      desk = null
    },
    async startDesk() {
      desk = await startBundle('dist/browser/main.js', {
        PORTAL_API_URL: apiUrl,
        PORT: String(deskPort),
        PORTAL_DESK_DATA: path.join(folder, 'desk'),
        PORTAL_DESK_REASON: 'proef in Chromium',
      })
    },
    async stop() {
      await desk?.stop()
      await api?.stop()
      await pool.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await stack.startApi()
  await stack.startDesk()
  return stack
}
