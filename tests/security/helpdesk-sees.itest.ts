/**
 * Helpdesk under attack: it diagnoses, and sees nothing that it does not need for that. Every route that lets the helpdesk in is
 * called as the helpdesk, and what comes back holds no address on record in full, no secret, and nothing of a client's care.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import { makeEntity } from './support/entities.ts'
import { type Answer, callAt, send, wardOf } from './support/knock.ts'
import { type Variant, variantsOf } from './support/route-fixtures.ts'
import { fieldsOf } from './support/schema-fields.ts'
import { callerOf, type StaffSide, startWorld, type World } from './support/world.ts'

let world: World
let helpdesk: StaffSide

beforeAll(async () => {
  world = await startWorld()
  const found = world.everyone.find((who) => who.side === 'staff' && who.role === 'helpdesk')
  if (found?.side !== 'staff') throw new Error('The world has no helpdesk.')
  helpdesk = found
  await giveOwnNames()
  for (const kind of ['message', 'care-signal', 'question', 'absence', 'contact-detail', 'contact-person'] as const)
    await makeEntity(kind, world, world.own, { staffId: helpdesk.person.id })
})
afterAll(() => world.app.stop())

const openToHelpdesk = routeNames.filter((name) => {
  const { who }: Route = API[name]
  return who.kind === 'staff' && who.roles.includes('helpdesk')
})

/** Names of fields that nothing put before the helpdesk may have: identity numbers, dates of birth, addresses, secrets, care. */
const NEVER =
  /bsn|birth|street|postcode|password(?!Temporary)|hash|totp|secretKey|^token$|indication|diagnosisCode|dossier|carePlan|^(email|mobile|phone\d?)$/i

describe('by the contract', () => {
  it('helpdesk under attack: no route of the helpdesk alone has a field for what it may not see', () => {
    const ofHelpdesk = openToHelpdesk.filter(
      (name) => !([...(API[name] as { who: { roles: readonly string[] } }).who.roles] as string[]).includes('planner'),
    )
    expect(ofHelpdesk.length).toBeGreaterThan(15)
    const shown = ofHelpdesk.flatMap((name) =>
      [...fieldsOf(API[name].output)].filter((field) => NEVER.test(field)).map((field) => `${name} ${field}`),
    )
    expect(shown).toEqual([])
  })
})

/** What stands in the database and may not come out, with where it stands. */
async function guarded(): Promise<readonly { readonly what: string; readonly text: string }[]> {
  const { rows } = await world.app.db.execute<{ what: string; text: string | null }>(sql`
    select 'address of an account' as what, email as text from portal_users where email <> user_name
    union all select 'number of an account', mobile from portal_users
    union all select 'number of an account', '0' || substr(mobile, 4) from portal_users where mobile like '+31%'
    union all select 'mailbox of a colleague', contact_email from portal_users
    union all select 'home of a colleague', address from portal_users
    union all select 'home of a colleague', postal_address from portal_users
    union all select 'date of birth', birth_date::text from clients
    union all select 'street', street from clients
    union all select 'hash of a password', password_hash from portal_users
    union all select 'secret of an authenticator', totp_secret from portal_users
    union all select 'hash of a password', password_hash from staff
    union all select 'contact detail', value from contact_details
    union all select 'number of a contact person', phone1 from contact_persons
    union all select 'question', message from contact_requests
    union all select 'receiver of a message', to_address from deliveries where channel <> 'letter'
    union all select 'text of a message', body from deliveries
    union all select 'hash of a code', code_hash from caller_verifications
    union all select 'hash of a refresh token', refresh_hash from sessions where id::text <> refresh_hash`)
  return rows.flatMap(({ what, text }) => (text === null || text.length < 6 ? [] : [{ what, text }]))
}

/** User names of their own, from now on too, so that an address that is shown is no user name. */
async function giveOwnNames(): Promise<void> {
  await world.app.db.execute(sql`update portal_users set user_name = 'naam.' || id where user_name = email`)
  await world.app.db.execute(sql`
    create function own_name() returns trigger language plpgsql as $$
    begin
      if new.user_name = new.email then new.user_name := 'naam.' || new.id; end if;
      return new;
    end $$`)
  await world.app.db.execute(sql`create trigger own_name before insert on portal_users for each row execute function own_name()`)
}

async function shownBy(name: RouteName, variant: Variant): Promise<string[]> {
  const call = await callAt(world, name, variant, world.own, wardOf(world, helpdesk))
  if (call.roles !== undefined && !call.roles.includes('helpdesk')) return []
  const caller = await callerOf(world, helpdesk)
  const answers: Answer[] = []
  // A stale version first: it answers with the state there is now.
  if ((API[name] as Route).basedOn === 'required') answers.push(await send(name, caller, { ...call, version: 99 }))
  answers.push(await send(name, caller, call))
  await world.app.settled()
  const text = answers.map((answer) => JSON.stringify(answer.body)).join('\n')
  return (await guarded()).filter((one) => text.includes(one.text)).map((one) => `${name} shows the ${one.what}: ${one.text}`)
}

describe('by what comes back', () => {
  it('there is something to guard', async () => {
    const kinds = new Set((await guarded()).map((one) => one.what))
    for (const kind of ['question', 'contact detail', 'street', 'hash of a password', 'date of birth'])
      expect(kinds).toContain(kind)
  })

  // What staff see of themselves is theirs.
  it.each(openToHelpdesk.filter((name) => !name.startsWith('session.')))(
    'helpdesk under attack, ASVS 14.2.6: %s shows no whole address, no secret, nothing of the care',
    async (name) => {
      const shown: string[] = []
      for (const variant of variantsOf(name)) shown.push(...(await shownBy(name, variant)))
      expect(shown).toEqual([])
    },
  )

  it('helpdesk under attack, ASVS 8.2.3: cases of other queues are no business of the helpdesk', async () => {
    const caller = await callerOf(world, helpdesk)
    for (const kind of ['absence-case', 'question-case'] as const) {
      const { id } = await makeEntity(kind, world, world.own, { staffId: helpdesk.person.id })
      const answer = await send('cases.open', caller, { params: { id }, query: {}, body: undefined, version: 1 })
      expect([kind, answer.status]).toEqual([kind, 403])
    }
  })
})
