/** What a client changed about a notice, as the parts of a difference. */
import type { AbsenceFields } from '../../../shared/domain/absences.ts'
import { shortDay, type Telling } from '../../app/format/dates.ts'
import type { DiffPart } from '../../components/diff-parts.ts'

function periodWords(notice: AbsenceFields, telling: Telling): string {
  const { t } = telling
  const time = (value: string | null) => (notice.wholeDay || !value ? '' : ` ${value}`)
  const from = `${shortDay(notice.startDate, telling)}${time(notice.startTime)}`
  if (notice.days === 'one') return notice.wholeDay || !notice.endTime ? from : `${from}–${notice.endTime}`
  const to =
    notice.endDateKnown && notice.endDate
      ? `${shortDay(notice.endDate, telling)}${time(notice.endTime)}`
      : t('domain.facet.open-end')
  return t('time.range', { from, to })
}

/** The kind and the period, each with what it was when it changed: "Soort: ~~Vakantie~~ Opname". */
export function noticeChanges(before: AbsenceFields, now: AbsenceFields, telling: Telling): DiffPart[] {
  const { t } = telling
  const line = (label: string, was: string, is: string): DiffPart[] =>
    was === is
      ? [{ kind: 'same', text: `${label}: ${is}\n` }]
      : [
          { kind: 'same', text: `${label}: ` },
          { kind: 'removed', text: was },
          { kind: 'added', text: is },
          { kind: 'same', text: '\n' },
        ]
  return [
    ...line(t('absences.field.type'), t(`domain.absenceType.${before.type}`), t(`domain.absenceType.${now.type}`)),
    ...line(t('absences.field.period'), periodWords(before, telling), periodWords(now, telling)),
  ]
}
