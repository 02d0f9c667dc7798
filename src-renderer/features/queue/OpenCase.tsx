/** The case that is open beside the list, fetched and claimed; each queue has its own body. */
import { InfoIcon } from '@phosphor-icons/react/Info'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { useWords } from '../../app/i18n/use-words.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { AbsenceCase } from '../absences/AbsenceCase.tsx'
import { AccountPage } from '../accounts/AccountPage.tsx'
import { ContactCase } from '../contact-requests/ContactCase.tsx'

export interface OpenCaseProps {
  queue: QueueId
  caseId: string | null
  userId: string | null
  onBack: () => void
  onDone: (caseId: string) => void
}

function Fetched({ caseId, onBack, onDone }: { caseId: string; onBack: () => void; onDone: (caseId: string) => void }) {
  const { t } = useWords()
  // Every opening is a look at a client and is logged as one: it asks the portal anew.
  const detail = usePortal('cases.open', { params: { id: caseId } }, { onOpen: 'always' })
  if (!detail.data) {
    return detail.isError ? (
      <ProblemState title={t('case.errorTitle')} error={detail.error} onRetry={() => void detail.refetch()} />
    ) : (
      <LoadingRows label={t('case.loading')} slowLabel={t('case.loadingSlow')} />
    )
  }
  const { subject } = detail.data
  switch (subject.queue) {
    case 'absences':
      return <AbsenceCase key={caseId} detail={detail.data} subject={subject} onBack={onBack} onDone={onDone} />
    case 'contact-requests':
      return <ContactCase key={caseId} detail={detail.data} subject={subject} onBack={onBack} onDone={onDone} />
    case 'accounts':
      return (
        <AccountPage
          key={subject.portalUserId}
          userId={subject.portalUserId}
          detail={detail.data}
          onBack={onBack}
          onDone={onDone}
        />
      )
    default: {
      const never: never = subject
      return never
    }
  }
}

export function OpenCase({ queue, caseId, userId, onBack, onDone }: OpenCaseProps) {
  const { t } = useWords()
  if (caseId) return <Fetched caseId={caseId} onBack={onBack} onDone={onDone} />
  if (userId) return <AccountPage key={userId} userId={userId} detail={null} onBack={onBack} onDone={onDone} />
  const words = queue === 'accounts' ? 'accounts' : 'queue'
  return <EmptyState icon={InfoIcon} title={t(`${words}.chooseTitle`)} text={t(`${words}.chooseText`)} />
}
