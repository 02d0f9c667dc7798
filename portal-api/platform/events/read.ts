/** Reads events of a provider, as its staff hear them. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type DesktopEvent, ROLES_OF_EVENT } from '../../../shared/api/events.ts'
import { rolesOf } from '../../../shared/domain/queues.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import type { Database, Tx } from '../../db/database.ts'
import { events, providerSequences } from '../../db/schema/index.ts'

/** May this role hear the event? Those of a queue reach who works in it; the rest go by their type. */
export function hears(role: StaffRole, event: DesktopEvent): boolean {
  const roles = event.queue === null ? (ROLES_OF_EVENT[event.type] ?? []) : rolesOf(event.queue)
  return roles.includes(role)
}

/** Events after a number, in order. */
export async function eventsAfter(db: Database | Tx, provider: string, after: number, limit: number): Promise<DesktopEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.provider, provider), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit)
  return rows.map((row) => ({
    id: row.seq,
    type: row.type,
    queue: row.queue,
    caseId: row.caseId,
    subjectId: row.subjectId,
    version: row.version,
    staffId: row.staffId,
    at: row.at.toISOString(),
  }))
}

/**
 * The last number given, and whether a follower who saw `after` can resume: not when older events were
 * cleared away in between, and not when the number is from another database's life.
 */
export async function resumePoint(
  db: Database | Tx,
  provider: string,
  after: number,
): Promise<{ last: number; resumable: boolean }> {
  const [row] = await db
    .select({
      last: providerSequences.lastEvent,
      oldest: sql<number | null>`(select min(${events.seq}) from ${events} where ${events.provider} = ${provider})`,
    })
    .from(providerSequences)
    .where(eq(providerSequences.provider, provider))
  const last = row?.last ?? 0
  const kept = row?.oldest ?? last + 1
  return { last, resumable: after <= last && after >= kept - 1 }
}
