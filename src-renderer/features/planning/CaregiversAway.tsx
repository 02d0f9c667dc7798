/** Caregivers who are not there beside the open one: reported here, their visits placed together. */
import Button from '@mui/material/Button'
import { UserMinusIcon } from '@phosphor-icons/react/UserMinus'
import { UserPlusIcon } from '@phosphor-icons/react/UserPlus'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { FaultBoundary } from '../../app/faults/FaultBoundary.tsx'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { ListHeader } from '../../components/ListHeader.tsx'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { ListPane, Sheet } from '../../components/Sheet.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { OfflineBanner } from '../queue/OfflineBanner.tsx'
import { AbsenceList } from './AbsenceList.tsx'
import { AbsencePage } from './AbsencePage.tsx'
import { AWAY, addressOfAbsence, REPORT_AWAY, TO_TITLE } from './places.ts'
import { ReportAbsent } from './ReportAbsent.tsx'

export interface CaregiversAwayProps {
  absenceId: string | null
  /** The form stands where an absence stands. */
  reporting: boolean
}

export function CaregiversAway({ absenceId, reporting }: CaregiversAwayProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const answer = usePortal('rescheduling.absences', {}, { onOpen: 'always' })
  const batches = usePortal('rescheduling.batches', {}, { onOpen: 'always' }).data?.batches ?? []
  const absences = answer.data?.absences ?? []
  const open = (id: string) => void navigate(addressOfAbsence(id), TO_TITLE)
  // The form begins with the search: the focus goes there by itself.
  const report = () => void navigate(REPORT_AWAY)
  const toList = useCallback(() => {
    void navigate(AWAY)
    // In a narrow window the list is drawn only after the address has changed.
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(absenceId ? `[data-row-id="${absenceId}"]` : '[data-row-id][tabindex="0"]')
      row?.focus()
    })
  }, [navigate, absenceId])
  useKeys({
    N: report,
    Escape: () => {
      if (!document.activeElement?.closest('[role="listbox"]')) toList()
    },
  })
  return (
    <Sheet
      pane={absenceId || reporting ? 'case' : 'list'}
      list={
        <ListPane
          label={t('planning.list')}
          header={
            <>
              <OfflineBanner text={t('planning.offlineText')} />
              <ListHeader
                title={t('planning.menu')}
                count={answer.data && absences.length}
                actions={
                  <Button size="small" onClick={report} aria-keyshortcuts="N">
                    <UserMinusIcon />
                    {t('planning.report')}
                    <Kbd keys={['N']} />
                  </Button>
                }
              />
            </>
          }
        >
          {answer.data ? (
            absences.length === 0 ? (
              <EmptyState title={t('planning.emptyTitle')} text={t('planning.emptyText')} />
            ) : (
              <AbsenceList absences={absences} batches={batches} selectedId={absenceId} onOpen={open} />
            )
          ) : answer.isError ? (
            <ProblemState title={t('planning.listFails')} error={answer.error} onRetry={() => void answer.refetch()} />
          ) : (
            <LoadingRows label={t('planning.loading')} slowLabel={t('planning.loadingSlow')} />
          )}
        </ListPane>
      }
    >
      <FaultBoundary resetKey={absenceId ?? String(reporting)}>
        {reporting ? (
          <ReportAbsent onBack={toList} onReported={open} />
        ) : absenceId ? (
          <AbsencePage key={absenceId} absenceId={absenceId} batches={batches} onBack={toList} />
        ) : (
          <EmptyState icon={UserPlusIcon} title={t('planning.chooseTitle')} text={t('planning.chooseText')} />
        )}
      </FaultBoundary>
    </Sheet>
  )
}
