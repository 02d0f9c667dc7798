/** The memberships for which an account may be logged in now: neither ended, nor closed since care ended. */
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type MembershipRow, membershipsWithClients } from '../accounts/memberships.ts'
import { portalClosed } from '../accounts/status.ts'
import type { Tx } from '../db/database.ts'

/** The oldest first. */
export async function openPlaces(
  c: { readonly tx: Tx; readonly now: Date },
  profile: Pick<PortalProfile, 'openDaysAfterCare'>,
  portalUserId: string,
): Promise<MembershipRow[]> {
  const rows = await membershipsWithClients(c.tx, [portalUserId])
  return rows
    .filter(({ membership, client }) => membership.endedAt === null && !portalClosed(profile, client?.careEndedAt ?? null, c.now))
    .map(({ membership }) => membership)
}
