/** A notice that is closed: what was decided about each visit, or that the client took it back. */
import { ArrowUUpLeftIcon } from '@phosphor-icons/react/ArrowUUpLeft'
import type { AbsenceSubject } from '../../../shared/domain/cases.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import type { Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { DecisionCard } from '../../components/DecisionCard.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { targetMoment, visitDetail, visitMoment } from './visit-words.ts'

interface Outcome {
  readonly moment: string
  readonly becomes?: string
  readonly detail: string
}

/** Where the visit stood, and what it became. */
function outcomeOf(visit: Visit, action: 'move' | 'cancel' | 'keep', telling: Telling): Outcome {
  const { t } = telling
  const detail = visitDetail(visit)
  if (action === 'move' && visit.previous) {
    return { moment: targetMoment(visit.previous, telling), becomes: targetMoment(visit, telling), detail }
  }
  return action === 'cancel'
    ? { moment: visitMoment(visit, telling), becomes: t('absences.decided.cancel'), detail }
    : { moment: visitMoment(visit, telling), detail: `${detail} · ${t(`absences.decided.${action}`)}` }
}

export function ProcessedNotice({ subject }: { subject: AbsenceSubject }) {
  const telling = useTelling()
  const { t } = telling
  if (subject.notice.status === 'withdrawn') {
    return <EmptyState icon={ArrowUUpLeftIcon} title={t('absences.withdrawnTitle')} text={t('absences.withdrawnText')} />
  }
  return (
    <>
      <SectionHeading title={t('absences.decidedTitle')} />
      {subject.decided.length === 0 && <p>{t('absences.nothingDecided')}</p>}
      {subject.decided.map(({ visitId, action }) => {
        const visit = subject.affected.find((one) => one.id === visitId)
        if (!visit) return null
        return (
          <DecisionCard
            key={visitId}
            state="decided"
            stateLabel={t(`absences.decided.${action}`)}
            {...outcomeOf(visit, action, telling)}
            becomesLabel={t('absences.becomes')}
          />
        )
      })}
    </>
  )
}
