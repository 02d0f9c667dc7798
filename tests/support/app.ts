/** The portal API of one test file: an own database, a free port, a clock that the test holds. */
import pino from 'pino'
import { type RunningApp, startApp } from '../../portal-api/app.ts'
import type { Database } from '../../portal-api/db/database.ts'
import { type TestClock, testClock } from './clock.ts'
import { freshDatabase } from './database.ts'

/** Monday 23 November 2026, 09:00 in Amsterdam. */
export const MONDAY = '2026-11-23T08:00:00.000Z'

export interface TestApp {
  readonly url: string
  readonly databaseUrl: string
  readonly db: Database
  readonly clock: TestClock
  readonly services: RunningApp['services']
  /** Resolves when what goes on after answers has ended: messages about a forgotten password. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Call it in `beforeAll` and `stop` in `afterAll`. */
export async function startTestApp(options: { readonly at?: string; readonly demo?: boolean } = {}): Promise<TestApp> {
  const database = await freshDatabase()
  const clock = testClock(options.at ?? MONDAY)
  const app = await startApp({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    key: Buffer.alloc(32, 7),
    clock,
    log: pino({ level: 'fatal' }),
    demo: options.demo ?? false,
  })
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
