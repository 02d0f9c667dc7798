/**
 * Statements of the paths that every request takes, built once instead of at every call: building a query costs more than sending it.
 * `prepared` keeps Drizzle's types and mapping; `compiled` leaves the mapping to its caller, for pages of many rows.
 */
import {
  type Column,
  getTableColumns,
  type InferInsertModel,
  is,
  Param,
  Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Database, Tx } from './database.ts'

interface Built<T> {
  execute(values?: Record<string, unknown>): Promise<T>
}

/** A query of Drizzle's that has its `sql.placeholder(…)`s. */
interface Buildable<T> {
  prepare(name: string): Built<T>
}

export type Values = Readonly<Record<string, unknown>>

let names = 0

/** A query with placeholders; built once a connection, parsed by the server once a connection. */
export function prepared<T>(build: (on: Tx) => Buildable<T>): (on: Tx | Database, values: Values) => Promise<T> {
  names += 1
  const name = `p${names}`
  const built = new WeakMap<object, Built<T>>()
  return (on, values) => {
    const known = built.get(on)
    if (known) return known.execute(values)
    const made = build(on as Tx).prepare(name)
    built.set(on, made)
    return made.execute(values)
  }
}

/** A row as its columns in order: instants and dates as PostgreSQL writes them, JSON and lists parsed. */
export type Row = readonly unknown[]

const dialect = new PgDialect()
const asText = (text: string) => text
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === pg.types.builtins.TIMESTAMPTZ ? asText : (pg.types.getTypeParser(type, format as 'text') as typeof asText),
}

/** The connection (or pool) below a transaction or database; Drizzle has no name for it in its types. */
interface OnSession {
  readonly session: { readonly client: pg.Pool | pg.ClientBase }
}

/** Where a parameter of a statement comes from. */
function slotOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) return (values) => values[param.name]
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param
    return (values) => {
      const given = values[value.name]
      return given === null || given === undefined ? null : encoder.mapToDriverValue(given)
    }
  }
  return () => param
}

export type Compiled = (on: Tx | Database, values: Values) => Promise<readonly Row[]>

/**
 * A statement with placeholders, as a function of their values.
 * @param planned `once` a connection; `each` time for a statement whose best plan depends on its values (what somebody searches for)
 */
export function compiled(query: SQLWrapper, planned: 'once' | 'each' = 'once'): Compiled {
  const { sql: text, params } = dialect.sqlToQuery(query.getSQL())
  const slots = params.map(slotOf)
  names += 1
  const name = planned === 'once' ? `c${names}` : ''
  return async (on, given) => {
    const { client } = (on._ as unknown as OnSession).session
    const values = slots.map((slot) => slot(given))
    const { rows } = await (client as pg.Pool).query<unknown[]>({ name, text, values, rowMode: 'array', types })
    return rows
  }
}

/** The named columns of a table, and a placeholder of its own type for each. */
export function insertParts(table: PgTable, keys: readonly string[]): { readonly names: SQL; readonly values: SQL } {
  const columns: Readonly<Record<string, Column>> = getTableColumns(table)
  const parts = keys.map((key) => {
    const column = columns[key]
    if (!column) throw new Error(`No column ${key}.`)
    const type = sql.raw(column.getSQLType())
    return { name: sql`${sql.identifier(column.name)}`, value: sql`${sql.param(sql.placeholder(key), column)}::${type}` }
  })
  const list = (of: SQL[]) => sql.join(of, sql`, `)
  return { names: list(parts.map(({ name }) => name)), values: list(parts.map(({ value }) => value)) }
}

/** The statement that inserts one row; what is not given in `keys` gets its default. */
export function inserting<T extends PgTable, K extends keyof InferInsertModel<T> & string>(
  table: T,
  keys: readonly K[],
): (on: Tx | Database, row: Pick<InferInsertModel<T>, K>) => Promise<unknown> {
  const { names, values } = insertParts(table, keys)
  return compiled(sql`insert into ${table} (${names}) values (${values})`) as (on: Tx | Database, row: object) => Promise<unknown>
}
