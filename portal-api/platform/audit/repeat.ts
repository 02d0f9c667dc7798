/** The audit line of a repeated request: nothing was done again, but the first answer was looked at once more (norms.md, Audit). */
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { auditEntries } from '../../db/schema/index.ts'
import type { AuditRow } from './write.ts'

/** @param firstAt the moment of the first request, which is that of its line: the repeat is about the same */
export async function repeatLine(tx: Tx, line: AuditRow, firstAt: Date): Promise<AuditRow> {
  const { objectId, onBehalfOf, clientId, caseId } = auditEntries
  const [first, other] = await tx
    .select({ objectId, onBehalfOf, clientId, caseId })
    .from(auditEntries)
    .where(
      and(
        line.actorId ? eq(auditEntries.actorId, line.actorId) : sql`false`,
        eq(auditEntries.at, firstAt),
        eq(auditEntries.provider, line.provider),
        sql`${auditEntries.details}->>'route' = ${String(line.details['route'])}`,
      ),
    )
    .limit(2)
  // Two at one moment: rather no word of what it was about than a wrong one.
  const about = other === undefined ? first : undefined
  return { ...line, ...about, action: 'read', details: { ...line.details, repeat: true } }
}
