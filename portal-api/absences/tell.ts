/** Sends the outcome of a notice to who sent it, and to the client when somebody else did. */
import { and, eq, isNull, or } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { portalMemberships, portalUsers } from '../db/schema/index.ts'
import type { NewDelivery } from '../platform/context.ts'
import { decisionMail, type VisitOutcome } from './decision-mail.ts'
import type { AbsenceRow } from './rows.ts'

interface Teller {
  readonly tx: Tx
  readonly profile: PortalProfile
  deliver(message: NewDelivery): Promise<void>
}

/** One mail per address on record; without an address the planning in the portal is the message. */
export async function tellClient(c: Teller, notice: AbsenceRow, outcomes: readonly VisitOutcome[]): Promise<void> {
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
    const address = user.email?.toLowerCase() ?? ''
    if (user.email === null || address === '' || told.has(address)) continue
    told.add(address)
    await c.deliver({
      channel: 'email',
      to: user.email,
      template: 'absence.decided',
      portalUserId: user.id,
      ...decisionMail(user.name, c.profile, outcomes),
    })
  }
}
