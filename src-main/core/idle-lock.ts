/**
 * The idle lock (norms.md: at most 15 minutes). Compares moments on the clock instead of trusting one long timer, so that
 * a computer that slept wakes up locked.
 */
import type { Clock } from './ports.ts'

/** How often the clock is looked at, at least. */
const LOOK_EVERY_MS = 15_000

export interface IdleLock {
  /** Starts counting from now. */
  start(): void
  /** The person is at work. Too late counts as away: it does not undo what is already due. */
  touch(): void
  stop(): void
  /** Locks when it is due; called before every answer, so that no answer slips through between two looks. */
  check(): void
}

export function createIdleLock(clock: Clock, minutes: number, lock: () => void): IdleLock {
  const limit = minutes * 60_000
  let lastActive: number | null = null
  let takeBack: (() => void) | null = null

  function stop(): void {
    lastActive = null
    takeBack?.()
    takeBack = null
  }

  function check(): void {
    if (lastActive === null) return
    const now = clock.now().getTime()
    // A clock that was put back may shorten the time that is left, never stretch it beyond the limit.
    lastActive = Math.min(lastActive, now)
    if (now - lastActive < limit) return
    stop()
    lock()
  }

  function look(): void {
    check()
    if (lastActive === null) return
    const left = lastActive + limit - clock.now().getTime()
    takeBack = clock.after(Math.max(0, Math.min(left, LOOK_EVERY_MS)), look)
  }

  return {
    start() {
      stop()
      lastActive = clock.now().getTime()
      look()
    },
    touch() {
      check()
      if (lastActive !== null) lastActive = clock.now().getTime()
    },
    stop,
    check,
  }
}
