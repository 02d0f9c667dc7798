/**
 * The places where an account may be logged in now: its memberships that have neither ended, nor closed since care ended,
 * nor been switched off by the organisation ("Medewerker klantportaal").
 */
import type { PortalUserKind } from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { mayLogIn } from '../../shared/domain/rights.ts'
import { announceChange } from '../accounts/announce.ts'
import { acceptInvitation, invitationOpen, type MembershipRow, membershipsWithNames } from '../accounts/memberships.ts'
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { portalClosed } from '../accounts/status.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Tx } from '../db/database.ts'
import type { Ground } from './ground.ts'

export interface OpenPlace {
  readonly membership: MembershipRow
  /** Of the client or the organisation. */
  readonly name: string
  readonly invited: boolean
}

/** The oldest first. */
export async function openPlaces(
  c: { readonly tx: Tx; readonly now: Date },
  profile: Pick<PortalProfile, 'openDaysAfterCare'>,
  portalUserId: string,
): Promise<OpenPlace[]> {
  const rows = await membershipsWithNames(c.tx, [portalUserId])
  return rows
    .filter(({ membership, client }) => {
      const closed = portalClosed(profile, client?.careEndedAt ?? null, c.now)
      return membership.endedAt === null && mayLogIn(membership) && !closed
    })
    .map(({ membership, client, organisation }) => ({
      membership,
      name: client?.name ?? organisation ?? '',
      invited: invitationOpen(membership),
    }))
}

export function optionOf({ membership, name }: OpenPlace): { id: string; name: string; kind: PortalUserKind } {
  return { id: membership.id, name, kind: membership.kind }
}

/** Where the log-in itself is the answer to an invitation, whoever gets in has accepted it. Returns the account as it is now. */
export async function enter(c: Ground, profile: PortalProfile, user: PortalUserRow, place: OpenPlace): Promise<PortalUserRow> {
  if (!place.invited || profile.invitation !== 'by-login') return user
  if ((await acceptInvitation(c.tx, place.membership.id, c.now)) === null) return user
  const accepted = await updateUser(c.tx, user, { version: user.version + 1 })
  await writeTimeline(c, user.id, { type: 'invitation-accepted', by: 'user' })
  await announceChange(c, profile, accepted)
  return accepted
}
