/** The kinds of personal data, when each leaves, and what leaves with it. */
import { and, eq, inArray, isNotNull, lt, ne, notExists, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { addDays, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import {
  accountEvents,
  callerVerifications,
  cases,
  clients,
  contactDetails,
  contactPersons,
  deliveries,
  portalMemberships,
  portalUsers,
  recoveryLinks,
  sessions,
  trustedDevices,
  visits,
} from '../db/schema/index.ts'
import { EMPTIED_NAME, eraseAccounts, STILL_NAMED } from './accounts.ts'
import { deleteRows, type Gone } from './delete.ts'

const DAY_MS = 86_400_000

/** Which rows of a provider have had their term. */
interface Due {
  readonly table: PgTable & { readonly id: PgColumn }
  readonly where: SQL | undefined
}

export interface Kind {
  readonly name: string
  due(profile: PortalProfile, now: Date): Due
  erase(tx: Tx, ids: readonly string[], now: Date, gone: Gone): Promise<void>
}

const before = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS)

type OfProvider = PgTable & { readonly id: PgColumn; readonly provider: PgColumn }

/** A kind whose rows carry their provider and their date, and go with all that belongs to them. */
function simple(name: string, table: OfProvider, where: (profile: PortalProfile, now: Date) => SQL | undefined): Kind {
  return {
    name,
    due: (profile, now) => ({ table, where: and(eq(table.provider, profile.id), where(profile, now)) }),
    erase: (tx, ids, _now, gone) => deleteRows(tx, table, ids, gone),
  }
}

/** The last membership ended before that moment, or the account itself did; nothing of it is alive. */
function endedBefore(moment: Date): SQL {
  const m = portalMemberships
  return sql`(${portalUsers.endedAt} < ${moment.toISOString()} or (
    exists (select from ${m} where ${m.portalUserId} = ${portalUsers.id})
    and not exists (select from ${m} where ${m.portalUserId} = ${portalUsers.id}
      and (${m.endedAt} is null or ${m.endedAt} >= ${moment.toISOString()}))))`
}

const formerAccounts: Kind = {
  name: 'former-accounts',
  due: (profile, now) => ({
    table: portalUsers,
    where: and(
      eq(portalUsers.provider, profile.id),
      // An emptied one waits for nothing but the last notice or question that names it.
      sql`case when ${portalUsers.userName} = ${EMPTIED_NAME} then not ${STILL_NAMED}
        else ${endedBefore(before(now, profile.retention.formerAccounts))} end`,
    ),
  }),
  erase: eraseAccounts,
}

const formerClients: Kind = {
  name: 'former-clients',
  due: (profile, now) => ({
    table: clients,
    where: and(
      eq(clients.provider, profile.id),
      lt(clients.careEndedAt, before(now, profile.openDaysAfterCare + profile.retention.formerClients)),
    ),
  }),
  async erase(tx, ids, now, gone) {
    const m = portalMemberships
    const accounts = await tx
      .selectDistinct({ id: m.portalUserId })
      .from(m)
      .where(inArray(m.clientId, [...ids]))
    await deleteRows(tx, clients, ids, gone)
    const left = await tx
      .select({ id: portalUsers.id })
      .from(portalUsers)
      .where(
        and(
          inArray(
            portalUsers.id,
            accounts.map((one) => one.id),
          ),
          notExists(tx.select({ one: sql`1` }).from(m).where(eq(m.portalUserId, portalUsers.id))),
        ),
      )
    await eraseAccounts(
      tx,
      left.map((one) => one.id),
      now,
      gone,
    )
  },
}

/** Links carry no provider: their account does. */
const oldLinks: Kind = {
  name: 'recovery-links',
  due: (profile, now) => ({
    table: recoveryLinks,
    where: and(
      lt(recoveryLinks.expiresAt, before(now, profile.retention.sessions)),
      sql`exists (select from ${portalUsers} where ${portalUsers.id} = ${recoveryLinks.portalUserId} and ${portalUsers.provider} = ${profile.id})`,
    ),
  }),
  erase: (tx, ids, _now, gone) => deleteRows(tx, recoveryLinks, ids, gone),
}

/** A device that is still named by a session of the term stays as long as that. */
const oldDevices: Kind = {
  name: 'trusted-devices',
  due: (profile, now) => ({
    table: trustedDevices,
    where: and(
      sql`coalesce(${trustedDevices.forgottenAt}, ${trustedDevices.expiresAt}) < ${before(now, profile.retention.sessions).toISOString()}`,
      sql`exists (select from ${portalUsers} where ${portalUsers.id} = ${trustedDevices.portalUserId} and ${portalUsers.provider} = ${profile.id})`,
      sql`not exists (select from ${sessions} where ${sessions.deviceId} = ${trustedDevices.id})`,
    ),
  }),
  erase: (tx, ids, _now, gone) => deleteRows(tx, trustedDevices, ids, gone),
}

/** In this order: what goes with a client need not be looked for again. */
export const KINDS: readonly Kind[] = [
  formerClients,
  formerAccounts,
  simple('closed-cases', cases, ({ retention }, now) =>
    and(ne(cases.status, 'open'), lt(cases.closedAt, before(now, retention.closedCases))),
  ),
  simple('visits', visits, ({ retention }, now) => lt(visits.date, addDays(toLocal(now).date, -retention.visits))),
  simple('contact-details', contactDetails, ({ retention }, now) =>
    and(isNotNull(contactDetails.removedAt), lt(contactDetails.removedAt, before(now, retention.removedContacts))),
  ),
  simple('contact-persons', contactPersons, ({ retention }, now) =>
    and(isNotNull(contactPersons.removedAt), lt(contactPersons.removedAt, before(now, retention.removedContacts))),
  ),
  simple('deliveries', deliveries, ({ retention }, now) => lt(deliveries.createdAt, before(now, retention.deliveries))),
  simple('account-events', accountEvents, ({ retention }, now) => lt(accountEvents.at, before(now, retention.accountEvents))),
  simple('caller-verifications', callerVerifications, ({ retention }, now) =>
    lt(callerVerifications.createdAt, before(now, retention.accountEvents)),
  ),
  simple(
    'sessions',
    sessions,
    ({ retention }, now) =>
      sql`coalesce(${sessions.endedAt}, ${sessions.refreshExpiresAt}) < ${before(now, retention.sessions).toISOString()}`,
  ),
  oldLinks,
  oldDevices,
]
