/** The question as it stands, or with what the client changed in it. */
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { CaseDetail, ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { DiffBlock, type DiffView } from '../../components/DiffBlock.tsx'
import { countChanges } from '../../components/diff-parts.ts'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { Segmented } from '../../components/Segmented.tsx'
import { messageDiff } from './message-diff.ts'
import type { Unseen } from './seen-version.ts'

export const Message = styled('div')({ fontSize: 14, lineHeight: '22px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
const About = styled('p')({ ...small, color: color.t3, paddingTop: 8 })

export interface QuestionProps {
  detail: CaseDetail
  subject: ContactSubjectOfCase
  /** A change that came while someone was here; null for the question as it was found. */
  change: Unseen | null
  step: number | null
  onNext: () => void
}

function addressedWords({ name, function: place }: NonNullable<ContactSubjectOfCase['addressedTo']>, t: Translate): string {
  return place === '' ? t('contact.addressedTo', { name }) : t('contact.addressedToAs', { name, place })
}

/** What the question belongs to: a project, or a member of the care team. */
function Belongs({ subject }: { subject: ContactSubjectOfCase }) {
  const { t } = useTelling()
  const lines = [
    subject.kind === 'contact-request' ? null : t(`domain.contactKind.${subject.kind}`),
    subject.project ? t('contact.project', { name: subject.project.name, organisation: subject.project.organisation }) : null,
    subject.project?.careManager ? t('contact.careManager', { name: subject.project.careManager }) : null,
    subject.addressedTo ? addressedWords(subject.addressedTo, t) : null,
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <About>{lines.join(' · ')}</About>
}

function Difference({
  detail,
  subject,
  change,
  step,
  onNext,
  isUnderTyping,
}: QuestionProps & { change: Unseen; isUnderTyping: boolean }) {
  const telling = useTelling()
  const { t } = telling
  const [view, setView] = useState<DiffView>(isUnderTyping ? 'difference' : 'new')
  useKeys({ N: onNext })
  const values = {
    when: subject.request.changedAt ? nearInstant(subject.request.changedAt, telling) : '',
    who: detail.reportedBy.name,
  }
  return (
    <DiffBlock
      title={t(isUnderTyping ? 'contact.staleTitle' : 'contact.changedTitle')}
      detail={t(isUnderTyping ? 'contact.staleDetail' : 'contact.changedDetail', values)}
      parts={change.parts}
      view={view}
      control={
        <Segmented
          label={t('contact.view.label')}
          value={view}
          options={(['difference', 'beside', 'new'] as const).map((value) => ({ value, label: t(`contact.view.${value}`) }))}
          onChange={setView}
        />
      }
      words={{ was: t('contact.was'), new: t('contact.now') }}
      countText={t('contact.changes', { count: change.count })}
      next={{ label: t('contact.nextChange'), keys: ['N'], onNext }}
      current={step ?? undefined}
    />
  )
}

export function Question(props: QuestionProps) {
  const { subject, change } = props
  const { t } = useTelling()
  const [place, setPlace] = useState<number | null>(null)
  if (change) {
    return (
      <>
        <Difference {...props} change={change} isUnderTyping />
        <Belongs subject={subject} />
      </>
    )
  }
  const before = subject.previousMessage === null ? [] : messageDiff(subject.previousMessage, subject.request.message)
  const count = countChanges(before)
  if (count > 0) {
    const next = () => setPlace((former) => (former === null ? 0 : (former + 1) % count))
    return (
      <>
        <Difference {...props} change={{ parts: before, count }} step={place} onNext={next} isUnderTyping={false} />
        <Belongs subject={subject} />
      </>
    )
  }
  return (
    <section>
      <SectionHeading title={t('contact.question')} />
      <Message>{subject.request.message}</Message>
      <Belongs subject={subject} />
    </section>
  )
}
