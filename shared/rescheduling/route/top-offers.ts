/** The best so many offers, in one order for all: cost, then line by line as the problem lists them, then start. */
import type { Offer } from './plan.ts'
import { COST_DUST } from './tolerance.ts'

export interface Candidate<At = unknown> extends Offer {
  /** How to carry it out, in the terms of who found it. */
  readonly at: At
  /** Line, start and what stands before, of every task: what ties are broken by, and what tells two offers apart. */
  readonly order: readonly number[]
}

function compare(a: Candidate, b: Candidate): number {
  if (Math.abs(a.cost - b.cost) > COST_DUST) return a.cost - b.cost
  for (const [index, value] of a.order.entries()) {
    const other = b.order[index] ?? 0
    if (value !== other) return value - other
  }
  return 0
}

export class TopOffers<At = unknown> {
  private readonly top: number
  private readonly keyOf: ((offer: Offer) => string) | null
  private readonly kept: Candidate<At>[] = []

  /** @param keyOf of offers with one key only the best is kept; null = every offer counts */
  constructor(top: number, keyOf: ((offer: Offer) => string) | null) {
    this.top = top
    this.keyOf = keyOf
  }

  /** What costs more than this cannot come in any more. */
  get bound(): number {
    const last = this.kept[this.top - 1]
    return last === undefined ? Number.POSITIVE_INFINITY : last.cost + COST_DUST
  }

  /** What costs as much as this on one line alone cannot come in: the line has better already, or the list is full. */
  boundOn(line: string): number {
    const { keyOf } = this
    if (keyOf !== byLines) return this.bound
    const same = this.kept.find((one) => one.placements.length === 1 && one.placements[0]?.line === line)
    return same === undefined ? this.bound : same.cost
  }

  /** An offer that is there already counts once. */
  add(offer: Candidate<At>): void {
    const { kept, keyOf } = this
    if (offer.cost > this.bound) return
    if (keyOf !== null) {
      const key = keyOf(offer)
      const same = kept.findIndex((one) => keyOf(one) === key)
      if (same >= 0) {
        if (compare(offer, kept[same] as Candidate<At>) >= 0) return
        kept.splice(same, 1)
      }
    }
    let at = kept.length
    while (at > 0 && compare(offer, kept[at - 1] as Candidate<At>) < 0) at--
    const before = kept[at - 1]
    if (before !== undefined && compare(offer, before) === 0) return
    kept.splice(at, 0, offer)
    if (kept.length > this.top) kept.pop()
  }

  get candidates(): readonly Candidate<At>[] {
    return this.kept
  }

  get offers(): readonly Offer[] {
    return this.kept.map(({ placements, cost, parts }) => ({ placements, cost, parts }))
  }
}

/** Offers on the same lines are one: for {@link TopOffers}. */
export const byLines = (offer: Offer): string => offer.placements.map((one) => one.line).join('\n')
