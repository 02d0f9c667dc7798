/** The sentence a question opens with: what it is about and when an answer is due, or how it ended. */
import type { CaseDetail, ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { isUrgent } from '../../app/format/due.ts'
import { saidSpan } from '../../app/format/spans.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'

export function ContactSentence({ detail, subject }: { detail: CaseDetail; subject: ContactSubjectOfCase }) {
  const telling = useTelling()
  const { t, now } = telling
  const { request } = subject
  const about = t(`domain.contactSubject.${request.subject}`)
  switch (request.status) {
    case 'withdrawn':
      return <Said i18nKey="contact.sentence.withdrawn" values={{ subject: about }} />
    case 'closed':
      return request.repliedBy ? (
        <Said
          i18nKey="contact.sentence.closed"
          values={{ subject: about, by: request.repliedBy, when: nearInstant(request.closedAt ?? request.submittedAt, telling) }}
        />
      ) : (
        <Said i18nKey="contact.sentence.closedSilent" values={{ subject: about }} />
      )
    case 'open': {
      const left = Date.parse(detail.dueAt) - now
      const span = saidSpan(left, t)
      if (left <= 0) return <Said i18nKey="contact.sentence.late" values={{ subject: about, span }} />
      const values = { subject: about, moment: nearInstant(detail.dueAt, telling), span }
      return <Said i18nKey={isUrgent(detail.dueAt, now) ? 'contact.sentence.soon' : 'contact.sentence.later'} values={values} />
    }
    default: {
      const never: never = request.status
      return never
    }
  }
}
