/** Reading over the bridge: the workstation's own channels and the portal's staff routes. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { DeskChannel, InputOf, PortalRoute, ValueOf } from '../../shared/bridge/channels.ts'
import { ask } from './bridge.ts'
import { deskKey } from './keys.ts'

export interface ReadOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean
  /** `always` asks again on every opening, for what is logged as a look at a person. */
  readonly onOpen?: 'always' | 'stale'
  /** Keeps the former answer on the screen while another one is fetched. */
  readonly keepFormer?: boolean
}

export function useDeskQuery<C extends DeskChannel>(
  channel: C,
  input: InputOf<C>,
  options: ReadOptions = {},
): UseQueryResult<ValueOf<C>> {
  return useQuery({
    queryKey: deskKey(channel, input),
    queryFn: () => ask(channel, input),
    enabled: options.enabled ?? true,
  })
}

export type PortalInput<N extends PortalRoute> = InputOf<`portal:${N}`>
export type PortalValue<N extends PortalRoute> = ValueOf<`portal:${N}`>

/** Reads a route of the portal. */
export function usePortal<N extends PortalRoute>(
  route: N,
  input: PortalInput<N>,
  options: ReadOptions = {},
): UseQueryResult<PortalValue<N>> {
  return useQuery<PortalValue<N>>({
    queryKey: deskKey<`portal:${N}`>(`portal:${route}`, input),
    queryFn: () => ask<`portal:${N}`>(`portal:${route}`, input),
    enabled: options.enabled ?? true,
    refetchOnMount: options.onOpen === 'always' ? 'always' : true,
    placeholderData: options.keepFormer ? (former) => former : undefined,
  })
}
