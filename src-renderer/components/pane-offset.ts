/** How far list and context may be dragged from the width of the layout grid. */

/** px to either side (layout grid of the look). */
export const maxOffset = 80

/** Keeps an offset in whole px within the bounds. */
export function clampOffset(offset: number): number {
  return Math.round(Math.max(-maxOffset, Math.min(maxOffset, offset)))
}
