/**
 * Counters of cases are sums: every change of a case adds rows of its own (a trigger), so that nobody waits for a colleague's
 * transaction. Here many rows become few again, which changes no sum.
 */
import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { caseCounters } from '../db/schema/index.ts'
import { endWith } from '../db/transactions.ts'

/** Rows of a queue that are read without anyone noticing. */
const FEW = 50
const EVERY_MS = 5000

/** Folds the counters of every queue that has more than `few` rows. One process at a time; the others leave it to that one. */
export async function foldCounters(db: Database, few = FEW): Promise<void> {
  await db.transaction(async (tx) =>
    endWith(
      tx,
      tx.execute(
        sql`
          with many as (
            select provider, queue from ${caseCounters} group by provider, queue having count(*) > ${few}
          ), gone as (
            delete from ${caseCounters} c using many
            where c.provider = many.provider and c.queue = many.queue and (select pg_try_advisory_xact_lock(hashtextextended('fold-counters', 0)))
            returning c.provider, c.queue, c.facet, c.open
          )
          insert into ${caseCounters} (provider, queue, facet, open)
          select provider, queue, facet, sum(open) from gone group by provider, queue, facet having sum(open) <> 0`,
      ),
    ),
  )
}

/** Keeps them few in the background. */
export function startFolding(db: Database, log: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = foldCounters(db).catch((error: unknown) => log.error({ err: error }, 'counters could not be folded'))
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
