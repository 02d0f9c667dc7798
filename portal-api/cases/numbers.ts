/** Numbers people read out, one series per provider and kind of work: `AM-20418`. */
import { sql } from 'drizzle-orm'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { compiled, insertParts } from '../db/prepared.ts'
import { cases, numberSeries } from '../db/schema/index.ts'

/** Afwezigheidsmelding, contactverzoek, toegang. */
export const PREFIX_OF_QUEUE: Readonly<Record<QueueId, string>> = { absences: 'AM', 'contact-requests': 'CV', accounts: 'TA' }

const GIVEN = [
  'id',
  'provider',
  'queue',
  'subjectId',
  'subjectVersion',
  'clientId',
  'projectId',
  'portalUserId',
  'name',
  'sortName',
  'clientNumber',
  'facets',
  'facts',
  'openedAt',
  'dueAt',
  'addressedTo',
  'reason',
  'note',
] as const

/** An open case before it has its number. */
export type NewCaseRow = Required<Pick<typeof cases.$inferInsert, (typeof GIVEN)[number]>>

const { names, values } = insertParts(cases, GIVEN)

/**
 * The row of the series stays locked until the transaction ends, so that no number is given twice and a rolled-back case leaves no
 * gap. One statement: the next case waits for no round trip in between.
 */
const insertWithNumber = compiled(sql`
  with numbered as (
    insert into ${numberSeries} (provider, prefix, last) values (${sql.placeholder('provider')}, ${sql.placeholder('prefix')}, 1)
    on conflict (provider, prefix) do update set last = ${numberSeries}.last + 1
    returning prefix || '-' || last as number
  )
  insert into ${cases} (number, ${names}) select numbered.number, ${values} from numbered`)

/** Inserts a case under the next number of its series. */
export function insertNumbered(tx: Tx, row: NewCaseRow): Promise<unknown> {
  return insertWithNumber(tx, { ...row, prefix: PREFIX_OF_QUEUE[row.queue] })
}
