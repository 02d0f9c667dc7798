/**
 * ASVS 16.5.3: what goes wrong inside refuses the act. Generated from the contract table: every route, called as it would go
 * well, while the audit log cannot be written, while rights cannot be read, and while a receipt cannot be used up. No answer
 * tells anything, and no row has changed.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import type { Caller } from '../support/http.ts'
import { allowedAt } from './support/allowed.ts'
import { callAt, type Sent, send, wardOf } from './support/knock.ts'
import { variantsOf } from './support/route-fixtures.ts'
import { fieldsOf } from './support/schema-fields.ts'
import { type Watch, watchTables } from './support/watch.ts'
import { callerOf, startWorld, type World } from './support/world.ts'

let world: World
let watch: Watch

beforeAll(async () => {
  world = await startWorld()
  watch = await watchTables(world.app.db)
  await world.app.db.execute(sql`
    create function out_of_order() returns trigger language plpgsql as $$ begin raise exception 'out of order'; end $$`)
})
afterAll(() => world.app.stop())

interface Ready {
  readonly name: RouteName
  readonly caller: Caller
  readonly call: Sent
}

/** Calls that would go well, every way there is to make them. */
async function callsTo(names: readonly RouteName[]): Promise<readonly Ready[]> {
  const ready: Ready[] = []
  for (const name of names) {
    const who = allowedAt(world, name)
    for (const variant of variantsOf(name))
      ready.push({
        name,
        caller: await callerOf(world, who),
        call: await callAt(world, name, variant, world.own, wardOf(world, who)),
      })
  }
  await world.app.settled()
  await watch.changed()
  return ready
}

/** Every route is prepared for, and then called. */
const LONG = 300_000

/** What a fault may say: nothing but that there was one. */
const SAYS = ['type', 'code', 'status', 'title', 'params']

/** Makes the calls while something is broken, and says what is wrong: an answer that is no fault, or a row that changed. */
async function whileBroken(
  names: readonly RouteName[],
  broken: (during: () => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const ready = await callsTo(names)
  const wrong: string[] = []
  await broken(async () => {
    for (const { name, caller, call } of ready) {
      const answer = await send(name, caller, call)
      await world.app.settled()
      if (answer.code !== 'server-fault') wrong.push(`${name}: ${answer.status} ${answer.code}`)
      if (Object.keys(answer.body).some((key) => !SAYS.includes(key))) wrong.push(`${name} tells ${Object.keys(answer.body)}`)
      const changed = await watch.changed()
      if (changed.length > 0) wrong.push(`${name} changed ${changed.join(', ')}`)
    }
  })
  return wrong
}

async function withoutAudit(during: () => Promise<void>): Promise<void> {
  await world.app.db.execute(
    sql`create trigger out_of_order before insert on audit_entries for each row execute function out_of_order()`,
  )
  try {
    await during()
  } finally {
    await world.app.db.execute(sql`drop trigger out_of_order on audit_entries`)
  }
}

async function withoutRights(during: () => Promise<void>): Promise<void> {
  const move = async (from: string, to: string) => {
    for (const table of ['portal_memberships', 'staff_memberships'])
      await world.app.db.execute(
        sql`alter table ${sql.identifier(`${table}${from}`)} rename to ${sql.identifier(`${table}${to}`)}`,
      )
  }
  await move('', '_away')
  try {
    await during()
  } finally {
    await move('_away', '')
  }
}

async function withoutReceipts(during: () => Promise<void>): Promise<void> {
  await world.app.db.execute(
    sql`create trigger out_of_order before update on caller_verifications for each row execute function out_of_order()`,
  )
  try {
    await during()
  } finally {
    await world.app.db.execute(sql`drop trigger out_of_order on caller_verifications`)
  }
}

const asksReceipt = (name: RouteName) => {
  const { body }: Route = API[name]
  return body !== undefined && fieldsOf(body).has('receiptId')
}

it(
  'ASVS 16.5.3: without an audit line nothing is done and nothing is shown, on any route',
  async () => {
    expect(await whileBroken(routeNames, withoutAudit)).toEqual([])
  },
  LONG,
)

it(
  'ASVS 16.5.3: without rights nobody comes in, on any route',
  async () => {
    const names = routeNames.filter((name) => API[name].who.kind !== 'public')
    expect(await whileBroken(names, withoutRights)).toEqual([])
  },
  LONG,
)

it(
  'ASVS 16.5.3: without a receipt used up no sensitive act is done',
  async () => {
    const names = routeNames.filter(asksReceipt)
    expect(names.length).toBeGreaterThanOrEqual(4)
    expect(await whileBroken(names, withoutReceipts)).toEqual([])
  },
  LONG,
)
