/** The whole screen: signing in, locked, or at work. */
import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HashRouter } from 'react-router'
import type { StaffSession } from '../../shared/domain/staff.ts'
import { LoadingRows } from '../components/LoadingRows.tsx'
import { useDeskQuery } from '../data/use-desk.ts'
import { StaffContext } from '../data/workstation.ts'
import { CodeScreen } from '../features/session/CodeScreen.tsx'
import { LockScreen } from '../features/session/LockScreen.tsx'
import { SignInScreen } from '../features/session/SignInScreen.tsx'
import { isNewcomer } from '../stores/last-place.ts'
import { FaultBoundary } from './faults/FaultBoundary.tsx'
import { ProblemState } from './faults/ProblemState.tsx'
import { useWords } from './i18n/use-words.ts'
import { Providers } from './Providers.tsx'
import { DeskRoutes } from './routes.tsx'
import { LiveRegion } from './shell/LiveRegion.tsx'

const placeOf = (session: StaffSession): string => `${session.id}@${session.provider}`

/** The work of one person at one provider. After a session that ended the same person is back at the same place. */
function Desk({ session }: { session: StaffSession }) {
  useState(() => {
    if (isNewcomer(placeOf(session))) window.history.replaceState(null, '', '#/')
  })
  return (
    <StaffContext value={session}>
      <HashRouter>
        <DeskRoutes />
      </HashRouter>
    </StaffContext>
  )
}

function Screen() {
  const { t } = useWords()
  const answer = useDeskQuery('session.state', {})
  const session = answer.data
  if (!session) {
    return answer.isError ? (
      <ProblemState title={t('shell.startFails')} error={answer.error} onRetry={() => void answer.refetch()} />
    ) : (
      <LoadingRows label={t('shell.loading')} slowLabel={t('shell.loading')} />
    )
  }
  switch (session.state) {
    case 'signed-out':
      return <SignInScreen problem={session.problem} />
    case 'code':
      return <CodeScreen email={session.email} expiresAt={session.expiresAt} />
    case 'locked':
      return <LockScreen name={session.session.name} since={session.since} />
    case 'signed-in':
      // Another provider or person starts with nothing of the former one.
      return <Desk key={placeOf(session.session)} session={session.session} />
    default: {
      const never: never = session
      return never
    }
  }
}

export function App({ client }: { client?: QueryClient }) {
  return (
    <Providers client={client}>
      <FaultBoundary>
        <Screen />
      </FaultBoundary>
      <LiveRegion />
    </Providers>
  )
}
