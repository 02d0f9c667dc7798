/**
 * Tells who must hear of visits that changed: the client, where the portal does not show them, and contacts who asked for service
 * confirmations. One mail per address, with everything that changed for its reader.
 */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { ContactRight } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import type { Tx } from '../db/database.ts'
import { clients, contactDetails, portalMemberships, portalUsers, projectMembers, projects } from '../db/schema/index.ts'
import type { NewDelivery } from '../platform/context.ts'
import { groupBy } from '../platform/group-by.ts'
import { type Confirmed, confirmationMail, type VisitChanged, visitMail } from './visit-mail.ts'

interface Teller {
  readonly tx: Tx
  readonly profile: PortalProfile
  deliver(message: NewDelivery): Promise<void>
}

/** A change, with whose visit it is. */
export type ChangedVisit = VisitChanged & { readonly clientId: string | null; readonly projectId: string | null }

/** Somebody who can be written to. */
interface Reader {
  readonly userId: string | null
  readonly name: string
  readonly email: string
}

function hasRight(right: ContactRight) {
  return sql`${right} = any (${portalMemberships.rights})`
}

/** A colleague's "E-mail" where there is one, else the address of the account. */
const mailbox = sql<string>`coalesce(nullif(${portalUsers.contactEmail}, ''), ${portalUsers.email})`

const reader = { userId: portalUsers.id, name: portalUsers.name, email: mailbox }

/** The client's own addresses: those of who speaks for the client in the portal, else the one on record. */
async function readersOfClient(tx: Tx, clientId: string): Promise<readonly Reader[]> {
  const users = await tx
    .select(reader)
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(
      and(
        isIn,
        isNotNull(mailbox),
        eq(portalMemberships.clientId, clientId),
        inArray(portalMemberships.kind, ['client', 'representative']),
      ),
    )
    .orderBy(asc(portalMemberships.kind), asc(portalUsers.id))
  if (users.length > 0) return users
  const details = await tx
    .select({ userId: sql<null>`null`, name: clients.name, email: contactDetails.value })
    .from(contactDetails)
    .innerJoin(clients, eq(clients.id, contactDetails.clientId))
    .where(
      and(
        eq(contactDetails.clientId, clientId),
        isNull(contactDetails.removedAt),
        inArray(contactDetails.kind, ['email', 'email-private']),
      ),
    )
    .orderBy(asc(contactDetails.kind), asc(contactDetails.id))
  return details.slice(0, 1)
}

/** Two readers with one address are one. */
const addressOf = ({ email }: Pick<Reader, 'email'>) => email.toLowerCase()

/** That an address hears of a client by another mail. */
export const toldKey = (clientId: string, email: string) => `${clientId} ${addressOf({ email })}`

/** The contacts with "E-mail diensten" on, by the client or project they hear of. */
async function confirmationReaders(
  tx: Tx,
  ids: { readonly clientIds: readonly string[]; readonly projectIds: readonly string[] },
): Promise<readonly { readonly of: string; readonly reader: Reader }[]> {
  const wanted = and(isIn, isNotNull(mailbox), hasRight('visit-mails'))
  const ofClients = tx
    .select({ of: sql<string>`${portalMemberships.clientId}`, reader })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(and(wanted, inArray(portalMemberships.clientId, [...ids.clientIds])))
    .orderBy(asc(portalUsers.id))
  const ofProjects = tx
    .select({ of: projects.id, reader })
    .from(projects)
    .innerJoin(portalMemberships, eq(portalMemberships.organisationId, projects.organisationId))
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.membershipId, portalMemberships.id)),
    )
    .where(
      and(
        wanted,
        // "Medewerker klantportaal" off: known as a contact, and nothing of the portal reaches them.
        or(hasRight('portal-member'), hasRight('portal-administrator')),
        inArray(projects.id, [...ids.projectIds]),
        or(isNotNull(projectMembers.membershipId), hasRight('all-projects')),
      ),
    )
    .orderBy(asc(portalUsers.id))
  return [...(ids.clientIds.length > 0 ? await ofClients : []), ...(ids.projectIds.length > 0 ? await ofProjects : [])]
}

const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))].sort()

/**
 * Service confirmations, one mail per address.
 * @param told what is heard already by another mail, as {@link toldKey}
 */
export async function confirmVisits(
  c: Teller,
  changed: readonly ChangedVisit[],
  told: ReadonlySet<string> = new Set(),
): Promise<void> {
  const clientIds = distinct(changed.map((one) => one.clientId))
  const projectIds = distinct(changed.map((one) => one.projectId))
  const readers = (await confirmationReaders(c.tx, { clientIds, projectIds })).filter(
    (one) => !told.has(toldKey(one.of, one.reader.email)),
  )
  if (readers.length === 0) return
  const names = new Map([
    ...(clientIds.length > 0
      ? await c.tx.select({ id: clients.id, name: clients.name }).from(clients).where(inArray(clients.id, clientIds))
      : []
    ).map((one) => [one.id, one.name] as const),
    ...(projectIds.length > 0
      ? await c.tx.select({ id: projects.id, name: projects.name }).from(projects).where(inArray(projects.id, projectIds))
      : []
    ).map((one) => [one.id, one.name] as const),
  ])
  const changesOf = groupBy(changed, (one) => one.projectId ?? one.clientId ?? '')
  for (const [, ofOne] of groupBy(readers, (one) => addressOf(one.reader))) {
    const [first] = ofOne
    if (!first) continue
    const confirmed = distinct(ofOne.map((one) => one.of)).map(
      (id): Confirmed => ({ name: names.get(id) ?? '', changed: changesOf.get(id) ?? [] }),
    )
    await c.deliver({
      channel: 'email',
      to: first.reader.email,
      template: 'planning.visit-confirmation',
      ...(first.reader.userId === null ? {} : { portalUserId: first.reader.userId }),
      ...confirmationMail(first.reader.name, c.profile, confirmed),
    })
  }
}

/**
 * Tells clients and contacts of changes that staff made in the planning.
 * @returns the clients who have to hear of it and have no address: to be phoned
 */
export async function tellOfVisits(c: Teller, changed: readonly ChangedVisit[]): Promise<{ clientId: string; name: string }[]> {
  const notReached: string[] = []
  const told = new Set<string>()
  if (c.profile.visitChangeReaches === 'mail') {
    const byClient = groupBy(
      changed.filter((one) => one.clientId !== null),
      (one) => one.clientId ?? '',
    )
    for (const [clientId, ofOne] of byClient) {
      const readers = await readersOfClient(c.tx, clientId)
      if (readers.length === 0) notReached.push(clientId)
      for (const one of readers) {
        const key = toldKey(clientId, one.email)
        if (told.has(key)) continue
        told.add(key)
        await c.deliver({
          channel: 'email',
          to: one.email,
          template: 'planning.visit-changed',
          ...(one.userId === null ? {} : { portalUserId: one.userId }),
          ...visitMail(one.name, c.profile, ofOne),
        })
      }
    }
  }
  await confirmVisits(c, changed, told)
  if (notReached.length === 0) return []
  return c.tx
    .select({ clientId: clients.id, name: clients.name })
    .from(clients)
    .where(inArray(clients.id, notReached))
    .orderBy(asc(clients.sortName), asc(clients.id))
}
