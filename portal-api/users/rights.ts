/** Wie mag wat inzien: the rights of a client's contact, and taking the access away. */
import { eq } from 'drizzle-orm'
import { toldAddresses } from '../accounts/addresses.ts'
import { accessRemovedMessage } from '../accounts/invitation-messages.ts'
import { updateMembership } from '../accounts/memberships.ts'
import { projectMembers } from '../db/schema/index.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { endEverything, endSessions } from '../session/end-all.ts'
import { type Acting, isFixed, refused, rulesOf, type Target, type UserContext } from './acting.ts'
import { finishAct, namesOf, takeUp } from './ground.ts'
import { invite } from './invite.ts'
import { mustRead, readManaged } from './rows.ts'

export async function setRights(c: UserContext<'users.set-rights'>) {
  if (c.actor.clientId === null) return c.fail('forbidden')
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership } = target
  if (isFixed(membership)) return c.fail('user-fixed')
  const offered = rulesOf(c).rights
  const unknown = c.body.rights.findIndex((right) => !offered.includes(right))
  if (unknown >= 0) return refuseField(c, `rights.${unknown}`, 'right-not-offered')
  const rights = offered.filter((right) => c.body.rights.includes(right))
  const before = membership.rights
  c.audit({ details: { before, after: rights } })
  if (String(rights) === String(before)) return mustRead(readManaged(c, membership.id))

  const given: Target = { ...target, membership: await updateMembership(c.tx, membership, { rights }) }
  const first = membership.invitedAt === null && rights.length > 0
  const invited = first ? await invite(c, given) : given
  if (refused(invited)) return invited
  const change = { kind: 'user-rights', about: target.user.name, before: { rights: before }, after: { rights } } as const
  await finishAct(c, invited, change, { type: 'rights-changed', detail: rights.join(', ') })
  return mustRead(readManaged(c, membership.id))
}

/** Tells somebody who was invited that the access is gone. */
export async function tellAccessGone(c: Acting, { user }: Target): Promise<void> {
  const { of } = await namesOf(c)
  for (const to of await toldAddresses(c.tx, user, c.now))
    await c.deliver(accessRemovedMessage({ to, user, from: c.profile, lang: 'nl' }, of))
}

/** Ends a membership with all that hangs on it. An account left without any can do nothing more: all of it ends. */
export async function removeUser(c: UserContext<'users.remove'>) {
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership, user } = target
  if (membership.id === c.actor.membershipId) return c.fail('not-yourself')
  if (isFixed(membership)) return c.fail('user-fixed')
  await c.tx.delete(projectMembers).where(eq(projectMembers.membershipId, membership.id))
  const ended = await updateMembership(c.tx, membership, { endedAt: c.now })
  const others = user.memberships.some((one) => one.id !== membership.id && one.endedAt === null)
  const sessions = others
    ? await endSessions(c.tx, user.id, c.now, { membershipId: membership.id })
    : (await endEverything(c.tx, user.id, c.now)).sessions
  c.audit({ details: { sessions } })
  if (membership.invitedAt !== null || membership.acceptedAt !== null) await tellAccessGone(c, target)
  const change = { kind: 'user-removed', about: user.name, before: { rights: membership.rights } } as const
  await finishAct(c, { membership: ended, user }, change, { type: 'access-removed' })
  return { ok: true } as const
}
