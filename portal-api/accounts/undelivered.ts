/**
 * What follows for an account from a message that was given up: its timeline says so; an address that was refused for good counts
 * no longer and opens an access case. All in the transaction that gives the message up.
 */
import { eq } from 'drizzle-orm'
import type { AccessReason } from '../../shared/domain/accounts.ts'
import type { CaseWriter } from '../cases/write.ts'
import { providers } from '../db/schema/index.ts'
import { maskedAddress } from '../deliveries/rows.ts'
import { writeAudit } from '../platform/audit/write.ts'
import type { NewEvent } from '../platform/context.ts'
import type { Delivery, OnFailed } from '../platform/delivery/attempt.ts'
import type { Failed } from '../platform/delivery/channel.ts'
import { appendEvents } from '../platform/events/write.ts'
import { ensureAccessCase } from './access-case.ts'
import { announceActivity, announceChange } from './announce.ts'
import { lockUser, type PortalUserRow, updateUser } from './rows.ts'
import { writeTimeline } from './timeline.ts'

/** Why the account needs somebody now. A message to an address it no longer has says nothing about the one it has. */
function reasonOf(user: PortalUserRow, message: Delivery, failed: Failed): AccessReason | null {
  if (failed.failure !== 'address-refused' || user.endedAt !== null) return null
  if (message.channel === 'email' && user.email?.toLowerCase() === message.toAddress.toLowerCase()) return 'bounced'
  // Without its code nobody gets in; any other text that does not arrive is no hindrance.
  if (message.channel === 'sms' && message.holdsSecret && user.mobile === message.toAddress) return 'no-code'
  return null
}

export const undelivered: OnFailed = async (tx, message, failed, now) => {
  if (message.portalUserId === null) return
  const { provider } = message
  const user = await lockUser(tx, provider, message.portalUserId)
  const [place] = await tx.select({ profile: providers.profile }).from(providers).where(eq(providers.id, provider))
  if (!user || !place) return
  const events: NewEvent[] = []
  const c: CaseWriter = { tx, provider, now, emit: (event) => events.push(event) }
  await writeTimeline(c, user.id, { type: 'delivery-failed', by: 'system', detail: maskedAddress(message) })
  const reason = reasonOf(user, message, failed)
  const bounced = reason === 'bounced' && user.emailBouncedAt === null
  const after = bounced ? await updateUser(tx, user, { emailBouncedAt: now, version: user.version + 1 }) : user
  if (reason !== null) {
    const found = await ensureAccessCase(c, place.profile, after, reason)
    await writeAudit(tx, [
      {
        provider,
        at: now,
        action: found.opened ? 'create' : 'update',
        object: 'case',
        objectId: found.id,
        outcome: 'ok',
        actorKind: 'system',
        actorId: null,
        clientId: after.clientId,
        caseId: found.id,
        workstation: '',
        source: 'portal-api',
        trace: message.id,
        details: { reason, delivery: message.id, failure: failed.failure },
      },
    ])
  }
  if (bounced) await announceChange(c, place.profile, after)
  else await announceActivity(c, after)
  await appendEvents(tx, provider, null, events, now)
}
