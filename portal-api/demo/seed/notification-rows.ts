/** What stands under Meldingen in the demo: a new version of the care plan for who may see the dossier, open invitations. */
import { toLocal } from '../../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { maySee } from '../../../shared/domain/rights.ts'
import type { notifications } from '../../db/schema/index.ts'
import { demoId } from './chance.ts'
import type { MembershipRow } from './memberships.ts'

export type NotificationRow = typeof notifications.$inferInsert

const DAY_MS = 86_400_000
const PLAN_VERSION = 3

export function notificationRows(
  seed: number,
  profile: PortalProfile,
  memberships: readonly (MembershipRow & { readonly id: string })[],
  now: Date,
): NotificationRow[] {
  const row = (membershipId: string, kind: NotificationRow['kind'], at: Date) => ({
    id: demoId(seed, at, membershipId, kind),
    provider: profile.id,
    membershipId,
    kind,
    at,
    planVersion: null,
    adoptedOn: null,
    readAt: null,
  })
  const told = new Date(now.getTime() - DAY_MS)
  return memberships.flatMap((member): NotificationRow[] => {
    const { id, kind, rights, invitedAt, acceptedAt } = member
    const invited = invitedAt instanceof Date && !acceptedAt
    if (invited) return profile.notifications.includes('invitation') ? [row(id, 'invitation', invitedAt)] : []
    if (!profile.notifications.includes('care-plan') || !maySee({ kind, rights: rights ?? [] }, 'dossier')) return []
    return [{ ...row(id, 'care-plan', told), planVersion: PLAN_VERSION, adoptedOn: toLocal(told).date }]
  })
}
