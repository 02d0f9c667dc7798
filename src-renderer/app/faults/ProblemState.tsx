/** A pane whose data did not come: what is so, what became of typed text, try again, and the code for copying. */
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { toLocal } from '../../../shared/domain/local-time.ts'
import { problemSentence } from '../../../shared/domain/problems.ts'
import { ErrorState } from '../../components/ErrorState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { problemOf } from '../../data/problem-error.ts'
import { useWords } from '../i18n/use-words.ts'
import { useKeys } from '../keys/use-keys.ts'
import { CopyCode } from './CopyCode.tsx'
import { codeOfFault } from './faults.ts'

export interface ProblemStateProps {
  /** "De meldingen laden niet". */
  title: string
  error: unknown
  onRetry: () => void
}

/** "portal-unreachable 09:12:44" */
function codeOf(error: unknown, at: number): string {
  const problem = problemOf(error)
  if (!problem) return codeOfFault(error, at)
  const seconds = String(new Date(at).getSeconds()).padStart(2, '0')
  return [problem.code, `${toLocal(new Date(at)).time}:${seconds}`, problem.trace].filter(Boolean).join(' ')
}

export function ProblemState({ title, error, onRetry }: ProblemStateProps) {
  const { t, lang } = useWords()
  const at = useRef(Date.now())
  useKeys({ R: onRetry })
  const problem = problemOf(error)
  const code = codeOf(error, at.current)
  return (
    <ErrorState
      title={title}
      text={t('case.errorText', { sentence: problem ? problemSentence(problem, lang) : t('case.saved') })}
      actions={
        <>
          <Button onClick={onRetry} aria-keyshortcuts="R">
            {t('case.retry')}
            <Kbd keys={['R']} />
          </Button>
          <CopyCode text={code} />
        </>
      }
      code={code}
    />
  )
}
