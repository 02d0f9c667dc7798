/** Demo mode at the start of the server: an empty database is marked and filled, a marked one is brought to today, any other is refused. */
import { sql } from 'drizzle-orm'
import type { Connection } from '../db/database.ts'
import type { Services } from '../platform/services.ts'
import { fillDemo } from './fill.ts'
import { DemoRefused, demoMark, demoState, isUntouched, MARK_VALUE, markDemo } from './mark.ts'
import { rollDemo } from './roll.ts'
import { DEMO_SEED } from './seed/chance.ts'

/** Any constant that no other program on the server is likely to take: one process at a time prepares. */
const LOCK = 7_262_511_909

const REFUSAL =
  'This database holds data that demo mode did not make, so demo mode does not start on it. Unset PORTAL_DESK_DEMO, or name an empty database.'
const NO_STATE = 'This demo database is not complete. Start over with npm run demo:reset.'

export type Prepared = 'filled' | 'rolled' | 'as-it-was'

/**
 * Prepares the database for demo mode in one transaction.
 * @throws DemoRefused when the database is not the demo's to use
 */
export async function prepareDemo(connection: Connection, services: Services): Promise<Prepared> {
  const now = services.clock.now()
  const done = await connection.db.transaction(async (tx): Promise<Prepared> => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const mark = await demoMark(tx)
    if (mark === null) {
      if (!(await isUntouched(tx))) throw new DemoRefused(REFUSAL)
      await markDemo(tx)
      await fillDemo(tx, services, DEMO_SEED, now)
      return 'filled'
    }
    if (mark !== MARK_VALUE)
      services.log.warn({ mark }, 'the demo data were made by another version; npm run demo:reset makes them anew')
    const state = await demoState(tx)
    if (state === null) throw new DemoRefused(NO_STATE)
    return (await rollDemo(tx, state, DEMO_SEED, now)) ? 'rolled' : 'as-it-was'
  })
  // So many rows at once: the planner must know them before the first page of a queue is asked.
  if (done !== 'as-it-was') await connection.db.execute(sql`analyze`)
  services.log.info({ done }, 'demo data ready')
  return done
}
