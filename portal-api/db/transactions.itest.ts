/** What a transaction promises, whatever it sends without waiting. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Connection, connect, type Tx } from './database.ts'
import { systemMeta } from './schema/index.ts'
import { endWith } from './transactions.ts'

let database: FreshDatabase
let connection: Connection

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.url, 1)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})
beforeEach(async () => {
  await connection.db.delete(systemMeta)
})

const add = (tx: Tx, key: string) => tx.insert(systemMeta).values({ key, value: key })
const kept = async () => (await connection.db.select().from(systemMeta).orderBy(systemMeta.key)).map((row) => row.key)

describe('a transaction', () => {
  it('keeps all of it, the statement that left with COMMIT included', async () => {
    const answer = await connection.db.transaction(async (tx) => {
      await Promise.all([add(tx, 'a'), add(tx, 'b')])
      endWith(tx, add(tx, 'c').execute())
      endWith(tx, add(tx, 'd').execute())
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await kept()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps nothing when the statement that left with COMMIT fails, and says why', async () => {
    const failing = connection.db.transaction(async (tx) => {
      await add(tx, 'a')
      endWith(tx, add(tx, 'a').execute())
      endWith(tx, add(tx, 'b').execute())
    })
    await expect(failing).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(await kept()).toEqual([])
  })

  it('says why, also when what was refused because of it comes first', async () => {
    const failing = connection.db.transaction(async (tx) => {
      await add(tx, 'a')
      endWith(tx, add(tx, 'a').execute())
      await add(tx, 'b')
    })
    await expect(failing).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(await kept()).toEqual([])
  })

  it('keeps nothing when it throws, also of what was under way', async () => {
    const failing = connection.db.transaction(async (tx) => {
      void add(tx, 'a').execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await kept()).toEqual([])
  })

  it('undoes a part with a savepoint, and goes on', async () => {
    await connection.db.transaction(async (tx) => {
      await add(tx, 'a')
      await expect(tx.transaction((part) => add(part, 'a'))).rejects.toMatchObject({ cause: { code: '23505' } })
      await add(tx, 'b')
    })
    expect(await kept()).toEqual(['a', 'b'])
  })

  it('fails when its connection is dropped between two statements; the next one opens another', async () => {
    const cut = connection.db.transaction(async (tx) => {
      await add(tx, 'a')
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      const other = connect(database.url, 1)
      await other.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`)
      await other.close()
      await add(tx, 'b')
    })
    await expect(cut).rejects.toThrow()
    expect(await kept()).toEqual([])
  })
})

describe('a connection', () => {
  it('has a statement parsed once when it comes back, and gives each its own answer', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await add(connection.db as unknown as Tx, key)
    const one = (key: string) => connection.db.select().from(systemMeta).where(eq(systemMeta.key, key))
    const found = await Promise.all(['a', 'b', 'nobody', 'c', 'd', 'e'].map(one))
    expect(found.map((rows) => rows[0]?.value)).toEqual(['a', 'b', undefined, 'c', 'd', 'e'])
    const prepared = await connection.db.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`)
    expect(prepared.rows.filter(({ statement }) => statement.includes('from "system_meta" where'))).toHaveLength(1)
    expect(prepared.rows.some(({ statement }) => statement.startsWith('insert into "system_meta"'))).toBe(true)
  })

  it('goes on after a prepared statement has failed', async () => {
    const divide = (by: number) => connection.db.execute<{ value: number }>(sql`select 12 / ${by}::int as value`)
    for (const by of [1, 2, 3]) await divide(by)
    const results = await Promise.allSettled([divide(4), divide(0), divide(6)])
    expect(results.map((one) => (one.status === 'fulfilled' ? one.value.rows[0]?.value : 'failed'))).toEqual([3, 'failed', 2])
  })
})
