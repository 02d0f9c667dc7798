/**
 * Columns: everything the batch puts on one line, as one choice. A column's cost is what it brings on its own line when nothing
 * else is placed; what lines do to each other only adds to that, and is kept as {@link Column.effects}.
 */

/** What is not additive over lines: the lateness of one stop or task, the greatest lateness, or a coupling. */
export interface Quantity {
  readonly key: number
  /** Cost of one unit. */
  readonly weight: number
}

/** One task of a column. */
export interface ColumnSeat {
  /** Index in the problem's tasks. */
  readonly task: number
  readonly start: number
  /** `flow`: how many of the line's own stops stand before it; `fixed`: its start. With the order this tells columns apart. */
  readonly spot: number
  /** `flow`: the id of what it stands behind, placed tasks included; null = at the head of the line. */
  readonly behind: string | null
}

export interface Column {
  /** Index in the problem's lines. */
  readonly line: number
  /** In the order on the line. */
  readonly seats: readonly ColumnSeat[]
  /** More travel, lateness and placement cost on this line; greatest lateness and couplings apart. Never more than what it will be. */
  readonly cost: number
  /**
   * How far the column alone raises a quantity, whether on its line or elsewhere. The lateness of a task that it does not hold:
   * how late that task is at least, if it is placed at all.
   */
  readonly effects: ReadonlyMap<number, number>
  /** The share of `effects` that `cost` holds already: the lateness on its own line. */
  readonly own: ReadonlyMap<number, number>
}

/** What a set of columns does together. */
export interface Joint {
  /** Growth over the plan without any task: all parts but what is left out. */
  readonly cost: number
  readonly effects: ReadonlyMap<number, number>
}

/** What the duals of the master pay, for pricing. */
export interface Prices {
  /** For having a task on a line at a start. */
  profit(task: number, line: number, start: number): number
  /** At most what `profit` says for any start. */
  profitAtMost(task: number, line: number): number
  /** Price of the line itself, zero or more. */
  rent(line: number): number
  /** Cost of a minute's lateness of this stop on its own line: at most the weight of tardiness. */
  lateness(key: number): number
  /** Cost of raising a quantity by one from a line: zero or more. */
  effect(key: number, line: number): number
}

export interface Harvest {
  readonly columns: readonly Column[]
  /** Every column whose reduced cost is at most the limit is there (or one that is no worse in every way). */
  readonly complete: boolean
  /** The search came to its end: `least` is as good as it gets. */
  readonly searched: boolean
  /** No column of this line has a lower reduced cost, complete or not; above the limit it says no more than that. */
  readonly least: number
}

export interface HarvestOptions {
  readonly limit: number
  /** Steps of the search at most. */
  readonly cap: number
  /** Columns at most, the cheapest. */
  readonly most: number
  /** Only the best column of each set of tasks on the way: enough for pricing, not for an exact end. */
  readonly thin: boolean
  /** Asked now and then: true ends the search where it is, as if its steps had run out. */
  stopped(): boolean
}

export interface LeastByStart {
  readonly byStart: ReadonlyMap<number, number>
  /** At every other start. */
  readonly otherwise: number
}

export interface ColumnMaker {
  readonly lines: number
  readonly tasks: number
  /** Columns cost no more than they will: inserting can only delay. Without it nothing is proven. */
  readonly sure: boolean
  readonly quantities: ReadonlyMap<number, Quantity>
  /** The task whose lateness a quantity is, by its index; null for other quantities. */
  taskOf(key: number): number | null
  harvest(line: number, prices: Prices, options: HarvestOptions): Harvest
  /** The column with these seats, in order; null when they cannot be. */
  column(line: number, seats: readonly ColumnSeat[]): Column | null
  /** What a task costs at least by its start, when nothing else is placed, as far as that is known; infinity = it has no such place. */
  least(task: number): LeastByStart
  /** Null when these columns cannot be together. */
  evaluate(columns: readonly Column[]): Joint | null
}

/** Key of the greatest lateness; stops and tasks have keys from 0, couplings from -2 down. */
export const GREATEST = -1
export const couplingKey = (index: number): number => -2 - index

/** Two columns with one key are the same. */
export const columnKey = (column: Pick<Column, 'line' | 'seats'>): string =>
  `${column.line}|${column.seats.map((seat) => `${seat.task}@${seat.spot}`).join(' ')}`
