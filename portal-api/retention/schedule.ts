/** Runs retention once a day, in whichever process comes first. */
import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { systemMeta } from '../db/schema/index.ts'
import type { Clock } from '../platform/clock.ts'
import { type Erased, runRetention } from './run.ts'

const LOOK_EVERY_MS = 3_600_000
/** Somewhat less than a day, so that the hour does not wander. */
const ROUND_EVERY_MS = 23 * 3_600_000

/** Takes today's round, in one statement: one process gets it. */
async function takeRound(db: Database, now: Date): Promise<boolean> {
  const last = new Date(now.getTime() - ROUND_EVERY_MS).toISOString()
  const taken = await db
    .insert(systemMeta)
    .values({ key: 'retention-round', value: now.toISOString() })
    .onConflictDoUpdate({
      target: systemMeta.key,
      set: { value: sql`excluded.value` },
      setWhere: sql`${systemMeta.value} <= ${last}`,
    })
    .returning({ key: systemMeta.key })
  return taken.length > 0
}

/** Runs a round when today's has not been run; null when it has. */
export async function retentionIfDue(db: Database, now: Date, log: Logger): Promise<Erased[] | null> {
  if (!(await takeRound(db, now))) return null
  const done = await runRetention(db, now, (provider, err) => {
    log.error({ err, provider }, 'audit lines past their term were left alone')
  })
  const erased = done.filter((one) => one.count > 0)
  log.info({ erased }, 'retention has run')
  return done
}

export interface Retention {
  /** Resolves when the round under way, if any, has ended. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Looks at once and every hour after that. */
export function startRetention(db: Database, clock: Clock, log: Logger): Retention {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => retentionIfDue(db, clock.now(), log))
      .catch((error: unknown) => log.error({ err: error }, 'retention could not be run'))
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return {
    async settled() {
      await running
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
