/** How an account stands, from its row: pure, asked by the log-in, the search and the doctor alike. */
import type { AccountStatus } from '../../shared/domain/accounts.ts'
import { addDays, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { portalUsers } from '../db/schema/index.ts'

export type StatusRow = Pick<typeof portalUsers.$inferSelect, 'blockedAt' | 'endedAt' | 'invitedAt' | 'acceptedAt'>

export function accountStatus(row: StatusRow): AccountStatus {
  if (row.endedAt !== null) return 'ended'
  if (row.blockedAt !== null) return 'blocked'
  if (row.invitedAt !== null && row.acceptedAt === null) return 'invited'
  return 'active'
}

/** Has the portal closed for this client? It stays open through the last day of care and the days the profile adds. */
export function portalClosed(profile: Pick<PortalProfile, 'openDaysAfterCare'>, careEndedAt: Date | null, now: Date): boolean {
  if (careEndedAt === null) return false
  return toLocal(now).date > addDays(toLocal(careEndedAt).date, profile.openDaysAfterCare)
}
