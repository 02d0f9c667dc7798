/** The portal API of one test file: an own database, a free port, a clock that the test holds. */
import pino, { type Logger } from 'pino'
import { type RunningApp, startApp } from '../../portal-api/app.ts'
import type { Database } from '../../portal-api/db/database.ts'
import { type TestClock, testClock } from './clock.ts'

/** Monday 23 November 2026, 09:00 in Amsterdam. */
export const MONDAY = '2026-11-23T08:00:00.000Z'

export interface TestApp {
  readonly url: string
  readonly databaseUrl: string
  readonly db: Database
  readonly clock: TestClock
  readonly services: RunningApp['services']
  /** Resolves when what goes on beside and after answers has ended: messages, batches, a round of retention. */
  settled(): Promise<void>
  stop(): Promise<void>
}

interface TestAppOptions {
  readonly at?: string
  readonly demo?: boolean
  /** What it logs; only its fall without. */
  readonly log?: Logger
}

/** Call it in `beforeAll` and `stop` in `afterAll`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  // Only here: a bench starts the same app and knows no Vitest.
  const { freshDatabase } = await import('./database.ts')
  return startTestAppOn(await freshDatabase(), options)
}

/** The same on a database that is there already. */
export async function startTestAppOn(
  database: { readonly url: string; drop(): Promise<unknown> },
  options: TestAppOptions = {},
): Promise<TestApp> {
  const clock = testClock(options.at ?? MONDAY)
  const app = await startApp({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    key: Buffer.alloc(32, 7),
    clock,
    log: options.log ?? pino({ level: 'fatal' }),
    demo: options.demo ?? false,
  })
  // The round of retention at the start would erase what a test makes in earlier years while it makes it.
  await app.settled()
  return {
    url: app.url,
    databaseUrl: database.url,
    db: app.connection.db,
    clock,
    services: app.services,
    settled: () => app.settled(),
    async stop() {
      await app.stop()
      await database.drop()
    },
  }
}
