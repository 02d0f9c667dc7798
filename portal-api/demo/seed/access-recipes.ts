/** Account trouble as the helpdesk meets it, per way in which a portal hands out its accounts. */
import type { AccessReason } from '../../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { type Chance, chanceOf } from './chance.ts'
import { HOUR_MS, MINUTE_MS, today, workingDaysBefore, writtenOn } from './moments.ts'

/** What is really the matter; the case's reason says only how it came in. */
export type Trouble =
  | 'blocked'
  | 'codes-not-arriving'
  | 'mobile-misspelled'
  | 'mobile-missing'
  | 'mail-bounced'
  | 'invitation-open'
  | 'no-rights'
  | 'care-ended'
  | 'letter-lost'
  | 'authenticator-lost'
  | 'membership-off'

export interface AccessRecipe {
  readonly trouble: Trouble
  readonly reason: AccessReason
  /** What a colleague wrote down when the caller phoned. */
  readonly note: string
}

const REASON: Readonly<Record<Trouble, AccessReason>> = {
  blocked: 'blocked',
  'codes-not-arriving': 'no-code',
  'mobile-misspelled': 'no-code',
  'mobile-missing': 'call',
  'mail-bounced': 'bounced',
  'invitation-open': 'invitation-expired',
  'no-rights': 'call',
  'care-ended': 'call',
  'letter-lost': 'call',
  'authenticator-lost': 'call',
  'membership-off': 'call',
}

const NOTE: Readonly<Partial<Record<Trouble, string>>> = {
  'mobile-missing': 'Belt: kan niet verder, er komt geen scherm voor de code.',
  'no-rights': 'Belt: ziet alleen een foto en verder niets.',
  'care-ended': 'Dochter belt: kan sinds deze week niet meer inloggen.',
  'letter-lost': 'Belt: heeft de brief met het wachtwoord weggegooid.',
  'authenticator-lost': 'Belt: nieuwe telefoon, de authenticator-app is leeg.',
  'membership-off': 'Belt: collega kan sinds maandag niet meer inloggen.',
}

const of = (troubles: readonly Trouble[]): AccessRecipe[] =>
  troubles.map((trouble) => ({ trouble, reason: REASON[trouble], note: NOTE[trouble] ?? '' }))

const BY_LETTER = of([
  'blocked',
  'letter-lost',
  'blocked',
  'mail-bounced',
  'blocked',
  'letter-lost',
  'mail-bounced',
  'blocked',
  'letter-lost',
])
const BY_INVITATION = of([
  'blocked',
  'codes-not-arriving',
  'no-rights',
  'invitation-open',
  'mobile-misspelled',
  'blocked',
  'mail-bounced',
  'codes-not-arriving',
  'invitation-open',
])
const BY_TWO_MAILS = of([
  'blocked',
  'codes-not-arriving',
  'care-ended',
  'blocked',
  'mobile-missing',
  'invitation-open',
  'mail-bounced',
  'mobile-misspelled',
  'invitation-open',
])
const OF_ORGANISATIONS = of([
  'authenticator-lost',
  'blocked',
  'membership-off',
  'mail-bounced',
  'invitation-open',
  'blocked',
  'authenticator-lost',
  'mail-bounced',
  'invitation-open',
])

/** The open access cases of a provider, newest first. */
export function accessRecipesOf(profile: PortalProfile): readonly AccessRecipe[] {
  switch (profile.firstCredentials) {
    case 'letter':
      return BY_LETTER
    case 'email':
      return BY_INVITATION
    case 'two-emails':
      return BY_TWO_MAILS
    case 'email-within-hour':
      return OF_ORGANISATIONS
    default: {
      const never: never = profile.firstCredentials
      return never
    }
  }
}

/** How long ago the newest came in; the rest lie working days back. */
const RECENT_MS: readonly number[] = [24 * MINUTE_MS, 71 * MINUTE_MS, 2.6 * HOUR_MS]
const DAYS_AGO: readonly number[] = [0, 0, 0, 1, 1, 1, 2, 2, 4]

/** When the open access case of this place came in. */
export function accessOpenedAt(seed: number, provider: string, index: number, now: Date): Date {
  const recent = RECENT_MS[index]
  if (recent !== undefined) return new Date(now.getTime() - recent)
  const chance = chanceOf(seed, provider, 'access', index, today(now))
  return writtenOn(workingDaysBefore(today(now), DAYS_AGO[index] ?? 2), now, chance)
}

/** A number as a portal administrator typed it by hand: with dashes, so that no text can be sent to it. */
export function misspelled(chance: Chance): string {
  return `06-89${chance.int(10, 99)}-${chance.int(10, 99)}-${chance.int(10, 99)}`
}
