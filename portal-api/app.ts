/** The portal API as one thing that starts and stops; `main.ts` runs it as a process, tests run it in theirs. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { undelivered } from './accounts/undelivered.ts'
import { startFolding } from './cases/fold-counters.ts'
import { type Connection, connect } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { handlers } from './handlers.ts'
import { linkAudit, startAppender } from './platform/audit/chain.ts'
import type { CheckpointPlace } from './platform/audit/checkpoint-file.ts'
import { startCheckpointer } from './platform/audit/checkpointer.ts'
import { makeBackground } from './platform/background.ts'
import type { Clock } from './platform/clock.ts'
import { type Channels, demoChannels } from './platform/delivery/channel.ts'
import { startDelivery } from './platform/delivery/worker.ts'
import { startEventHub } from './platform/events/hub.ts'
import { buildServer } from './platform/http/server.ts'
import { startJanitor } from './platform/janitor.ts'
import { makeProfiles } from './platform/profiles.ts'
import { makeServices, type Services } from './platform/services.ts'
import { startBatches } from './rescheduling/batch-runner.ts'
import { solverPool } from './rescheduling/solver-pool.ts'
import { startRetention } from './retention/schedule.ts'

/** Solvers at work at the same time: a process computes one batch at a time. */
const SOLVERS = 1

export interface AppOptions {
  readonly databaseUrl: string
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
  readonly key: Buffer
  readonly clock: Clock
  readonly log: Logger
  readonly demo: boolean
  /** Where checkpoints of the audit log are written; none without. */
  readonly checkpoints?: CheckpointPlace
  /** The ways out for mail and SMS; the demo has its own. */
  readonly channels?: Channels
  /** Runs after the migrations and before the server listens: the demo fills its data here. */
  readonly prepare?: (connection: Connection, services: Services) => Promise<void>
  /** Adds pages that only some modes have. `url` is known once the server listens. */
  readonly extend?: (app: FastifyInstance, connection: Connection, services: Services, url: () => string) => Promise<void>
}

export interface RunningApp {
  readonly url: string
  readonly services: Services
  readonly connection: Connection
  /** Resolves when what goes on beside and after answers has ended: messages, batches, a round of retention. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Starts in order: tables, data, background work, server. Stops in the reverse order, letting requests end. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { clock, log } = options
  await migrate(options.databaseUrl)
  const connection = connect(options.databaseUrl)
  const { db } = connection
  const services = makeServices({ clock, log, demo: options.demo, key: options.key })
  await options.prepare?.(connection, services)
  const hub = await startEventHub(db, options.databaseUrl, log)
  const appender = startAppender(db, clock, log)
  const checkpointer = options.checkpoints ? await startCheckpointer(db, options.checkpoints, clock, log) : null
  const profiles = makeProfiles(db)
  const channels = options.demo ? demoChannels : (options.channels ?? {})
  for (const name of ['email', 'sms'] as const) {
    if (!channels[name]) log.info({ channel: name }, 'no way out is set: its messages wait in their table')
  }
  const delivery = startDelivery({
    db,
    channels,
    clock,
    log,
    box: services.box,
    nameOf: async (provider) => (await profiles.of(provider))?.name ?? provider,
    onFailed: undelivered,
  })
  const folding = startFolding(db, log)
  const janitor = startJanitor(db, clock, log)
  // Everybody in the demo is invented, and its weeks move along with the calendar.
  const retention = options.demo ? null : startRetention(db, clock, log)
  const batches = startBatches({ db, clock, log, profiles, pool: solverPool(SOLVERS) })
  const background = makeBackground(log)
  let url = ''
  const app = await buildServer(
    {
      db,
      connection,
      services,
      profiles,
      handlers,
      hub,
      checkpointer,
      background,
      afterCommit: (route) => {
        appender.poke()
        delivery.poke()
        if (route === 'rescheduling.start-batch') batches.poke()
      },
    },
    options.extend ? (server) => options.extend?.(server, connection, services, () => url) ?? Promise.resolve() : undefined,
  )
  url = await app.listen({ host: options.host, port: options.port })
  return {
    url,
    services,
    connection,
    async settled() {
      await background.settled()
      await batches.settled()
      await retention?.settled()
    },
    async stop() {
      await app.close()
      await background.settled()
      await batches.stop()
      janitor.stop()
      await folding.stop()
      await retention?.stop()
      await delivery.stop()
      await appender.stop()
      // The last lines too stand in the chain, and in a checkpoint, before this process is gone.
      await linkAudit(db, clock.now())
      await checkpointer?.stop()
      await hub.stop()
      await connection.close()
    },
  }
}
