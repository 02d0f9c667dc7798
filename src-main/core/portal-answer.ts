/** What an answer of the portal means: the value, or a problem, and whether it is certain that nothing was done. */
import type { z } from 'zod'
import type { Route } from '../../shared/api/route.ts'
import type { Problem } from '../../shared/domain/problems.ts'
import { problem as problemSchema } from '../../shared/domain/problems.ts'
import type { HttpAnswer } from './portal-http.ts'
import type { Ids, Logger } from './ports.ts'
import type { Refuser } from './refuse.ts'

/**
 * `refused`: the portal decided against it, and the same call would be refused again.
 * `unsettled`: no answer, a fault, too busy, or not signed in: whether it was done is unknown, or it may be tried again.
 * `garbled`: it was done, but the answer is not in the shape agreed.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'garbled'; readonly problem: Problem }
  | { readonly kind: 'unsettled'; readonly problem: Problem; readonly retryAfterMs: number | null }

/** Not decisions about the call: a fault, the gateway's busy or unreachable, signed out, too many at once. */
const UNSETTLED_STATUS: ReadonlySet<number> = new Set([401, 408, 425, 429])

export interface Reading {
  readonly refuser: Refuser
  readonly logger: Logger
  readonly ids: Ids
}

export function outcomeOf<R extends Route>(route: R, answer: HttpAnswer, reading: Reading): Outcome<z.infer<R['output']>> {
  if (answer.kind === 'nothing') {
    reading.logger.warn('no answer from the portal', { route: route.name, why: answer.why })
    return unsettled(reading.refuser.problem('portal-unreachable'))
  }
  return answer.status >= 200 && answer.status < 300 ? doneOf(route, answer, reading) : problemOf(route, answer, reading)
}

type Answer = Extract<HttpAnswer, { kind: 'answer' }>

function doneOf<R extends Route>(route: R, answer: Answer, reading: Reading): Outcome<z.infer<R['output']>> {
  const parsed = route.output.safeParse(answer.json)
  if (parsed.success) return { kind: 'done', value: parsed.data as z.infer<R['output']> }
  const trace = reading.ids.next()
  // Only where it is wrong, never what it says: the answer is about people.
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 5)
  reading.logger.error('the portal answered in another shape than agreed', null, {
    route: route.name,
    trace,
    where: where.join(' '),
  })
  return { kind: 'garbled', problem: reading.refuser.problem('server-fault', { trace }, { trace }) }
}

function problemOf(route: Route, answer: Answer, reading: Reading): Outcome<never> {
  const parsed = problemSchema.safeParse(answer.json)
  if (!parsed.success) {
    reading.logger.warn('an answer without a problem of the table', { route: route.name, status: answer.status })
    return unsettled(reading.refuser.problem('portal-unreachable'))
  }
  const { data: problem } = parsed
  if (answer.status < 500 && !UNSETTLED_STATUS.has(answer.status)) return { kind: 'refused', problem }
  const seconds = problem.params['seconds']
  return { kind: 'unsettled', problem, retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : null }
}

function unsettled(problem: Problem): Outcome<never> {
  return { kind: 'unsettled', problem, retryAfterMs: null }
}
