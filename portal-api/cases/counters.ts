/** Counters: stored states are kept by the database and only read here; "too late" is counted from an index, up to a cap. */
import { sql } from 'drizzle-orm'
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
import { compiled } from '../db/prepared.ts'
import { caseCounters, cases } from '../db/schema/index.ts'
import type { ListAsker } from './list.ts'

const provider = sql.placeholder('provider')
const queues = sql`${sql.placeholder('queues')}::text[]`
const now = sql`${sql.placeholder('now')}::timestamptz`

/** Facets (`*` = all) and, under names that no facet has, what is late and what the asker holds. */
const LATE = '!'
const MINE = '@'

const count = compiled(sql`
  select queue, facet, sum(open)::int from ${caseCounters} where provider = ${provider} and queue = any(${queues}) group by queue, facet
  union all
  select asked.queue, ${LATE}, (
    select count(*)::int from (
      select from ${cases} k where k.provider = ${provider} and k.queue = asked.queue and k.status = 'open' and k.due_at < ${now}
      limit ${OVERDUE_CAP}) as capped)
  from unnest(${queues}) as asked (queue)
  union all
  select '', ${MINE}, count(*)::int from ${cases} k
  where k.claim_by = ${sql.placeholder('staffId')} and k.provider = ${provider} and k.status = 'open' and k.claim_until > ${now}`)

/** The counters of some queues, in that order, and how many open cases this member of staff holds now: one statement. */
export async function countersOf(
  c: ListAsker,
  asked: readonly QueueId[],
): Promise<{ readonly queues: QueueCounter[]; readonly mine: number }> {
  const rows = await count(c.tx, { provider: c.provider, queues: asked, now: c.now.toISOString(), staffId: c.staffId })
  const found = new Map(
    (rows as readonly [string, string, number][]).map(([queue, what, number]) => [`${queue} ${what}`, number]),
  )
  const of = (queue: QueueId | '', what: string) => found.get(`${queue} ${what}`) ?? 0
  return {
    queues: asked.map((queue) => {
      const facets: Partial<Record<Facet, number>> = {}
      for (const facet of FACETS_OF_QUEUE[queue]) facets[facet] = of(queue, facet)
      return { queue, open: of(queue, '*'), overdue: of(queue, LATE), facets }
    }),
    mine: of('', MINE),
  }
}

/** What waits on the accounts desk beside its queue: both are few, and read from an index of what is open. */
export async function accountsDeskOf(tx: Tx, provider: string, now: Date): Promise<AccountsDeskCounter> {
  return { approvals: await countApprovals(tx, provider, now), letters: await countLetters(tx, provider, now) }
}
