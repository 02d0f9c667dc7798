/** A client's own session: who is logged in, and changing the password from within. */
import { and, eq, sql } from 'drizzle-orm'
import { announceChange } from '../accounts/announce.ts'
import { lockUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { clients, portalUsers } from '../db/schema/index.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import { endLinks, endSessions, endTickets } from './end-all.ts'
import type { SessionContext } from './ground.ts'
import { clearCounters, limitKey, PASSWORD_CONFIRMATIONS, take, waitFor } from './limits.ts'
import { refuseNewPassword, setOwnPassword } from './passwords.ts'

export async function me(c: SessionContext<'session.me'>) {
  const [row] = await c.tx
    .select({ user: portalUsers, client: { id: clients.id, name: clients.name, number: clients.number } })
    .from(portalUsers)
    .leftJoin(clients, c.actor.clientId === null ? sql`false` : eq(clients.id, c.actor.clientId))
    .where(and(eq(portalUsers.id, c.actor.portalUserId), eq(portalUsers.provider, c.provider)))
  if (!row) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  const { user, client } = row
  c.audit({ objectId: user.id })
  return {
    id: user.id,
    name: user.name,
    userName: user.userName,
    client,
    provider: c.provider,
    providerName: c.profile.name,
    panels: c.profile.panels,
    subjects: c.profile.subjects,
    checkContactDetails: c.profile.login.checkContactDetailsAtFirstLogin && user.contactsCheckedAt === null,
  }
}

/** Wachtwoord wijzigen: other sessions and half-finished log-ins end, this one goes on; all addresses are told (norms.md, 6). */
export async function changePassword(c: SessionContext<'session.change-password'>) {
  const user = await lockUser(c.tx, c.provider, c.actor.portalUserId)
  if (!user) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  c.audit({ objectId: user.id })
  const key = limitKey('password-confirmation', user.id)
  const seconds = await waitFor(c.tx, key, PASSWORD_CONFIRMATIONS, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  if (!(await verifyPassword(c.body.currentPassword, user.passwordHash))) {
    await take(c.tx, key, PASSWORD_CONFIRMATIONS, c.now)
    return c.fail('credentials-wrong', {}, { commit: true })
  }
  const refused = await refuseNewPassword(c, c.profile, user, c.body.newPassword)
  if (refused) return refused
  const changed = await setOwnPassword(c, c.profile, user, c.body.newPassword)
  await clearCounters(c.tx, [key])
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now, { except: c.actor.sessionId })
  await writeTimeline(c, user.id, { type: 'password-changed', by: 'user' })
  await tellOwner(c, changed, 'password-changed', c.profile, c.lang)
  await announceChange(c, c.profile, changed)
  return { ok: true } as const
}
