/** A clock that stands still until a test moves it. */
import type { Clock } from '../../portal-api/platform/clock.ts'

export interface TestClock extends Clock {
  set(at: Date | string): void
  /** Moves on by seconds. */
  pass(seconds: number): void
}

export function testClock(start: Date | string): TestClock {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    set(to) {
      at = new Date(to)
    },
    pass(seconds) {
      at = new Date(at.getTime() + seconds * 1000)
    },
  }
}
