/** Numbers people read out, one series per provider and kind of work: `AM-20418`. */
import { sql } from 'drizzle-orm'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { numberSeries } from '../db/schema/index.ts'

/** Afwezigheidsmelding, contactverzoek, toegang. */
export const PREFIX_OF_QUEUE: Readonly<Record<QueueId, string>> = { absences: 'AM', 'contact-requests': 'CV', accounts: 'TA' }

/**
 * The next number of a series. The row stays locked until the transaction ends, so that no number is
 * given twice and a rolled-back case leaves no gap.
 */
export async function nextCaseNumber(tx: Tx, provider: string, queue: QueueId): Promise<string> {
  const prefix = PREFIX_OF_QUEUE[queue]
  const [row] = await tx
    .insert(numberSeries)
    .values({ provider, prefix, last: 1 })
    .onConflictDoUpdate({ target: [numberSeries.provider, numberSeries.prefix], set: { last: sql`${numberSeries.last} + 1` } })
    .returning({ last: numberSeries.last })
  if (!row) throw new Error(`No number series ${prefix} for ${provider}.`)
  return `${prefix}-${row.last}`
}
