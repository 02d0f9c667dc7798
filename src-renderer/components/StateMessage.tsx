/** A state in the middle of its pane: figure, heading, one or two sentences, at most one outlined button. Frame of empty, error and locked. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, font, small } from '../app/theme/tokens.ts'

export interface StateMessageProps {
  /** `LockArch` or `Logo`. */
  figure: ReactNode
  title: string
  /** What is so, then what the user can do. */
  text?: ReactNode
  /** Between the text and the buttons: `CodeBoxes` on the lock screen. */
  children?: ReactNode
  /** At most one outlined button; a text button may stand beside it. */
  actions?: ReactNode
  /** Quiet line below. */
  hint?: ReactNode
  /** Another way on, as a `LinkButton`, below everything. */
  footer?: ReactNode
  /** Code and time of an error, for copying. */
  code?: string
  /** `alert` for an error that has just come up, `status` for what is good to know. */
  role?: 'alert' | 'status'
}

const Middle = styled('div')({
  flex: 1,
  minHeight: '100%',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  textAlign: 'center',
  padding: '0 36px 28px',
  '& > h2': { marginTop: 16, fontSize: 17, lineHeight: '24px', fontWeight: 640, letterSpacing: '-.01em' },
  '& > p': { color: color.t2, margin: '4px 0 18px', textWrap: 'balance', maxWidth: 420 },
})
const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  alignItems: 'center',
  gap: 8,
  margin: '0 -24px',
})
const Hint = styled('div')({ ...small, color: color.t3, marginTop: 10 })
const Footer = styled('div')({ ...small, marginTop: 20 })
const Code = styled('code')({
  fontSize: 12.75,
  lineHeight: '16px',
  marginTop: 14,
  color: color.t3,
  fontFamily: font.mono,
  letterSpacing: '-.01em',
  userSelect: 'all',
})

export function StateMessage({ figure, title, text, children, actions, hint, footer, code, role }: StateMessageProps) {
  return (
    <Middle role={role}>
      {figure}
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
      {actions && <Actions>{actions}</Actions>}
      {hint && <Hint>{hint}</Hint>}
      {footer && <Footer>{footer}</Footer>}
      {code && <Code>{code}</Code>}
    </Middle>
  )
}
