/** Sends the outcome of a notice to who sent it, and to the client when somebody else did. */
import { and, eq, isNull, or } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { portalMemberships, portalUsers } from '../db/schema/index.ts'
import { toldKey } from '../planning/tell-visits.ts'
import type { NewDelivery } from '../platform/context.ts'
import { decisionMail, type VisitOutcome } from './decision-mail.ts'
import type { AbsenceRow } from './rows.ts'

interface Teller {
  readonly tx: Tx
  readonly profile: PortalProfile
  deliver(message: NewDelivery): Promise<void>
}

/**
 * One mail per address on record; without an address the planning in the portal is the message.
 * @returns who heard of it, as the service confirmations ask it: nobody hears of one change twice
 */
export async function tellClient(c: Teller, notice: AbsenceRow, outcomes: readonly VisitOutcome[]): Promise<ReadonlySet<string>> {
  const users = await c.tx
    .select({ id: portalUsers.id, name: portalUsers.name, email: portalUsers.email })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(
      and(
        isNull(portalUsers.endedAt),
        isNull(portalMemberships.endedAt),
        eq(portalMemberships.clientId, notice.clientId),
        or(eq(portalUsers.id, notice.submittedBy), eq(portalMemberships.kind, 'client')),
      ),
    )
  const told = new Set<string>()
  for (const user of users) {
    if (!user.email) continue
    const key = toldKey(notice.clientId, user.email)
    if (told.has(key)) continue
    told.add(key)
    await c.deliver({
      channel: 'email',
      to: user.email,
      template: 'absence.decided',
      portalUserId: user.id,
      ...decisionMail(user.name, c.profile, outcomes),
    })
  }
  return told
}
