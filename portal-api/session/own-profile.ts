/**
 * Profielinstellingen: the own e-mail address and mobile number. A code to the number lets in, a mail to the address resets the
 * password, so a change asks again who it is and a code that was sent to the new one (ASVS 7.5.1, 63B §4.1). Then everything
 * that came by the old one is dead, every address hears of it, and the new one neither verifies a caller nor receives a reset
 * for a week (norms.md, 6, 7 and "new phone").
 */
import { eq } from 'drizzle-orm'
import type { VerificationChannel } from '../../shared/domain/accounts.ts'
import { type AddressState, addressState, masked } from '../accounts/addresses.ts'
import { announceChange } from '../accounts/announce.ts'
import { addressCodeMessage } from '../accounts/messages.ts'
import { findUser, foldName, lockUser, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { recordChange } from '../clients/changes.ts'
import { sessions } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { readablePhone, storedMobile } from '../platform/phone.ts'
import { hashCode, randomCode, sameHash } from '../platform/secrets/tokens.ts'
import { refuseWrongFactor, refuseWrongPassword } from './confirm-owner.ts'
import { endLinks, endSessions, endTickets, forgetDevices } from './end-all.ts'
import type { SessionContext } from './ground.ts'
import { ADDRESS_CHANGES, limitKey, take } from './limits.ts'
import { issueTicket, lockPortalTicket, updateTicket } from './tickets.ts'
import { guessedTooOften, wrongCode } from './wrong-code.ts'

const MINUTE_MS = 60_000
/** As the timeline of an account calls them. */
const TIMELINE_WORD: Readonly<Record<VerificationChannel, string>> = { sms: 'sms', email: 'e-mail' }

type OwnContext =
  | SessionContext<'session.profile'>
  | SessionContext<'session.start-address-change'>
  | SessionContext<'session.confirm-address-change'>

function gone(c: OwnContext): never {
  throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
}

function shown(channel: VerificationChannel, state: AddressState) {
  const value = state.state === 'missing' ? null : channel === 'sms' ? readablePhone(state.address) : state.address
  return { channel, value, countsFrom: state.state === 'too-new' ? state.from.toISOString() : null }
}

function profileOf(user: PortalUserRow, now: Date) {
  const channels = ['email', 'sms'] as const
  return {
    name: user.name,
    userName: user.userName,
    addresses: channels.map((channel) => shown(channel, addressState(user, channel, now))),
  }
}

export async function ownProfile(c: SessionContext<'session.profile'>) {
  const user = (await findUser(c.tx, c.provider, c.actor.portalUserId)) ?? gone(c)
  c.audit({ objectId: user.id })
  return profileOf(user, c.now)
}

/** What is typed as the account keeps it, or the field that is wrong. */
function kept(c: SessionContext<'session.start-address-change'>, user: PortalUserRow): string | Refusal {
  const { channel, value } = c.body.address
  const address = channel === 'sms' ? storedMobile(value) : value.trim()
  if (address === null) return refuseField(c, 'address.value', 'phone-format')
  const now = (channel === 'sms' ? user.mobile : user.email) ?? ''
  return foldName(now) === foldName(address) ? refuseField(c, 'address.value', 'address-unchanged') : address
}

export async function startAddressChange(c: SessionContext<'session.start-address-change'>) {
  const user = (await lockUser(c.tx, c.provider, c.actor.portalUserId)) ?? gone(c)
  const { channel } = c.body.address
  c.audit({ objectId: user.id, details: { channel } })
  const address = kept(c, user)
  if (typeof address !== 'string') return address
  const refused = (await refuseWrongPassword(c, user, c.body.currentPassword)) ?? (await refuseWrongFactor(c, user, c.body.code))
  if (refused) return refused
  const seconds = await take(c.tx, limitKey('address-change', user.id), ADDRESS_CHANGES, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })

  await endTickets(c.tx, user.id, c.now, 'own-address')
  const given = { step: 'own-address', provider: c.provider, portalUserId: user.id, channel, newAddress: address } as const
  const ticket = await issueTicket(c.tx, given, c.now)
  const code = randomCode()
  const { minutes } = c.profile.code
  const expiresAt = new Date(c.now.getTime() + minutes * MINUTE_MS)
  const codeHash = hashCode(code, ticket.id, c.services.codeKey)
  await updateTicket(c.tx, ticket.id, { codeHash, codeExpiresAt: expiresAt, codeSentAt: c.now })
  await c.deliver(addressCodeMessage({ to: { channel, address }, user, from: c.profile, lang: c.lang }, code, minutes))
  return { ticket: ticket.token, sentTo: masked({ channel, address }), expiresAt: expiresAt.toISOString() }
}

function changes(channel: VerificationChannel, address: string, now: Date): Partial<PortalUserRow> {
  return channel === 'sms' ? { mobile: address, mobileSince: now } : { email: address, emailSince: now, emailBouncedAt: null }
}

/** The device somebody sits at keeps its trust: it was proven just now, by password and code. */
async function deviceOf(c: SessionContext<'session.confirm-address-change'>): Promise<string | null> {
  const [row] = await c.tx.select({ deviceId: sessions.deviceId }).from(sessions).where(eq(sessions.id, c.actor.sessionId))
  return row?.deviceId ?? null
}

export async function confirmAddressChange(c: SessionContext<'session.confirm-address-change'>) {
  const found = await lockPortalTicket(c, c.body.ticket, 'own-address')
  if (found === null || found.user.id !== c.actor.portalUserId) return c.fail('code-expired')
  const { ticket, user } = found
  const { channel, newAddress, codeHash, codeExpiresAt } = ticket
  if (channel === null || newAddress === null || codeHash === null || codeExpiresAt === null)
    throw new Error(`The ticket ${ticket.id} changes no address.`)
  c.audit({ objectId: user.id, details: { channel } })
  const { tries } = c.profile.code
  if (codeExpiresAt <= c.now || ticket.tries >= tries || (await guessedTooOften(c, user))) return c.fail('code-expired')
  if (!sameHash(codeHash, hashCode(c.body.code, ticket.id, c.services.codeKey))) return wrongCode(c, user, ticket, tries)

  const changed = await updateUser(c.tx, user, { ...changes(channel, newAddress, c.now), version: user.version + 1 })
  await endTickets(c.tx, user.id, c.now)
  await endLinks(c.tx, user.id, c.now)
  const devices = await forgetDevices(c.tx, user.id, c.now, await deviceOf(c))
  c.audit({ details: { devices, sessions: await endSessions(c.tx, user.id, c.now, { except: c.actor.sessionId }) } })
  await writeTimeline(c, user.id, { type: 'address-changed', by: 'user', detail: TIMELINE_WORD[channel] })
  const field = channel === 'sms' ? 'mobile' : 'email'
  const change = {
    kind: 'user-changed',
    about: user.name,
    before: { [field]: user[field] },
    after: { [field]: newAddress },
  } as const
  await recordChange(c, c.actor, change)
  await tellOwner(c, changed, 'own-address-changed', c.profile, c.lang)
  await announceChange(c, c.profile, changed)
  const subjectId = c.actor.clientId ?? c.actor.organisationId
  if (subjectId !== null) c.emit({ type: 'client.changed', subjectId })
  return profileOf(changed, c.now)
}
