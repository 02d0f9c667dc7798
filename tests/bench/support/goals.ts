/** What a bench was asked for and what came of it. What could not be measured is never met. */
import { rounded } from './figures.ts'

export interface Goal {
  /** Null when it could not be measured here. */
  readonly value: number | null
  /** "≤ 1.3" */
  readonly goal: string
  readonly ok: boolean | 'not measured'
  /** Why it was not measured. */
  readonly because?: string
}

function goal(value: number, sign: '≤' | '≥', limit: number): Goal {
  const ok = sign === '≤' ? value <= limit : value >= limit
  return { value: rounded(value), goal: `${sign} ${limit}`, ok }
}

/** Met when the value is at most the limit; NaN never is. */
export function atMost(value: number, limit: number): Goal {
  return goal(value, '≤', limit)
}

/** Met when the value is at least the limit; NaN never is. */
export function atLeast(value: number, limit: number): Goal {
  return goal(value, '≥', limit)
}

export function notMeasured(asked: string, because: string): Goal {
  return { value: null, goal: asked, ok: 'not measured', because }
}

/** All of them: false when one was missed, "not measured" when none was missed but one (or all) could not be measured. */
export function verdict(goals: readonly Goal[]): Goal['ok'] {
  if (goals.some((one) => one.ok === false)) return false
  return goals.length > 0 && goals.every((one) => one.ok === true) ? true : 'not measured'
}
