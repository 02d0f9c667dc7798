/** What became of the codes an account was sent: read from its timeline, for the doctor and for opening a case. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { accountEvents } from '../db/schema/index.ts'

export interface CodeStats {
  /** Codes sent since one was last used; after a used one, one. Zero = never sent. */
  readonly sent: number
  readonly lastAt: Date | null
  readonly lastUsed: boolean
}

/** A log-in that ended well after a code was sent used that code. */
export async function codeStatsOf(tx: Tx, portalUserId: string): Promise<CodeStats> {
  const [used] = await tx
    .select({ at: accountEvents.at, id: accountEvents.id })
    .from(accountEvents)
    .where(and(eq(accountEvents.portalUserId, portalUserId), inArray(accountEvents.type, ['device-trusted', 'login'])))
    .orderBy(desc(accountEvents.at), desc(accountEvents.id))
    .limit(1)
  const since = used
    ? sql`(${accountEvents.at}, ${accountEvents.id}) > (${used.at.toISOString()}::timestamptz, ${used.id}::uuid)`
    : undefined
  const sentSince = sql<number>`count(*) filter (where ${since ?? sql`true`})`
  const [codes] = await tx
    .select({ all: sql<number>`count(*)`, unused: sentSince, lastAt: sql<string | null>`max(${accountEvents.at})` })
    .from(accountEvents)
    .where(and(eq(accountEvents.portalUserId, portalUserId), eq(accountEvents.type, 'code-sent')))
  if (!codes || codes.all === 0) return { sent: 0, lastAt: null, lastUsed: false }
  const lastAt = codes.lastAt === null ? null : new Date(codes.lastAt)
  return codes.unused > 0 ? { sent: codes.unused, lastAt, lastUsed: false } : { sent: 1, lastAt, lastUsed: true }
}
