/**
 * Who holds a bearer token. The session is read at every request, so that an ended session, a role taken
 * away or an account that ended counts at once and not when a token runs out.
 */
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { mayLogIn } from '../../../shared/domain/rights.ts'
import { invitationOpen } from '../../accounts/memberships.ts'
import type { Database } from '../../db/database.ts'
import { prepared } from '../../db/prepared.ts'
import { clients, portalMemberships, portalUsers, sessions, staff, staffMemberships } from '../../db/schema/index.ts'
import type { ClientActor, StaffActor } from '../actor.ts'
import { readAccessToken } from '../secrets/access-token.ts'
import type { Services } from '../services.ts'

/** The token of an `Authorization: Bearer …` header. */
export function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer ([\w.-]+)$/.exec(header ?? '')
  return match?.[1] ?? null
}

/** The actor of a token, or null: no token, not ours, expired, session ended, person gone. */
export async function authenticate(
  db: Database,
  services: Services,
  header: string | undefined,
): Promise<ClientActor | StaffActor | null> {
  const token = bearerOf(header)
  if (token === null) return null
  const sessionId = await readAccessToken(token, services.accessKey, services.clock.now())
  return sessionId === null ? null : actorOfSession(db, sessionId, services.clock.now())
}

const living = prepared((on) =>
  on
    .select({
      session: { provider: sessions.provider, confirmedAt: sessions.confirmedAt },
      user: {
        id: portalUsers.id,
        blockedAt: portalUsers.blockedAt,
        endedAt: portalUsers.endedAt,
        contactsCheckedAt: portalUsers.contactsCheckedAt,
      },
      place: portalMemberships,
      client: clients,
      person: { id: staff.id, name: staff.name, endedAt: staff.endedAt },
      membership: { role: staffMemberships.role, active: staffMemberships.active },
    })
    .from(sessions)
    .leftJoin(portalUsers, and(eq(portalUsers.id, sessions.portalUserId), eq(portalUsers.provider, sessions.provider)))
    .leftJoin(
      portalMemberships,
      and(
        eq(portalMemberships.id, sessions.membershipId),
        eq(portalMemberships.portalUserId, portalUsers.id),
        eq(portalMemberships.provider, sessions.provider),
      ),
    )
    .leftJoin(clients, and(eq(clients.id, portalMemberships.clientId), eq(clients.provider, sessions.provider)))
    .leftJoin(staff, eq(staff.id, sessions.staffId))
    .leftJoin(
      staffMemberships,
      and(eq(staffMemberships.staffId, sessions.staffId), eq(staffMemberships.provider, sessions.provider)),
    )
    .where(
      and(
        eq(sessions.id, sql.placeholder('sessionId')),
        isNull(sessions.endedAt),
        gt(sessions.refreshExpiresAt, sql.placeholder('now')),
      ),
    ),
)

/** The actor of a session that is alive. Account and membership are of the session's own provider, or there is no actor. */
export async function actorOfSession(db: Database, sessionId: string, now: Date): Promise<ClientActor | StaffActor | null> {
  const [row] = await living(db, { sessionId, now })
  if (!row) return null
  const { session, user, place, client, person, membership } = row
  if (person && membership?.active && person.endedAt === null) {
    return {
      kind: 'staff',
      provider: session.provider,
      sessionId,
      staffId: person.id,
      name: person.name,
      role: membership.role,
      confirmedAt: session.confirmedAt,
    }
  }
  if (user && place && user.endedAt === null && user.blockedAt === null && place.endedAt === null && mayLogIn(place)) {
    return {
      kind: 'client',
      provider: session.provider,
      sessionId,
      portalUserId: user.id,
      membershipId: place.id,
      clientId: place.clientId,
      organisationId: place.organisationId,
      own: client && { client, user: { id: user.id, contactsCheckedAt: user.contactsCheckedAt } },
      userKind: place.kind,
      rights: place.rights,
      administrator: place.administrator === true,
      invited: invitationOpen(place),
    }
  }
  return null
}
