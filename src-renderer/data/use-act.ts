/**
 * Acts on the portal. Each carries a request id; when the portal asks who you are first, the code is asked and the same act is
 * repeated under the same id, so that it is done once.
 */
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PortalRoute } from '../../shared/bridge/channels.ts'
import { confirmIdentity } from '../stores/confirm.ts'
import { ask } from './bridge.ts'
import { isProblem } from './problem-error.ts'
import { newRequestId } from './request-id.ts'
import type { PortalInput, PortalValue } from './use-desk.ts'

/** The routes that carry a request id. */
export type ActRoute = {
  [N in PortalRoute]: PortalInput<N> extends { readonly requestId: string } ? N : never
}[PortalRoute]
export type ActInput<N extends ActRoute> = Omit<PortalInput<N>, 'requestId'>

/** Does the act; on `confirm-first` asks the code and repeats it with the same id. */
export async function act<N extends ActRoute>(route: N, input: ActInput<N>, requestId: string): Promise<PortalValue<N>> {
  // `Omit` hides from the compiler that only the id was taken away.
  return confirmed(() => ask<`portal:${N}`>(`portal:${route}`, { ...input, requestId } as PortalInput<N>))
}

/** Calls; on `confirm-first` asks the code and calls once more. */
export async function confirmed<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (!isProblem(error, 'confirm-first') || !(await confirmIdentity())) throw error
    return call()
  }
}

/** After these nobody knows whether it was done: a second try must carry the same id. */
const OUTCOME_UNKNOWN = ['portal-unreachable', 'portal-unavailable', 'server-fault'] as const

export function useAct<N extends ActRoute>(route: N): UseMutationResult<PortalValue<N>, Error, ActInput<N>> {
  const unsure = useRef<{ readonly input: string; readonly requestId: string } | null>(null)
  return useMutation<PortalValue<N>, Error, ActInput<N>>({
    mutationFn: async (input) => {
      const fingerprint = JSON.stringify(input)
      const requestId = unsure.current?.input === fingerprint ? unsure.current.requestId : newRequestId()
      try {
        const value = await act(route, input, requestId)
        unsure.current = null
        return value
      } catch (error) {
        unsure.current = isProblem(error, ...OUTCOME_UNKNOWN) ? { input: fingerprint, requestId } : null
        throw error
      }
    },
  })
}
