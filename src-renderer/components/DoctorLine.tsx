/** One check of the doctor: icon, question word, finding in words, evidence at the right. */
import Skeleton from '@mui/material/Skeleton'
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { CircleDashedIcon } from '@phosphor-icons/react/CircleDashed'
import { MinusCircleIcon } from '@phosphor-icons/react/MinusCircle'
import { QuestionIcon } from '@phosphor-icons/react/Question'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { XCircleIcon } from '@phosphor-icons/react/XCircle'
import type { ReactNode } from 'react'
import { color, size } from '../app/theme/tokens.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type DoctorState = 'running' | 'passed' | 'cause' | 'warning' | 'not-applicable' | 'could-not-check'

export interface DoctorLineProps {
  state: DoctorState
  /** The state in words, for screen readers ("oorzaak", "in orde"). */
  stateLabel: string
  /** "Aangekomen?", "Nummer", "Blokkade". */
  question: string
  /** The finding; what matters in `<b>`. Not shown while running. */
  finding?: ReactNode
  /** When, how many: "sinds 2 mei 2024", "van 5". */
  evidence?: ReactNode
}

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '16px 96px minmax(0, 1fr) auto',
  columnGap: 10,
  alignItems: 'center',
  minHeight: size.line,
  padding: '3px 14px',
  borderBottom: `1px solid ${color.line}`,
  '& > b': { fontWeight: 500, color: color.t2 },
  '& > small': { fontSize: 12, color: color.t3, whiteSpace: 'nowrap' },
  '&[data-state="cause"]': {
    minHeight: 42,
    backgroundColor: color.hotBg,
    borderBottomColor: color.hotLine,
    '& > b': { fontWeight: 640, color: color.hot },
    '& > small': { color: color.hot },
  },
})

const looks: Record<DoctorState, { icon: Icon; color: string }> = {
  running: { icon: CircleDashedIcon, color: color.t3 },
  passed: { icon: CheckCircleIcon, color: color.ok },
  cause: { icon: XCircleIcon, color: color.hot },
  warning: { icon: WarningIcon, color: color.warn },
  'not-applicable': { icon: MinusCircleIcon, color: color.t3 },
  'could-not-check': { icon: QuestionIcon, color: color.warn },
}

export function DoctorLine({ state, stateLabel, question, finding, evidence }: DoctorLineProps) {
  const { icon: StateIcon, color: iconColor } = looks[state]
  const running = state === 'running'
  return (
    <Line data-state={state} aria-busy={running}>
      <StateIcon color={iconColor} weight={state === 'cause' ? 'fill' : 'regular'} />
      <b>{question}</b>
      <span>
        <VisuallyHidden>{stateLabel}: </VisuallyHidden>
        {running ? <Skeleton variant="rounded" width={180} height={10} /> : finding}
      </span>
      <small>{!running && evidence}</small>
    </Line>
  )
}
