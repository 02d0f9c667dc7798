/** From many single times to the few figures one can compare. */

/** The value below which this share of the samples lies (nearest rank); NaN when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) throw new Error(`A share lies between 0 and 1: ${share}`)
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}

/** The middle value, or the mean of the two in the middle; NaN when there are none. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (upper + lower) / 2
}

/**
 * How much one side is of the other: the median of the ratios of the rounds. The sides of one round met the same noise, those
 * of different rounds did not.
 */
export function ratioOfRounds(side: readonly number[], other: readonly number[]): number {
  if (side.length !== other.length) throw new Error(`Rounds differ: ${side.length} and ${other.length}`)
  return median(side.map((value, round) => value / (other[round] ?? Number.NaN)))
}

/** Rounded for people: three significant digits below 100, whole numbers above. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

/** Count, median, p95, p99 and slowest of some times in milliseconds, under names that begin with `name`. */
export function spread(name: string, samples: readonly number[]): Record<string, number> {
  return {
    [`${name}, median ms`]: rounded(median(samples)),
    [`${name}, p95 ms`]: rounded(percentile(samples, 0.95)),
    [`${name}, p99 ms`]: rounded(percentile(samples, 0.99)),
    [`${name}, slowest ms`]: rounded(percentile(samples, 1)),
    [`${name}, samples`]: samples.length,
  }
}
