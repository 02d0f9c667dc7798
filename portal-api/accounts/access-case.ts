/**
 * The access case of an account: opened once per account, kept equal to it. Callers hold the lock on the account's row.
 */
import { and, eq } from 'drizzle-orm'
import type { AccessReason } from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type CaseWriter, openCase, updateCaseOfSubject } from '../cases/write.ts'
import type { Tx } from '../db/database.ts'
import { cases, clients } from '../db/schema/index.ts'
import { accessShape, sortNameOf } from './facts.ts'
import type { PortalUserRow } from './rows.ts'

export type CaseUser = Pick<PortalUserRow, 'id' | 'name' | 'userName' | 'clientId' | 'blockedAt' | 'version'>

interface OpenAccessCase {
  readonly id: string
  readonly reason: AccessReason | null
  readonly openedAt: Date
  readonly note: string
}

/** The open access case of an account, or null; there is never more than one. */
export async function openAccessCaseOf(tx: Tx, portalUserId: string): Promise<OpenAccessCase | null> {
  const [row] = await tx
    .select({ id: cases.id, reason: cases.reason, openedAt: cases.openedAt, note: cases.note })
    .from(cases)
    .where(and(eq(cases.subjectId, portalUserId), eq(cases.queue, 'accounts'), eq(cases.status, 'open')))
  return row ?? null
}

function shapeOf(user: CaseUser, reason: AccessReason, openedAt: Date, profile: PortalProfile) {
  return accessShape(
    { reason, portalUserId: user.id, userName: user.userName, blocked: user.blockedAt !== null, openedAt },
    profile,
  )
}

/** Opens an access case, or brings the open one up to date. Returns its id and whether it is new. */
export async function ensureAccessCase(
  c: CaseWriter,
  profile: PortalProfile,
  user: CaseUser,
  reason: AccessReason,
  note = '',
): Promise<{ id: string; opened: boolean }> {
  const open = await refreshAccessCase(c, profile, user, note)
  if (open !== null) return { id: open, opened: false }
  const [client] = user.clientId
    ? await c.tx
        .select({ number: clients.number, sortName: clients.sortName, name: clients.name })
        .from(clients)
        .where(eq(clients.id, user.clientId))
    : []
  const id = openCase(c, {
    ...shapeOf(user, reason, c.now, profile),
    subjectId: user.id,
    subjectVersion: user.version,
    name: user.name,
    sortName: client && client.name === user.name ? client.sortName : sortNameOf(user.name),
    clientId: user.clientId,
    clientNumber: client?.number ?? null,
    portalUserId: user.id,
    reason,
    note: withNote('', note),
  })
  return { id, opened: true }
}

/** One note after another; what was written before is never overwritten. */
export function withNote(before: string, added: string): string {
  return [before, added.trim()].filter((text) => text !== '').join('\n')
}

/** Brings the open access case up to date with its account, and adds a note; null when none is open. */
export async function refreshAccessCase(
  c: CaseWriter,
  profile: PortalProfile,
  user: CaseUser,
  note = '',
): Promise<string | null> {
  const open = await openAccessCaseOf(c.tx, user.id)
  if (open === null) return null
  const shape = shapeOf(user, open.reason ?? 'call', open.openedAt, profile)
  return updateCaseOfSubject(c, {
    ...shape,
    subjectId: user.id,
    subjectVersion: user.version,
    note: withNote(open.note, note),
  })
}
