/** Signing in, locking, switching: each answers with the state the session is in after it. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, SessionState } from '../../shared/bridge/channels.ts'
import { keepAll } from '../stores/unsaved.ts'
import { ask } from './bridge.ts'
import { settleSession } from './pushes.ts'

export type SessionAct =
  | 'session.sign-in'
  | 'session.code'
  | 'session.back'
  | 'session.switch'
  | 'session.confirm'
  | 'session.lock'
  | 'session.unlock'
  | 'session.sign-out'

/** After these the workstation takes no more drafts: what was typed is kept first. */
const LEAVING: ReadonlySet<SessionAct> = new Set<SessionAct>(['session.lock', 'session.switch', 'session.sign-out'])

export function useSessionAct<A extends SessionAct>(channel: A): UseMutationResult<SessionState, Error, InputOf<A>> {
  const client = useQueryClient()
  return useMutation<SessionState, Error, InputOf<A>>({
    mutationFn: async (input) => {
      if (LEAVING.has(channel)) await keepAll()
      return (await ask(channel, input)) as SessionState
    },
    onSuccess: (state) => settleSession(client, state),
  })
}
