/** When a message that could not be handed over is tried again: doubling from ten seconds to four hours, for about a day. */

const FIRST_MS = 10_000
const LONGEST_MS = 4 * 3_600_000
/** 10 s, 20 s, … 2 h 50 min, then four times 4 h: the last try is 21 h 41 min after the first. */
export const MAX_ATTEMPTS = 16

/**
 * The moment of the next try, or null when it was the last.
 * @param attempts tries so far, this one included
 * @param askedMs how long the other side asked to wait (`Retry-After`); never shortens the wait, never makes it longer than the longest
 */
export function nextTry(attempts: number, now: Date, askedMs = 0): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null
  const own = FIRST_MS * 2 ** (attempts - 1)
  return new Date(now.getTime() + Math.min(LONGEST_MS, Math.max(own, askedMs)))
}
