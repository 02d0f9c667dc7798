/** Four eyes: what colleagues asked and a second one has to approve, and what became of what you asked yourself. */
import { styled } from '@mui/material/styles'
import type { Approval, DecidedApproval } from '../../../../shared/domain/accounts.ts'
import { ProblemState } from '../../../app/faults/ProblemState.tsx'
import { nearInstant, type Telling } from '../../../app/format/dates.ts'
import { useTelling } from '../../../app/format/use-format.ts'
import { Said } from '../../../app/i18n/Said.tsx'
import { CaseHeader } from '../../../components/CaseHeader.tsx'
import { CaseMain, CasePane } from '../../../components/CasePane.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { LoadingRows } from '../../../components/LoadingRows.tsx'
import { SectionHeading } from '../../../components/SectionHeading.tsx'
import { Timeline, type TimelineItem } from '../../../components/Timeline.tsx'
import { usePortal } from '../../../data/use-desk.ts'
import { useStaff } from '../../../data/workstation.ts'
import { BackToList } from '../../queue/BackToList.tsx'
import { useTitleFocus } from '../../queue/use-title-focus.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

const List = styled('ul')({ display: 'grid', gap: 12 })

function Sentence({ rows, me }: { rows: readonly Approval[]; me: string }) {
  const others = rows.filter((row) => row.requestedBy.id !== me).length
  if (others > 0) return <Said i18nKey="accountDesk.approvals.sentence" count={others} />
  return <Said i18nKey={rows.length > 0 ? 'accountDesk.approvals.sentenceOwn' : 'accountDesk.approvals.sentenceNone'} />
}

function outcomeWords(one: DecidedApproval, me: string, telling: Telling): string {
  const { t } = telling
  const when = nearInstant(one.decidedAt, telling)
  if (one.outcome === 'expired' || one.decidedBy === null) return t('accountDesk.approvals.outcome.expired', { when })
  return one.decidedBy.id === me
    ? t('accountDesk.approvals.outcome.takenBack', { when })
    : t(`accountDesk.approvals.outcome.${one.outcome}`, { by: one.decidedBy.name, when })
}

function Decided({ decided, me }: { decided: readonly DecidedApproval[]; me: string }) {
  const telling = useTelling()
  const { t } = telling
  const itemOf = (one: DecidedApproval): TimelineItem => ({
    id: one.id,
    time: nearInstant(one.requestedAt, telling).split(' ').at(-1) ?? '',
    dateTime: one.requestedAt,
    title: t('accountDesk.approvals.ofAccount', { act: t(`accounts.acts.name.${one.act}`), name: one.account.name }),
    detail: outcomeWords(one, me, telling),
    by: '',
    tone: one.outcome === 'approved' ? 'normal' : 'warn',
  })
  return (
    <section style={{ marginTop: 24 }}>
      <SectionHeading title={t('accountDesk.approvals.yours')} note={t('accountDesk.approvals.yoursNote')} />
      <Timeline label={t('accountDesk.approvals.yours')} items={decided.map(itemOf)} />
    </section>
  )
}

export function Approvals({ onBack }: { onBack: () => void }) {
  const { t } = useTelling()
  const { id: me } = useStaff()
  const titleRef = useTitleFocus()
  const answer = usePortal('accounts.approvals', {}, { onOpen: 'always' })
  if (!answer.data) {
    return answer.isError ? (
      <ProblemState title={t('accountDesk.approvals.errorTitle')} error={answer.error} onRetry={() => void answer.refetch()} />
    ) : (
      <LoadingRows label={t('case.loading')} slowLabel={t('case.loadingSlow')} />
    )
  }
  const { rows, decided } = answer.data
  return (
    <CasePane label={t('accountDesk.approvals.title')} contextLabel="">
      <CaseMain
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={[t('domain.queue.accounts')]}
            title={t('accountDesk.approvals.title')}
            sentence={<Sentence rows={rows} me={me} />}
          />
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={t('accountDesk.approvals.emptyTitle')} text={t('accountDesk.approvals.emptyText')} />
        ) : (
          <List aria-label={t('accountDesk.approvals.list')}>
            {rows.map((row) => (
              <ApprovalCard
                key={row.id}
                approval={row}
                own={row.requestedBy.id === me}
                onDone={() => titleRef.current?.focus()}
              />
            ))}
          </List>
        )}
        {decided.length > 0 && <Decided decided={decided} me={me} />}
      </CaseMain>
    </CasePane>
  )
}
