/**
 * The invitation of somebody who is given access: at the first right ticked and never before. Who has no log-in yet gets
 * first credentials, the way the portal sends them; who has one is told to use it.
 */
import { type Sentence, say } from '../../shared/domain/language.ts'
import { neverUsed, sendFirstCredentials } from '../accounts/first-credentials.ts'
import { invitationMessage } from '../accounts/invitation-messages.ts'
import { updateMembership } from '../accounts/memberships.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { recordChange } from '../clients/changes.ts'
import { notifyInvited } from '../notifications/write.ts'
import type { Refusal } from '../platform/context.ts'
import { INVITATIONS_SENT, limitKey, take } from '../session/limits.ts'
import { type Acting, isFixed, ownerOf, refused, type Target, type UserContext } from './acting.ts'
import { byOf, finishAct, namesOf, takeUp } from './ground.ts'
import { mustRead, readManaged } from './rows.ts'

const EMAIL: Sentence = { nl: 'e-mailadres', en: 'e-mail address' }

/** Invites, and hands the target back as it is then. */
export async function invite(c: Acting, target: Target): Promise<Target | Refusal> {
  const { user, membership } = target
  if (user.email === null || user.email === '') return c.fail('no-address', { channel: say(EMAIL, c.lang) })
  const names = await namesOf(c)
  const invited = await updateMembership(c.tx, membership, {
    invitedBy: c.actor.portalUserId,
    invitedAt: c.now,
    acceptedAt: null,
  })
  await writeTimeline(c, user.id, { type: 'invited', ...byOf(c, membership) })
  await recordChange(c, ownerOf(c.actor), { kind: 'user-invited', about: user.name })
  await notifyInvited(c, membership.id)
  if (neverUsed(user))
    return {
      membership: invited,
      user: await sendFirstCredentials(c, c.profile, user, { by: 'email', email: user.email }, names),
    }
  // The invited read Dutch first; the administrator's own language is not theirs.
  const envelope = { to: { channel: 'email', address: user.email }, user, from: c.profile, lang: 'nl' } as const
  await c.deliver(invitationMessage(envelope, names))
  return { membership: invited, user }
}

export async function resendInvitation(c: UserContext<'users.resend-invitation'>) {
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership } = target
  if (isFixed(membership)) return c.fail('user-fixed')
  if (membership.acceptedAt !== null) return c.fail('not-open')
  if (membership.invitedAt === null) return c.fail('not-invited')
  const seconds = await take(c.tx, limitKey('invitation', membership.id), INVITATIONS_SENT, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const invited = await invite(c, target)
  if (refused(invited)) return invited
  await finishAct(c, invited, null, null)
  return mustRead(readManaged(c, membership.id))
}
