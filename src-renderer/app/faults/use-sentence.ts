/** The sentence of what was refused, in the language of the screen. */

import { problemSentence } from '../../../shared/domain/problems.ts'
import { problemOf } from '../../data/problem-error.ts'
import { useWords } from '../i18n/use-words.ts'

/** Null without an error. A fault has no sentence of its own: the boundary's words stand in for it. */
export function useSentence(error: unknown): string | null {
  const { t, lang } = useWords()
  if (!error) return null
  const problem = problemOf(error)
  return problem ? problemSentence(problem, lang) : t('case.faultTitle')
}
