/**
 * Accountbeveiliging: setting up an authenticator from the account's own page. It needs the current password, and the code
 * of the authenticator it replaces; it counts once a code of the new one was right, and is told to every address (norms.md,
 * 5 and 6). It cannot be switched off: who lost it has it wiped and enrols again.
 */
import { announceChange } from '../accounts/announce.ts'
import { lockUser, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Refusal } from '../platform/context.ts'
import { newTotpSecret, totpStep, totpUri } from '../platform/secrets/totp.ts'
import { refuseWrongFactor, refuseWrongPassword } from './confirm-owner.ts'
import { endSessions, endTickets } from './end-all.ts'
import type { SessionContext } from './ground.ts'
import { issueTicket, lockPortalTicket, updateTicket } from './tickets.ts'
import { AUTHENTICATOR_TRIES, guessedTooOften, wrongCode } from './wrong-code.ts'

type OwnContext = SessionContext<'session.start-authenticator'> | SessionContext<'session.confirm-authenticator'>

function notOffered(c: OwnContext): Refusal | null {
  return c.profile.secondFactor === 'authenticator-optional' ? null : c.fail('panel-not-available', { provider: c.profile.name })
}

export async function startAuthenticator(c: SessionContext<'session.start-authenticator'>) {
  const user = await lockUser(c.tx, c.provider, c.actor.portalUserId)
  if (!user) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  c.audit({ objectId: user.id })
  const refused =
    notOffered(c) ??
    (await refuseWrongPassword(c, user, c.body.currentPassword)) ??
    (await refuseWrongFactor(c, user, c.body.code))
  if (refused) return refused
  const secret = newTotpSecret()
  const totpSecret = c.services.box.seal(secret)
  const ticket = await issueTicket(c.tx, { step: 'own-enrol', provider: c.provider, portalUserId: user.id, totpSecret }, c.now)
  return {
    ticket: ticket.token,
    secret,
    uri: totpUri(secret, user.userName, c.profile.name),
    expiresAt: ticket.expiresAt.toISOString(),
  }
}

export async function confirmAuthenticator(c: SessionContext<'session.confirm-authenticator'>) {
  const no = notOffered(c)
  if (no) return no
  const found = await lockPortalTicket(c, c.body.ticket, 'own-enrol')
  if (!found?.ticket.totpSecret || found.user.id !== c.actor.portalUserId) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id })
  if (ticket.tries >= AUTHENTICATOR_TRIES || (await guessedTooOften(c, user))) return c.fail('ticket-expired')
  const step = totpStep(c.services.box.open(found.ticket.totpSecret), c.body.code, c.now, 0)
  if (step === null) return wrongCode(c, user, ticket, AUTHENTICATOR_TRIES)
  const enrolled = await updateUser(c.tx, user, {
    totpSecret: found.ticket.totpSecret,
    totpLastStep: step,
    totpEnrol: false,
    version: user.version + 1,
  })
  await updateTicket(c.tx, ticket.id, { usedAt: c.now, totpSecret: null })
  await endTickets(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now, { except: c.actor.sessionId })
  await writeTimeline(c, user.id, { type: 'second-factor-enrolled', by: 'user' })
  await tellOwner(c, enrolled, 'second-factor-enrolled', c.profile, c.lang)
  await announceChange(c, c.profile, enrolled)
  return { ok: true } as const
}
