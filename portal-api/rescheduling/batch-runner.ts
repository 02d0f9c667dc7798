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
import { type BatchNews, batchNews } from './batch-news.ts'
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

  /** Shows that somebody is at work on it and how far, and hears what was asked meanwhile; nothing where it ended. */
  async function writePulse(row: Row, news: BatchNews, passedMs: number) {
    const progress = Math.round(Math.min(0.99, passedMs / (row.seconds * 1000)) * 1000)
    const { phase, soFar } = news
    const isNews = news.fresh(passedMs)
    return db.transaction(async (tx) => {
      const [now] = await tx
        .update(rescheduleBatches)
        .set({ pulseAt: clock.now(), progress, phase, soFar })
        .where(and(eq(rescheduleBatches.id, row.id), eq(rescheduleBatches.status, 'running')))
        .returning({ cancelAsked: rescheduleBatches.cancelAsked, finishAsked: rescheduleBatches.finishAsked })
      if (now && isNews)
        await appendEvents(tx, row.provider, row.staffId, [{ type: 'batch.changed', subjectId: row.id }], clock.now())
      return now
    })
  }

  async function compute(row: Row): Promise<End> {
    const profile = await profiles.of(row.provider)
    if (!profile) return ended('failed', { failure: 'fault' })
    const off = new AbortController()
    /** Whoever asked is content with what there is by now. */
    const enough = new AbortController()
    if (row.finishAsked) enough.abort()
    const callOff = () => off.abort()
    underWay.signal.addEventListener('abort', callOff)
    const began = performance.now()
    let breathed = began
    const news = batchNews()
    let beating = false
    const beat = async () => {
      if (beating) return
      beating = true
      try {
        const asked = await writePulse(row, news, performance.now() - began)
        if (asked?.cancelAsked) off.abort()
        if (asked?.finishAsked) enough.abort()
      } catch (error) {
        log.warn({ err: error }, 'the pulse of a batch was not written')
      } finally {
        beating = false
      }
    }
    const pulse = setInterval(() => void beat(), PULSE_MS)
    try {
      const timed = timedRun({
        now: () => performance.now(),
        seconds: row.seconds,
        cancelled: () => off.signal.aborted,
        async breathe() {
          if (performance.now() - breathed < BREATHE_MS) return
          await new Promise((resolve) => setImmediate(resolve))
          breathed = performance.now()
        },
        progress: news.onProgress,
      })
      const run = { ...timed, stopped: () => enough.signal.aborted || timed.stopped() }
      const solver = pool.solver({ signal: AbortSignal.any([off.signal, enough.signal]) })
      const computed = await computeBatch(db, row, profile, clock.now(), { solver, run, onRead: news.onRead })
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
