/** Makes refusals in the user's language, and turns the failures of a disk into the problem `storage-failed`. */
import { type Result, refused } from '../../shared/bridge/result.ts'
import type { Language } from '../../shared/domain/language.ts'
import {
  type FieldProblem,
  makeProblem,
  type Problem,
  type ProblemCode,
  type ProblemParams,
} from '../../shared/domain/problems.ts'
import { message } from './messages.ts'

export interface Refuser {
  readonly language: () => Language
  problem(code: ProblemCode, params?: ProblemParams, extra?: { fields?: readonly FieldProblem[]; trace?: string }): Problem
  refuse(
    code: ProblemCode,
    params?: ProblemParams,
    extra?: { fields?: readonly FieldProblem[]; trace?: string },
  ): { readonly ok: false; readonly problem: Problem }
  /** The result of `work`, or `storage-failed` when the disk refuses. Other errors are bugs and pass through. */
  onDisk<T>(work: () => Promise<Result<T>>): Promise<Result<T>>
}

export function createRefuser(language: () => Language): Refuser {
  const problem: Refuser['problem'] = (code, params, extra) => makeProblem(code, language(), params, extra)
  return {
    language,
    problem,
    refuse: (code, params, extra) => refused(problem(code, params, extra)),
    async onDisk(work) {
      try {
        return await work()
      } catch (error) {
        const code = diskErrorOf(error)
        if (!code) throw error
        return refused(problem('storage-failed', { detail: message('disk-refuses', language(), { code }) }))
      }
    },
  }
}

/** `ENOSPC`, `EACCES`, …: the code of a failed system call, or null for any other error. */
export function diskErrorOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
