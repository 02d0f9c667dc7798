/**
 * The authorisation matrix (ASVS 8.2, 8.3, 8.4.1), generated from the contract table: every route × everyone who may knock ×
 * things of the own client, of another client, of another provider, of a colleague, and of nobody. What is expected comes from
 * the table alone. A foreign id is answered as an unknown one, and after a refusal no row has changed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import type { ProblemCode } from '../../shared/domain/problems.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import { type Answer, aboutNothing, callAt, isId, send, type Target, wardOf } from './support/knock.ts'
import { letsIn, type Variant, variantsOf } from './support/route-fixtures.ts'
import { type Watch, watchTables } from './support/watch.ts'
import { callerOf, type Knocker, startWorld, type World } from './support/world.ts'

let world: World
let watch: Watch
const figures = { routes: routeNames.length, calls: 0, letThrough: 0, refused: 0 }

beforeAll(async () => {
  world = await startWorld()
  watch = await watchTables(world.app.db)
})
afterAll(async () => {
  console.log(`authorisation matrix: ${JSON.stringify(figures)}`)
  await world.app.stop()
})

/** What keeps somebody out, whatever they ask for. Anything else is an answer about the thing itself. */
const KEPT_OUT: readonly ProblemCode[] = [
  'signed-out',
  'forbidden',
  'panel-not-available',
  'invitation-open',
  'confirm-first',
  'rank-too-high',
]
/** Answers that say the registry made a bad call: they prove nothing. */
const BAD_CALL: readonly ProblemCode[] = [
  'invalid-input',
  'malformed-request',
  'version-missing',
  'request-id-missing',
  'rate-limited',
  'too-many-attempts',
  'server-fault',
]
const PROVES_NO_ENTRY: readonly string[] = [...KEPT_OUT, ...BAD_CALL, 'not-found']

/** What the table says of somebody at the door: the refusal, or null for who may come in. */
function atTheDoor(name: RouteName, who: Knocker, roles: readonly StaffRole[] | undefined): ProblemCode | null {
  const { who: allowed }: Route = API[name]
  if (allowed.kind === 'public') return null
  if (who.side === 'public') return 'signed-out'
  if (who.side !== allowed.kind) return 'forbidden'
  if (who.side === 'client') {
    const { panel, whileInvited }: Route = API[name]
    if (panel !== undefined && who.invited && !whileInvited) return 'invitation-open'
    return letsIn(name, who) ? null : 'forbidden'
  }
  if (allowed.kind === 'staff' && !allowed.roles.includes(who.role)) return 'forbidden'
  return roles === undefined || roles.includes(who.role) ? null : 'forbidden'
}

interface Cell {
  readonly about: string
  readonly sent: Target
  readonly right: (answer: Answer) => boolean
}

/** Calls, and says what is wrong: another outcome than expected, or a row that changed after a refusal. */
async function knock(name: RouteName, who: Knocker, { about, sent, right }: Cell): Promise<{ answer: Answer; wrong: string[] }> {
  const caller = await callerOf(world, who)
  await watch.changed()
  const answer = await send(name, caller, sent)
  await world.app.settled()
  const refused = answer.status >= 400
  figures.calls += 1
  figures[refused ? 'refused' : 'letThrough'] += 1
  const changed = refused ? await watch.changed() : []
  const cell = `${who.name}, ${about}: ${answer.status} ${answer.code}`
  return {
    answer,
    wrong: [
      ...(right(answer) ? [] : [`${cell} ${JSON.stringify(answer.body['fields'] ?? '')}`]),
      ...(changed.length === 0 ? [] : [`${cell}, yet it changed ${changed.join(', ')}`]),
    ],
  }
}

/** Who is kept out is kept out in the same way whether or not the thing exists. */
async function keptOut(name: RouteName, who: Knocker, variant: Variant, own: Target, refusal: ProblemCode): Promise<string[]> {
  const first = await knock(name, who, { about: 'own', sent: own, right: (answer) => answer.code === refusal })
  if (!Object.values(variant).some(isId)) return first.wrong
  // A role that is kept out by the queue of the thing hears of a thing that is not there that it is not there.
  const right = (answer: Answer) => answer.code === refusal || (own.roles !== undefined && answer.code === 'not-found')
  const unknown = await knock(name, who, { about: 'unknown', sent: aboutNothing(variant, own), right })
  return [...first.wrong, ...unknown.wrong]
}

/** Things of others, which must be answered as things of nobody. */
async function foreignTo(
  name: RouteName,
  who: Knocker,
  variant: Variant,
  own: Target,
): Promise<readonly (readonly [string, Target])[]> {
  const ward = wardOf(world, who)
  return [
    ["another provider's", await callAt(world, name, variant, world.elsewhere, ward)],
    ...(who.side === 'client'
      ? ([["another client's", await callAt(world, name, variant, world.neighbour, ward)]] as const)
      : own.personal
        ? ([["a colleague's", await callAt(world, name, variant, world.own, { staffId: world.colleague.id })]] as const)
        : []),
  ]
}

async function wrongCells(name: RouteName, who: Knocker, variant: Variant): Promise<string[]> {
  const own = await callAt(world, name, variant, world.own, wardOf(world, who))
  const refusal = atTheDoor(name, who, own.roles)
  if (refusal !== null) return keptOut(name, who, variant, own, refusal)
  const route: Route = API[name]
  const wrong: string[] = []
  if (Object.values(variant).some(isId)) {
    const right = (answer: Answer) => answer.code === 'not-found'
    const nobodys = await knock(name, who, { about: 'unknown', sent: aboutNothing(variant, own), right })
    wrong.push(...nobodys.wrong)
    const same = (answer: Answer) => JSON.stringify(answer) === JSON.stringify(nobodys.answer)
    for (const [about, sent] of await foreignTo(name, who, variant, own))
      wrong.push(...(await knock(name, who, { about, sent, right: same })).wrong)
  }
  const letThrough = (answer: Answer) =>
    answer.status === route.status ||
    (route.problems.some((code) => code === answer.code) && !PROVES_NO_ENTRY.includes(answer.code))
  wrong.push(...(await knock(name, who, { about: 'own', sent: own, right: letThrough })).wrong)
  return wrong
}

describe('every route answers everyone as the table says, and a foreign id as an unknown one', () => {
  it.each(routeNames.filter((name) => API[name].who.kind !== 'public'))('ASVS 8.2: %s', async (name) => {
    const wrong: string[] = []
    for (const variant of variantsOf(name))
      for (const who of world.everyone) wrong.push(...(await wrongCells(name, who, variant)))
    expect(wrong).toEqual([])
  })
})

it('ASVS 8.2: what the portal does not have, nobody gets', async () => {
  const wrong: string[] = []
  for (const name of routeNames) {
    const { panel, who: allowed }: Route = API[name]
    if (panel === undefined) continue
    for (const who of world.atBare) {
      if (who.side !== allowed.kind || (who.side === 'staff' && allowed.kind === 'staff' && !allowed.roles.includes(who.role)))
        continue
      const params = Object.fromEntries(Object.keys(variantsOf(name)[0] ?? {}).map((key) => [key, crypto.randomUUID()]))
      const answer = await send(name, await callerOf(world, who, world.bare), {
        params,
        query: {},
        body: API[name].method === 'GET' ? undefined : {},
        version: 1,
      })
      if (answer.code !== 'panel-not-available') wrong.push(`${name}, ${who.name}: ${answer.code}`)
    }
  }
  expect(wrong).toEqual([])
})
