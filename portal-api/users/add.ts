/** Gebruiker toevoegen: a contact of a client, new or matched, without rights. Nothing is sent yet. */
import { fullName, type UserInput } from '../../shared/domain/users.ts'
import type { MembershipRow } from '../accounts/memberships.ts'
import { insertAccount, insertMembership, type NewPerson } from '../accounts/new-account.ts'
import { lockUser, type PortalUserRow } from '../accounts/rows.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { storedMobile } from '../platform/phone.ts'
import { limitKey, take, USERS_ADDED } from '../session/limits.ts'
import { type Acting, ownerOf, refused, rulesOf, type Target, type UserContext } from './acting.ts'
import { finishAct, lockOwn } from './ground.ts'
import { matchedUser } from './match.ts'
import { mustRead, readManaged } from './rows.ts'

/** The account that gets access: the one that was matched, locked, or a new one. */
export async function accountFor(
  c: Acting,
  given:
    | { readonly kind: 'existing'; readonly userId: string; readonly email: string }
    | { readonly kind: 'person'; readonly person: NewPerson },
): Promise<PortalUserRow | Refusal> {
  const seconds = await take(c.tx, limitKey('user-added', c.actor.membershipId), USERS_ADDED, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  if (given.kind === 'person') return insertAccount(c, given.person)
  const matched = await matchedUser(c, given)
  if (refused(matched)) return matched
  const user = await lockUser(c.tx, c.provider, matched.id)
  if (!user) return c.fail('not-found')
  const { clientId, organisationId } = ownerOf(c.actor)
  const here = user.memberships.some(
    (one) => one.endedAt === null && one.clientId === clientId && one.organisationId === organisationId,
  )
  return here ? c.fail('already-user') : user
}

/** Gives an account its place at the own client or organisation. */
export async function giveAccess(
  c: Acting,
  user: PortalUserRow,
  place: Pick<MembershipRow, 'kind' | 'relation' | 'rights'> &
    Partial<Pick<MembershipRow, 'functionCode' | 'department' | 'cardTitle'>>,
): Promise<Target> {
  const membership = await insertMembership(c, user.id, { ...ownerOf(c.actor), ...place })
  c.audit({ objectId: membership.id, details: { portalUserId: user.id, rights: place.rights } })
  return { membership, user: { ...user, memberships: [...user.memberships, membership] } }
}

function personOf(input: Extract<UserInput, { kind: 'new' }>, mobile: string): NewPerson {
  return {
    name: fullName(input),
    firstName: input.firstName.trim(),
    lastName: input.lastName.trim(),
    sex: input.sex,
    email: input.email.trim(),
    mobile,
  }
}

export async function addUser(c: UserContext<'users.add'>) {
  if (c.actor.clientId === null) return c.fail('forbidden')
  const { body } = c
  const no = await lockOwn(c)
  if (no) return no
  const mobile = body.kind === 'new' ? storedMobile(body.phone) : ''
  if (mobile === null) return refuseField(c, 'phone', 'phone-format')
  const user = await accountFor(c, body.kind === 'new' ? { kind: 'person', person: personOf(body, mobile) } : body)
  if (refused(user)) return user
  const target = await giveAccess(c, user, { kind: 'contact', relation: rulesOf(c).relation, rights: [] })
  await finishAct(
    c,
    target,
    { kind: 'user-added', about: user.name, after: { matched: body.kind === 'existing' } },
    { type: 'access-given' },
  )
  return mustRead(readManaged(c, target.membership.id))
}
