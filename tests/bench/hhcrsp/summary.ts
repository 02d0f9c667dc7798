/** The cases of "caregiver ill" added up. What is not proven optimal is counted apart, never taken for good. */
import type { IllCase } from './checks.ts'

export interface Summary {
  /** Cases with a proven optimum. */
  readonly compared: number
  /** In percent of the optimum. */
  readonly averageGap: number
  readonly worseThanGreedy: number
  readonly figures: Readonly<Record<string, number>>
}

/** Costs closer than this are the same. */
const SAME = 1e-6

export function summary(cases: readonly IllCase[]): Summary {
  const proven = cases.filter((one) => one.optimum.proven)
  const alike = proven.filter((one) => one.engine.unplaced === one.optimum.unplaced)
  const gaps = alike.map((one) => gapTo(one.engine.cost, one.optimum.cost))
  const greedyAlike = proven.filter((one) => one.greedy.unplaced === one.optimum.unplaced)
  const greedyGaps = greedyAlike.map((one) => gapTo(one.greedy.cost, one.optimum.cost))
  const unknown = cases.filter((one) => !one.optimum.proven)
  const worse = cases.filter(({ engine, greedy }) =>
    engine.unplaced === greedy.unplaced ? engine.cost > greedy.cost + SAME : engine.unplaced > greedy.unplaced,
  )
  const times = cases.map((one) => one.milliseconds).sort((a, b) => a - b)
  // A case in which more stays unplaced than need be has no gap in percent: it counts as all lost.
  const averageGap = proven.length === 0 ? Number.NaN : mean([...gaps, ...proven.slice(alike.length).map(() => 100)])
  return {
    compared: proven.length,
    averageGap,
    worseThanGreedy: worse.length,
    figures: {
      'cases of a caregiver ill': cases.length,
      'optimum proven by the reference': proven.length,
      'optimum not proven': unknown.length,
      'average gap where not proven, to the better bound, %': mean(unknown.map(gapToBound)),
      'proven by the engine itself': cases.filter((one) => one.engineProven).length,
      'average gap, %': averageGap,
      'greatest gap, %': Math.max(0, ...gaps),
      'more unplaced than the optimum': proven.length - alike.length,
      'greedy: average gap, %': mean(greedyGaps),
      'greedy: greatest gap, %': Math.max(0, ...greedyGaps),
      'greedy: more unplaced than the optimum': proven.length - greedyAlike.length,
      'worse than greedy': worse.length,
      'tasks taken out': sum(cases.map((one) => one.tasks)),
      'tasks unplaced': sum(cases.map((one) => one.engine.unplaced)),
      'tasks unplaced by greedy': sum(cases.map((one) => one.greedy.unplaced)),
      'clients touched, average': mean(cases.map((one) => one.touched)),
      'ms a case, median': at(times, 0.5),
      'ms a case, p95': at(times, 0.95),
      'ms a case, longest': at(times, 1),
    },
  }
}

const gapTo = (cost: number, optimum: number): number => Math.max(0, (100 * (cost - optimum)) / optimum)

/** To what is known of the optimum: the better of the two bounds. */
function gapToBound({ engine, optimum, engineLower }: IllCase): number {
  const left = engine.unplaced * 1e6
  const bound = Math.max(optimum.bound, engineLower) - left
  return bound <= 0 ? 100 : Math.min(100, (100 * (engine.cost - bound)) / engine.cost)
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
