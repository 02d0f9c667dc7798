/** For whom somebody is logged in: the choice after log-in ("Selecteer organisatie"), and going on for another one later. */
import { and, eq, isNull } from 'drizzle-orm'
import type { LoginStep } from '../../shared/api/session.ts'
import { lockUser } from '../accounts/rows.ts'
import { sessions } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { portalOf, type SessionContext } from './ground.ts'
import { enter, openPlaces, optionOf } from './places.ts'
import { startSession } from './sessions.ts'
import { signIn } from './steps.ts'
import { lockPortalTicket, updateTicket } from './tickets.ts'

export async function chooseMembership(c: SessionContext<'session.choose-membership'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'membership')
  if (!found) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id })
  const place = (await openPlaces(c, profile, user.id)).find((one) => one.membership.id === c.body.membershipId)
  if (!place) return c.fail('not-found')
  await updateTicket(c.tx, ticket.id, { usedAt: c.now })
  return signIn(
    c,
    profile,
    user,
    { device: true, factor: true, deviceId: ticket.deviceId, deviceLabel: ticket.deviceLabel },
    place,
  )
}

export async function listMemberships(c: SessionContext<'session.memberships'>) {
  const places = await openPlaces(c, c.profile, c.actor.portalUserId)
  return {
    rows: places.map((place) => ({
      ...optionOf(place),
      current: place.membership.id === c.actor.membershipId,
      invited: place.invited,
    })),
  }
}

/** The old session ends; the last proof of identity, the device and the end of the session stay what they were. */
export async function switchMembership(c: SessionContext<'session.switch-membership'>) {
  const user = await lockUser(c.tx, c.provider, c.actor.portalUserId)
  if (!user) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  const place = (await openPlaces(c, c.profile, user.id)).find((one) => one.membership.id === c.body.membershipId)
  if (!place) return c.fail('not-found')
  const [old] = await c.tx
    .update(sessions)
    .set({ endedAt: c.now })
    .where(and(eq(sessions.id, c.actor.sessionId), isNull(sessions.endedAt)))
    .returning()
  if (!old) return c.fail('signed-out')
  await enter(c, c.profile, user, place)
  const session = await startSession(c, {
    provider: c.provider,
    portalUserId: user.id,
    membershipId: place.membership.id,
    deviceId: old.deviceId,
    workstation: old.workstation,
    since: { confirmedAt: old.confirmedAt, refreshExpiresAt: old.refreshExpiresAt },
  })
  c.audit({ objectId: session.id, clientId: place.membership.clientId, details: { to: place.membership.id } })
  return { tokens: session.tokens }
}
