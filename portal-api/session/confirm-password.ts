/** The current password, asked again in an open session before its security changes; wrong ones are limited (norms.md, 2 and 9). */
import type { PortalUserRow } from '../accounts/rows.ts'
import type { Refusal } from '../platform/context.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import type { Ground } from './ground.ts'
import { clearCounters, limitKey, PASSWORD_CONFIRMATIONS, take, waitFor } from './limits.ts'

/** The refusal of a wrong password, which is counted, or null; a right one clears the count. */
export async function refuseWrongPassword(c: Ground, user: PortalUserRow, password: string): Promise<Refusal | null> {
  const key = limitKey('password-confirmation', user.id)
  const seconds = await waitFor(c.tx, key, PASSWORD_CONFIRMATIONS, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  if (!(await verifyPassword(password, user.passwordHash))) {
    await take(c.tx, key, PASSWORD_CONFIRMATIONS, c.now)
    return c.fail('credentials-wrong', {}, { commit: true })
  }
  await clearCounters(c.tx, [key])
  return null
}
