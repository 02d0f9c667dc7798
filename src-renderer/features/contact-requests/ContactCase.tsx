/** A question and its answer: who asks, what, until when, who will read the reply, and sending it. */
import Button from '@mui/material/Button'
import type { CaseDetail, ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { MESSAGE_MAX } from '../../../shared/domain/contact-requests.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { nearInstant, type Telling } from '../../app/format/dates.ts'
import { spacedNumber } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { CaseHeader } from '../../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../../components/CasePane.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { usePanes } from '../../stores/panes.ts'
import { ClientContext } from '../clients/ClientContext.tsx'
import { BackToList } from '../queue/BackToList.tsx'
import { CaseClaim } from '../queue/CaseClaim.tsx'
import { marksOf } from '../queue/row-words.ts'
import { useClaim } from '../queue/use-claim.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { ClosedQuestion } from './ClosedQuestion.tsx'
import { ContactSentence } from './ContactSentence.tsx'
import { Question } from './Question.tsx'
import { ReplyComposer } from './ReplyComposer.tsx'
import { type Reply, useReply } from './use-reply.ts'

export interface ContactCaseProps {
  detail: CaseDetail
  subject: ContactSubjectOfCase
  onBack: () => void
  onDone: (caseId: string) => void
}

function metaOf(detail: CaseDetail, telling: Telling): string[] {
  const { t } = telling
  const { name, relation } = detail.reportedBy
  const who = name === detail.name ? relation : `${name}, ${relation}`
  return [
    detail.number,
    ...(detail.clientNumber === null ? [] : [t('domain.clientNumber', { number: spacedNumber(detail.clientNumber) })]),
    t('case.askedBy', { when: nearInstant(detail.openedAt, telling), who }),
  ]
}

const ENTER = ['Ctrl', '↵'] as const

function Foot({ reply }: { reply: Reply }) {
  const { t } = useTelling()
  const refusal = useSentence(reply.error)
  const { hindrance, unseen, busy } = reply
  useKeys({ 'Ctrl+Enter': unseen ? reply.next : reply.send }, !busy)
  const why = hindrance === null || busy ? refusal : t(`contact.sendWhy.${hindrance}`, { max: MESSAGE_MAX })
  return (
    <CaseFooter plain start={<span role="status">{why}</span>}>
      <Button
        variant={unseen ? 'outlined' : 'contained'}
        disabled={hindrance !== null || busy}
        onClick={reply.send}
        {...(!unseen && { 'aria-keyshortcuts': 'Control+Enter' })}
      >
        {t('contact.send')}
        {!unseen && <Kbd keys={ENTER} />}
      </Button>
      {unseen && (
        <Button variant="contained" onClick={reply.next} aria-keyshortcuts="Control+Enter">
          {t('contact.lookAtChange')}
          <Kbd keys={ENTER} />
        </Button>
      )}
    </CaseFooter>
  )
}

export function ContactCase({ detail, subject, onBack, onDone }: ContactCaseProps) {
  const telling = useTelling()
  const { t } = telling
  const titleRef = useTitleFocus()
  const claim = useClaim(detail)
  const reply = useReply(detail, subject, onDone)
  const contextOpen = usePanes((panes) => panes.contextOpen)
  const isOpen = subject.request.status === 'open'
  return (
    <CasePane
      label={detail.name}
      contextLabel={t('case.context')}
      context={detail.client ? <ClientContext context={detail.client} caseId={detail.id} /> : undefined}
      contextOpen={contextOpen}
      onContextClose={() => usePanes.setState({ contextOpen: false })}
    >
      <CaseMain
        bodyTop={16}
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={metaOf(detail, telling)}
            claim={<CaseClaim claim={claim} contextLabel={t('case.openContext')} />}
            title={detail.name}
            sentence={<ContactSentence detail={detail} subject={subject} />}
            marks={marksOf(detail.facets, t)}
          />
        }
        dock={isOpen ? <ReplyComposer name={detail.name} subject={subject} reply={reply} /> : undefined}
        foot={isOpen ? <Foot reply={reply} /> : undefined}
      >
        <Question detail={detail} subject={subject} change={isOpen ? reply.change : null} step={reply.step} onNext={reply.next} />
        {!isOpen && <ClosedQuestion subject={subject} draft={reply.draft} onDiscard={reply.discard} />}
      </CaseMain>
    </CasePane>
  )
}
