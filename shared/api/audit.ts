/** The audit log on the wire: team leads read it, and reading is logged too. */
import { z } from 'zod'
import { instant, uuid } from '../domain/ids.ts'
import { cursor, limit, pageOf } from './common.ts'
import { route } from './route.ts'

export const auditLine = z.object({
  id: uuid,
  at: instant,
  action: z.enum(['create', 'read', 'update', 'delete', 'execute']),
  object: z.string(),
  objectId: z.string().nullable(),
  outcome: z.enum(['ok', 'refused', 'failed']),
  actorKind: z.enum(['staff', 'portal-user', 'system', 'unknown']),
  actorId: uuid.nullable(),
  actorName: z.string(),
  role: z.string().nullable(),
  clientId: uuid.nullable(),
  caseId: uuid.nullable(),
  workstation: z.string(),
  trace: z.string(),
  /** Position in the provider's chain; null until the appender has linked it. */
  position: z.number().int().nullable(),
})
export type AuditLine = z.infer<typeof auditLine>

export const auditRoutes = {
  'audit.list': route({
    name: 'audit.list',
    method: 'GET',
    path: '/v1/audit',
    who: { kind: 'staff', roles: ['team-lead'] },
    summary: 'The audit log, newest first; by client, case or actor',
    query: z.object({ clientId: uuid.optional(), caseId: uuid.optional(), actorId: uuid.optional(), cursor, limit }),
    output: pageOf(auditLine),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'audit-log' },
    problems: [],
  }),
} as const
