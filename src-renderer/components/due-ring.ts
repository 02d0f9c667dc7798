/** How full the ring of a case is. */

/**
 * Share of the time between `start` and `due` that has passed at `now`, from 0 to 1. All three in ms since the epoch; `start` is
 * the moment 3 working days before `due` (the rule of the look), which the caller takes from the working calendar.
 */
export function ringFraction(start: number, due: number, now: number): number {
  if (now >= due) return 1
  if (now <= start || due <= start) return 0
  return (now - start) / (due - start)
}
