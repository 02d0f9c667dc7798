/**
 * Computes batches that wait in their table, one at a time in each process. A pulse shows that somebody is at work on it and hears when it
 * is called off; where the pulse stands still, because a server fell, the next process says so.
 */
import { and, asc, eq, lt } from 'drizzle-orm'
import type { Logger } from 'pino'
import { timedRun } from '../../shared/rescheduling/route/run.ts'
import type { Database } from '../db/database.ts'
import { rescheduleBatches } from '../db/schema/index.ts'
import type { Clock } from '../platform/clock.ts'
import { appendEvents } from '../platform/events/write.ts'
import type { Profiles } from '../platform/profiles.ts'
import { computeBatch } from './compute-batch.ts'
import type { SolverPool } from './solver-pool.ts'

const PULSE_MS = 250
/** Many pulses: a busy machine is not a fallen one. */
const STALE_MS = 30_000
const LOOK_EVERY_MS = 5_000
/** This thread serves requests too: they wait for the engine so long at most. */
const BREATHE_MS = 15

export interface BatchRunnerParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly profiles: Profiles
  readonly pool: SolverPool
}

export interface BatchRunner {
  /** Looks whether a batch waits; returns at once. */
  poke(): void
  /** Resolves when none waits or is at work in this process. */
  settled(): Promise<void>
  /** Calls off what is under way, says so in its row, and takes nothing more. */
  stop(): Promise<void>
}

type Row = typeof rescheduleBatches.$inferSelect
type End = Pick<Row, 'status' | 'failure' | 'plan'>

const ended = (status: Row['status'], rest: Partial<End> = {}): End => ({ status, failure: null, plan: null, ...rest })

export function startBatches({ db, clock, log, profiles, pool }: BatchRunnerParts): BatchRunner {
  const underWay = new AbortController()
  let stopping = false
  let looking: Promise<void> | null = null
  let again = false

  /** Writes an end and announces it; an end that stands already stays. */
  async function end(row: Pick<Row, 'id' | 'provider' | 'staffId'>, how: End): Promise<void> {
    const now = clock.now()
    await db.transaction(async (tx) => {
      const stored = await tx
        .update(rescheduleBatches)
        .set({ ...how, endedAt: now })
        .where(and(eq(rescheduleBatches.id, row.id), eq(rescheduleBatches.status, 'running')))
        .returning({ id: rescheduleBatches.id })
      if (stored.length > 0)
        await appendEvents(tx, row.provider, row.staffId, [{ type: 'batch.changed', subjectId: row.id }], now)
    })
  }

  async function endFallen(): Promise<void> {
    const before = new Date(clock.now().getTime() - STALE_MS)
    const fallen = await db
      .select()
      .from(rescheduleBatches)
      .where(and(eq(rescheduleBatches.status, 'running'), lt(rescheduleBatches.pulseAt, before)))
    for (const row of fallen) await end(row, ended('failed', { failure: 'interrupted' }))
  }

  async function take(): Promise<Row | null> {
    return db.transaction(async (tx) => {
      const [next] = await tx
        .select({ id: rescheduleBatches.id })
        .from(rescheduleBatches)
        .where(eq(rescheduleBatches.status, 'waiting'))
        .orderBy(asc(rescheduleBatches.startedAt))
        .limit(1)
        .for('update', { skipLocked: true })
      if (!next) return null
      const [row] = await tx
        .update(rescheduleBatches)
        .set({ status: 'running', pulseAt: clock.now() })
        .where(eq(rescheduleBatches.id, next.id))
        .returning()
      return row ?? null
    })
  }

  async function compute(row: Row): Promise<End> {
    const profile = await profiles.of(row.provider)
    if (!profile) return ended('failed', { failure: 'fault' })
    const off = new AbortController()
    const callOff = () => off.abort()
    underWay.signal.addEventListener('abort', callOff)
    const began = performance.now()
    let breathed = began
    const pulse = setInterval(() => {
      const share = Math.min(0.99, (performance.now() - began) / (row.seconds * 1000))
      db.update(rescheduleBatches)
        .set({ pulseAt: clock.now(), progress: Math.round(share * 1000) })
        .where(and(eq(rescheduleBatches.id, row.id), eq(rescheduleBatches.status, 'running')))
        .returning({ cancelAsked: rescheduleBatches.cancelAsked })
        .then(
          ([now]) => now?.cancelAsked && off.abort(),
          (error: unknown) => log.warn({ err: error }, 'the pulse of a batch was not written'),
        )
    }, PULSE_MS)
    try {
      const run = timedRun({
        now: () => performance.now(),
        seconds: row.seconds,
        cancelled: () => off.signal.aborted,
        async breathe() {
          if (performance.now() - breathed < BREATHE_MS) return
          await new Promise((resolve) => setImmediate(resolve))
          breathed = performance.now()
        },
      })
      const computed = await computeBatch(db, row, profile, clock.now(), { solver: pool.solver({ signal: off.signal }), run })
      switch (computed.kind) {
        case 'plan':
          return ended('done', { plan: computed.plan })
        case 'cancelled':
          return stopping ? ended('failed', { failure: 'interrupted' }) : ended('cancelled')
        case 'failed':
          log.info({ batch: row.id, why: computed.why }, 'a batch cannot be placed')
          return ended('failed', { failure: computed.failure })
        default: {
          const never: never = computed
          return never
        }
      }
    } catch (error) {
      log.error({ err: error, batch: row.id }, 'a batch failed')
      return ended('failed', { failure: 'fault' })
    } finally {
      clearInterval(pulse)
      underWay.signal.removeEventListener('abort', callOff)
    }
  }

  async function look(): Promise<void> {
    do {
      again = false
      await endFallen()
      for (let row = await take(); row !== null; row = stopping ? null : await take()) await end(row, await compute(row))
    } while (again && !stopping)
  }

  function poke(): void {
    again = true
    if (looking !== null || stopping) return
    looking = look()
      .catch((error: unknown) => log.error({ err: error }, 'waiting batches could not be taken up'))
      .finally(() => {
        looking = null
      })
  }

  const timer = setInterval(poke, LOOK_EVERY_MS)
  timer.unref()
  poke()
  return {
    poke,
    async settled() {
      while (looking !== null) await looking
    },
    async stop() {
      stopping = true
      clearInterval(timer)
      underWay.abort()
      await looking
      await pool.close()
    },
  }
}
