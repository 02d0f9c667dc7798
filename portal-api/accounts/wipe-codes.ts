/**
 * The code with which a customer's administrator wipes a colleague's second factor. The helpdesk has it sent after it
 * verified the administrator; it goes to an address on record of the administrator and nobody at the desk sees it. It is
 * good for that colleague alone, once, and not for long (63B §4.2.1: by SMS ten minutes).
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { VerificationChannel } from '../../shared/domain/accounts.ts'
import { wipeCodes } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hashCode, randomCode } from '../platform/secrets/tokens.ts'
import { withoutReceipt } from './acts.ts'
import { addressState, masked } from './addresses.ts'
import { announceActivity } from './announce.ts'
import { type AccountContext, refused, takeUp } from './ground.ts'
import { isAlone } from './memberships.ts'
import { wipeCodeMessage } from './messages.ts'
import { outranks } from './rank.ts'
import { findUser, type PortalUserRow } from './rows.ts'
import { tellOwner } from './tell.ts'
import { writeTimeline } from './timeline.ts'
import { usableAddress } from './verification.ts'

export const WIPE_CODE_TRIES = 5
const MINUTE_MS = 60_000
const MINUTES: Readonly<Record<VerificationChannel, number>> = { sms: 10, email: 30 }

type IssueContext = AccountContext<'accounts.issue-wipe-code'>

/** The membership by which the administrator may do this for the colleague; null when they share no organisation. */
function administers(administrator: PortalUserRow, colleague: PortalUserRow) {
  const places = new Set(colleague.memberships.filter((one) => one.endedAt === null).map((one) => one.organisationId))
  const mine = administrator.memberships.filter((one) => one.endedAt === null && one.administrator === true)
  return mine.find((one) => one.organisationId !== null && places.has(one.organisationId)) ?? null
}

export async function issueWipeCode(c: IssueContext): Promise<{ sentTo: string; expiresAt: string } | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  const { channel, colleagueId } = c.body
  c.audit({ details: { colleagueId, channel } })
  const colleague = await findUser(c.tx, c.provider, colleagueId)
  const place = colleague && colleague.id !== user.id ? administers(user, colleague) : null
  if (!colleague || !place) return c.fail('not-found')
  if (!(await outranks(c.tx, c.actor, colleague))) return c.fail('rank-too-high')
  if (colleague.totpSecret === null) return c.fail('nothing-to-clear')
  // Anybody can be added to an organisation: whoever logs in elsewhere too is not this administrator's to help.
  if (!isAlone(colleague.memberships, place)) return c.fail('account-elsewhere')
  const address = usableAddress(c, channel, addressState(user, channel, c.now))
  if (refused(address)) return address
  const no = await withoutReceipt(c, user, 'issue-wipe-code')
  if (no) return no

  // One sent before for the same colleague is dead.
  await c.tx
    .update(wipeCodes)
    .set({ usedAt: c.now })
    .where(and(eq(wipeCodes.membershipId, place.id), eq(wipeCodes.colleagueId, colleague.id), isNull(wipeCodes.usedAt)))
  const [id, code] = [newId(), randomCode()]
  const expiresAt = new Date(c.now.getTime() + MINUTES[channel] * MINUTE_MS)
  await c.tx.insert(wipeCodes).values({
    id,
    provider: c.provider,
    membershipId: place.id,
    colleagueId: colleague.id,
    staffId: c.actor.staffId,
    codeHash: hashCode(code, id, c.services.codeKey),
    createdAt: c.now,
    expiresAt,
  })
  const envelope = { to: { channel, address }, user, from: c.profile, lang: 'nl' } as const
  await c.deliver(wipeCodeMessage(envelope, code, colleague.name, MINUTES[channel]))
  await tellOwner(c, user, 'wipe-code-sent', c.profile)
  await writeTimeline(c, user.id, { type: 'wipe-code-sent', by: 'staff', staffId: c.actor.staffId, detail: c.body.reason })
  await announceActivity(c, user)
  return { sentTo: masked({ channel, address }), expiresAt: expiresAt.toISOString() }
}
