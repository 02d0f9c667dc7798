/** Something did not load. Says what, what became of typed text, and what can be done; the code stands below for copying. */
import type { Icon } from '@phosphor-icons/react'
import { PlugsIcon } from '@phosphor-icons/react/Plugs'
import type { ReactNode } from 'react'
import { LockArch } from './LockArch.tsx'
import { StateMessage } from './StateMessage.tsx'

export interface ErrorStateProps {
  /** "De meldingen laden niet". */
  title: string
  /** Cause, what is saved, what to do. */
  text: ReactNode
  icon?: Icon
  /** "Opnieuw proberen" outlined; "Kopieer melding" as text. */
  actions?: ReactNode
  /** Stable problem code and time: "portal-unreachable 09:12:44". */
  code?: string
}

export function ErrorState({ title, text, icon = PlugsIcon, actions, code }: ErrorStateProps) {
  return (
    <StateMessage
      role="alert"
      figure={<LockArch icon={icon} tone="warn" />}
      title={title}
      text={text}
      actions={actions}
      code={code}
    />
  )
}
