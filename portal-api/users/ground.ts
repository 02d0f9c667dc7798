/**
 * What every act on a user of a portal begins and ends with. The client or organisation is locked first, so that of two
 * administrators one acts at a time and no one acts with a right that was just taken away; then the account, then its
 * membership. A user of somebody else's portal is an unknown one.
 */
import { and, eq } from 'drizzle-orm'
import type { AccountEventType } from '../../shared/domain/accounts.ts'
import { announceChange } from '../accounts/announce.ts'
import type { MembershipRow } from '../accounts/memberships.ts'
import { lockUser, updateUser } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { type NewChange, recordChange } from '../clients/changes.ts'
import { clients, organisations, portalMemberships, portalUsers } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { type Acting, livingOf, ownerOf, type Target } from './acting.ts'
import { readManaged } from './rows.ts'

/** Lets one administrator at a time at the users of a portal, and only one who still is administrator. */
export async function lockOwn(c: Acting): Promise<Refusal | null> {
  const { clientId, organisationId } = c.actor
  if (clientId === null)
    await c.tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId ?? ''))
      .for('no key update')
  else await c.tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId)).for('no key update')
  const [own] = await c.tx
    .select({ administrator: portalMemberships.administrator })
    .from(portalMemberships)
    .where(and(livingOf(c), eq(portalMemberships.id, c.actor.membershipId)))
  return own?.administrator === true ? null : c.fail('forbidden')
}

/** Locks a user of the own portal; null when there is no such user. */
export async function lockTarget(c: Acting, membershipId: string): Promise<Target | null> {
  const which = and(livingOf(c), eq(portalMemberships.id, membershipId))
  const [found] = await c.tx.select({ userId: portalMemberships.portalUserId }).from(portalMemberships).where(which)
  const user = found ? await lockUser(c.tx, c.provider, found.userId) : null
  if (!user) return null
  const [membership] = await c.tx.select().from(portalMemberships).where(which).for('update')
  return membership ? { membership, user } : null
}

/** The user an act is about, in the version the administrator saw. */
export async function takeUp(c: Acting & { readonly basedOn: number }, membershipId: string): Promise<Target | Refusal> {
  const no = await lockOwn(c)
  if (no) return no
  const target = await lockTarget(c, membershipId)
  if (!target) return c.fail('not-found')
  c.audit({ objectId: membershipId, details: { portalUserId: target.user.id } })
  if (target.membership.version !== c.basedOn) return c.fail('stale-version', {}, { current: await readManaged(c, membershipId) })
  return target
}

/** Who did it, for the timeline of the account: the user themself, or the administrator. */
export function byOf({ actor }: Pick<Acting, 'actor'>, membership: Pick<MembershipRow, 'id'>) {
  return membership.id === actor.membershipId
    ? ({ by: 'user' } as const)
    : ({ by: 'administrator', administratorId: actor.portalUserId } as const)
}

/** Ends an act: the helpdesk and the staff around the client hear of it, and it stands in both their lists. */
export async function finishAct(
  c: Acting,
  { user, membership }: Target,
  change: NewChange | null,
  line: { readonly type: AccountEventType; readonly detail?: string } | null,
): Promise<void> {
  const after = await updateUser(c.tx, user, { version: user.version + 1 })
  if (line) await writeTimeline(c, user.id, { ...line, ...byOf(c, membership) })
  if (change) await recordChange(c, ownerOf(c.actor), change)
  await announceChange(c, c.profile, after)
  const subjectId = c.actor.clientId ?? c.actor.organisationId
  if (subjectId !== null) c.emit({ type: 'client.changed', subjectId })
}

/** By whose hand and for whose portal, as it stands in messages: "Mevr. C. Test". */
export async function namesOf(c: Acting): Promise<{ by: string; of: string }> {
  const [actor] = await c.tx.select({ name: portalUsers.name }).from(portalUsers).where(eq(portalUsers.id, c.actor.portalUserId))
  const { clientId, organisationId } = c.actor
  const [owner] =
    clientId === null
      ? await c.tx
          .select({ name: organisations.name })
          .from(organisations)
          .where(eq(organisations.id, organisationId ?? ''))
      : await c.tx.select({ name: clients.name }).from(clients).where(eq(clients.id, clientId))
  return { by: actor?.name ?? '', of: owner?.name ?? '' }
}
