/** Right in the title bar: the connection, and what is on its way to the portal. */
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/PaperPlaneTilt'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { useState } from 'react'
import { StatusPill, type StatusPillProps } from '../../components/StatusPill.tsx'
import { useIsConnected, useOutbox } from '../../data/workstation.ts'
import { useWords } from '../i18n/use-words.ts'
import { OutboxPanel } from './OutboxPanel.tsx'

/** The sum of the outbox in one label: what came back first, then what waits, then what is under way. */
function useOutboxLabel(): Pick<StatusPillProps, 'label' | 'icon' | 'tone'> & { readonly count: number } {
  const { t } = useWords()
  const outbox = useOutbox()
  const count = (state: string) => outbox.filter((entry) => entry.state === state).length
  const [returned, waiting, sending] = [count('returned'), count('waiting'), count('sending')]
  if (returned > 0)
    return { label: t('shell.outboxReturned', { count: returned }), icon: WarningIcon, tone: 'warn', count: returned }
  if (waiting > 0)
    return { label: t('shell.outboxWaiting', { count: waiting }), icon: PaperPlaneTiltIcon, tone: 'warn', count: waiting }
  if (sending > 0) return { label: t('shell.outboxSending', { count: sending }), icon: PaperPlaneTiltIcon, count: sending }
  return { label: t('shell.outboxEmpty'), icon: CheckCircleIcon, count: 0 }
}

export function StatusBar() {
  const { t } = useWords()
  const connected = useIsConnected()
  const { count, ...pill } = useOutboxLabel()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      {connected ? (
        <StatusPill label={t('shell.live')} tone="ok" live />
      ) : (
        <StatusPill label={t('shell.offline')} icon={WifiSlashIcon} tone="warn" live />
      )}
      <StatusPill {...pill} live onClick={count > 0 ? (event) => setAnchor(event.currentTarget) : undefined} />
      <OutboxPanel anchor={anchor} onClose={() => setAnchor(null)} />
    </>
  )
}
