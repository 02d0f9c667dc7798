/** Writes audit lines. An act's line stands in its own transaction; a look's line before its answer leaves. */
import type { Tx } from '../../db/database.ts'
import { auditEntries } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'

export type AuditRow = Omit<typeof auditEntries.$inferInsert, 'id'>

export async function writeAudit(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(auditEntries).values(rows.map((row) => ({ id: newId(), ...row })))
}
