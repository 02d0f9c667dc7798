/** What the workstation itself knows: who is signed in, the connection, the send queue, the settings. Read once, kept fresh by pushes. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { PLANNING_STAFF } from '../../shared/api/common.ts'
import { type AppInfo, DEFAULT_SETTINGS, type LiveState, type Settings } from '../../shared/bridge/channels.ts'
import type { OutboxEntry } from '../../shared/bridge/outbox.ts'
import type { StaffSession } from '../../shared/domain/staff.ts'
import { ask } from './bridge.ts'
import { deskKey } from './keys.ts'
import { useDeskQuery } from './use-desk.ts'

export function useAppInfo(): AppInfo | null {
  return useDeskQuery('app.info', {}).data ?? null
}

/** Who is at work, given to the screens behind the sign-in; they leave the moment it is taken away. */
export const StaffContext = createContext<StaffSession | null>(null)

export function useStaff(): StaffSession {
  const session = useContext(StaffContext)
  if (session === null) throw new Error('A screen behind the sign-in was shown without a session')
  return session
}

/** Whether visits are placed by the role at work here. */
export function usePlansVisits(): boolean {
  const { role } = useStaff()
  return PLANNING_STAFF.some((one) => one === role)
}

export function useLive(): LiveState | null {
  return useDeskQuery('live.state', {}).data ?? null
}

/** True while the portal can be reached; until the first answer nothing is said to be wrong. */
export function useIsConnected(): boolean {
  return useLive()?.connected ?? true
}

const NO_ENTRIES: readonly OutboxEntry[] = []

export function useOutbox(): readonly OutboxEntry[] {
  return useDeskQuery('outbox.list', {}).data?.entries ?? NO_ENTRIES
}

export function useSettings(): Settings {
  return useDeskQuery('settings.read', {}).data ?? DEFAULT_SETTINGS
}

/** Changes settings: seen at once, kept by the workstation. */
export function useChangeSettings() {
  const client = useQueryClient()
  const key = deskKey('settings.read', {})
  return useMutation({
    mutationFn: (change: Partial<Settings>) => ask('settings.write', change),
    onMutate: (change) => {
      client.setQueryData<Settings>(key, (former) => ({ ...(former ?? DEFAULT_SETTINGS), ...change }))
    },
    onSuccess: (kept) => client.setQueryData(key, kept),
    onError: () => client.invalidateQueries({ queryKey: key }),
  })
}
