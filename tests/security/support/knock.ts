/** Calls a route about things of one place, as one person, and hands back what it answered and which rows it changed. */
import { randomUUID } from 'node:crypto'
import { pathOf, type Route } from '../../../shared/api/route.ts'
import { API, type RouteName } from '../../../shared/api/table.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import type { Caller } from '../../support/http.ts'
import { type EntityKind, type For, makeEntity } from './entities.ts'
import { bodyOf, queryOf, type Variant } from './route-fixtures.ts'
import type { Knocker, Place, World } from './world.ts'

export interface Answer {
  readonly status: number
  /** The problem's code, or `ok`. */
  readonly code: string
  /** All of it but the trace. */
  readonly body: Record<string, unknown>
}

export interface Sent {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly version: number
}

/** A call and what is known of the thing it names. */
export interface Target extends Sent {
  /** Who may see it, where the table names more roles. */
  readonly roles: readonly StaffRole[] | undefined
  readonly personal: boolean
}

export async function send(name: RouteName, caller: Caller, sent: Sent): Promise<Answer> {
  const route: Route = API[name]
  const url = new URL(caller.url + pathOf(route, sent.params))
  for (const [key, value] of Object.entries(sent.query)) if (value !== undefined) url.searchParams.set(key, String(value))
  const response = await fetch(url, {
    method: route.method,
    headers: {
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
      ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(route.basedOn === 'required' ? { 'if-match': `"${sent.version}"` } : {}),
      ...(route.requestId === 'required' ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  })
  const { trace: _, ...body } = (await response.json()) as Record<string, unknown>
  return { status: response.status, code: response.ok ? 'ok' : String(body['code']), body }
}

type Choice = Variant[string]
export const isId = (choice: Choice): choice is EntityKind => typeof choice === 'string'

/** A call about things of a place, made for one person. */
export async function callAt(world: World, name: RouteName, variant: Variant, place: Place, whose: For): Promise<Target> {
  const params: Record<string, string> = {}
  let target: Pick<Target, 'version' | 'roles' | 'personal'> = { version: 1, roles: undefined, personal: false }
  let id: string | undefined
  for (const [parameter, choice] of Object.entries(variant)) {
    if (isId(choice)) {
      const entity = await makeEntity(choice, world, place, whose)
      id = entity.id
      params[parameter] = id
      target = { version: entity.version, roles: entity.roles ?? target.roles, personal: entity.personal ?? false }
    } else {
      params[parameter] = choice.value
      target = { ...target, roles: choice.roles ?? target.roles }
    }
  }
  return { params, query: queryOf(name), body: await bodyOf(name, { world, place, whose, id }), ...target }
}

/** The same call about things that are not there. */
export function aboutNothing(variant: Variant, sent: Target): Target {
  const ids = Object.entries(variant).filter(([, choice]) => isId(choice))
  return { ...sent, params: { ...sent.params, ...Object.fromEntries(ids.map(([parameter]) => [parameter, randomUUID()])) } }
}

/** Whose things are made: those of who calls, or of a colleague where that is no member of staff. */
export function wardOf(world: World, who: Knocker): For {
  if (who.side === 'client') return { staffId: world.colleague.id, user: who.user, membershipId: who.user.membershipId }
  return { staffId: who.side === 'staff' ? who.person.id : world.colleague.id }
}
