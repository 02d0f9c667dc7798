/** What a row says: its marks, and the one line of facts per queue. */
import { ArrowLineRightIcon } from '@phosphor-icons/react/ArrowLineRight'
import { BuildingsIcon } from '@phosphor-icons/react/Buildings'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { ClockCountdownIcon } from '@phosphor-icons/react/ClockCountdown'
import { DeviceMobileSlashIcon } from '@phosphor-icons/react/DeviceMobileSlash'
import { EnvelopeSimpleIcon } from '@phosphor-icons/react/EnvelopeSimple'
import { HeartbeatIcon } from '@phosphor-icons/react/Heartbeat'
import { HospitalIcon } from '@phosphor-icons/react/Hospital'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { PencilSimpleLineIcon } from '@phosphor-icons/react/PencilSimpleLine'
import { PhoneIcon } from '@phosphor-icons/react/Phone'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import type { AbsenceFields } from '../../../shared/domain/absences.ts'
import type { Facet, QueueItem } from '../../../shared/domain/cases.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import { dayAndMonth, nearInstant, shortDay, type Telling } from '../../app/format/dates.ts'
import { dueClock } from '../../app/format/due.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import type { MarkSpec } from '../../components/Mark.tsx'
import type { RowClock } from '../../components/QueueRow.tsx'

function markOf(facet: Facet, t: Translate): MarkSpec {
  switch (facet) {
    case 'late-notice':
      return { tone: 'warn', icon: ClockCountdownIcon, label: t('domain.mark.late') }
    case 'changed':
      return { tone: 'info', icon: PencilSimpleLineIcon, label: t('domain.mark.changed') }
    case 'admission':
      return { tone: 'neutral', icon: HospitalIcon, label: t('domain.mark.admission') }
    case 'open-end':
      return { tone: 'neutral', icon: ArrowLineRightIcon, label: t('domain.mark.openEnd') }
    case 'message':
      return { tone: 'neutral', icon: ChatTextIcon, label: t('domain.mark.message') }
    case 'care-signal':
      return { tone: 'warn', icon: HeartbeatIcon, label: t('domain.mark.careSignal') }
    case 'project':
      return { tone: 'neutral', icon: BuildingsIcon, label: t('domain.mark.project') }
    case 'blocked':
      return { tone: 'hot', icon: LockSimpleIcon, label: t('domain.mark.blocked') }
    case 'no-code':
      return { tone: 'hot', icon: DeviceMobileSlashIcon, label: t('domain.mark.noCode') }
    case 'invitation':
      return { tone: 'neutral', icon: EnvelopeSimpleIcon, label: t('domain.mark.invitation') }
    case 'bounced':
      return { tone: 'warn', icon: WarningIcon, label: t('domain.mark.bounced') }
    case 'call':
      return { tone: 'neutral', icon: PhoneIcon, label: t('domain.mark.call') }
    default: {
      const never: never = facet
      return never
    }
  }
}

export function marksOf(facets: readonly Facet[], t: Translate): MarkSpec[] {
  return facets.map((facet) => markOf(facet, t))
}

/** "Opname · t/m wo 25 nov", "Vakantie, 13:00–17:00". */
function periodFacts(notice: AbsenceFields, telling: Telling): string {
  const { t } = telling
  const type = t(`domain.absenceType.${notice.type}`)
  if (notice.days === 'several') {
    return notice.endDateKnown && notice.endDate
      ? t('queue.facts.until', { type, day: shortDay(notice.endDate, telling) })
      : t('queue.facts.openEnd', { type })
  }
  return notice.wholeDay || !notice.startTime || !notice.endTime
    ? t('queue.facts.wholeDay', { type })
    : t('queue.facts.partDay', { type, from: notice.startTime, to: notice.endTime })
}

export interface RowWords {
  readonly facts: string
  readonly preview: string | null
}

type WordedItem = Pick<QueueItem, 'facts' | 'openedAt' | 'addressedTo'>

export function rowWords({ facts, openedAt, addressedTo }: WordedItem, telling: Telling): RowWords {
  const { t } = telling
  switch (facts.queue) {
    case 'absences': {
      const visits = facts.visitCount === 0 ? t('queue.facts.noVisits') : t('queue.facts.visits', { count: facts.visitCount })
      return { facts: `${periodFacts(facts.notice, telling)} · ${visits}`, preview: null }
    }
    case 'contact-requests': {
      const subject = t(`domain.contactSubject.${facts.subject}`)
      const words = addressedTo === null ? subject : t('queue.facts.addressedTo', { subject, name: addressedTo.name })
      return { facts: words, preview: facts.excerpt }
    }
    case 'accounts':
      return { facts: `${facts.userName} · ${nearInstant(openedAt, telling)}`, preview: null }
    default: {
      const never: never = facts
      return never
    }
  }
}

/** The clock of a row; what is closed waits for nothing and shows when it came in. */
export function rowClock(item: QueueItem, isOpen: boolean, telling: Telling): RowClock {
  if (isOpen) return dueClock(item.dueAt, telling)
  const { date, time } = toLocal(new Date(item.openedAt))
  return { main: dayAndMonth(date, telling), sub: time, spoken: nearInstant(item.openedAt, telling), fraction: 0 }
}
