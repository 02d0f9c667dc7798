/** Brings a refusal of the portal back to the visits it is about. */
import type { Language } from '../../../shared/domain/language.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { type Problem, problemSentence } from '../../../shared/domain/problems.ts'

/** `decisions.2.to.startTime` → 2. */
function indexIn(field: string): number | null {
  const match = /(?:^|\.)decisions\.(\d+)(?:\.|$)/.exec(field)
  return match ? Number(match[1]) : null
}

/**
 * The sentence per visit: a field names it by its place among the decisions (which stand in the order of the visits), or the
 * problem by `visitId`. Empty when it names none: then it is about the whole.
 */
export function refusalsOf(problem: Problem, visits: readonly Visit[], lang: Language): Record<string, string> {
  const sentence = problemSentence(problem, lang)
  const refusals: Record<string, string> = {}
  for (const field of problem.fields ?? []) {
    const index = indexIn(field.field)
    const visit = index === null ? undefined : visits[index]
    // The sentence of a problem is in the reader's language; that of a field in whichever the portal was asked in.
    if (visit) refusals[visit.id] = problem.code === 'invalid-input' ? field.message : sentence
  }
  const named = problem.params['visitId']
  const visit = visits.find((candidate) => candidate.id === named)
  if (visit) refusals[visit.id] = sentence
  return refusals
}
