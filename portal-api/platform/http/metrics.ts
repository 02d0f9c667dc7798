/**
 * `/metrics` for Prometheus: how this process and its database stand. Names of routes, channels and providers, classes of status,
 * counts and times; nothing of or about a person.
 */
import { sql } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { EVENT_STREAM_PATH } from '../../../shared/api/events.ts'
import type { Connection } from '../../db/database.ts'
import { auditPending, providerSequences } from '../../db/schema/index.ts'
import type { Checkpointer } from '../audit/checkpointer.ts'
import type { Clock } from '../clock.ts'
import { backlogOf } from '../delivery/backlog.ts'
import type { EventHub } from '../events/hub.ts'
import { insideOnly } from './inside.ts'
import { makeShared, within } from './patience.ts'

export interface Watched {
  readonly connection: Connection
  readonly services: { readonly clock: Clock }
  readonly hub: EventHub
  /** Null where no checkpoints are written. */
  readonly checkpointer: Checkpointer | null
}

/** Seconds; the goal of most requests lies in the middle. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

function makeInstruments(register: Registry) {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge<L>({ name: `portal_${name}`, help, labelNames, registers: [register] })
  return {
    requests: new Histogram({
      name: 'portal_http_request_seconds',
      help: 'Time from a request to the end of its answer, without event streams.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: BUCKETS,
      registers: [register],
    }),
    followers: gauge('event_followers', 'Event streams that are open at this process.'),
    listening: gauge('event_channel_up', '1 when this process hears of new events from the database.'),
    lag: gauge('event_log_lag', 'Events in the log that this process has not read for its followers yet.', 'provider'),
    connections: gauge('database_connections', 'Connections of the pool of this process.', 'state'),
    connectionsMax: gauge('database_connections_max', 'Most connections that the pool may open.'),
    waiting: gauge('database_waiting', 'Requests that wait for a connection of the pool.'),
    database: gauge('database_up', '1 when the database answered this very question.'),
    deliveries: gauge('deliveries_waiting', 'Messages that wait or are under way; letters wait to be printed.', 'channel'),
    failed: gauge('deliveries_failed', 'Messages given up, and not tried again since.', 'channel'),
    oldest: gauge('delivery_oldest_due_seconds', 'How long the oldest message that is due has been due.', 'channel'),
    unlinked: gauge('audit_lines_unlinked', 'Audit lines that are not in their chain yet.'),
    checkpoint: gauge('audit_checkpoint_age_seconds', 'Since the checkpoints of the audit log were last found complete.'),
  }
}

type Instruments = ReturnType<typeof makeInstruments>

/** What only the database knows. */
async function askDatabase({ connection, services, hub }: Watched) {
  const { db } = connection
  const read = hub.positions()
  const [backlog, sequences, unlinked] = await Promise.all([
    backlogOf(db, services.clock.now()),
    read.size === 0 ? [] : db.select().from(providerSequences),
    db.select({ lines: sql<number>`count(*)` }).from(auditPending),
  ])
  const lags = sequences.flatMap(({ provider, lastEvent }) => {
    const position = read.get(provider)
    return position === undefined ? [] : [{ provider, events: Math.max(0, lastEvent - position) }]
  })
  return { backlog, lags, unlinked: unlinked[0]?.lines ?? 0 }
}

function setOwn(on: Instruments, { connection, services, hub, checkpointer }: Watched): void {
  const { pool } = connection
  on.followers.set(hub.followers())
  on.listening.set(hub.listening() ? 1 : 0)
  on.connections.set({ state: 'idle' }, pool.idleCount)
  on.connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
  on.connectionsMax.set(pool.options.max)
  on.waiting.set(pool.waitingCount)
  if (checkpointer) on.checkpoint.set((services.clock.now().getTime() - checkpointer.completeAt().getTime()) / 1000)
}

function setStored(on: Instruments, stored: Awaited<ReturnType<typeof askDatabase>> | null): void {
  on.database.set(stored === null ? 0 : 1)
  // A figure of before the database went away would say that all is well.
  for (const one of [on.lag, on.deliveries, on.failed, on.oldest, on.unlinked]) one.reset()
  if (stored === null) {
    on.unlinked.remove()
    return
  }
  for (const { provider, events } of stored.lags) on.lag.set({ provider }, events)
  for (const { channel, waiting, failed, oldestDueSeconds } of stored.backlog) {
    on.deliveries.set({ channel }, waiting)
    on.failed.set({ channel }, failed)
    on.oldest.set({ channel }, oldestDueSeconds)
  }
  on.unlinked.set(stored.unlinked)
}

/** Mounts `/metrics` and begins to measure requests. */
export function mountMetrics(app: FastifyInstance, watched: Watched): void {
  const register = new Registry()
  const on = makeInstruments(register)
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = request.routeOptions.url ?? 'none'
    // A stream ends when somebody goes home; that is no time to answer.
    if (route === EVENT_STREAM_PATH) return
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    on.requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1000)
  })
  const ask = makeShared(() => askDatabase(watched))
  let ofProcess = false
  app.get('/metrics', { onRequest: insideOnly }, async (_, reply) => {
    // Node's own figures cost something all the time: from the first time that somebody asks.
    if (!ofProcess) collectDefaultMetrics({ register })
    ofProcess = true
    setOwn(on, watched)
    setStored(on, await within(ask()).catch(() => null))
    return reply
      .type(register.contentType)
      .header('cache-control', 'no-store')
      .send(await register.metrics())
  })
}
