/** Counters: stored states are kept by the database and only read here; "too late" is counted from an index, up to a cap. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import {
  type AccountsDeskCounter,
  FACETS_OF_QUEUE,
  type Facet,
  OVERDUE_CAP,
  type QueueCounter,
} from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import { countApprovals } from '../accounts/approval-rows.ts'
import { countLetters } from '../accounts/letters.ts'
import type { Tx } from '../db/database.ts'
import { caseCounters, cases } from '../db/schema/index.ts'
import type { ListAsker } from './list.ts'

async function overdueOf(c: ListAsker, queue: QueueId): Promise<number> {
  const capped = c.tx
    .select({ one: sql`1`.as('one') })
    .from(cases)
    .where(
      and(
        eq(cases.provider, c.provider),
        eq(cases.queue, queue),
        eq(cases.status, 'open'),
        sql`${cases.dueAt} < ${c.now.toISOString()}::timestamptz`,
      ),
    )
    .limit(OVERDUE_CAP)
    .as('capped')
  return c.tx.$count(capped)
}

/** The counters of some queues, in that order. */
export async function countersOf(c: ListAsker, queues: readonly QueueId[]): Promise<QueueCounter[]> {
  if (queues.length === 0) return []
  const stored = await c.tx
    .select()
    .from(caseCounters)
    .where(and(eq(caseCounters.provider, c.provider), inArray(caseCounters.queue, [...queues])))
  const counters: QueueCounter[] = []
  for (const queue of queues) {
    const open = (facet: string) => stored.find((row) => row.queue === queue && row.facet === facet)?.open ?? 0
    const facets: Partial<Record<Facet, number>> = {}
    for (const facet of FACETS_OF_QUEUE[queue]) facets[facet] = open(facet)
    counters.push({ queue, open: open('*'), overdue: await overdueOf(c, queue), facets })
  }
  return counters
}

/** Open cases that this member of staff holds now. */
export function mineOf(c: ListAsker): Promise<number> {
  return c.tx.$count(
    cases,
    and(eq(cases.claimBy, c.staffId), eq(cases.provider, c.provider), eq(cases.status, 'open'), gt(cases.claimUntil, c.now)),
  )
}

/** What waits on the accounts desk beside its queue: both are few, and read from an index of what is open. */
export async function accountsDeskOf(tx: Tx, provider: string, now: Date): Promise<AccountsDeskCounter> {
  return { approvals: await countApprovals(tx, provider, now), letters: await countLetters(tx, provider, now) }
}
