/** The clock of the screen: one "now" for all, so that no two times on the screen disagree. */
import { create } from 'zustand'

/** How often "over 1 uur 48" is looked at again (ms). */
const TICK_MS = 30_000

interface ClockState {
  /** ms since the epoch. */
  readonly now: number
}

export const useClockStore = create<ClockState>(() => ({ now: Date.now() }))

/** The moment the screen speaks from, ms since the epoch. */
export const useNow = (): number => useClockStore((state) => state.now)

/** Lets the clock run; the function returned stops it. */
export function startClock(): () => void {
  const tick = () => useClockStore.setState({ now: Date.now() })
  tick()
  const timer = setInterval(tick, TICK_MS)
  return () => clearInterval(timer)
}
