/**
 * Accounts made by the provider's staff: for a client, who represents them, or the contact of an organisation. Staff
 * neither choose nor see the password, and open nobody's portal to themselves: not with their own address, and never
 * unheard, for everybody who has an account there already is told (norms.md, helpdesk under attack). Contacts of a client
 * are invited by the portal's own administrator.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { Account } from '../../shared/domain/accounts.ts'
import { type Sentence, say } from '../../shared/domain/language.ts'
import { PORTAL_ADMINISTRATOR, PORTAL_MEMBER } from '../../shared/domain/rights.ts'
import { detailAddresses } from '../clients/tell.ts'
import { clients, organisations, portalMemberships } from '../db/schema/index.ts'
import { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { storedMobile } from '../platform/phone.ts'
import { freed } from '../session/reset.ts'
import { addressState } from './addresses.ts'
import { type Destination, letterTo, neverUsed, sendFirstCredentials } from './first-credentials.ts'
import { type AccountContext, finishAct, overCap, refused, takeUp } from './ground.ts'
import { noticeMessage } from './messages.ts'
import { insertAccount, insertMembership } from './new-account.ts'
import { kindsByStaff, needsEmail, needsMobile } from './owners.ts'
import { outranks } from './rank.ts'
import { lockUser, type PortalUserRow, updateUser } from './rows.ts'
import { portalClosed } from './status.ts'
import { tellOwner } from './tell.ts'
import { writeTimeline } from './timeline.ts'
import { usableAddress } from './verification.ts'

type CreateContext = AccountContext<'accounts.create'>

const CARE_ENDED: Sentence = { nl: 'de zorg is beëindigd', en: 'care has ended' }

interface Place {
  readonly clientId: string | null
  readonly organisationId: string | null
}

/** The client or organisation the account is for, locked, so that of two accounts made at once the second sees the first. */
async function lockPlace(c: CreateContext): Promise<Place | Refusal> {
  const { owner } = c.body
  if (owner.kind === 'organisation') {
    const { organisationId } = owner
    const [row] = await c.tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), eq(organisations.provider, c.provider)))
      .for('no key update')
    return row ? { clientId: null, organisationId } : c.fail('not-found')
  }
  const { clientId } = owner
  const [row] = await c.tx
    .select({ careEndedAt: clients.careEndedAt })
    .from(clients)
    .where(and(eq(clients.id, clientId), eq(clients.provider, c.provider)))
    .for('no key update')
  if (!row) return c.fail('not-found')
  return portalClosed(c.profile, row.careEndedAt, c.now)
    ? c.fail('no-access', { reason: say(CARE_ENDED, c.lang) })
    : { clientId, organisationId: null }
}

/** What is wrong with what was typed, by the rules of the portal; null when nothing is. */
function refuseBody(c: CreateContext, mobile: string | null): Refusal | null {
  const { kind, owner, email } = c.body
  if (!kindsByStaff(c.profile).includes(kind) || (kind === 'organisation-contact') !== (owner.kind === 'organisation'))
    return refuseField(c, 'kind', 'kind-not-offered')
  if (needsEmail(c.profile) && email === '') return refuseField(c, 'email', 'email-for-log-in')
  if (mobile === null) return refuseField(c, 'mobile', 'phone-format')
  return needsMobile(c.profile) && mobile === '' ? refuseField(c, 'mobile', 'mobile-for-log-in') : null
}

/** Rights of a new account: whoever comes first at an organisation, and whoever stands for a client, is its administrator. */
function rightsOf(c: CreateContext, others: readonly { readonly administrator: boolean | null }[]): string[] {
  const first = !others.some((one) => one.administrator === true)
  if (c.body.kind === 'organisation-contact') return first ? [PORTAL_ADMINISTRATOR, PORTAL_MEMBER] : [PORTAL_MEMBER]
  return c.profile.userManagement === null ? [] : [PORTAL_ADMINISTRATOR]
}

/** The client hears of an account on the addresses on record, also where nobody had an account yet. The new one's own are told already. */
async function tellClient(c: CreateContext, clientId: string, made: PortalUserRow): Promise<void> {
  const [client] = await c.tx.select({ name: clients.name }).from(clients).where(eq(clients.id, clientId))
  if (!client) throw new Error(`No client ${clientId}.`)
  const own = [made.email, made.mobile].map((one) => one?.toLowerCase())
  for (const to of await detailAddresses(c.tx, clientId)) {
    if (own.includes(to.address.toLowerCase())) continue
    const envelope = { to, user: { id: null, name: client.name }, from: c.profile, lang: 'nl' } as const
    await c.deliver(noticeMessage(envelope, 'account-made'))
  }
}

export async function createAccount(c: CreateContext): Promise<Account | Refusal> {
  const { kind, name, relation, reason } = c.body
  c.audit({ details: { reason, kind } })
  const mobile = c.body.mobile === '' ? '' : storedMobile(c.body.mobile)
  const wrong = refuseBody(c, mobile)
  if (wrong) return wrong
  const place = await lockPlace(c)
  if (place instanceof Refusal) return place
  const email = c.body.email.trim()
  if (!(await outranks(c.tx, c.actor, { email: email === '' ? null : email }))) return c.fail('rank-too-high')
  const over = await overCap(c)
  if (over) return over
  const others = await c.tx
    .select()
    .from(portalMemberships)
    .where(
      and(
        isNull(portalMemberships.endedAt),
        place.clientId !== null
          ? eq(portalMemberships.clientId, place.clientId)
          : eq(portalMemberships.organisationId, place.organisationId ?? ''),
      ),
    )
  if (kind === 'client' && others.some((one) => one.kind === 'client')) return c.fail('already-user')

  const made = await insertAccount(c, { name: name.trim(), email: email === '' ? null : email, mobile: mobile || null })
  const given = { kind, relation: relation.trim() || (kind === 'client' ? 'zelf' : ''), rights: rightsOf(c, others), ...place }
  const membership = await insertMembership(c, made.id, given)
  const account = { ...made, memberships: [membership], clientId: place.clientId }
  const to: Destination =
    c.profile.firstCredentials === 'letter' && place.clientId !== null
      ? await letterTo(c.tx, account.name, place.clientId)
      : { by: 'email', email }
  const sent = await sendFirstCredentials(c, c.profile, account, to, null)
  const line = { by: 'staff', staffId: c.actor.staffId } as const
  await writeTimeline(c, sent.id, { type: 'account-made', ...line, detail: reason })
  await writeTimeline(c, sent.id, { type: 'credentials-sent', ...line })
  for (const { portalUserId } of others) {
    const other = await lockUser(c.tx, c.provider, portalUserId)
    if (other) await tellOwner(c, other, 'access-added', c.profile)
  }
  if (place.clientId !== null) await tellClient(c, place.clientId, sent)
  c.audit({ objectId: sent.id, clientId: place.clientId, details: { membershipId: membership.id, by: to.by } })
  return finishAct(c, sent)
}

/** Where first credentials go again: to the address on record, which no caller can name. */
async function destination(
  c: AccountContext<'accounts.send-credentials'>,
  user: Parameters<typeof addressState>[0] & { readonly name: string; readonly clientId: string | null },
): Promise<Destination | Refusal> {
  if (c.profile.firstCredentials === 'letter' && user.clientId !== null) return letterTo(c.tx, user.name, user.clientId)
  const email = usableAddress(c, 'email', addressState(user, 'email', c.now))
  return refused(email) ? email : { by: 'email', email }
}

export async function sendCredentials(c: AccountContext<'accounts.send-credentials'>): Promise<Account | Refusal> {
  const user = await takeUp(c)
  if (refused(user)) return user
  if (!neverUsed(user)) return c.fail('already-used')
  const to = await destination(c, user)
  if (to instanceof Refusal) return to
  const over = await overCap(c)
  if (over) return over
  const sent = await sendFirstCredentials(c, c.profile, await updateUser(c.tx, user, freed(c.profile, user)), to, null)
  await writeTimeline(c, user.id, { type: 'credentials-sent', by: 'staff', staffId: c.actor.staffId, detail: c.body.reason })
  c.audit({ details: { by: to.by } })
  return finishAct(c, sent)
}
