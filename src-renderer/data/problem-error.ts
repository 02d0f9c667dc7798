/** A problem of the table, thrown: inside TanStack Query a refusal travels as an error. */
import type { Problem, ProblemCode } from '../../shared/domain/problems.ts'

export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The problem inside an error, or null when it is a bug. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof ProblemError ? error.problem : null
}

export function isProblem(error: unknown, ...codes: readonly ProblemCode[]): boolean {
  const problem = problemOf(error)
  return problem !== null && codes.includes(problem.code)
}
