/** A caller verified for an act: starts the verification, reads the code from the message, checks it. */
import type { SensitiveAct } from '../../shared/domain/accounts.ts'
import type { TestApp } from './app.ts'
import type { PortalUserRow } from './fixtures.ts'
import { type Caller, mustCall } from './http.ts'
import { sentCode } from './log-in.ts'

/** The receipt for one act on one account by the caller. */
export async function receiptFor(app: TestApp, caller: Caller, user: PortalUserRow, act: SensitiveAct): Promise<string> {
  const { verificationId } = await mustCall(caller, 'accounts.start-verification', {
    params: { id: user.id },
    body: { channel: 'sms', act },
  })
  const code = await sentCode(app, user.mobile ?? '', 'account.caller-code')
  const { receiptId } = await mustCall(caller, 'accounts.check-verification', { params: { id: verificationId }, body: { code } })
  return receiptId
}
