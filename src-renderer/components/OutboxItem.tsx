/** One thing that waits in the outbox, or came back. */
import { styled } from '@mui/material/styles'
import { ClockIcon } from '@phosphor-icons/react/Clock'
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/PaperPlaneTilt'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import type { ReactNode } from 'react'
import { color, small } from '../app/theme/tokens.ts'

export interface OutboxItemProps {
  state: 'waiting' | 'sending' | 'returned'
  /** "Antwoord aan dhr. Postma". */
  title: string
  /** "wacht op verbinding, 09:07", "teruggekomen: vraag is ingetrokken". */
  text: ReactNode
  /** Open or look at it. */
  action?: ReactNode
}

const Item = styled('li')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  padding: '10px 0',
  '& + &': { borderTop: `1px solid ${color.line}` },
  '& > svg': { marginTop: 2, color: color.t3 },
  '& > div:first-of-type': { flex: 1, minWidth: 0 },
  '& b': { fontWeight: 560 },
  '& small': { ...small, display: 'block', color: color.t3 },
  '&[data-state="returned"] > svg, &[data-state="returned"] small': { color: color.warn },
})

const icons = { waiting: ClockIcon, sending: PaperPlaneTiltIcon, returned: WarningIcon } as const

/** Stands in a `ul`. */
export function OutboxItem({ state, title, text, action }: OutboxItemProps) {
  const StateIcon = icons[state]
  return (
    <Item data-state={state}>
      <StateIcon />
      <div>
        <b>{title}</b>
        <small>{text}</small>
      </div>
      {action}
    </Item>
  )
}
