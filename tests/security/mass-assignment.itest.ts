/**
 * ASVS 15.3.3, over HTTP and generated: every call that would go well, with the name of every column of the database added to its
 * body, changes nothing; added to its query, they do nothing.
 */
import { getTableColumns, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as schema from '../../portal-api/db/schema/index.ts'
import type { Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import { allowedAt } from './support/allowed.ts'
import { callAt, send, wardOf } from './support/knock.ts'
import { variantsOf } from './support/route-fixtures.ts'
import { fieldsOf } from './support/schema-fields.ts'
import { type Watch, watchTables } from './support/watch.ts'
import { callerOf, startWorld, type World } from './support/world.ts'

let world: World
let watch: Watch

beforeAll(async () => {
  world = await startWorld()
  watch = await watchTables(world.app.db)
})
afterAll(() => world.app.stop())

const COLUMNS = [
  ...new Set(Object.values(schema).flatMap((one) => (is(one, PgTable) ? Object.keys(getTableColumns(one)) : []))),
].sort()

/** What somebody would like to set. */
function wish(column: string): unknown {
  if (column === 'rights') return ['portal-administrator']
  if (column === 'provider') return world.elsewhere.provider
  if (column === 'clientId') return world.neighbour.client.id
  if (column === 'portalUserId') return world.neighbour.user.id
  if (column === 'administrator') return true
  return column.endsWith('At') ? '2020-01-01T00:00:00.000Z' : 'x'
}

function withWishes(value: unknown, wishes: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((one) => withWishes(one, wishes))
  if (value === null || typeof value !== 'object') return value
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWishes(one, wishes)])), ...wishes }
}

async function callOf(name: RouteName) {
  const who = allowedAt(world, name)
  const [variant = {}] = variantsOf(name)
  const call = await callAt(world, name, variant, world.own, wardOf(world, who))
  return { caller: await callerOf(world, who), call }
}

const withBody = routeNames.filter((name) => (API[name] as Route).body !== undefined)

it.each(withBody)('ASVS 15.3.3: %s takes no field it does not name', async (name) => {
  const { body }: Route = API[name]
  const named = body ? fieldsOf(body) : new Set<string>()
  const wishes = Object.fromEntries(COLUMNS.filter((column) => !named.has(column)).map((column) => [column, wish(column)]))
  expect(Object.keys(wishes)).toEqual(expect.arrayContaining(['createdAt', 'version']))
  const { caller, call } = await callOf(name)
  await world.app.settled()
  await watch.changed()
  const answer = await send(name, caller, { ...call, body: withWishes(call.body, wishes) })
  await world.app.settled()
  expect([answer.status, answer.code]).toEqual([422, 'invalid-input'])
  expect((answer.body['fields'] as { rule: string }[]).map((field) => field.rule)).toContain('unknown')
  expect(await watch.changed()).toEqual([])
})

it.each(routeNames.filter((name) => API[name].method === 'GET'))(
  'ASVS 15.3.3: %s reads the same whatever else stands in its query',
  async (name) => {
    const { query }: Route = API[name]
    const named = query ? fieldsOf(query) : new Set<string>()
    const wishes = Object.fromEntries(COLUMNS.filter((column) => !named.has(column)).map((column) => [column, wish(column)]))
    const { caller, call } = await callOf(name)
    const plain = await send(name, caller, call)
    const wishing = await send(name, caller, { ...call, query: { ...wishes, ...call.query } })
    expect(wishing).toEqual(plain)
  },
)
