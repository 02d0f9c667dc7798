/**
 * The addresses of an account, and how long they have stood. A changed address can neither verify a caller nor
 * receive a reset for a cooling-off period (norms.md, helpdesk under attack); the one before it is still told what
 * happens (ASVS 6.3.7).
 */
import { and, eq, gt } from 'drizzle-orm'
import { maskEmail, maskPhone, type VerificationChannel } from '../../shared/domain/accounts.ts'
import { emailTyped } from '../../shared/domain/clients.ts'
import type { Tx } from '../db/database.ts'
import { formerAddresses, type portalUsers } from '../db/schema/index.ts'

const DAY_MS = 86_400_000
/** How long a changed address does not count yet. */
export const COOLING_OFF_DAYS = 7

type Row = typeof portalUsers.$inferSelect
export type AddressedUser = Pick<Row, 'id' | 'email' | 'emailSince' | 'emailBouncedAt' | 'mobile' | 'mobileSince' | 'createdAt'>

export interface Address {
  readonly channel: VerificationChannel
  readonly address: string
}

/** E.164: what an SMS can be sent to. A number that could not be read as one is kept as typed and is not. */
const E164 = /^\+[1-9]\d{7,14}$/

export type AddressState =
  | { readonly state: 'known'; readonly address: string }
  | { readonly state: 'missing' }
  | { readonly state: 'invalid'; readonly address: string }
  /** Changed less than {@link COOLING_OFF_DAYS} ago; counts from `from`. */
  | { readonly state: 'too-new'; readonly address: string; readonly from: Date }

/** The mobile number as an SMS needs it, or null. */
export function mobileOf(user: Pick<AddressedUser, 'mobile'>): string | null {
  return user.mobile !== null && E164.test(user.mobile) ? user.mobile : null
}

/**
 * How an address of the account stands. One that was given when the account was made is not a changed one:
 * it came from the provider's own records.
 */
export function addressState(user: AddressedUser, channel: VerificationChannel, now: Date): AddressState {
  const address = channel === 'sms' ? user.mobile : user.email
  if (address === null || address === '') return { state: 'missing' }
  const valid =
    channel === 'sms' ? mobileOf(user) !== null : user.emailBouncedAt === null && emailTyped.safeParse(address).success
  if (!valid) return { state: 'invalid', address }
  const since = (channel === 'sms' ? user.mobileSince : user.emailSince) ?? user.createdAt
  const from = new Date(since.getTime() + COOLING_OFF_DAYS * DAY_MS)
  if (since.getTime() > user.createdAt.getTime() && now.getTime() < from.getTime()) return { state: 'too-new', address, from }
  return { state: 'known', address }
}

/** An address with its middle hidden, as staff may see it. */
export function masked(address: Address): string {
  return address.channel === 'sms' ? maskPhone(address.address) : maskEmail(address.address)
}

/** Every address that is told about an act: those on record, and those replaced within the cooling-off period. */
export async function toldAddresses(tx: Tx, user: AddressedUser, now: Date): Promise<readonly Address[]> {
  const former = await tx
    .select({ channel: formerAddresses.channel, address: formerAddresses.address })
    .from(formerAddresses)
    .where(
      and(
        eq(formerAddresses.portalUserId, user.id),
        gt(formerAddresses.replacedAt, new Date(now.getTime() - COOLING_OFF_DAYS * DAY_MS)),
      ),
    )
  const mobile = mobileOf(user)
  const all: Address[] = [
    ...(user.email ? [{ channel: 'email' as const, address: user.email }] : []),
    ...(mobile ? [{ channel: 'sms' as const, address: mobile }] : []),
    ...former.filter((one) => one.channel === 'email' || mobileOf({ mobile: one.address }) !== null),
  ]
  const key = (one: Address) => `${one.channel} ${one.address.toLowerCase()}`
  return all.filter((one, index) => all.findIndex((other) => key(other) === key(one)) === index)
}
