/**
 * Float dust: times and windows may read 401.99999999999994 for 402. Two moments closer than this are the same moment, and a
 * lateness below it is none.
 */
export const DUST = 1e-6

/** Costs closer than this are equal: then the tie is broken by order, so that the same input gives the same output. */
export const COST_DUST = 1e-9

export const notAfter = (a: number, b: number): boolean => a <= b + DUST

/** Minutes past the end of a window. */
export function lateness(start: number, to: number): number {
  const late = start - to
  return late > DUST ? late : 0
}
