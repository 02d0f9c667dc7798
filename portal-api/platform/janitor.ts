/** Clears what has served its time: events after their days, answers kept for repeats, half-finished log-ins, former addresses, past illness of caregivers. */
import { lt } from 'drizzle-orm'
import type { Logger } from 'pino'
import { EVENT_DAYS } from '../../shared/api/events.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { Database } from '../db/database.ts'
import {
  attemptCounters,
  caregiverAbsences,
  events,
  formerAddresses,
  idempotencyKeys,
  loginTickets,
  rescheduleBatches,
} from '../db/schema/index.ts'
import type { Clock } from './clock.ts'

const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000
/** Longer than any send queue may hold a request. */
const REQUEST_ID_DAYS = 60
/** Well beyond the week in which they are still told what happens (accounts/addresses.ts). */
const FORMER_ADDRESS_DAYS = 30
/** A plan is accepted or forgotten within days: after that the planning is another one. */
const BATCH_DAYS = 7
/** Of colleagues' illness no more is kept than planning looks back on (16 weeks), and a margin. */
const CAREGIVER_ABSENCE_DAYS = 180

/** Clears once; safe to run in several processes. */
export async function clearOld(db: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await db.delete(events).where(lt(events.at, before(EVENT_DAYS)))
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before(REQUEST_ID_DAYS)))
  await db.delete(loginTickets).where(lt(loginTickets.expiresAt, before(1)))
  await db.delete(formerAddresses).where(lt(formerAddresses.replacedAt, before(FORMER_ADDRESS_DAYS)))
  await db.delete(rescheduleBatches).where(lt(rescheduleBatches.startedAt, before(BATCH_DAYS)))
  const lastDay = toLocal(before(CAREGIVER_ABSENCE_DAYS)).date
  await db.delete(caregiverAbsences).where(lt(caregiverAbsences.toDate, lastDay))
  await db.delete(attemptCounters).where(lt(attemptCounters.windowStart, before(1)))
}

export function startJanitor(db: Database, clock: Clock, log: Logger): { stop(): void } {
  const run = () => {
    clearOld(db, clock.now()).catch((error: unknown) => log.error({ err: error }, 'old rows could not be cleared'))
  }
  run()
  const timer = setInterval(run, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
