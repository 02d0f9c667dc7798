/**
 * Twee-factorauthenticatie wissen: a customer's administrator wipes a colleague's authenticator, with a code that the
 * provider's helpdesk sent after it verified this administrator (the manual: only after consulting the provider's IT).
 * Wiped means "enrol again", never "off" (ASVS 6.4.4); all addresses hear of it (63B §4.6, ASVS 6.3.7).
 */
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { isAlone, updateMembership } from '../accounts/memberships.ts'
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { WIPE_CODE_TRIES } from '../accounts/wipe-codes.ts'
import { wipeCodes } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { hashCode, sameHash } from '../platform/secrets/tokens.ts'
import { endEverything } from '../session/end-all.ts'
import { refused, type UserContext } from './acting.ts'
import { finishAct, takeUp } from './ground.ts'
import { mustRead, readManaged } from './rows.ts'

type WipeContext = UserContext<'users.wipe-second-factor'>

/** Uses the code up. A wrong one costs a try; after the last the helpdesk sends another. */
async function spendCode(c: WipeContext, colleague: PortalUserRow): Promise<Refusal | null> {
  const [row] = await c.tx
    .select()
    .from(wipeCodes)
    .where(
      and(
        eq(wipeCodes.membershipId, c.actor.membershipId),
        eq(wipeCodes.colleagueId, colleague.id),
        isNull(wipeCodes.usedAt),
        gt(wipeCodes.expiresAt, c.now),
      ),
    )
    .orderBy(desc(wipeCodes.createdAt), desc(wipeCodes.id))
    .limit(1)
    .for('update')
  if (!row || row.tries >= WIPE_CODE_TRIES) return c.fail('code-expired')
  if (!sameHash(row.codeHash, hashCode(c.body.code, row.id, c.services.codeKey))) {
    const tries = row.tries + 1
    await c.tx.update(wipeCodes).set({ tries }).where(eq(wipeCodes.id, row.id))
    return c.fail('code-wrong', { left: WIPE_CODE_TRIES - tries }, { commit: true })
  }
  await c.tx.update(wipeCodes).set({ usedAt: c.now }).where(eq(wipeCodes.id, row.id))
  c.audit({ details: { wipeCodeId: row.id, issuedBy: row.staffId } })
  return null
}

export async function wipeSecondFactor(c: WipeContext) {
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership, user } = target
  if (membership.id === c.actor.membershipId) return c.fail('not-yourself')
  if (user.totpSecret === null) return c.fail('nothing-to-clear')
  if (!isAlone(user.memberships, c.actor)) return c.fail('account-elsewhere')
  const no = await spendCode(c, user)
  if (no) return no
  const ended = await endEverything(c.tx, user.id, c.now)
  const wiped = await updateUser(c.tx, user, { totpSecret: null, totpEnrol: true })
  c.audit({ details: { ...ended } })
  await tellOwner(c, wiped, 'second-factor-cleared', c.profile)
  const moved = await updateMembership(c.tx, membership, {})
  const change = { kind: 'second-factor-wiped', about: user.name } as const
  await finishAct(c, { user: wiped, membership: moved }, change, { type: 'second-factor-cleared' })
  return mustRead(readManaged(c, membership.id))
}
