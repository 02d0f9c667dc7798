/** The sentence a notice opens with: what, when, and what it hits; or how it ended. */
import type { AbsenceSubject, CaseDetail } from '../../../shared/domain/cases.ts'
import { toInstant } from '../../../shared/domain/local-time.ts'
import { nearDay, nearInstant, nearMoment, type Telling } from '../../app/format/dates.ts'
import { isUrgent } from '../../app/format/due.ts'
import { saidSpan } from '../../app/format/spans.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'

function When({ notice, telling }: { notice: AbsenceSubject['notice']; telling: Telling }) {
  const { t } = telling
  const kind = t(`absences.sentence.kind.${notice.type}`)
  const day = nearDay(notice.startDate, telling)
  const from = notice.startTime ? nearMoment(notice.startDate, notice.startTime, telling) : day
  if (notice.days === 'several') {
    if (!notice.endDateKnown || !notice.endDate) return <Said i18nKey="absences.sentence.openEnd" values={{ kind, from }} />
    const to = notice.endTime ? nearMoment(notice.endDate, notice.endTime, telling) : nearDay(notice.endDate, telling)
    return <Said i18nKey="absences.sentence.several" values={{ kind, from, to }} />
  }
  return notice.wholeDay || !notice.startTime || !notice.endTime ? (
    <Said i18nKey="absences.sentence.wholeDay" values={{ kind, day }} />
  ) : (
    <Said i18nKey="absences.sentence.partDay" values={{ kind, day, from: notice.startTime, to: notice.endTime }} />
  )
}

/** Did the notice hit visits that lie behind us by now? Those ahead are the only ones to decide on. */
export function hitsArePast(detail: CaseDetail, affected: AbsenceSubject['affected']): boolean {
  return affected.length === 0 && detail.facts.queue === 'absences' && detail.facts.visitCount > 0
}

function Hits({ detail, affected, telling }: { detail: CaseDetail; affected: AbsenceSubject['affected']; telling: Telling }) {
  const { t, now } = telling
  const first = affected[0]
  if (!first) return t(hitsArePast(detail, affected) ? 'absences.sentence.past' : 'absences.sentence.none')
  const start = toInstant(first.date, first.startTime)
  const left = start.getTime() - now
  const count = affected.length
  if (left <= 0) return <Said i18nKey="absences.sentence.hitsPast" count={count} values={{ start: saidSpan(left, t) }} />
  if (isUrgent(start.toISOString(), now)) {
    return <Said i18nKey="absences.sentence.hitsSoon" count={count} values={{ start: saidSpan(left, t) }} />
  }
  return (
    <Said
      i18nKey="absences.sentence.hitsLater"
      count={count}
      values={{ start: nearMoment(first.date, first.startTime, telling) }}
    />
  )
}

function Ending({ detail, telling }: { detail: CaseDetail; telling: Telling }) {
  const when = nearInstant(detail.closedAt ?? detail.openedAt, telling)
  if (detail.subject.queue === 'absences' && detail.subject.notice.status === 'withdrawn') {
    return <Said i18nKey="absences.sentence.withdrawn" values={{ when }} />
  }
  return detail.closedBy ? (
    <Said i18nKey="absences.sentence.processed" values={{ by: detail.closedBy, when }} />
  ) : (
    <Said i18nKey="absences.sentence.processedNoName" values={{ when }} />
  )
}

export function AbsenceSentence({ detail, subject }: { detail: CaseDetail; subject: AbsenceSubject }) {
  const telling = useTelling()
  return (
    <>
      <When notice={subject.notice} telling={telling} />{' '}
      {subject.notice.status === 'open' ? (
        <Hits detail={detail} affected={subject.affected} telling={telling} />
      ) : (
        <Ending detail={detail} telling={telling} />
      )}
    </>
  )
}
