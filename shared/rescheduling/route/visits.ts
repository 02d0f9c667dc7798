/** The tasks of a problem, visit by visit: those of one visit are placed together or not at all. */
import type { RouteProblem, Task } from '../route-problem.ts'
import type { Column } from './columns.ts'

/** Stands for "must be placed": dearer than anything else in a plan. */
const MUST = 1e6

export interface Visit {
  readonly id: string
  /** Order in the problem. */
  readonly index: number
  readonly tasks: readonly Task[]
  /** Cost of leaving all of it out. */
  readonly unplaced: number
}

export function visitsOf(problem: RouteProblem): readonly Visit[] {
  const groups = new Map<string, Task[]>()
  for (const task of problem.tasks) {
    const group = groups.get(task.visit)
    if (group) group.push(task)
    else groups.set(task.visit, [task])
  }
  return [...groups].map(([id, tasks], index) => ({
    id,
    index,
    tasks,
    unplaced: tasks.reduce((sum, task) => sum + Math.min(MUST, problem.unplacedCost(task)), 0),
  }))
}

/** One caregiver would carry out more than one task of a visit. */
export function isTwice({ tasks, lines }: RouteProblem, columns: readonly Pick<Column, 'line' | 'seats'>[]): boolean {
  const has = new Set<string>()
  for (const { line, seats } of columns) {
    for (const { task } of seats) {
      const key = `${lines[line]?.caregiver}|${tasks[task]?.visit}`
      if (has.has(key)) return true
      has.add(key)
    }
  }
  return false
}
