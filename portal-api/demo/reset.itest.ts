import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Connection, connect } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { DemoRefused, demoMark, isUntouched, markDemo } from './mark.ts'
import { resetDemo } from './reset.ts'

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

it('refuses a database without the mark, and one that is in use; empties a marked one for the next start', async () => {
  const { db, pool } = connection
  await pool.query(`insert into providers (id, name, profile) values ('eigen', 'Eigen zorg', '{}')`)
  await expect(resetDemo(db)).rejects.toThrow(DemoRefused)
  await pool.query(`insert into system_meta (key, value) values ('demo', 'van mij')`)
  await expect(resetDemo(db)).rejects.toThrow('does not carry the mark')
  expect((await pool.query('select id from providers')).rows).toEqual([{ id: 'eigen' }])

  await db.transaction((tx) => markDemo(tx))
  const other = connect(database.url, 1)
  await other.pool.query('select 1')
  await expect(resetDemo(db)).rejects.toThrow('in use')
  await other.close()
  const others = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  await expect.poll(async () => (await pool.query(others)).rows[0].n).toBe(0)

  await resetDemo(db)
  await expect(resetDemo(db)).rejects.toThrow('does not carry the mark')
  await migrate(database.url)
  expect(await db.transaction(async (tx) => [await demoMark(tx), await isUntouched(tx)])).toEqual([null, true])
})
