/** The window around the work: title bar, rail, and in the middle the place the address names. */
import { useEffect, useState } from 'react'
import { Outlet } from 'react-router'
import { WindowShell } from '../../components/WindowShell.tsx'
import { ask } from '../../data/bridge.ts'
import { useSessionAct } from '../../data/use-session-act.ts'
import { ConfirmDialog } from '../../features/session/ConfirmDialog.tsx'
import { KeysDialog } from '../../features/settings/KeysDialog.tsx'
import { SettingsDialog } from '../../features/settings/SettingsDialog.tsx'
import { WeightsDialog } from '../../features/settings/WeightsDialog.tsx'
import { answerConfirmation } from '../../stores/confirm.ts'
import { usePanes } from '../../stores/panes.ts'
import { reportFault } from '../faults/faults.ts'
import { useWords } from '../i18n/use-words.ts'
import { useKeys } from '../keys/use-keys.ts'
import { DeskRail } from './DeskRail.tsx'
import { FaultBanner } from './FaultBanner.tsx'
import { ProviderSwitch } from './ProviderSwitch.tsx'
import { StatusBar } from './StatusBar.tsx'

/** The idle lock hears of work at most this often (ms). */
const ACTIVE_EVERY_MS = 30_000

/** Tells the workstation that someone is at work, so that it does not lock. */
function useActivity(): void {
  useEffect(() => {
    let told = 0
    const tell = () => {
      if (Date.now() - told < ACTIVE_EVERY_MS) return
      told = Date.now()
      ask('session.active', {}).catch(reportFault)
    }
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, tell, { passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, tell)
    }
  }, [])
}

export function Shell() {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'settings' | 'keys' | 'weights' | null>(null)
  const lock = useSessionAct('session.lock')
  const { listOffset, contextOffset } = usePanes()
  useActivity()
  useKeys({ '?': () => setDialog('keys'), 'Ctrl+Shift+L': () => lock.mutate({}) })
  // An act that waits for the code does not outlive the window it was asked in.
  useEffect(() => () => answerConfirmation(false), [])
  return (
    <>
      <WindowShell
        name={t('shell.product')}
        skipLabel={t('shell.skip')}
        provider={<ProviderSwitch />}
        status={<StatusBar />}
        listSize={{
          offset: listOffset,
          onChange: (offset) => usePanes.setState({ listOffset: offset }),
          label: t('shell.listWidth'),
        }}
        contextSize={{
          offset: contextOffset,
          onChange: (offset) => usePanes.setState({ contextOffset: offset }),
          label: t('shell.contextWidth'),
        }}
        rail={
          <DeskRail
            onSettings={() => setDialog('settings')}
            onWeights={() => setDialog('weights')}
            onKeys={() => setDialog('keys')}
            onLock={() => lock.mutate({})}
          />
        }
      >
        <Outlet />
      </WindowShell>
      <FaultBanner />
      <ConfirmDialog />
      <SettingsDialog open={dialog === 'settings'} onClose={() => setDialog(null)} />
      <WeightsDialog open={dialog === 'weights'} onClose={() => setDialog(null)} />
      <KeysDialog open={dialog === 'keys'} onClose={() => setDialog(null)} />
    </>
  )
}
