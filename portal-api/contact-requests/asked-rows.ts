/** What clients asked, as it stands in the tables, with the names around it; one by one and a page at a time. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { ContactRequest } from '../../shared/domain/contact-requests.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { careTeamMembers, contactRequests, portalUsers, projects, staff } from '../db/schema/index.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'

export type RequestRow = typeof contactRequests.$inferSelect

const repliers = alias(staff, 'repliers')
const addressees = alias(staff, 'addressees')

/** All that was asked, with the names around it; to be narrowed. */
export function asked(tx: Tx) {
  return tx
    .select({
      row: contactRequests,
      repliedBy: repliers.name,
      writtenBy: portalUsers.name,
      addressee: addressees.name,
      /** What the addressee is to the client, when they belong to the care team. */
      function: careTeamMembers.function,
      project: projects.name,
    })
    .from(contactRequests)
    .innerJoin(portalUsers, eq(portalUsers.id, contactRequests.submittedBy))
    .leftJoin(repliers, eq(repliers.id, contactRequests.repliedBy))
    .leftJoin(addressees, eq(addressees.id, contactRequests.addressedTo))
    .leftJoin(careTeamMembers, eq(careTeamMembers.id, contactRequests.careTeamMemberId))
    .leftJoin(projects, eq(projects.id, contactRequests.projectId))
    .$dynamic()
}

/** One of them, with the names that its reader sees. */
export type AskedRow = Awaited<ReturnType<typeof asked>>[number]

const oneAsked = prepared((on) => asked(on).where(eq(contactRequests.id, sql.placeholder('id'))))

export async function askedRow(tx: Tx, id: string): Promise<AskedRow> {
  const [found] = await oneAsked(tx, { id })
  if (!found) throw new Error(`What was asked (${id}) is not there.`)
  return found
}

const place = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of those that `where` narrows to, newest first; null when the cursor is none of this list. */
export async function listAsked(
  tx: Tx,
  scope: string,
  where: SQL | undefined,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly AskedRow[]; readonly next: string | null } | null> {
  const after = query.cursor === undefined ? undefined : unpackCursor(scope, place, query.cursor)
  if (after === null) return null
  const found = await asked(tx)
    .where(
      and(
        where,
        after
          ? sql`(${contactRequests.submittedAt}, ${contactRequests.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(contactRequests.submittedAt), desc(contactRequests.id))
    .limit(query.limit + 1)
  const rows = found.slice(0, query.limit)
  const tail = found.length > query.limit ? rows.at(-1)?.row : undefined
  return { rows, next: tail ? packCursor(scope, [tail.submittedAt.toISOString(), tail.id]) : null }
}

/** What every kind reads back. */
export function toAsked({ row, repliedBy }: Pick<AskedRow, 'row' | 'repliedBy'>): Omit<ContactRequest, 'subject'> {
  return {
    id: row.id,
    message: row.message,
    status: row.status,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    reply: row.reply,
    repliedBy,
    version: row.version,
  }
}

/** A question, and any other kind as staff read it. */
export function toContactRequest(found: Pick<AskedRow, 'row' | 'repliedBy'>): ContactRequest {
  return { ...toAsked(found), subject: found.row.subject }
}
