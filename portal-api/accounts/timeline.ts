/** The timeline of an account: writes a line. No secrets, no codes, no whole addresses in `detail`. */
import type { AccountEventBy, AccountEventType } from '../../shared/domain/accounts.ts'
import type { Tx } from '../db/database.ts'
import { accountEvents } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

export interface TimelineLine {
  readonly type: AccountEventType
  readonly by: AccountEventBy
  readonly staffId?: string
  /** The account of the portal's administrator who did it. */
  readonly administratorId?: string
  readonly detail?: string
}

export async function writeTimeline(
  c: { readonly tx: Tx; readonly provider: string; readonly now: Date },
  portalUserId: string,
  line: TimelineLine,
): Promise<void> {
  await c.tx.insert(accountEvents).values({
    id: newId(),
    provider: c.provider,
    portalUserId,
    at: c.now,
    type: line.type,
    by: line.by,
    staffId: line.staffId ?? null,
    administratorId: line.administratorId ?? null,
    detail: line.detail ?? '',
  })
}
