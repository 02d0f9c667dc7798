/** The places of the desk. An address restores the place: queue, filter and open case. */
import { CompassIcon } from '@phosphor-icons/react/Compass'
import { type ReactNode, useEffect } from 'react'
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router'
import { uuid } from '../../shared/domain/ids.ts'
import { type QueueId, queueId } from '../../shared/domain/staff.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useQueues } from '../data/queues.ts'
import { usePlansVisits, useStaff } from '../data/workstation.ts'
import { ACCOUNT_PANES, type AccountPane, addressOfPane } from '../features/accounts/panes.ts'
import { CaregiversAway } from '../features/planning/CaregiversAway.tsx'
import { AWAY, REPORT_AWAY } from '../features/planning/places.ts'
import { QueueScreen } from '../features/queue/QueueScreen.tsx'
import { FaultBoundary } from './faults/FaultBoundary.tsx'
import { useWords } from './i18n/use-words.ts'
import { Shell } from './shell/Shell.tsx'

function Message({ title, text }: { title: string; text: string }) {
  return (
    <Sheet>
      <EmptyState icon={CompassIcon} title={title} text={text} />
    </Sheet>
  )
}

/** An address without a page; whoever has no queue at all here is told that first. */
function NotFound() {
  const { t } = useWords()
  return useQueues().length === 0 ? (
    <Message title={t('shell.noQueueTitle')} text={t('shell.noQueueText')} />
  ) : (
    <Message title={t('shell.notFoundTitle')} text={t('shell.notFoundText')} />
  )
}

/** The first queue of the role; a portal may have none of its queues. */
function Home() {
  const { t } = useWords()
  const queues = useQueues()
  const first = queues[0]
  return first ? <Navigate to={`/${first}`} replace /> : <Message title={t('shell.noQueueTitle')} text={t('shell.noQueueText')} />
}

function QueuePlace({ queue, pane = null }: { queue: QueueId; pane?: AccountPane | null }): ReactNode {
  const { caseId, userId } = useParams()
  const { queues } = useStaff()
  const known = [caseId, userId].every((id) => id === undefined || uuid.safeParse(id).success)
  if (!queues.includes(queue) || !known) return <NotFound />
  return (
    <FaultBoundary resetKey={queue}>
      <QueueScreen key={queue} queue={queue} caseId={caseId ?? null} userId={userId ?? null} pane={pane} />
    </FaultBoundary>
  )
}

function AwayPlace({ reporting = false }: { reporting?: boolean }): ReactNode {
  const { absenceId } = useParams()
  const known = absenceId === undefined || uuid.safeParse(absenceId).success
  if (!usePlansVisits() || !known) return <NotFound />
  return (
    <FaultBoundary resetKey="away">
      <CaregiversAway absenceId={absenceId ?? null} reporting={reporting} />
    </FaultBoundary>
  )
}

/** The name of the window follows the place. */
function WindowTitle() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const queue = queueId.safeParse(pathname.split('/')[1])
  const place = queue.success ? t(`domain.queue.${queue.data}`) : pathname.startsWith(AWAY) ? t('planning.menu') : null
  useEffect(() => {
    document.title = place === null ? t('shell.product') : `${place} · ${t('shell.product')}`
  }, [place, t])
  return null
}

export function DeskRoutes() {
  return (
    <>
      <WindowTitle />
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Home />} />
          <Route path="/absences/:caseId?" element={<QueuePlace queue="absences" />} />
          <Route path="/contact-requests/:caseId?" element={<QueuePlace queue="contact-requests" />} />
          {ACCOUNT_PANES.map((pane) => (
            <Route key={pane} path={addressOfPane(pane)} element={<QueuePlace queue="accounts" pane={pane} />} />
          ))}
          <Route path="/accounts/user/:userId" element={<QueuePlace queue="accounts" />} />
          <Route path="/accounts/:caseId?" element={<QueuePlace queue="accounts" />} />
          <Route path={REPORT_AWAY} element={<AwayPlace reporting />} />
          <Route path={`${AWAY}/:absenceId?`} element={<AwayPlace />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </>
  )
}
