/** Deletes rows with all that belongs to them, along the foreign keys of the schema. */
import { inArray, is } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../db/database.ts'
import * as schema from '../db/schema/index.ts'
import { FATE, type Fate } from './tables.ts'

/** Far below what one statement may carry. */
const CHUNK = 5000

/** How many rows went, by table. */
export type Gone = Record<string, number>

interface Reference {
  readonly table: PgTable
  readonly column: PgColumn
}

const fates = new Map<PgTable, Fate>(
  Object.entries(schema).flatMap(([name, table]) => (is(table, PgTable) ? [[table, FATE[name as keyof typeof FATE]]] : [])),
)

/** Who points to a table. */
const references = new Map<PgTable, Reference[]>()
for (const table of fates.keys()) {
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignTable } = key.reference()
    const [column] = columns
    if (column) references.set(foreignTable, [...(references.get(foreignTable) ?? []), { table, column }])
  }
}

function idOf(table: PgTable): PgColumn | undefined {
  return getTableConfig(table).columns.find((column) => column.name === 'id')
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) => ids.slice(index * CHUNK, (index + 1) * CHUNK))
}

async function deleteBy(tx: Tx, table: PgTable, column: PgColumn, ids: readonly string[], gone: Gone): Promise<void> {
  const { name } = getTableConfig(table)
  for (const some of chunks(ids)) {
    const { rowCount } = await tx.delete(table).where(inArray(column, some))
    if (rowCount) gone[name] = (gone[name] ?? 0) + rowCount
  }
}

/**
 * Deletes what belongs to these rows, deepest first, and leaves the rows themselves.
 * @param except columns that point to the rows and do not make theirs a part of them
 */
export async function deleteBelongings(
  tx: Tx,
  table: PgTable,
  ids: readonly string[],
  gone: Gone,
  except: readonly PgColumn[] = [],
): Promise<void> {
  if (ids.length === 0) return
  for (const { table: child, column } of references.get(table) ?? []) {
    if (except.includes(column)) continue
    if (fates.get(child) === 'stays')
      throw new Error(`${getTableConfig(child).name} stays, and points to ${getTableConfig(table).name}, which leaves.`)
    const id = idOf(child)
    if (id && references.has(child)) {
      for (const some of chunks(ids)) {
        const rows = await tx.select({ id }).from(child).where(inArray(column, some))
        await deleteBelongings(
          tx,
          child,
          rows.map((row) => String(row.id)),
          gone,
        )
      }
    }
    await deleteBy(tx, child, column, ids, gone)
  }
}

/** Deletes rows with all that belongs to them. */
export async function deleteRows(tx: Tx, table: PgTable, ids: readonly string[], gone: Gone): Promise<void> {
  const id = idOf(table)
  if (!id) throw new Error(`${getTableConfig(table).name} has no id.`)
  await deleteBelongings(tx, table, ids, gone)
  await deleteBy(tx, table, id, ids, gone)
}
