/** Writes audit lines. An act's line stands in its own transaction; a look's line before its answer leaves. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { inserting } from '../../db/prepared.ts'
import { auditEntries } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'

export type AuditRow = Omit<typeof auditEntries.$inferInsert, 'id' | 'salt' | 'erasedAt'>

/** Enough chance that nobody finds a personal part back from its commitment by trying. */
const SALT_BYTES = 16

const insertLine = inserting(auditEntries, [
  'id',
  'salt',
  'provider',
  'at',
  'action',
  'object',
  'objectId',
  'outcome',
  'problem',
  'actorKind',
  'actorId',
  'role',
  'onBehalfOf',
  'clientId',
  'caseId',
  'workstation',
  'source',
  'trace',
  'details',
])

/** Writes one line: the statement that every request sends. */
export async function writeLine(tx: Tx, row: AuditRow): Promise<void> {
  await insertLine(tx, { ...row, id: newId(), salt: randomBytes(SALT_BYTES).toString('base64url') })
}

export async function writeAudit(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  for (const row of rows) await writeLine(tx, row)
}
