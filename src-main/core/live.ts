/**
 * Following the event log of one provider: connects, resumes after the last id it saw, and tells what came. Ids are
 * gapless per provider but filtered by role, so a jump is no loss; what is lost is only told by the portal (`resync`).
 */
import type { DesktopEvent } from '../../shared/api/events.ts'
import type { LiveState } from '../../shared/bridge/channels.ts'
import { followOnce, type StreamDeps } from './event-stream.ts'

/** Waits before the first, second, … attempt after a break; the last one goes on. */
export const RECONNECT_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const

export interface LiveListener {
  state(state: LiveState): void
  event(event: DesktopEvent): void
  /** Everything fetched before may be stale. */
  resync(): void
}

export interface Live {
  state(): LiveState
  /** Follows the stream of the session that just began; a former one ends. */
  start(): void
  stop(): void
}

export interface LiveDeps extends StreamDeps {
  readonly random: () => number
  readonly listener: LiveListener
}

export function createLive(deps: LiveDeps): Live {
  const { clock, listener } = deps
  let running: AbortController | null = null
  let state: LiveState = { connected: false, since: clock.now().toISOString() }

  function become(connected: boolean): void {
    if (state.connected === connected) return
    state = { connected, since: clock.now().toISOString() }
    listener.state(state)
  }

  async function follow(stop: AbortSignal): Promise<void> {
    let lastId: number | null = null
    let failures = 0
    while (!stop.aborted) {
      const from: number | null = lastId
      const end = await followOnce(
        deps,
        from,
        {
          opened() {
            if (stop.aborted) return
            failures = 0
            // Without a place to resume from, what was fetched before this moment may have changed unseen.
            if (from === null) listener.resync()
            become(true)
          },
          place(id) {
            if (!stop.aborted) lastId = Math.max(lastId ?? 0, id)
          },
          resync() {
            if (!stop.aborted) listener.resync()
          },
          event(event) {
            if (stop.aborted || (lastId !== null && event.id <= lastId)) return
            lastId = event.id
            listener.event(event)
          },
        },
        stop,
      )
      if (stop.aborted) return
      become(false)
      if (end === 'resync') lastId = null
      // Resuming from too long ago: at once again, from now. Anything else waits its turn.
      if (end === 'resync' && from !== null) continue
      await wait(clock, pause(failures, deps.random), stop)
      failures += 1
    }
  }

  return {
    state: () => state,
    start() {
      running?.abort()
      become(false)
      running = new AbortController()
      void follow(running.signal)
    },
    stop() {
      running?.abort()
      running = null
      become(false)
    },
  }
}

/** Half of the wait is fixed, half is chance: workstations that lost the same server do not return at the same moment. */
function pause(failures: number, random: () => number): number {
  const base = RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)] ?? 30_000
  return base / 2 + (base / 2) * random()
}

function wait(clock: StreamDeps['clock'], milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      takeBack()
      stop.removeEventListener('abort', end)
      resolve()
    }
    const takeBack = clock.after(milliseconds, end)
    stop.addEventListener('abort', end)
  })
}
