/** A page of a queue: one statement, in the order of an index, starting after the last row of the page before. */
import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { QueueQuery, QueueSort } from '../../shared/api/cases.ts'
import type { QueueItem } from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { type Compiled, compiled, type Values } from '../db/prepared.ts'
import { cases } from '../db/schema/index.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { escapeLike, wholeNumber } from '../platform/text-search.ts'
import { PREFIX_OF_QUEUE } from './numbers.ts'
import { type PageItem, readPageRow, selectPage } from './page-rows.ts'

interface Order {
  readonly column: typeof cases.dueAt | typeof cases.openedAt | typeof cases.sortName
  /** The SQL type of the column, for the place in a cursor. */
  readonly type: SQL
  readonly valueOf: (row: PageItem) => string
  readonly place: z.ZodType<string>
}

/** The short fixed list of orders; each has its indexes (`cases_due`, `cases_facet_due`, …). */
const ORDERS: Readonly<Record<QueueSort, Order>> = {
  due: { column: cases.dueAt, type: sql`timestamptz`, valueOf: (row) => row.dueAt, place: z.iso.datetime() },
  opened: { column: cases.openedAt, type: sql`timestamptz`, valueOf: (row) => row.openedAt, place: z.iso.datetime() },
  name: { column: cases.sortName, type: sql`text`, valueOf: (row) => row.sortName, place: z.string() },
}

const value = (name: string) => sql.placeholder(name)

/** The cases with this number, and those of the client with this number; each found by its own index. */
const numbered = sql`${cases.id} in (
  select found.id from cases found where found.provider = ${value('provider')} and found.number = ${value('number')}
  union all
  select found.id from clients of_number join cases found on found.client_id = of_number.id
  where of_number.provider = ${value('provider')} and of_number.number = ${value('digits')})`

/** What was typed: a case number or its beginning, a client's number, or part of a name. */
interface Typed {
  readonly kind: 'number' | 'beginning' | 'name' | 'nothing'
  readonly values: Values
}

const NARROWS = {
  number: numbered,
  beginning: sql`${cases.number} like ${value('text')}`,
  name: sql`lower(${cases.name}) like ${value('text')}`,
  // No column can hold NUL, and PostgreSQL refuses it as a parameter.
  nothing: sql`false`,
} as const satisfies Record<Typed['kind'], SQL>

function readTyped(queue: QueueId, given: string): Typed | null {
  const text = given.trim()
  if (text === '') return null
  const digits = wholeNumber(text)
  if (digits !== null) return { kind: 'number', values: { number: `${PREFIX_OF_QUEUE[queue]}-${digits}`, digits } }
  if (/^[a-z]{2}-\d{1,9}$/i.test(text)) return { kind: 'beginning', values: { text: `${escapeLike(text.toUpperCase())}%` } }
  if (text.includes('\u0000')) return { kind: 'nothing', values: {} }
  return { kind: 'name', values: { text: `%${escapeLike(text.toLowerCase())}%` } }
}

function claimedBy(whose: QueueQuery['claimed']): SQL | undefined {
  switch (whose) {
    case 'anyone':
      return undefined
    case 'mine':
      return and(eq(cases.claimBy, value('staffId')), gt(cases.claimUntil, value('now')))
    case 'nobody':
      return or(isNull(cases.claimBy), lte(cases.claimUntil, value('now')))
    default: {
      const never: never = whose
      return never
    }
  }
}

/** Written out, and not a value: an index of open cases serves only a statement that says so. */
const STATUS = { open: sql`'open'`, closed: sql`'closed'` } as const satisfies Record<QueueQuery['status'], SQL>

/** What makes one statement another: everything else about a page is a value in it. */
interface Shape extends Pick<QueueQuery, 'sort' | 'direction' | 'claimed' | 'addressed' | 'status'> {
  readonly facet: boolean
  readonly typed: Typed['kind'] | 'no'
  readonly further: boolean
}

function build(shape: Shape): Compiled {
  const { column, type } = ORDERS[shape.sort]
  const [way, beyond] = shape.direction === 'ascending' ? ([asc, sql`>`] as const) : ([desc, sql`<`] as const)
  const page = and(
    eq(cases.provider, value('provider')),
    eq(cases.queue, value('queue')),
    sql`${cases.status} = ${STATUS[shape.status]}`,
    shape.facet ? sql`${cases.facets} <> '{}' and ${cases.facets} @> array[${value('facet')}]::text[]` : undefined,
    claimedBy(shape.claimed),
    shape.addressed === 'me' ? eq(cases.addressedTo, value('staffId')) : undefined,
    shape.typed === 'no' ? undefined : NARROWS[shape.typed],
    shape.further ? sql`(${column}, ${cases.id}) ${beyond} (${value('place')}::${type}, ${value('placeId')}::uuid)` : undefined,
  )
  // Where many cases are looked at for one page, only their ids are: the rest is read of those on it.
  const sparse = shape.facet || shape.typed === 'beginning'
  const ids = sql`array(select ${cases.id} from ${cases} where ${page} order by ${way(column)}, ${way(cases.id)} limit ${value('limit')})`
  const rows = selectPage()
    .where(sparse ? sql`${cases.id} = any (${ids})` : page)
    .orderBy(way(column), way(cases.id))
    .limit(value('limit'))
  return compiled(rows, sparse || shape.typed !== 'no' ? 'each' : 'once')
}

const built = new Map<string, Compiled>()

function statementOf(shape: Shape): Compiled {
  const key = Object.values(shape).join(' ')
  const known = built.get(key) ?? build(shape)
  built.set(key, known)
  return known
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
  const { sort, direction, claimed, addressed, status, facet } = query
  const typed = query.q === undefined ? null : readTyped(queue, query.q)
  const shape = { sort, direction, claimed, addressed, status, facet: facet !== undefined, typed: typed?.kind ?? 'no' } as const
  const found = await statementOf({ ...shape, further: after !== undefined })(c.tx, {
    ...typed?.values,
    provider: c.provider,
    queue,
    facet,
    staffId: c.staffId,
    now: c.now,
    place: after?.[0],
    placeId: after?.[1],
    limit: query.limit + 1,
  })
  const rows = found.slice(0, query.limit).map((row) => readPageRow(row, c.now))
  const tail = found.length > query.limit ? rows.at(-1) : undefined
  return { rows, next: tail ? packCursor(scope, [order.valueOf(tail), tail.id]) : null }
}
