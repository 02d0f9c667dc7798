/** Puts a notification before somebody, where their portal has that kind. Once per invitation and per version of a care plan. */
import { and, eq, sql } from 'drizzle-orm'
import type { CarePlanVersion } from '../../shared/domain/notifications.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { maySee } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import type { Tx } from '../db/database.ts'
import { notifications, portalMemberships, portalUsers } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

interface Notifier {
  readonly tx: Tx
  readonly provider: string
  readonly profile: PortalProfile
  readonly now: Date
}

/** Tells who was invited; an invitation that is sent again is news again. */
export async function notifyInvited(c: Notifier, membershipId: string): Promise<void> {
  if (!c.profile.notifications.includes('invitation')) return
  await c.tx
    .insert(notifications)
    .values({ id: newId(), provider: c.provider, membershipId, kind: 'invitation', at: c.now })
    .onConflictDoUpdate({
      target: notifications.membershipId,
      targetWhere: sql`kind = 'invitation'`,
      set: { at: c.now, readAt: null },
    })
}

/** An invitation that was answered is no news any more. */
export async function invitationAnswered(tx: Tx, membershipId: string, now: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.membershipId, membershipId), eq(notifications.kind, 'invitation')))
}

/** Tells whoever may see the client's dossier. @returns how many had not been told of this version */
export async function notifyCarePlan(c: Notifier, clientId: string, plan: CarePlanVersion): Promise<number> {
  const members = await c.tx
    .select({ id: portalMemberships.id, kind: portalMemberships.kind, rights: portalMemberships.rights })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(and(isIn, eq(portalMemberships.clientId, clientId)))
  const readers = members.filter((member) => maySee(member, 'dossier'))
  if (readers.length === 0) return 0
  const told = await c.tx
    .insert(notifications)
    .values(
      readers.map(({ id }) => ({
        id: newId(),
        provider: c.provider,
        membershipId: id,
        kind: 'care-plan' as const,
        ...plan,
        at: c.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id })
  return told.length
}
