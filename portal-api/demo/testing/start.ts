/** Starts the server on a database of a test, in demo mode or not, at the test's own time. */
import { pino } from 'pino'
import { type RunningApp, startApp } from '../../app.ts'
import type { Clock } from '../../platform/clock.ts'
import { demoMode } from '../mode.ts'

export function startDemoApp(databaseUrl: string, clock: Clock, demo = true): Promise<RunningApp> {
  return startApp({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    key: Buffer.alloc(32, 7),
    clock,
    log: pino({ level: 'fatal' }),
    demo,
    ...(demo ? demoMode : {}),
  })
}
