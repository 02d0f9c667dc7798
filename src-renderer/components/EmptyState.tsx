/** Nothing to show, and that is all right, or no result for a filter. */
import type { Icon } from '@phosphor-icons/react'
import { CheckIcon } from '@phosphor-icons/react/Check'
import type { ReactNode } from 'react'
import { LockArch } from './LockArch.tsx'
import { StateMessage } from './StateMessage.tsx'

export interface EmptyStateProps {
  /** "Alles is verwerkt". */
  title: string
  /** One or two sentences. */
  text: ReactNode
  /** A tick unless told. */
  icon?: Icon
  /** At most one outlined button. */
  action?: ReactNode
}

export function EmptyState({ title, text, icon = CheckIcon, action }: EmptyStateProps) {
  return (
    <StateMessage
      figure={<LockArch icon={icon} weight={icon === CheckIcon ? 'bold' : 'regular'} />}
      title={title}
      text={text}
      actions={action}
    />
  )
}
