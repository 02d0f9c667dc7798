/** What an act leaves behind, in the order in which it was written: audit lines, events, messages on their way. */
import { and, asc, eq, type SQL } from 'drizzle-orm'
import { auditEntries, deliveries, events } from '../../portal-api/db/schema/index.ts'
import { bodyOf } from '../../portal-api/platform/delivery/queue.ts'
import type { TestApp } from './app.ts'

export type AuditLine = typeof auditEntries.$inferSelect
export type Delivery = typeof deliveries.$inferSelect
type StoredEvent = typeof events.$inferSelect

/** Audit lines of a case, or of an object (`case`, `claim`, `queue`), or both. */
export function auditOf(app: TestApp, of: { readonly caseId?: string; readonly object?: string }): Promise<AuditLine[]> {
  const where: SQL | undefined = and(
    of.caseId === undefined ? undefined : eq(auditEntries.caseId, of.caseId),
    of.object === undefined ? undefined : eq(auditEntries.object, of.object),
  )
  return app.db.select().from(auditEntries).where(where).orderBy(asc(auditEntries.id))
}

/** The events of a provider, or of one case or subject of it. */
export function eventsOf(
  app: TestApp,
  of: { readonly provider?: string; readonly caseId?: string; readonly subjectId?: string },
): Promise<StoredEvent[]> {
  const where = and(
    of.provider === undefined ? undefined : eq(events.provider, of.provider),
    of.caseId === undefined ? undefined : eq(events.caseId, of.caseId),
    of.subjectId === undefined ? undefined : eq(events.subjectId, of.subjectId),
  )
  return app.db.select().from(events).where(where).orderBy(asc(events.provider), asc(events.seq))
}

/** Messages with this template, or to this address; their bodies as they go out. */
export async function deliveriesOf(app: TestApp, of: { readonly template?: string; readonly to?: string }): Promise<Delivery[]> {
  const where = and(
    of.template === undefined ? undefined : eq(deliveries.template, of.template),
    of.to === undefined ? undefined : eq(deliveries.toAddress, of.to),
  )
  const rows = await app.db.select().from(deliveries).where(where).orderBy(asc(deliveries.id))
  return rows.map((row) => ({ ...row, body: bodyOf(row, app.services.box) }))
}
