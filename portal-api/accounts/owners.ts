/** For whom staff can make an account, and what the portal asks of it. */
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { AccountOwner, AccountRules, PortalUserKind } from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { clients, organisations, portalMemberships } from '../db/schema/index.ts'
import { containsText, wholeNumber } from '../platform/text-search.ts'
import type { AccountContext } from './ground.ts'

/** More than these nobody reads: whoever is not among them is found with more of the name. */
const MOST_SHOWN = 20

/** Contacts of a client are the portal's own administrator's to add. */
export function kindsByStaff(profile: PortalProfile): PortalUserKind[] {
  return profile.whoLogsIn.filter((kind) => kind !== 'contact')
}

/** Credentials that go by mail need an address. */
export const needsEmail = (profile: PortalProfile): boolean => profile.firstCredentials !== 'letter'
/** A code that comes by SMS needs a number. */
export const needsMobile = (profile: PortalProfile): boolean => profile.deviceVerification !== 'never'

export async function accountRules(c: AccountContext<'accounts.rules'>): Promise<AccountRules> {
  return {
    kinds: kindsByStaff(c.profile),
    firstCredentials: c.profile.firstCredentials,
    days: c.profile.firstCredentialsDays,
    emailNeeded: needsEmail(c.profile),
    mobileNeeded: needsMobile(c.profile),
  }
}

type Found = Omit<AccountOwner, 'has'>

async function clientsLike(c: AccountContext<'accounts.owners'>): Promise<Found[]> {
  const { q } = c.query
  const number = wholeNumber(q)
  const rows = await c.tx
    .select({ id: clients.id, name: clients.name, clientNumber: clients.number, city: clients.city })
    .from(clients)
    .where(and(eq(clients.provider, c.provider), number === null ? containsText(clients.name, q) : eq(clients.number, number)))
    .orderBy(asc(clients.sortName), asc(clients.id))
    .limit(MOST_SHOWN + 1)
  return rows.map((row) => ({ kind: 'client', ...row }))
}

async function organisationsLike(c: AccountContext<'accounts.owners'>): Promise<Found[]> {
  const rows = await c.tx
    .select({ id: organisations.id, name: organisations.name, city: organisations.city })
    .from(organisations)
    .where(and(eq(organisations.provider, c.provider), containsText(organisations.name, c.query.q)))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(MOST_SHOWN + 1)
  return rows.map((row) => ({ kind: 'organisation', clientNumber: null, ...row }))
}

export async function findOwners(c: AccountContext<'accounts.owners'>) {
  const kinds = kindsByStaff(c.profile)
  const found = [
    ...(kinds.some((kind) => kind !== 'organisation-contact') ? await clientsLike(c) : []),
    ...(kinds.includes('organisation-contact') ? await organisationsLike(c) : []),
  ]
  const page = found.slice(0, MOST_SHOWN)
  const ids = page.map((one) => one.id)
  // The words searched for are personal data: the log says who was shown, not what was typed.
  c.audit({ details: { found: ids } })
  const members =
    ids.length === 0
      ? []
      : await c.tx
          .select({
            clientId: portalMemberships.clientId,
            organisationId: portalMemberships.organisationId,
            kind: portalMemberships.kind,
          })
          .from(portalMemberships)
          .where(
            and(
              isNull(portalMemberships.endedAt),
              or(inArray(portalMemberships.clientId, ids), inArray(portalMemberships.organisationId, ids)),
            ),
          )
  return {
    rows: page.map(
      (one): AccountOwner => ({
        ...one,
        has: [...new Set(members.filter((row) => (row.clientId ?? row.organisationId) === one.id).map((row) => row.kind))],
      }),
    ),
    more: found.length > page.length,
  }
}
