/** Who is asking, as the server knows it from the session; nothing here comes from the request's body. */
import type { Route } from '../../shared/api/route.ts'
import type { PortalUserKind } from '../../shared/domain/accounts.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { clients, portalUsers } from '../db/schema/index.ts'

export type ClientRow = typeof clients.$inferSelect

/** The client a portal user acts for, with that user. */
export interface OwnClient {
  readonly client: ClientRow
  readonly user: Pick<typeof portalUsers.$inferSelect, 'id' | 'contactsCheckedAt'>
}

export interface PublicActor {
  readonly kind: 'public'
}

export interface ClientActor {
  readonly kind: 'client'
  readonly provider: string
  readonly sessionId: string
  readonly portalUserId: string
  /** The membership this user is logged in for; exactly one of client and organisation is theirs. */
  readonly membershipId: string
  readonly clientId: string | null
  readonly organisationId: string | null
  /** As it was when the request came in; null when they act for an organisation. */
  readonly own: OwnClient | null
  /** Client, representative, contact or an organisation's contact. */
  readonly userKind: PortalUserKind
  readonly rights: readonly string[]
  /** The portal's own administrator. */
  readonly administrator: boolean
  /** Invited and not accepted yet: no part of the portal is open. */
  readonly invited: boolean
}

export interface StaffActor {
  readonly kind: 'staff'
  readonly provider: string
  readonly sessionId: string
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  /** Last proof of identity. */
  readonly confirmedAt: Date
}

export type Actor = PublicActor | ClientActor | StaffActor

/** The actor a route's handler receives: the table says who may call. */
export type ActorOf<R extends Route> = R['who'] extends { readonly kind: 'staff' }
  ? StaffActor
  : R['who'] extends { readonly kind: 'client' }
    ? ClientActor
    : PublicActor
