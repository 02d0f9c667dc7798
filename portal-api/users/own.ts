/** What an organisation's contact sees and sets for themself: the organisation, their own data, "E-mail diensten". */
import { and, eq } from 'drizzle-orm'
import { rightsOfSwitches, switchesOf } from '../../shared/domain/users.ts'
import { updateMembership } from '../accounts/memberships.ts'
import { organisations } from '../db/schema/index.ts'
import type { UserContext } from './acting.ts'
import { finishAct, lockTarget } from './ground.ts'
import { mustRead, readManagedDetail } from './rows.ts'

export async function ownOrganisation(c: UserContext<'users.organisation'>) {
  const { organisationId } = c.actor
  if (organisationId === null) return c.fail('forbidden')
  const [row] = await c.tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), eq(organisations.provider, c.provider)))
  if (!row) return c.fail('forbidden')
  c.audit({ objectId: row.id })
  const { id, name, street, postcode, city, phone, email, chamberNumber } = row
  return { id, name, street, postcode, city, phone, email, chamberNumber, helpdesk: c.profile.helpdesk }
}

export async function ownContact(c: UserContext<'users.own-contact'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  c.audit({ objectId: c.actor.membershipId })
  return mustRead(readManagedDetail(c, c.actor.membershipId))
}

/** E-mail diensten: of the four switches the one that everybody sets for themself. */
export async function setVisitMails(c: UserContext<'users.set-visit-mails'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  const target = await lockTarget(c, c.actor.membershipId)
  if (!target) return c.fail('forbidden')
  const { membership, user } = target
  c.audit({ objectId: membership.id, details: { visitMails: c.body.visitMails } })
  const current = () => mustRead(readManagedDetail(c, membership.id))
  if (membership.version !== c.basedOn) return c.fail('stale-version', {}, { current: await current() })
  const rights = rightsOfSwitches({ ...switchesOf(membership.rights), visitMails: c.body.visitMails })
  if (String(rights) === String(rightsOfSwitches(switchesOf(membership.rights)))) return current()
  const changed = await updateMembership(c.tx, membership, { rights })
  const change = { kind: 'user-rights', about: user.name, before: { rights: membership.rights }, after: { rights } } as const
  await finishAct(c, { user, membership: changed }, change, { type: 'rights-changed', detail: rights.join(', ') })
  return current()
}
