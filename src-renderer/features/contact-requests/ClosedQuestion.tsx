/** A question that is closed: the reply it got, or that it was withdrawn; and what was typed here and not sent. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { InfoIcon } from '@phosphor-icons/react/Info'
import type { ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { reportFault } from '../../app/faults/faults.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { color, radius } from '../../app/theme/tokens.ts'
import { Banner } from '../../components/Banner.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { announce } from '../../stores/announcer.ts'
import { Message } from './Question.tsx'
import type { ReplyDraft } from './use-reply-draft.ts'

interface ClosedQuestionProps {
  subject: ContactSubjectOfCase
  draft: ReplyDraft
  /** Throws the text away that was not sent. */
  onDiscard: () => Promise<void>
}

const Own = styled('section')({
  marginTop: 20,
  border: `1px solid ${color.infoLine}`,
  borderRadius: radius.card,
  overflow: 'hidden',
  '& > div:last-of-type': { padding: '12px 16px' },
})

function OwnText({ subject, draft, onDiscard }: ClosedQuestionProps) {
  const { t } = useTelling()
  const { request } = subject
  const copy = async () => {
    await navigator.clipboard.writeText(draft.text)
    announce(t('case.copied'))
  }
  const title =
    request.status === 'closed' && request.repliedBy
      ? t('contact.closedTitle', { name: request.repliedBy })
      : t('contact.withdrawnTitle')
  return (
    <Own aria-label={t('contact.yourText')}>
      <Banner icon={InfoIcon} tone="info" title={title} text={t('contact.closedText')} />
      <div>
        <SectionHeading
          title={t('contact.yourText')}
          actions={
            <>
              <Button size="small" onClick={() => copy().catch(reportFault)}>
                {t('contact.copyText')}
              </Button>
              <Button size="small" variant="text" onClick={() => onDiscard().catch(reportFault)}>
                {t('contact.dropText')}
              </Button>
            </>
          }
        />
        <Message>{draft.text}</Message>
      </div>
    </Own>
  )
}

export function ClosedQuestion({ subject, draft, onDiscard }: ClosedQuestionProps) {
  const telling = useTelling()
  const { t } = telling
  const { request } = subject
  const when = nearInstant(request.closedAt ?? request.changedAt ?? request.submittedAt, telling)
  return (
    <>
      {request.reply !== null && (
        <section style={{ marginTop: 20 }}>
          <SectionHeading title={t('contact.reply')} note={t('contact.replyFrom', { name: request.repliedBy ?? '', when })} />
          <Message>{request.reply}</Message>
        </section>
      )}
      {request.status === 'withdrawn' && (
        <section style={{ marginTop: 20 }}>
          <SectionHeading title={t('contact.withdrawnTitle')} />
          <p>{t('contact.withdrawnText', { when })}</p>
        </section>
      )}
      {draft.text.trim() !== '' && <OwnText subject={subject} draft={draft} onDiscard={onDiscard} />}
    </>
  )
}
