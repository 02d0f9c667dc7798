/** Writes audit lines. An act's line stands in its own transaction; a look's line before its answer leaves. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { auditEntries } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'

export type AuditRow = Omit<typeof auditEntries.$inferInsert, 'id' | 'salt' | 'erasedAt'>

/** Enough chance that nobody finds a personal part back from its commitment by trying. */
const SALT_BYTES = 16

/** The statement that writes these lines (at least one), for who sends it together with others. */
export function auditStatement(tx: Tx, rows: readonly AuditRow[]) {
  return tx
    .insert(auditEntries)
    .values(rows.map((row) => ({ id: newId(), salt: randomBytes(SALT_BYTES).toString('base64url'), ...row })))
}

export async function writeAudit(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length > 0) await auditStatement(tx, rows)
}
