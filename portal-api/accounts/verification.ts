/**
 * Verifying a caller: a code to an address on record, which the desk never sees. Neither the code nor the address
 * stands in any answer, log or audit line; changed addresses do not count yet; both staff and accounts have a cap per hour.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import { type SensitiveAct, type VerificationChannel, verifiesEnough } from '../../shared/domain/accounts.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import { callerVerifications } from '../db/schema/index.ts'
import type { Context, Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hashCode, randomCode, sameHash } from '../platform/secrets/tokens.ts'
import { limitKey, take, VERIFICATIONS_BY_STAFF, VERIFICATIONS_OF_USER } from '../session/limits.ts'
import { type AddressState, addressState, masked } from './addresses.ts'
import { announceActivity } from './announce.ts'
import { type AccountContext, mayNot } from './ground.ts'
import { callerCodeMessage } from './messages.ts'
import { RECEIPT_MINUTES } from './receipts.ts'
import { lockUser, type PortalUserRow } from './rows.ts'
import { writeTimeline } from './timeline.ts'

const MINUTE_MS = 60_000
const CODE_MINUTES = 10
const CODE_TRIES = 5

const channelNames: Readonly<Record<VerificationChannel, Sentence>> = {
  sms: { nl: 'mobiel nummer', en: 'mobile number' },
  email: { nl: 'e-mailadres', en: 'e-mail address' },
}

/** The moment from which a changed address counts, as people read it. */
function spoken(at: Date, lang: Language): string {
  const { date, time } = toLocal(at)
  const [year, month, day] = date.split('-')
  return lang === 'nl' ? `${day}-${month}-${year} ${time}` : `${date} ${time}`
}

/** The address a message may go to, or the refusal that says why not. */
export function usableAddress(
  c: Pick<Context<Route>, 'lang' | 'fail'>,
  channel: VerificationChannel,
  state: AddressState,
): string | Refusal {
  switch (state.state) {
    case 'known':
      return state.address
    case 'too-new':
      return c.fail('address-too-new', { from: spoken(state.from, c.lang) })
    case 'missing':
    case 'invalid':
      return c.fail('no-address', { channel: say(channelNames[channel], c.lang) })
    default: {
      const never: never = state
      return never
    }
  }
}

/** Codes asked before for the same act by the same person are dead once a new one goes out. */
async function endEarlier(tx: Tx, portalUserId: string, staffId: string, act: SensitiveAct, now: Date): Promise<void> {
  await tx
    .update(callerVerifications)
    .set({ expiresAt: now })
    .where(
      and(
        eq(callerVerifications.portalUserId, portalUserId),
        eq(callerVerifications.staffId, staffId),
        eq(callerVerifications.act, act),
        isNull(callerVerifications.receiptId),
        gt(callerVerifications.expiresAt, now),
      ),
    )
}

export async function startVerification(c: AccountContext<'accounts.start-verification'>) {
  const { channel, act } = c.body
  const user = await lockUser(c.tx, c.provider, c.params.id)
  if (!user) return c.fail('not-found')
  c.audit({ objectId: user.id, clientId: user.clientId, details: { channel, act } })
  const no = await mayNot(c, user)
  if (no) return no
  if (!verifiesEnough(act, channel)) return c.fail('channel-too-weak')
  const address = usableAddress(c, channel, addressState(user, channel, c.now))
  if (typeof address !== 'string') return address
  const seconds =
    (await take(c.tx, limitKey('verification-user', user.id), VERIFICATIONS_OF_USER, c.now)) ??
    (await take(c.tx, limitKey('verification-staff', c.actor.staffId), VERIFICATIONS_BY_STAFF, c.now))
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })

  await endEarlier(c.tx, user.id, c.actor.staffId, act, c.now)
  const id = newId()
  const code = randomCode()
  const expiresAt = new Date(c.now.getTime() + CODE_MINUTES * MINUTE_MS)
  await c.tx.insert(callerVerifications).values({
    id,
    provider: c.provider,
    portalUserId: user.id,
    staffId: c.actor.staffId,
    act,
    channel,
    codeHash: hashCode(code, id, c.services.codeKey),
    expiresAt,
    createdAt: c.now,
  })
  const envelope = { to: { channel, address }, user, from: c.profile, lang: 'nl' } as const
  await c.deliver(callerCodeMessage(envelope, code, act, CODE_MINUTES))
  return {
    verificationId: id,
    sentTo: masked({ channel, address }),
    expiresAt: expiresAt.toISOString(),
    triesLeft: CODE_TRIES,
  }
}

type Verification = typeof callerVerifications.$inferSelect

/** A verification of this member of staff with its account, the account locked first; null when it is another's, or none. */
async function lockVerification(
  c: AccountContext<'accounts.check-verification'> | AccountContext<'accounts.refuse-verification'>,
): Promise<{ verification: Verification; user: PortalUserRow } | null> {
  const mine = and(
    eq(callerVerifications.id, c.params.id),
    eq(callerVerifications.provider, c.provider),
    eq(callerVerifications.staffId, c.actor.staffId),
  )
  const [found] = await c.tx.select({ portalUserId: callerVerifications.portalUserId }).from(callerVerifications).where(mine)
  const user = found ? await lockUser(c.tx, c.provider, found.portalUserId) : null
  if (!user) return null
  const [verification] = await c.tx.select().from(callerVerifications).where(mine).for('update')
  if (!verification) return null
  c.audit({ objectId: user.id, clientId: user.clientId, details: { verificationId: verification.id, act: verification.act } })
  return { verification, user }
}

export async function checkVerification(c: AccountContext<'accounts.check-verification'>) {
  const found = await lockVerification(c)
  if (!found) return c.fail('not-found')
  const { verification, user } = found
  const { id, act } = verification
  const dead =
    verification.refusedAt !== null ||
    verification.receiptId !== null ||
    verification.expiresAt <= c.now ||
    verification.tries >= CODE_TRIES
  if (dead) return c.fail('code-expired')
  if (!sameHash(verification.codeHash, hashCode(c.body.code, id, c.services.codeKey))) {
    const tries = verification.tries + 1
    await c.tx.update(callerVerifications).set({ tries }).where(eq(callerVerifications.id, id))
    return c.fail('code-wrong', { left: CODE_TRIES - tries }, { commit: true })
  }
  const receiptId = randomUUID()
  const receiptExpiresAt = new Date(c.now.getTime() + RECEIPT_MINUTES * MINUTE_MS)
  await c.tx.update(callerVerifications).set({ receiptId, receiptExpiresAt }).where(eq(callerVerifications.id, id))
  await writeTimeline(c, user.id, { type: 'caller-verified', by: 'staff', staffId: c.actor.staffId, detail: act })
  await announceActivity(c, user)
  return { receiptId, expiresAt: receiptExpiresAt.toISOString() }
}

export async function refuseVerification(c: AccountContext<'accounts.refuse-verification'>) {
  const found = await lockVerification(c)
  if (!found) return c.fail('not-found')
  const { verification, user } = found
  if (verification.refusedAt === null && verification.receiptUsedAt === null) {
    await c.tx.update(callerVerifications).set({ refusedAt: c.now }).where(eq(callerVerifications.id, verification.id))
    await writeTimeline(c, user.id, {
      type: 'caller-refused',
      by: 'staff',
      staffId: c.actor.staffId,
      detail: verification.act,
    })
    await announceActivity(c, user)
  }
  return { ok: true } as const
}
