/** A session of staff: going to another provider, proving again who it is, who is signed in, the key of their drafts. */
import { and, eq, isNull } from 'drizzle-orm'
import { say } from '../../shared/domain/language.ts'
import { queuesOf } from '../../shared/domain/queues.ts'
import { initialsOf } from '../../shared/domain/staff.ts'
import { sessions, staff } from '../db/schema/index.ts'
import type { SessionContext } from './ground.ts'
import { auditAtProvider } from './provider-audit.ts'
import { startSession } from './sessions.ts'
import { NO_PLACE, refuseStaffCode } from './staff-login.ts'
import { lockStaff, membershipsOf } from './staff-rows.ts'

/** The old session ends; the last proof of identity and the end of the session stay what they were. */
export async function staffSwitch(c: SessionContext<'session.staff-switch'>) {
  const { staffId, sessionId } = c.actor
  const place = (await membershipsOf(c.tx, staffId)).find((one) => one.provider === c.body.provider)
  if (!place) return c.fail('no-access', { reason: say(NO_PLACE, c.lang) })
  const [old] = await c.tx
    .update(sessions)
    .set({ endedAt: c.now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning()
  if (!old) return c.fail('signed-out')
  const session = await startSession(c, {
    provider: place.provider,
    staffId,
    workstation: old.workstation,
    since: { confirmedAt: old.confirmedAt, refreshExpiresAt: old.refreshExpiresAt },
  })
  c.audit({ objectId: session.id, details: { to: place.provider } })
  await auditAtProvider(
    c,
    place.provider,
    {
      action: 'execute',
      object: 'staff-login',
      objectId: session.id,
      outcome: 'ok',
      actorKind: 'staff',
      actorId: staffId,
      role: place.role,
    },
    old.workstation,
  )
  return { tokens: session.tokens }
}

/** Unlocks the workstation and the sensitive acts for a while (ASVS 7.5.1). */
export async function staffConfirm(c: SessionContext<'session.staff-confirm'>) {
  const person = await lockStaff(c.tx, c.actor.staffId)
  if (!person) throw new Error(`Staff ${c.actor.staffId} of a session is gone.`)
  c.audit({ objectId: c.actor.sessionId })
  const refused = await refuseStaffCode(c, person, c.body.code)
  if (refused) return refused
  await c.tx.update(sessions).set({ confirmedAt: c.now }).where(eq(sessions.id, c.actor.sessionId))
  return { confirmedAt: c.now.toISOString() }
}

export async function staffMe(c: SessionContext<'session.staff-me'>) {
  const [person] = await c.tx.select({ email: staff.email }).from(staff).where(eq(staff.id, c.actor.staffId))
  const memberships = await membershipsOf(c.tx, c.actor.staffId)
  const place = memberships.find((one) => one.provider === c.provider)
  if (!person || !place) throw new Error(`Staff ${c.actor.staffId} of a session is gone.`)
  c.audit({ objectId: c.actor.staffId })
  return {
    id: c.actor.staffId,
    name: c.actor.name,
    initials: initialsOf(c.actor.name),
    email: person.email,
    provider: c.provider,
    providerName: c.profile.name,
    role: c.actor.role,
    team: place.team,
    queues: [...queuesOf(c.actor.role, c.profile)],
    memberships,
    confirmedAt: c.actor.confirmedAt.toISOString(),
  }
}

export async function draftKey(c: SessionContext<'session.draft-key'>) {
  const [person] = await c.tx.select({ draftKey: staff.draftKey }).from(staff).where(eq(staff.id, c.actor.staffId))
  if (!person) throw new Error(`Staff ${c.actor.staffId} of a session is gone.`)
  c.audit({ objectId: c.actor.staffId })
  return { key: c.services.box.open(person.draftKey) }
}
