/** At the foot of the list: what was just sent and the step it really is at. What is accepted goes away after a while. */
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutboxEntry } from '../../../shared/bridge/outbox.ts'
import { problemSentence } from '../../../shared/domain/problems.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { reportFault } from '../../app/faults/faults.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { placeOf } from '../../app/shell/OutboxPanel.tsx'
import { Toast, type ToastStep } from '../../components/Toast.tsx'
import { dismissEntry } from '../../data/outbox.ts'
import { useOutbox } from '../../data/workstation.ts'
import { forgetSent, useSentStore } from '../../stores/sent.ts'

/** How long "Aangenomen" stays (ms). */
const ACCEPTED_MS = 6_000

function stepsOf(entry: OutboxEntry, t: Translate): ToastStep[] | undefined {
  if (entry.state === 'returned') return undefined
  const accepted = entry.state === 'accepted'
  return [
    { label: t('case.step.typed'), state: 'done' },
    { label: t('case.step.queued'), state: accepted ? 'done' : 'current' },
    { label: t('case.step.accepted'), state: accepted ? 'done' : 'to-come' },
  ]
}

/** An accepted entry has nothing more to tell: it leaves the outbox too. Also one from before this window opened. */
function useClearAccepted(entries: readonly OutboxEntry[], held: boolean): void {
  const accepted = entries.filter((entry) => entry.state === 'accepted')
  const names = accepted.map((entry) => entry.requestId).join()
  useEffect(() => {
    if (names === '' || held) return
    const ids = names.split(',')
    const isNews = ids.some((id) => useSentStore.getState().requestIds.includes(id))
    const clear = () => {
      for (const id of ids) {
        forgetSent(id)
        dismissEntry(id).catch(reportFault)
      }
    }
    const timer = setTimeout(clear, isNews ? ACCEPTED_MS : 0)
    return () => clearTimeout(timer)
  }, [names, held])
}

/** The toast, or undefined: the list makes room only while there is one. */
export function useSentToast(queue: QueueId): ReactNode | undefined {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const [held, setHeld] = useState(false)
  const entries = useOutbox()
  const sent = useSentStore((state) => state.requestIds)
  useClearAccepted(entries, held)
  const mine = entries.filter((entry) => sent.includes(entry.requestId) && placeOf(entry).startsWith(`/${queue}/`))
  const entry = mine.at(-1)
  if (!entry) return undefined
  const title =
    entry.route === 'absences.decide' ? t('absences.toast', { name: entry.label }) : t('contact.toast', { name: entry.label })
  const reason = entry.problem ? problemSentence(entry.problem, lang) : ''
  return (
    <Toast
      title={title}
      text={t(`case.toast.${entry.state}`, { reason })}
      steps={stepsOf(entry, t)}
      stacked={mine.length > 1 ? t('case.toast.more', { count: mine.length - 1 }) : undefined}
      onHold={setHeld}
      actions={
        entry.state === 'returned' ? (
          <Button
            size="small"
            onClick={() => {
              forgetSent(entry.requestId)
              void navigate(placeOf(entry))
            }}
          >
            {t('shell.lookAtEntry')}
          </Button>
        ) : undefined
      }
    />
  )
}
