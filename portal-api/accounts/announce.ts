/** Tells the helpdesk's workstations about an account: in the transaction that changes it, and no more than they need. */
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { CaseWriter } from '../cases/write.ts'
import { type CaseUser, openAccessCaseOf, refreshAccessCase } from './access-case.ts'

/** The account's content or status changed: its open case follows, and whoever has it open looks again. */
export async function announceChange(c: CaseWriter, profile: PortalProfile, user: CaseUser): Promise<void> {
  await refreshAccessCase(c, profile, user)
  c.emit({ type: 'account.changed', subjectId: user.id, version: user.version })
}

/** Something happened that changes neither (a code was sent, a log-in went well): of interest only while helped. */
export async function announceActivity(c: CaseWriter, user: CaseUser): Promise<void> {
  if ((await openAccessCaseOf(c.tx, user.id)) !== null)
    c.emit({ type: 'account.changed', subjectId: user.id, version: user.version })
}
