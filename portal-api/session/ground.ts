/** What the steps of a log-in need of the context of whichever route they run in. */
import type { Route } from '../../shared/api/route.ts'
import type { sessionRoutes } from '../../shared/api/session.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Context } from '../platform/context.ts'

export type Ground = Pick<
  Context<Route>,
  'tx' | 'provider' | 'now' | 'lang' | 'services' | 'workstation' | 'emit' | 'audit' | 'deliver' | 'fail'
>

/** The context of one route of this word. */
export type SessionContext<N extends keyof typeof sessionRoutes> = Context<(typeof sessionRoutes)[N]>

/** The profile of a log-in: its path names a provider, and one that is not served was refused before the handler. */
export function portalOf(c: { readonly profile: PortalProfile | null }): PortalProfile {
  if (c.profile === null) throw new Error('A log-in without a portal.')
  return c.profile
}
