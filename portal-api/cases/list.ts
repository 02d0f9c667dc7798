/** A page of a queue: one statement, in the order of an index, starting after the last row of the page before. */
import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { QueueQuery, QueueSort } from '../../shared/api/cases.ts'
import type { QueueItem } from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { cases } from '../db/schema/index.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { containsText, escapeLike, wholeNumber } from '../platform/text-search.ts'
import { PREFIX_OF_QUEUE } from './numbers.ts'
import { type CaseRow, selectCases, toQueueItem } from './rows.ts'

interface Order {
  readonly column: typeof cases.dueAt | typeof cases.openedAt | typeof cases.sortName
  /** The SQL type of the column, for the place in a cursor. */
  readonly type: SQL
  readonly valueOf: (row: CaseRow) => string
  readonly place: z.ZodType<string>
}

/** The short fixed list of orders; each has its index (`cases_due`, `cases_opened`, `cases_name`). */
const ORDERS: Readonly<Record<QueueSort, Order>> = {
  due: { column: cases.dueAt, type: sql`timestamptz`, valueOf: (row) => row.dueAt.toISOString(), place: z.iso.datetime() },
  opened: {
    column: cases.openedAt,
    type: sql`timestamptz`,
    valueOf: (row) => row.openedAt.toISOString(),
    place: z.iso.datetime(),
  },
  name: { column: cases.sortName, type: sql`text`, valueOf: (row) => row.sortName, place: z.string() },
}

/** The cases with this number, and those of the client with this number; each found by its own index. */
function numbered(provider: string, queue: QueueId, digits: number): SQL {
  return sql`${cases.id} in (
    select found.id from cases found where found.provider = ${provider} and found.number = ${`${PREFIX_OF_QUEUE[queue]}-${digits}`}
    union all
    select found.id from clients of_number join cases found on found.client_id = of_number.id
    where of_number.provider = ${provider} and of_number.number = ${digits})`
}

/** What was typed: a case number or its beginning, a client's number, or part of a name. */
function matches(provider: string, queue: QueueId, typed: string): SQL | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const digits = wholeNumber(text)
  if (digits !== null) return numbered(provider, queue, digits)
  if (/^[a-z]{2}-\d{1,9}$/i.test(text)) return sql`${cases.number} like ${`${escapeLike(text.toUpperCase())}%`}`
  return containsText(cases.name, text)
}

function claimedBy(whose: QueueQuery['claimed'], staffId: string, now: Date): SQL | undefined {
  switch (whose) {
    case 'anyone':
      return undefined
    case 'mine':
      return and(eq(cases.claimBy, staffId), gt(cases.claimUntil, now))
    case 'nobody':
      return or(isNull(cases.claimBy), lte(cases.claimUntil, now))
    default: {
      const never: never = whose
      return never
    }
  }
}

export interface ListAsker {
  readonly tx: Tx
  readonly provider: string
  readonly staffId: string
  readonly now: Date
}

/** A page, or null when the cursor belongs to another queue or order. */
export async function listCases(
  c: ListAsker,
  queue: QueueId,
  query: QueueQuery,
): Promise<{ rows: QueueItem[]; next: string | null } | null> {
  const order = ORDERS[query.sort]
  const scope = `cases:${queue}:${query.status}:${query.sort}:${query.direction}`
  const after = query.cursor === undefined ? undefined : unpackCursor(scope, z.tuple([order.place, z.uuid()]), query.cursor)
  if (after === null) return null
  const ascending = query.direction === 'ascending'
  const found = await selectCases(c.tx)
    .where(
      and(
        eq(cases.provider, c.provider),
        eq(cases.queue, queue),
        eq(cases.status, query.status),
        query.facet === undefined ? undefined : sql`${cases.facets} @> array[${query.facet}]::text[]`,
        claimedBy(query.claimed, c.staffId, c.now),
        query.addressed === 'me' ? eq(cases.addressedTo, c.staffId) : undefined,
        query.q === undefined ? undefined : matches(c.provider, queue, query.q),
        after
          ? sql`(${order.column}, ${cases.id}) ${ascending ? sql`>` : sql`<`} (${after[0]}::${order.type}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(...(ascending ? [asc(order.column), asc(cases.id)] : [desc(order.column), desc(cases.id)]))
    .limit(query.limit + 1)
  const page = found.slice(0, query.limit)
  const tail = found.length > query.limit ? page.at(-1)?.row : undefined
  return {
    rows: page.map((held) => toQueueItem(held, c.now)),
    next: tail ? packCursor(scope, [order.valueOf(tail), tail.id]) : null,
  }
}
