/** Every call over the bridge answers with a value or a problem; it never throws for what may be expected. */
import type { Problem } from '../domain/problems.ts'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem }
}
