/** Who asks, for whose portal, and what an act of this word needs of its context. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import type { userRoutes } from '../../shared/api/users.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { PORTAL_MEMBER } from '../../shared/domain/rights.ts'
import type { MembershipRow } from '../accounts/memberships.ts'
import type { PortalUserRow } from '../accounts/rows.ts'
import type { Owner } from '../clients/changes.ts'
import { portalMemberships } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, Refusal } from '../platform/context.ts'

type Routes = typeof userRoutes
export type UserContext<N extends keyof Routes> = Context<Routes[N]>

export type Acting = Pick<
  Context<Route>,
  'tx' | 'provider' | 'now' | 'lang' | 'emit' | 'audit' | 'deliver' | 'fail' | 'services'
> & {
  readonly actor: ClientActor
  readonly profile: PortalProfile
}

/** A user of the portal with their account, both locked. */
export interface Target {
  readonly membership: MembershipRow
  readonly user: PortalUserRow
}

/** What the profile says of user management; a route of this word is refused at the door where it says nothing. */
export function rulesOf(c: { readonly profile: PortalProfile }): NonNullable<PortalProfile['userManagement']> {
  if (c.profile.userManagement === null) throw new Error(`${c.profile.id} has no user management.`)
  return c.profile.userManagement
}

/** Whose portal the actor is logged in for. */
export function ownerOf(actor: ClientActor): Owner {
  return { clientId: actor.clientId, organisationId: actor.organisationId }
}

/** The living memberships of the actor's own client or organisation. */
export function livingOf({ provider, actor }: Pick<Acting, 'provider' | 'actor'>) {
  const own =
    actor.clientId === null
      ? eq(portalMemberships.organisationId, actor.organisationId ?? '')
      : eq(portalMemberships.clientId, actor.clientId)
  return and(eq(portalMemberships.provider, provider), own, isNull(portalMemberships.endedAt))
}

/** Somebody whom the provider itself gave access: the client, or who represents them. */
export function isFixed(membership: Pick<MembershipRow, 'kind'>): boolean {
  return membership.kind === 'client' || membership.kind === 'representative'
}

/** Does the administrator let somebody in? A colleague who is an employee, a contact with a right. */
export function isIn(membership: Pick<MembershipRow, 'kind' | 'organisationId' | 'rights'>): boolean {
  if (membership.organisationId !== null) return membership.rights.includes(PORTAL_MEMBER)
  return isFixed(membership) || membership.rights.length > 0
}

export function refused<T>(result: T | Refusal): result is Refusal {
  return result instanceof Refusal
}
