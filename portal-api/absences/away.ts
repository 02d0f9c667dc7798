/** When clients are known to be away: no visit is moved into that time. */
import { and, eq, inArray } from 'drizzle-orm'
import { type AbsencePeriod, absencePeriod } from '../../shared/domain/absences.ts'
import type { Tx } from '../db/database.ts'
import { absences } from '../db/schema/index.ts'
import { fieldsOf } from './rows.ts'

/**
 * The periods of a client's open notices, and of those processed. A processed one without an end does not count: nobody says when
 * it ended.
 */
export async function awayPeriods(tx: Tx, clientId: string): Promise<readonly AbsencePeriod[]> {
  const rows = await tx
    .select()
    .from(absences)
    .where(and(eq(absences.clientId, clientId), inArray(absences.status, ['open', 'processed'])))
  return rows
    .map((row) => ({ status: row.status, period: absencePeriod(fieldsOf(row)) }))
    .filter(({ status, period }) => status === 'open' || period.to !== null)
    .map(({ period }) => period)
}
