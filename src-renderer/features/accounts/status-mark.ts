/** The mark of an account that is not simply active. */
import { EnvelopeSimpleIcon } from '@phosphor-icons/react/EnvelopeSimple'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { ProhibitIcon } from '@phosphor-icons/react/Prohibit'
import type { AccountStatus } from '../../../shared/domain/accounts.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import type { MarkSpec } from '../../components/Mark.tsx'

export function statusMark(status: AccountStatus, t: Translate): MarkSpec[] {
  const label = t(`domain.accountStatus.${status}`)
  switch (status) {
    case 'active':
      return []
    case 'blocked':
      return [{ tone: 'hot', icon: LockSimpleIcon, label }]
    case 'invited':
      return [{ tone: 'neutral', icon: EnvelopeSimpleIcon, label }]
    case 'ended':
      return [{ tone: 'neutral', icon: ProhibitIcon, label }]
    default: {
      const never: never = status
      return never
    }
  }
}
