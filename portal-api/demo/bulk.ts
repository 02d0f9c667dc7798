/** Many rows in one statement: they travel as one JSON parameter, so that tens of thousands go in within seconds. */
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../db/database.ts'

/** Rows a statement: enough to make the round trips disappear, few enough to keep memory flat. */
const BATCH = 5000

type Column = readonly [key: string, name: string]

/** The columns of the table that the first row names; all rows of a call have the same. */
function columnsOf(table: PgTable, first: object): Column[] {
  return Object.entries(getTableColumns(table)).flatMap(([key, column]) => (key in first ? [[key, column.name] as const] : []))
}

function* batches(table: PgTable, columns: readonly Column[], rows: readonly object[]): Generator<SQL> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows
      .slice(start, start + BATCH)
      .map((row) => Object.fromEntries(columns.map(([key, name]) => [name, (row as Record<string, unknown>)[key]])))
    yield sql`json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${JSON.stringify(batch)}::json)`
  }
}

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `)

/** Inserts rows of one shape; what they leave out gets the table's default. */
export async function insertAll<T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsOf(table, first)
  const names = list(columns.map(([, name]) => sql`${sql.identifier(name)}`))
  for (const records of batches(table, columns, rows))
    await tx.execute(sql`insert into ${sql.identifier(getTableName(table))} (${names}) select ${names} from ${records}`)
}

/** Updates rows of one shape by their id; columns they leave out stay as they are. */
export async function updateAll<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly (Partial<T['$inferInsert']> & { readonly id: string })[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsOf(table, first)
  const changes = list(
    columns.flatMap(([key, name]) => (key === 'id' ? [] : [sql`${sql.identifier(name)} = given.${sql.identifier(name)}`])),
  )
  const name = sql.identifier(getTableName(table))
  for (const records of batches(table, columns, rows))
    await tx.execute(sql`update ${name} set ${changes} from ${records} as given where ${name}.id = given.id`)
}
