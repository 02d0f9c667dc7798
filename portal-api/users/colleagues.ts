/** Colleagues of an organisation's contact: add one, new or matched, and change their data. */
import { changedFields } from '../../shared/domain/changes.ts'
import { rightsOfSwitches } from '../../shared/domain/users.ts'
import { neverUsed } from '../accounts/first-credentials.ts'
import { isAlone, updateMembership } from '../accounts/memberships.ts'
import { findUser, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { tellOwner } from '../accounts/tell.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { refuseWrongPassword } from '../session/confirm-owner.ts'
import { type Acting, refused, type Target, type UserContext } from './acting.ts'
import { accountFor, giveAccess } from './add.ts'
import { keptColleague, keptPlace } from './colleague-input.ts'
import { byOf, finishAct, lockOwn, takeUp } from './ground.ts'
import { invite } from './invite.ts'
import { mustRead, readManagedDetail } from './rows.ts'
import { followAllProjects } from './switches.ts'

/** Who may log in is invited at once, which is within the hour; a contact without log-in hears nothing. */
export async function addColleague(c: UserContext<'users.add-colleague'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  const { body } = c
  const no = await lockOwn(c)
  if (no) return no
  const place = keptPlace(c, body.place)
  if (refused(place)) return place
  const person = body.kind === 'new' ? keptColleague(c, body.person, body.switches.member) : null
  if (person !== null && refused(person)) return person
  const user = await accountFor(c, body.kind === 'existing' ? body : { kind: 'person', person: person ?? { name: '' } })
  if (refused(user)) return user
  const rights = rightsOfSwitches(body.switches)
  const given = await giveAccess(c, user, { kind: 'organisation-contact', rights, ...place })
  await followAllProjects(c, given.membership.id, false, body.switches.allProjects)
  const target = body.switches.member ? await invite(c, given) : given
  if (refused(target)) return target
  const change = { kind: 'user-added', about: user.name, after: { rights, matched: body.kind === 'existing' } } as const
  await finishAct(c, target, change, { type: 'access-given', detail: rights.join(', ') })
  return mustRead(readManagedDetail(c, target.membership.id))
}

type PersonColumns = Exclude<ReturnType<typeof keptColleague>, Refusal>

function personOf(user: PortalUserRow): PersonColumns {
  const { name, initials, firstName, prefix, lastName, nickname, birthDate, sex } = user
  const { address, postalAddress, phone, mobile, contactEmail, email } = user
  return {
    ...{ name, initials, firstName, prefix, lastName, nickname, birthDate, sex },
    ...{ address, postalAddress, phone, mobile, contactEmail, email },
  }
}

/** With a changed address an account can be entered one day: whoever changes one proves again who they are (ASVS 7.5.1). */
async function refuseUnproven(c: UserContext<'users.change-colleague'>): Promise<Refusal | null> {
  if (c.body.currentPassword === undefined) return refuseField(c, 'currentPassword', 'password-asked')
  const own = await findUser(c.tx, c.provider, c.actor.portalUserId)
  if (!own) throw new Error(`The account ${c.actor.portalUserId} of a session is gone.`)
  return refuseWrongPassword(c, own, c.body.currentPassword)
}

/**
 * Writes what is new about the person. A new address is told to the old one too, and neither verifies a caller nor
 * receives a reset for a while (norms.md, 6 and "new phone"): an administrator cannot take over a colleague's account with it.
 */
async function changePerson(
  c: UserContext<'users.change-colleague'>,
  { user, membership }: Target,
  after: PersonColumns,
): Promise<PortalUserRow | Refusal> {
  const moved = { email: after.email !== user.email, mobile: after.mobile !== user.mobile }
  const no = moved.email || moved.mobile ? await refuseUnproven(c) : null
  if (no) return no
  const changed = await updateUser(c.tx, user, {
    ...after,
    ...(moved.email ? { emailSince: c.now, emailBouncedAt: null } : {}),
    ...(moved.mobile ? { mobileSince: c.now } : {}),
  })
  if (!moved.email && !moved.mobile) return changed
  const detail = [...(moved.email ? ['e-mail'] : []), ...(moved.mobile ? ['sms'] : [])].join(', ')
  await writeTimeline(c, user.id, { type: 'address-changed', ...byOf(c, membership), detail })
  // Of an account that nobody used the address before was a mistake: it is not told, and what it received is worthless.
  if (!neverUsed(user)) await tellOwner(c, changed, 'address-changed', c.profile)
  return changed
}

/** Credentials that went to a wrong address die, and new ones go to the right one. */
async function sendAnew(c: Acting, before: Target, after: Target): Promise<Target | Refusal> {
  const { membership, user } = before
  const wasSent = membership.invitedAt !== null && membership.acceptedAt === null && neverUsed(user)
  return wasSent && after.user.email !== user.email ? invite(c, after) : after
}

export async function changeColleague(c: UserContext<'users.change-colleague'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership, user } = target
  const place = keptPlace(c, c.body.place)
  if (refused(place)) return place
  const before = {
    ...personOf(user),
    department: membership.department,
    function: membership.relation,
    cardTitle: membership.cardTitle,
  }
  let changed = user
  if (c.body.person) {
    if (membership.id !== c.actor.membershipId && !isAlone(user.memberships, c.actor)) return c.fail('account-elsewhere')
    const person = keptColleague(c, c.body.person, membership.rights.includes('portal-member'))
    if (refused(person)) return person
    const written = await changePerson(c, target, person)
    if (refused(written)) return written
    changed = written
  }
  const after = { ...personOf(changed), department: place.department, function: place.relation, cardTitle: place.cardTitle }
  const difference = changedFields(before, after)
  c.audit({ details: { fields: Object.keys(difference?.after ?? {}) } })
  if (difference === null) return mustRead(readManagedDetail(c, membership.id))
  const sent = await sendAnew(c, target, { user: changed, membership: await updateMembership(c.tx, membership, place) })
  if (refused(sent)) return sent
  await finishAct(c, sent, { kind: 'user-changed', about: changed.name, ...difference }, null)
  return mustRead(readManagedDetail(c, membership.id))
}
