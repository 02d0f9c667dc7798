/** How long the trust in a verified device lasts, and what a log-in still has to pass. Pure. */
import { addDays, mondayOf, toInstant, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { TicketStep } from './tickets.ts'

type DeviceVerification = PortalProfile['deviceVerification']

/** When trust given now runs out: weekly at the end of the ISO week, local time; per device never. */
export function trustUntil(verification: DeviceVerification, now: Date): Date | null {
  switch (verification) {
    case 'weekly':
      return toInstant(addDays(mondayOf(toLocal(now).date), 7), '00:00')
    case 'per-device':
    case 'never':
      return null
    default: {
      const never: never = verification
      return never
    }
  }
}

/** What this log-in has proven so far, beside the password. */
export interface Proven {
  readonly device: boolean
  readonly factor: boolean
}

export interface FactorRow {
  readonly totpSecret: string | null
  readonly totpEnrol: boolean
  readonly passwordTemporary: boolean
}

/**
 * The next step after a right password. Factors come before an own password is chosen, so that a reset by mail never
 * lets anyone past them (ASVS 6.4.3).
 */
export function nextStep(
  verification: DeviceVerification,
  user: FactorRow,
  proven: Proven,
): Exclude<TicketStep, 'staff-code' | 'membership' | 'own-enrol' | 'own-address'> | 'signed-in' {
  if (verification !== 'never' && !proven.device) return 'device'
  if (!proven.factor && user.totpSecret !== null) return 'authenticator'
  if (!proven.factor && user.totpEnrol) return 'enrol'
  return user.passwordTemporary ? 'password' : 'signed-in'
}
