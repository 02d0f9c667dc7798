/** Somebody whom the table lets in at a route: for tests that begin with a call that would go well. */
import type { Route } from '../../../shared/api/route.ts'
import { API, type RouteName } from '../../../shared/api/table.ts'
import { letsIn } from './route-fixtures.ts'
import type { Knocker, World } from './world.ts'

export function lets(name: RouteName, who: Knocker): boolean {
  const { who: allowed }: Route = API[name]
  if (allowed.kind === 'public') return true
  if (who.side === 'client') return allowed.kind === 'client' && letsIn(name, who)
  return who.side === 'staff' && allowed.kind === 'staff' && allowed.roles.includes(who.role)
}

/** The first of the world whom the route lets in, who has answered their invitation; nobody where anybody may. */
export function allowedAt(world: World, name: RouteName): Knocker {
  const found = world.everyone.find((who) => lets(name, who) && !(who.side === 'client' && who.invited))
  if (!found) throw new Error(`Nobody may call ${name}.`)
  return found
}
