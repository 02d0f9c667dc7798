/** Finds portal users by part of a name, a user name, the name of their client, or the client's number. */
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AccountSummary } from '../../shared/domain/accounts.ts'
import type { Tx } from '../db/database.ts'
import { cases, clients, portalMemberships, portalUsers } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'
import { containsText, escapeLike, wholeNumber } from '../platform/text-search.ts'
import { membershipsWithNames } from './memberships.ts'
import { accountStatus } from './status.ts'

/** The sort values of a row: its name in lower case, and its id. */
export const searchPlace = z.tuple([z.string(), z.uuid()])
export type SearchPlace = z.infer<typeof searchPlace>

/** Each arm is served by an index of its own (trigram, trigram, unique number). */
function matches(provider: string, q: string): SQL | undefined {
  // No column can hold NUL, and PostgreSQL refuses it as a parameter.
  if (q.includes('\u0000')) return sql`false`
  const pattern = `%${escapeLike(q.toLowerCase())}%`
  const ofClient = (which: SQL) =>
    sql`${portalUsers.id} in (select ${portalMemberships.portalUserId} from ${portalMemberships} join ${clients} on ${clients.id} = ${portalMemberships.clientId} where ${clients.provider} = ${provider} and ${which})`
  const number = wholeNumber(q)
  return or(
    sql`lower(${portalUsers.name} || ' ' || ${portalUsers.userName}) like ${pattern}`,
    ofClient(containsText(clients.name, q)),
    number === null ? undefined : ofClient(sql`${clients.number} = ${number}`),
  )
}

/** Up to `limit` + 1 rows after a place, by name; the last one says only that there is more. */
export async function searchAccounts(
  tx: Tx,
  provider: string,
  q: string,
  after: SearchPlace | null,
  limit: number,
): Promise<{ rows: AccountSummary[]; next: SearchPlace | null }> {
  const sortName = sql<string>`lower(${portalUsers.name})`
  const rows = await tx
    .select({ user: portalUsers, sortName })
    .from(portalUsers)
    .where(
      and(
        eq(portalUsers.provider, provider),
        matches(provider, q.trim()),
        after ? sql`(${sortName}, ${portalUsers.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(sortName), asc(portalUsers.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const open =
    page.length === 0
      ? []
      : await tx
          .select({ id: cases.id, subjectId: cases.subjectId })
          .from(cases)
          .where(
            and(
              inArray(
                cases.subjectId,
                page.map(({ user }) => user.id),
              ),
              eq(cases.queue, 'accounts'),
              eq(cases.status, 'open'),
            ),
          )
  const caseOf = new Map(open.map((row) => [row.subjectId, row.id]))
  const ties = groupBy(
    page.length === 0
      ? []
      : await membershipsWithNames(
          tx,
          page.map(({ user }) => user.id),
        ),
    ({ membership }) => membership.portalUserId,
  )
  return {
    rows: page.map(({ user }) => {
      const mine = ties.get(user.id) ?? []
      const [main] = mine
      return {
        id: user.id,
        name: user.name,
        userName: user.userName,
        kind: main?.membership.kind ?? 'client',
        status: accountStatus({ ...user, memberships: mine.map(({ membership }) => membership) }),
        clientNumber: main?.client?.number ?? null,
        clientName: main?.client?.name ?? null,
        caseId: caseOf.get(user.id) ?? null,
      }
    }),
    next: last ? [last.sortName, last.user.id] : null,
  }
}
