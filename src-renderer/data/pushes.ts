/** Brings what the workstation tells unasked into the query cache. Live counters and rows come from here alone. */
import type { QueryClient } from '@tanstack/react-query'
import type { DesktopEvent } from '../../shared/api/events.ts'
import type { DeskChannel, InputOf, LiveState, SessionState, ValueOf } from '../../shared/bridge/channels.ts'
import { listen } from './bridge.ts'
import { isStaleKey, type Stale, staleBy } from './invalidation.ts'
import { deskKey } from './keys.ts'

/** Events of this span are taken together, so that a burst fetches each list once (ms). */
const GATHER_MS = 250

const isPortal = (key: readonly unknown[]): boolean => typeof key[0] === 'string' && key[0].startsWith('portal:')

/** At which provider, and as whom; another answer means that nothing fetched before may be shown. */
function placeOf(state: SessionState | undefined): string | null {
  return state && (state.state === 'signed-in' || state.state === 'locked')
    ? `${state.session.id}@${state.session.provider}`
    : null
}

/** Who is at work here, as far as is known. */
function meIn(client: QueryClient): string | null {
  const state = client.getQueryData<SessionState>(deskKey('session.state', {}))
  return state && (state.state === 'signed-in' || state.state === 'locked') ? state.session.id : null
}

/** Puts an answer in the cache that the workstation gave as a push or as the value of another channel. */
function settle<C extends DeskChannel>(client: QueryClient, channel: C, input: InputOf<C>, value: ValueOf<C>): void {
  const key = deskKey(channel, input)
  // An older answer still under way must not overwrite it.
  void client.cancelQueries({ queryKey: key })
  client.setQueryData(key, value)
}

/** Takes over a new state of signing in; what another person or provider fetched goes. */
export function settleSession(client: QueryClient, next: SessionState): void {
  const former = client.getQueryData<SessionState>(deskKey('session.state', {}))
  if (placeOf(former) !== placeOf(next)) client.removeQueries({ predicate: (query) => isPortal(query.queryKey) })
  settle(client, 'session.state', {}, next)
}

/** Starts following; the function returned stops it. `onEvent` hears every event as it comes. */
export function followPushes(client: QueryClient, onEvent: (event: DesktopEvent) => void = () => {}): () => void {
  let gathered: Stale[] = []
  let timer: ReturnType<typeof setTimeout> | null = null

  const flush = () => {
    const stale = gathered
    gathered = []
    timer = null
    void client.invalidateQueries({ predicate: (query) => isStaleKey(stale, query.queryKey) })
  }

  const stops = [
    listen('session', (state) => settleSession(client, state)),
    listen('settings', (settings) => settle(client, 'settings.read', {}, settings)),
    listen('outbox', (value) => settle(client, 'outbox.list', {}, value)),
    listen('live', (state) => {
      const former = client.getQueryData<LiveState>(deskKey('live.state', {}))
      settle(client, 'live.state', {}, state)
      // What could not be fetched while there was no connection is tried once more; events tell the rest.
      if (state.connected && former?.connected === false) {
        void client.invalidateQueries({ predicate: (query) => isPortal(query.queryKey) && query.state.status === 'error' })
      }
    }),
    listen('event', (event) => {
      gathered.push(...staleBy(event, meIn(client)))
      timer ??= setTimeout(flush, GATHER_MS)
      onEvent(event)
    }),
    listen('resync', () => {
      void client.invalidateQueries({ predicate: (query) => isPortal(query.queryKey) })
    }),
  ]
  return () => {
    if (timer) clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
