/** What the helpdesk does in most tests of accounts: verify a caller, and forget the devices of an account. */
import { randomUUID } from 'node:crypto'
import { trustedDevices } from '../../portal-api/db/schema/index.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import type { SensitiveAct, VerificationChannel } from '../../shared/domain/accounts.ts'
import type { TestApp } from './app.ts'
import type { PortalUserRow } from './fixtures.ts'
import { type Caller, callApi, mustCall } from './http.ts'
import { sentCode } from './log-in.ts'

/** Gives an account devices it trusts. */
export async function trustDevices(app: TestApp, user: PortalUserRow, count = 2): Promise<void> {
  const at = app.clock.now()
  await app.db.insert(trustedDevices).values(
    Array.from({ length: count }, () => ({
      id: newId(),
      portalUserId: user.id,
      tokenHash: newId(),
      label: 'iPad',
      trustedAt: at,
      lastUsedAt: at,
    })),
  )
}

export function startVerification(
  caller: Caller,
  user: PortalUserRow,
  act: SensitiveAct = 'forget-devices',
  channel: VerificationChannel = 'sms',
) {
  return callApi(caller, 'accounts.start-verification', { params: { id: user.id }, body: { channel, act } })
}

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

export function forgetDevices(
  caller: Caller,
  user: PortalUserRow,
  receiptId: string,
  basedOn = user.version,
  requestId: string = randomUUID(),
) {
  const body = { receiptId, reason: 'nieuwe laptop' }
  return callApi(caller, 'accounts.forget-devices', { params: { id: user.id }, basedOn, body, requestId })
}
