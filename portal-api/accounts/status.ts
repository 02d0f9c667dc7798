/** How an account stands, from its row and memberships: pure, asked by the log-in, the search and the doctor alike. */
import type { AccountStatus } from '../../shared/domain/accounts.ts'
import { addDays, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { portalMemberships, portalUsers } from '../db/schema/index.ts'
import { invitationOpen } from './memberships.ts'

export type StatusRow = Pick<typeof portalUsers.$inferSelect, 'blockedAt' | 'endedAt'> & {
  readonly memberships: readonly Pick<typeof portalMemberships.$inferSelect, 'invitedAt' | 'acceptedAt' | 'endedAt'>[]
}

/** An account without a living membership has ended; with nothing but open invitations it is invited. */
export function accountStatus(row: StatusRow): AccountStatus {
  const living = row.memberships.filter((membership) => membership.endedAt === null)
  if (row.endedAt !== null || living.length === 0) return 'ended'
  if (row.blockedAt !== null) return 'blocked'
  return living.every(invitationOpen) ? 'invited' : 'active'
}

/** Has the portal closed for this client? It stays open through the last day of care and the days the profile adds. */
export function portalClosed(profile: Pick<PortalProfile, 'openDaysAfterCare'>, careEndedAt: Date | null, now: Date): boolean {
  if (careEndedAt === null) return false
  return toLocal(now).date > addDays(toLocal(careEndedAt).date, profile.openDaysAfterCare)
}

/** What protects an account beside its password. */
export function secondFactorOf(
  profile: Pick<PortalProfile, 'deviceVerification'>,
  user: Pick<typeof portalUsers.$inferSelect, 'totpSecret' | 'totpEnrol'>,
): 'none' | 'device' | 'authenticator' {
  if (user.totpSecret !== null || user.totpEnrol) return 'authenticator'
  return profile.deviceVerification === 'never' ? 'none' : 'device'
}
