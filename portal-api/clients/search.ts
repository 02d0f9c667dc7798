/** Finding a client by part of a name or by number; pages by name. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ClientSummary } from '../../shared/domain/clients.ts'
import type { Tx } from '../db/database.ts'
import { clients } from '../db/schema/index.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { containsText, wholeNumber } from '../platform/text-search.ts'
import { toClientSummary } from './rows.ts'

const place = z.tuple([z.string(), z.uuid()])

/** A page of clients, or null when the cursor is none of ours. */
export async function findClients(
  tx: Tx,
  provider: string,
  query: { readonly q: string; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: ClientSummary[]; next: string | null } | null> {
  const after = query.cursor === undefined ? undefined : unpackCursor('clients', place, query.cursor)
  if (after === null) return null
  const number = wholeNumber(query.q)
  const rows = await tx
    .select()
    .from(clients)
    .where(
      and(
        eq(clients.provider, provider),
        number === null ? containsText(clients.name, query.q) : eq(clients.number, number),
        after ? sql`(${clients.sortName}, ${clients.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(clients.sortName), asc(clients.id))
    .limit(query.limit + 1)
  const page = rows.slice(0, query.limit)
  const tail = rows.length > query.limit ? page.at(-1) : undefined
  return { rows: page.map(toClientSummary), next: tail ? packCursor('clients', [tail.sortName, tail.id]) : null }
}
