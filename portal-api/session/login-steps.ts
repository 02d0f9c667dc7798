/** The steps after the password: the code by SMS, the authenticator, a new authenticator, an own password. */
import type { LoginStep } from '../../shared/api/session.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { announceChange } from '../accounts/announce.ts'
import { foldName, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { hashCode, sameHash } from '../platform/secrets/tokens.ts'
import { totpStep } from '../platform/secrets/totp.ts'
import { resendAt, sendDeviceCode } from './device-code.ts'
import { endLinks, endSessions, endTickets } from './end-all.ts'
import { type Ground, portalOf, type SessionContext } from './ground.ts'
import { changeUserName, USER_NAME } from './names.ts'
import { refuseNewPassword, setOwnPassword } from './passwords.ts'
import { continueLogin } from './steps.ts'
import { lockPortalTicket, type TicketRow, updateTicket } from './tickets.ts'
import { AUTHENTICATOR_TRIES, guessedTooOften, wrongCode } from './wrong-code.ts'

function progressOf(ticket: TicketRow, factor: boolean) {
  return { device: true, factor, deviceId: ticket.deviceId, deviceLabel: ticket.deviceLabel }
}

export async function verifyDevice(c: SessionContext<'session.verify-device'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'device')
  if (!found) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id, clientId: user.clientId })
  const { codeHash, codeExpiresAt } = ticket
  const dead = codeHash === null || codeExpiresAt === null || codeExpiresAt <= c.now || ticket.tries >= profile.code.tries
  if (dead || (await guessedTooOften(c, user))) return c.fail('code-expired')
  if (!sameHash(codeHash, hashCode(c.body.code, ticket.id, c.services.codeKey))) {
    return wrongCode(c, user, ticket, profile.code.tries)
  }
  await updateTicket(c.tx, ticket.id, { usedAt: c.now, codeHash: null })
  return continueLogin(c, profile, user, progressOf(ticket, false))
}

export async function resendCode(c: SessionContext<'session.resend-code'>) {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'device')
  if (!found) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id, clientId: user.clientId })
  const from = ticket.codeSentAt ? resendAt(profile, ticket.codeSentAt) : c.now
  if (c.now < from) return c.fail('too-many-attempts', { seconds: Math.ceil((from.getTime() - c.now.getTime()) / 1000) })
  const sent = await sendDeviceCode(c, profile, user, ticket.id)
  if (sent instanceof Refusal) return sent
  return { resendAt: sent.resendAt.toISOString(), expiresAt: sent.expiresAt.toISOString() }
}

export async function verifyAuthenticator(c: SessionContext<'session.verify-authenticator'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'authenticator')
  if (!found?.user.totpSecret) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id, clientId: user.clientId })
  if (ticket.tries >= AUTHENTICATOR_TRIES || (await guessedTooOften(c, user))) return c.fail('ticket-expired')
  const secret = c.services.box.open(found.user.totpSecret)
  const step = totpStep(secret, c.body.code, c.now, user.totpLastStep)
  if (step === null) return wrongCode(c, user, ticket, AUTHENTICATOR_TRIES)
  await updateTicket(c.tx, ticket.id, { usedAt: c.now })
  const proven = await updateUser(c.tx, user, { totpLastStep: step })
  return continueLogin(c, profile, proven, progressOf(ticket, true))
}

export async function enrolAuthenticator(c: SessionContext<'session.enrol-authenticator'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'enrol')
  if (!found?.ticket.totpSecret || !found.user.totpEnrol) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id, clientId: user.clientId })
  if (ticket.tries >= AUTHENTICATOR_TRIES || (await guessedTooOften(c, user))) return c.fail('ticket-expired')
  const step = totpStep(c.services.box.open(found.ticket.totpSecret), c.body.code, c.now, 0)
  if (step === null) return wrongCode(c, user, ticket, AUTHENTICATOR_TRIES)
  await updateTicket(c.tx, ticket.id, { usedAt: c.now, totpSecret: null })
  const enrolled = await updateUser(c.tx, user, {
    totpSecret: found.ticket.totpSecret,
    totpLastStep: step,
    totpEnrol: false,
    version: user.version + 1,
  })
  await writeTimeline(c, user.id, { type: 'second-factor-enrolled', by: 'user' })
  await tellOwner(c, enrolled, 'second-factor-enrolled', profile, c.lang)
  await announceChange(c, profile, enrolled)
  return continueLogin(c, profile, enrolled, progressOf(ticket, true))
}

/** From the first own password on the user name is the e-mail address on record, where the portal says so and nobody has it. */
export async function nameAfterFirstChange(c: Ground, profile: PortalProfile, user: PortalUserRow): Promise<PortalUserRow> {
  if (profile.login.userName !== 'becomes-email' || user.userNameChanged || user.email === null) return user
  if (foldName(user.email) === foldName(user.userName)) return updateUser(c.tx, user, { userNameChanged: true })
  return (await changeUserName(c, user, user.email)) ?? user
}

/** The user name as chosen beside the first own password: once, where the portal allows it. */
async function nameAsChosen(
  c: SessionContext<'session.choose-password'>,
  profile: PortalProfile,
  user: PortalUserRow,
): Promise<PortalUserRow | Refusal> {
  const { userName } = c.body
  if (userName === undefined || userName === user.userName) return nameAfterFirstChange(c, profile, user)
  if (profile.login.userName !== 'changeable-once' || user.userNameChanged) return c.fail('user-name-fixed')
  if (!USER_NAME.test(userName.normalize('NFC'))) return refuseField(c, 'userName', 'user-name-format')
  return (await changeUserName(c, user, userName.normalize('NFC'))) ?? c.fail('user-name-taken')
}

export async function choosePassword(c: SessionContext<'session.choose-password'>): Promise<LoginStep | Refusal> {
  const profile = portalOf(c)
  const found = await lockPortalTicket(c, c.body.ticket, 'password')
  if (!found) return c.fail('ticket-expired')
  const { ticket, user } = found
  c.audit({ objectId: user.id, clientId: user.clientId })
  const refused = await refuseNewPassword(c, profile, user, c.body.newPassword)
  if (refused) return refused
  const named = await nameAsChosen(c, profile, user)
  if (named instanceof Refusal) return named
  const changed = await setOwnPassword(c, profile, named, c.body.newPassword)
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  await endSessions(c.tx, user.id, c.now)
  await writeTimeline(c, user.id, { type: 'password-changed', by: 'user' })
  await tellOwner(c, changed, 'password-changed', profile, c.lang)
  await announceChange(c, profile, changed)
  return continueLogin(c, profile, changed, progressOf(ticket, true))
}
