/** A clock that stands still until a test moves it. */
import type { Clock } from '../core/ports.ts'

export interface FakeClock extends Clock {
  /** Moves on, calling back what falls due on the way, in order; what follows from it gets its turn in between. */
  advance(milliseconds: number): Promise<void>
  /** Moves the hands alone, forward or back: a computer that slept, a clock that was set. Plans keep their distance. */
  shift(milliseconds: number): void
  /** Resolves a turn after the next call back was planned. */
  replanned(): Promise<void>
  /** How many calls back are planned. */
  planned(): number
}

export const START = new Date('2026-11-23T09:00:00.000Z')

export function createFakeClock(start: Date = START): FakeClock {
  let elapsed = 0
  let offset = start.getTime()
  const told: (() => void)[] = []
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>()

  /** Lets promises that are ready go on. */
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  return {
    now: () => new Date(offset + elapsed),
    after(milliseconds, callback) {
      const timer = { at: elapsed + milliseconds, callback }
      timers.add(timer)
      for (const tell of told.splice(0)) tell()
      return () => timers.delete(timer)
    },
    async advance(milliseconds) {
      const until = elapsed + milliseconds
      await turn()
      for (;;) {
        const next = [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers.delete(next)
        elapsed = Math.max(elapsed, next.at)
        next.callback()
        await turn()
      }
      elapsed = until
      await turn()
    },
    shift(milliseconds) {
      offset += milliseconds
    },
    async replanned() {
      await new Promise<void>((resolve) => told.push(resolve))
      await turn()
    },
    planned: () => timers.size,
  }
}
