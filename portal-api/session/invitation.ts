/** Meldingen: an invited person accepts or declines, once. Until then every part of the portal is closed to them. */
import { and, eq, isNull } from 'drizzle-orm'
import { announceChange } from '../accounts/announce.ts'
import { acceptInvitation, declineInvitation } from '../accounts/memberships.ts'
import { lockUser, updateUser } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { sessions } from '../db/schema/index.ts'
import { invitationAnswered } from '../notifications/write.ts'
import type { SessionContext } from './ground.ts'

type InvitationContext = SessionContext<'session.accept-invitation'> | SessionContext<'session.decline-invitation'>

async function answerInvitation(c: InvitationContext, accepted: boolean) {
  const user = await lockUser(c.tx, c.provider, c.actor.portalUserId)
  if (!user) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  const { membershipId } = c.actor
  c.audit({ objectId: membershipId, details: { accepted } })
  const answered = await (accepted ? acceptInvitation : declineInvitation)(c.tx, membershipId, c.now)
  if (answered === null) return c.fail('not-open')
  await invitationAnswered(c.tx, membershipId, c.now)
  const changed = await updateUser(c.tx, user, { version: user.version + 1 })
  await writeTimeline(c, user.id, { type: accepted ? 'invitation-accepted' : 'invitation-declined', by: 'user' })
  await announceChange(c, c.profile, changed)
  return { ok: true } as const
}

export function acceptOwnInvitation(c: SessionContext<'session.accept-invitation'>) {
  return answerInvitation(c, true)
}

/** The membership ends and its sessions with it; the account stays for its other memberships. */
export async function declineOwnInvitation(c: SessionContext<'session.decline-invitation'>) {
  const answer = await answerInvitation(c, false)
  if ('ok' in answer) {
    await c.tx
      .update(sessions)
      .set({ endedAt: c.now })
      .where(and(eq(sessions.membershipId, c.actor.membershipId), isNull(sessions.endedAt)))
  }
  return answer
}
