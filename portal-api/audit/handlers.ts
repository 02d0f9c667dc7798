/** Reading the audit log. Reading is logged like any other look: the request's own line says what was asked. */
import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { auditRoutes } from '../../shared/api/audit.ts'
import { auditChain, auditEntries, portalUsers, staff } from '../db/schema/index.ts'
import type { HandlersOf } from '../platform/context.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { refuseField } from '../platform/field-refusal.ts'

const place = z.tuple([z.iso.datetime(), z.uuid()])

export const auditHandlers = {
  'audit.list': async (c) => {
    const { clientId, caseId, actorId, limit } = c.query
    const from = c.query.cursor === undefined ? undefined : unpackCursor('audit', place, c.query.cursor)
    if (from === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ clientId: clientId ?? null, caseId: caseId ?? null, details: { actorId: actorId ?? null } })
    const rows = await c.tx
      .select({
        entry: auditEntries,
        position: auditChain.position,
        actorName: sql<string | null>`coalesce(${staff.name}, ${portalUsers.name})`,
      })
      .from(auditEntries)
      .leftJoin(auditChain, eq(auditChain.entryId, auditEntries.id))
      .leftJoin(staff, eq(staff.id, auditEntries.actorId))
      .leftJoin(portalUsers, eq(portalUsers.id, auditEntries.actorId))
      .where(
        and(
          eq(auditEntries.provider, c.provider),
          clientId ? eq(auditEntries.clientId, clientId) : undefined,
          caseId ? eq(auditEntries.caseId, caseId) : undefined,
          actorId ? eq(auditEntries.actorId, actorId) : undefined,
          from
            ? or(
                lt(auditEntries.at, new Date(from[0])),
                and(eq(auditEntries.at, new Date(from[0])), lt(auditEntries.id, from[1])),
              )
            : undefined,
        ),
      )
      .orderBy(desc(auditEntries.at), desc(auditEntries.id))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const tail = rows.length > limit ? page.at(-1)?.entry : undefined
    return {
      rows: page.map(({ entry, position, actorName }) => ({
        ...entry,
        at: entry.at.toISOString(),
        actorName: actorName ?? '',
        position,
      })),
      next: tail ? packCursor('audit', [tail.at.toISOString(), tail.id]) : null,
    }
  },
} satisfies HandlersOf<typeof auditRoutes>
