/** A client's own session: who is logged in, and changing the password from within. */
import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { mayUse } from '../../shared/domain/rights.ts'
import { announceChange } from '../accounts/announce.ts'
import { lockUser } from '../accounts/rows.ts'
import { secondFactorOf } from '../accounts/status.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { clients, organisations, portalMemberships, portalUsers } from '../db/schema/index.ts'
import { refuseWrongPassword } from './confirm-owner.ts'
import { endLinks, endSessions, endTickets } from './end-all.ts'
import type { SessionContext } from './ground.ts'
import { refuseNewPassword, setOwnPassword } from './passwords.ts'

const inviters = alias(portalUsers, 'inviters')

export async function me(c: SessionContext<'session.me'>) {
  const { actor, profile } = c
  const [row] = await c.tx
    .select({
      user: portalUsers,
      membership: portalMemberships,
      client: { id: clients.id, name: clients.name, number: clients.number },
      organisation: { id: organisations.id, name: organisations.name },
      inviter: inviters.name,
    })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .leftJoin(clients, eq(clients.id, portalMemberships.clientId))
    .leftJoin(organisations, eq(organisations.id, portalMemberships.organisationId))
    .leftJoin(inviters, eq(inviters.id, portalMemberships.invitedBy))
    .where(and(eq(portalMemberships.id, actor.membershipId), eq(portalUsers.provider, c.provider)))
  if (!row) throw new Error(`The membership ${actor.membershipId} of a session is gone.`)
  const { user, membership, client, organisation, inviter } = row
  c.audit({ objectId: user.id })
  const { id, kind, relation, functionCode, invitedAt } = membership
  return {
    id: user.id,
    name: user.name,
    userName: user.userName,
    membership: { id, name: client?.name ?? organisation?.name ?? '', kind, relation, functionCode },
    client,
    organisation,
    rights: membership.rights,
    administrator: actor.administrator,
    invitation: actor.invited && invitedAt !== null ? { by: inviter ?? profile.name, at: invitedAt.toISOString() } : null,
    provider: c.provider,
    providerName: profile.name,
    panels: profile.panels.filter((panel) => (actor.invited ? panel === 'notifications' : mayUse(panel, membership))),
    subjects: profile.subjects,
    checkContactDetails: profile.login.checkContactDetailsAtFirstLogin && user.contactsCheckedAt === null,
    secondFactor: secondFactorOf(profile, user),
    authenticatorOffered: profile.secondFactor === 'authenticator-optional',
  }
}

/** Wachtwoord wijzigen: other sessions and half-finished log-ins end, this one goes on; all addresses are told (norms.md, 6). */
export async function changePassword(c: SessionContext<'session.change-password'>) {
  const user = await lockUser(c.tx, c.provider, c.actor.portalUserId)
  if (!user) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  c.audit({ objectId: user.id })
  const wrong = await refuseWrongPassword(c, user, c.body.currentPassword)
  if (wrong) return wrong
  const refused = await refuseNewPassword(c, c.profile, user, c.body.newPassword)
  if (refused) return refused
  const changed = await setOwnPassword(c, c.profile, user, c.body.newPassword)
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now, { except: c.actor.sessionId })
  await writeTimeline(c, user.id, { type: 'password-changed', by: 'user' })
  await tellOwner(c, changed, 'password-changed', c.profile, c.lang)
  await announceChange(c, c.profile, changed)
  return { ok: true } as const
}
