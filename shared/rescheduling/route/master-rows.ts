/** Rows of the master beyond "every task once" and "every line once": each says its coefficient for any column. */
import type { Column } from './columns.ts'

export interface MasterRow {
  /** Two rows with one name say the same; null = it is like no other. */
  readonly name: string | null
  readonly lower: number
  readonly upper: number
  /** The quantity whose variable stands in the row with coefficient 1; null = none. */
  readonly quantity: number | null
  coefficient(column: Column): number
  /** Coefficient of leaving a visit out, by its index. */
  readonly visits: ReadonlyMap<number, number>
  /** What is said in duals for pricing; null for rows that are added after it. */
  readonly price: RowPrice | null
}

export type RowPrice =
  | { readonly kind: 'share'; readonly lines: ReadonlySet<number>; readonly share: (task: number) => number }
  | { readonly kind: 'effect'; readonly key: number; readonly line: number }
  | { readonly kind: 'twin'; readonly visit: number; readonly caregiver: string }
  /** A row of `Ties`, which knows what it pays. */
  | { readonly kind: 'tie' }
  /** `sign` for the task when it starts at or after `from`. */
  | { readonly kind: 'start'; readonly parts: readonly { readonly task: number; readonly from: number; readonly sign: 1 | -1 }[] }

const NO_VISITS: ReadonlyMap<number, number> = new Map()

/**
 * A quantity is raised at least as far as any one line raises it alone: x + own ≥ effect. `spare` = the visit of the task whose
 * lateness it is, which when left out is late by nothing.
 */
export function effectRow(key: number, line: number, spare: { readonly visit: number; readonly most: number } | null): MasterRow {
  return {
    name: `effect ${key} ${line}`,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    quantity: key,
    coefficient: (column) => (column.own.get(key) ?? 0) - (column.line === line ? (column.effects.get(key) ?? 0) : 0),
    visits: spare === null ? NO_VISITS : new Map([[spare.visit, spare.most]]),
    price: { kind: 'effect', key, line },
  }
}

/** A quantity that is what the shares of all placed tasks come to over what is free: x ≥ sum of shares − free. */
export function shareRow(key: number, lines: ReadonlySet<number>, share: (task: number) => number, free: number): MasterRow {
  return {
    name: `share ${key}`,
    lower: -free,
    upper: Number.POSITIVE_INFINITY,
    quantity: key,
    coefficient(column) {
      if (!lines.has(column.line)) return 0
      let sum = 0
      for (const { task } of column.seats) sum -= share(task)
      return sum
    },
    visits: NO_VISITS,
    price: { kind: 'share', lines, share },
  }
}

/** Several lines together raise a quantity to `value`: x + own ≥ value · (how many of them are chosen − all but one). */
export function jointRow(
  key: number,
  value: number,
  together: readonly ((column: Column) => boolean)[],
  visit: number | null,
): MasterRow {
  return {
    name: null,
    lower: -(together.length - 1) * value,
    upper: Number.POSITIVE_INFINITY,
    quantity: key,
    coefficient: (column) => (column.own.get(key) ?? 0) - (together.some((is) => is(column)) ? value : 0),
    visits: visit === null ? NO_VISITS : new Map([[visit, value]]),
    price: null,
  }
}

/** Not all of these together. */
export function notTogether(together: readonly ((column: Column) => boolean)[]): MasterRow {
  return {
    name: null,
    lower: Number.NEGATIVE_INFINITY,
    upper: together.length - 1,
    quantity: null,
    coefficient: (column) => (together.some((is) => is(column)) ? 1 : 0),
    visits: NO_VISITS,
    price: null,
  }
}

/** One caregiver carries out one task of a visit at most. */
export function twinRow(
  visit: number,
  tasks: ReadonlySet<number>,
  caregiver: string,
  caregiverOf: (line: number) => string,
): MasterRow {
  return {
    name: `twin ${visit} ${caregiver}`,
    lower: Number.NEGATIVE_INFINITY,
    upper: 1,
    quantity: null,
    coefficient: (column) =>
      caregiverOf(column.line) === caregiver ? column.seats.filter((seat) => tasks.has(seat.task)).length : 0,
    visits: NO_VISITS,
    price: { kind: 'twin', visit, caregiver },
  }
}

/**
 * Of two synchronised tasks: when `one` starts at or after a moment, `other` does so at or after another. Such rows for every
 * moment say all that a synchronisation says. `spare` = the visit of `other`, when it may be left out without the visit of `one`.
 */
export function startRow(one: number, from: number, other: number, then: number, spare: number | null): MasterRow {
  const parts = [
    { task: one, from, sign: 1 },
    { task: other, from: then, sign: -1 },
  ] as const
  return {
    name: `start ${one} ${from} ${other} ${then}`,
    lower: Number.NEGATIVE_INFINITY,
    upper: 0,
    quantity: null,
    coefficient: (column) => {
      let sum = 0
      for (const seat of column.seats)
        for (const part of parts) if (seat.task === part.task && seat.start >= part.from - 1e-6) sum += part.sign
      return sum
    },
    visits: spare === null ? NO_VISITS : new Map([[spare, -1]]),
    price: { kind: 'start', parts },
  }
}

/** Holds the same tasks in the same places, and perhaps more: it delays everything at least as much. */
export function holds(small: Column): (column: Column) => boolean {
  const key = seatKeys(small)
  return (column) => {
    if (column.line !== small.line) return false
    if (column === small) return true
    if (column.seats.length < small.seats.length) return false
    const keys = seatKeys(column, new Set(small.seats.map((seat) => seat.task)))
    return keys === key
  }
}

/** Tasks in order, each with its spot; those not in `only` are looked through. */
function seatKeys(column: Column, only: ReadonlySet<number> | null = null): string {
  const parts: string[] = []
  for (const seat of column.seats) if (only === null || only.has(seat.task)) parts.push(`${seat.task}@${seat.spot}`)
  return parts.join(' ')
}
