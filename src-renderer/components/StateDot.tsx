/** State of a decision as a dot: open ring, current thick ring, done green tick. */
import { styled } from '@mui/material/styles'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { color } from '../app/theme/tokens.ts'

export type DecisionState = 'undecided' | 'current' | 'decided'

export interface StateDotProps {
  state: DecisionState
  /** The state in words. */
  label: string
}

const Dot = styled('span')({
  width: 20,
  height: 20,
  borderRadius: '50%',
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  border: `1.5px solid ${color.ctl}`,
  '&[data-state="current"]': { border: `5px solid ${color.accent}` },
  '&[data-state="decided"]': { backgroundColor: color.ok, borderColor: color.ok, color: color.work },
})

export function StateDot({ state, label }: StateDotProps) {
  return (
    <Dot data-state={state} role="img" aria-label={label} title={label}>
      {state === 'decided' && <CheckIcon size={12} weight="bold" />}
    </Dot>
  )
}
