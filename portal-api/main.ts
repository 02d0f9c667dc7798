/**
 * The portal API as a process. Phases in order: environment, log, key, clock, app, ready; then it serves until it is
 * asked to stop. Standard output carries one line, `{"event":"ready","url":…}`; everything else is on standard error.
 */
import { startApp } from './app.ts'
import { demoMode } from './demo/mode.ts'
import { checkpointKey } from './platform/audit/checkpoint-key.ts'
import { clockFrom, machineClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { makeChannels } from './platform/delivery/channels.ts'
import { makeLog } from './platform/log.ts'
import { installationKey } from './platform/secrets/key.ts'

/** Requests on their way get this long to end. */
const STOP_WITHIN_MS = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = makeLog(config.logLevel)
  const fall = (error: unknown) => {
    log.fatal({ err: error }, 'the server falls')
    process.exit(1)
  }
  process.on('uncaughtException', fall)
  process.on('unhandledRejection', fall)

  const app = await startApp({
    databaseUrl: config.databaseUrl,
    host: config.host,
    port: config.port,
    key: installationKey(config.key, config.dataFolder),
    checkpoints: { folder: config.checkpoints, key: checkpointKey(config.checkpointKey, config.dataFolder) },
    clock: config.clockStart === null ? machineClock : clockFrom(config.clockStart),
    log,
    demo: config.demo,
    channels: makeChannels(config.delivery),
    ...(config.demo ? demoMode : {}),
  })

  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error('stopping took too long')
      process.exit(1)
    }, STOP_WITHIN_MS).unref()
    app.stop().then(
      () => {
        log.info('stopped')
        process.exit(0)
      },
      (error: unknown) => fall(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdout.write(`${JSON.stringify({ event: 'ready', url: app.url })}\n`)
}

try {
  await main()
} catch (error) {
  // Before there is a log: a wrong environment, a database that cannot be reached.
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
