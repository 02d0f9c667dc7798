/**
 * Routes without a provider in their path (staff sign-in, renewing, signing out) are logged for the installation. What
 * they mean for a provider stands in that provider's log as well: who came, who left, whose session was ended.
 */
import type { Route } from '../../shared/api/route.ts'
import { type AuditRow, writeAudit } from '../platform/audit/write.ts'
import type { Context } from '../platform/context.ts'

type Line = Pick<AuditRow, 'action' | 'object' | 'outcome' | 'actorKind' | 'actorId'> &
  Partial<Pick<AuditRow, 'objectId' | 'role' | 'clientId' | 'problem'>>

export async function auditAtProvider(
  c: Pick<Context<Route>, 'tx' | 'now' | 'trace' | 'workstation'>,
  provider: string,
  line: Line,
  workstation = c.workstation,
): Promise<void> {
  await writeAudit(c.tx, [{ ...line, provider, at: c.now, workstation, source: 'portal-api', trace: c.trace, details: {} }])
}
