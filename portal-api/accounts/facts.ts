/** What the access case of an account shows, and when first help is due. Pure; the demo data use it too. */
import type { AccessReason } from '../../shared/domain/accounts.ts'
import type { Facet } from '../../shared/domain/cases.ts'
import { toInstant, toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { addWorkingDays } from '../../shared/domain/working-days.ts'
import type { CaseShape } from '../cases/write.ts'

/** Who cannot get in is helped before the end of the next working day: sooner than a question is answered. */
const FIRST_HELP_WORKING_DAYS = 1
const END_OF_HELPDESK_DAY = '17:00'

export type HelpRules = Pick<PortalProfile, 'holidays'>

export interface AccessTrouble {
  readonly reason: AccessReason
  readonly portalUserId: string
  readonly userName: string
  /** Is the account blocked now? The facet follows this, not the reason: unblocked is unblocked. */
  readonly blocked: boolean
  readonly openedAt: Date
}

function facetOfReason(reason: AccessReason): Facet | null {
  switch (reason) {
    case 'blocked':
      return null
    case 'no-code':
      return 'no-code'
    case 'bounced':
      return 'bounced'
    case 'invitation-expired':
      return 'invitation'
    case 'call':
      return 'call'
    default: {
      const never: never = reason
      return never
    }
  }
}

/** Facts, facets and due of an access case. */
export function accessShape(trouble: AccessTrouble, rules: HelpRules): CaseShape {
  const { reason, portalUserId, userName } = trouble
  const reasonFacet = facetOfReason(reason)
  const helpDay = addWorkingDays(toLocal(trouble.openedAt).date, FIRST_HELP_WORKING_DAYS, rules.holidays)
  return {
    facts: { queue: 'accounts', reason, userName, portalUserId },
    facets: [...(trouble.blocked ? (['blocked'] as const) : []), ...(reasonFacet ? [reasonFacet] : [])],
    dueAt: toInstant(helpDay, END_OF_HELPDESK_DAY),
  }
}

/** What lists sort a person by: "Anneke van den Berg" → "Berg, Anneke van den". */
export function sortNameOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`
}
