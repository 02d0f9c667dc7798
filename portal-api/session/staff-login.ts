/**
 * Staff sign in with password and authenticator code. Failures are counted per e-mail address, known or not; from the
 * fifth on the address waits a quarter of an hour, doubling up to a day. That block ends by itself: nobody can be kept
 * from work for good by someone who mistypes their password on purpose, and there is a second factor behind it.
 */
import { eq } from 'drizzle-orm'
import { type Sentence, say } from '../../shared/domain/language.ts'
import { foldName } from '../accounts/rows.ts'
import { staff } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import { totpStep } from '../platform/secrets/totp.ts'
import type { SessionContext } from './ground.ts'
import {
  ADDRESS_FAILURES,
  addFailure,
  clearCounters,
  limitKey,
  lockFailures,
  placesLeft,
  STAFF_BLOCK_AFTER,
  STAFF_CODES_WRONG,
  staffDelayLeft,
  take,
  waitFor,
} from './limits.ts'
import { auditAtProvider } from './provider-audit.ts'
import { startSession } from './sessions.ts'
import { lockStaff, lockStaffByEmail, membershipsOf, type StaffRow } from './staff-rows.ts'
import { issueTicket, lockTicket, updateTicket } from './tickets.ts'

export const NO_PLACE: Sentence = { nl: 'je werkt niet bij deze zorgaanbieder', en: 'you do not work at this provider' }

/** Wrong codes on one ticket before the sign-in starts anew. */
const CODE_TRIES = 5

export async function staffLogin(c: SessionContext<'session.staff-login'>) {
  const addressKey = limitKey('staff-login-address', c.address)
  const busy = await waitFor(c.tx, addressKey, ADDRESS_FAILURES, c.now)
  if (busy !== null) return c.fail('too-many-attempts', { seconds: busy })
  const person = await lockStaffByEmail(c.tx, c.body.email)
  if (person) c.audit({ objectId: person.id })
  const nameKey = limitKey('staff-login', foldName(c.body.email))
  const failures = await lockFailures(c.tx, nameKey, c.now)
  const seconds = staffDelayLeft(failures, c.now)
  if (seconds > 0) return c.fail('too-many-attempts', { seconds })

  const right = await verifyPassword(c.body.password, person?.passwordHash ?? null)
  if (person && right && person.endedAt === null) {
    const ticket = await issueTicket(c.tx, { step: 'staff-code', staffId: person.id }, c.now)
    return { ticket: ticket.token, expiresAt: ticket.expiresAt.toISOString() }
  }

  await take(c.tx, addressKey, ADDRESS_FAILURES, c.now)
  const count = await addFailure(c.tx, nameKey, failures, c.now)
  const blocks = count >= STAFF_BLOCK_AFTER
  if (person) {
    await c.tx
      .update(staff)
      .set({ failures: count, lastFailureAt: c.now, blockedAt: blocks ? c.now : null })
      .where(eq(staff.id, person.id))
  }
  return blocks
    ? c.fail('account-blocked', { failures: count }, { commit: true })
    : c.fail('credentials-wrong', {}, { commit: true })
}

/**
 * Checks a code of the authenticator of a locked member of staff: limited tries, every time step once. Null = right,
 * and its step is used up.
 */
export async function refuseStaffCode(
  c: Pick<SessionContext<'session.staff-confirm'>, 'tx' | 'now' | 'services' | 'fail'>,
  person: StaffRow,
  code: string,
  triesLeft: number = STAFF_CODES_WRONG.max,
): Promise<Refusal | null> {
  const key = limitKey('staff-code', person.id)
  const seconds = await waitFor(c.tx, key, STAFF_CODES_WRONG, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const step = totpStep(c.services.box.open(person.totpSecret), code, c.now, person.totpLastStep)
  if (step === null) {
    await take(c.tx, key, STAFF_CODES_WRONG, c.now)
    const left = Math.min(triesLeft - 1, await placesLeft(c.tx, key, STAFF_CODES_WRONG, c.now))
    return c.fail('code-wrong', { left }, { commit: true })
  }
  await c.tx
    .update(staff)
    .set({ totpLastStep: step, failures: 0, lastFailureAt: null, blockedAt: null })
    .where(eq(staff.id, person.id))
  await clearCounters(c.tx, [key])
  return null
}

export async function staffCode(c: SessionContext<'session.staff-code'>) {
  const ticket = await lockTicket(c.tx, c.body.ticket, 'staff-code', c.now)
  if (!ticket?.staffId || ticket.tries >= CODE_TRIES) return c.fail('ticket-expired')
  const person = await lockStaff(c.tx, ticket.staffId)
  if (!person || person.endedAt !== null) return c.fail('ticket-expired')
  c.audit({ objectId: person.id })
  const refused = await refuseStaffCode(c, person, c.body.code, CODE_TRIES - ticket.tries)
  if (refused) {
    await updateTicket(c.tx, ticket.id, { tries: ticket.tries + 1 })
    return refused
  }
  await updateTicket(c.tx, ticket.id, { usedAt: c.now })
  await clearCounters(c.tx, [limitKey('staff-login', foldName(person.email))])

  const memberships = await membershipsOf(c.tx, person.id)
  const place = c.body.provider ? memberships.find((one) => one.provider === c.body.provider) : memberships[0]
  // The code is used up all the same.
  if (!place) return c.fail('no-access', { reason: say(NO_PLACE, c.lang) }, { commit: true })
  const workstation = c.body.workstation || c.workstation
  const session = await startSession(c, { provider: place.provider, staffId: person.id, workstation })
  await auditAtProvider(
    c,
    place.provider,
    {
      action: 'execute',
      object: 'staff-login',
      objectId: session.id,
      outcome: 'ok',
      actorKind: 'staff',
      actorId: person.id,
      role: place.role,
    },
    workstation,
  )
  return { tokens: session.tokens, provider: place.provider, memberships }
}
