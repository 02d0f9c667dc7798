/** Who it is, asked again in an open session before the account's security changes; wrong answers are limited (norms.md, 2 and 9). */
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import { totpStep } from '../platform/secrets/totp.ts'
import type { Ground } from './ground.ts'
import { CODES_WRONG, clearCounters, limitKey, PASSWORD_CONFIRMATIONS, take, waitFor } from './limits.ts'

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

/** Refuses unless the account's authenticator proves itself, where there is one. The code is asked in the field `code`. */
export async function refuseWrongFactor(c: Ground, user: PortalUserRow, code: string | undefined): Promise<Refusal | null> {
  if (user.totpSecret === null) return null
  if (code === undefined) return refuseField(c, 'code', 'code-format')
  const key = limitKey('codes-wrong', user.id)
  const seconds = await waitFor(c.tx, key, CODES_WRONG, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const step = totpStep(c.services.box.open(user.totpSecret), code, c.now, user.totpLastStep)
  if (step === null) {
    await take(c.tx, key, CODES_WRONG, c.now)
    return c.fail('code-wrong', { left: 0 }, { commit: true })
  }
  await updateUser(c.tx, user, { totpLastStep: step })
  return null
}
