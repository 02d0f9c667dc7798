/** What was just done, at the foot of the list: what it will do, when it goes, and a way back. Focus is never moved to it. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, motion, radius, shadow, small } from '../app/theme/tokens.ts'
import { CountdownRing } from './Countdown.tsx'

export interface ToastStep {
  /** "Getypt", "In wachtrij", "Aangenomen", "Gelezen". */
  label: string
  state: 'done' | 'current' | 'to-come'
}

export interface ToastProps {
  /** "Antwoord aan dhr. Postma". */
  title: string
  /** What it will do: "gaat over 11 s weg en sluit de vraag". */
  text: ReactNode
  /** Time left to undo; left out once it has gone. */
  countdown?: { seconds: number; fraction: number }
  steps?: readonly ToastStep[]
  /** Small buttons: undo, send now. */
  actions?: ReactNode
  /** More of them wait behind this one; the text says how many ("en 2 meer"). */
  stacked?: string
  /** The pointer is on it or focus is in it: hold the countdown. */
  onHold?: (held: boolean) => void
}

const Place = styled('div')({ position: 'absolute', zIndex: 4, left: 12, right: 12, bottom: 12 })
const Behind = styled('div')({
  position: 'absolute',
  inset: '-6px 8px auto',
  height: 24,
  borderRadius: radius.card,
  border: `1px solid ${color.line2}`,
  backgroundColor: color.raised,
})
const Card = styled('div')({
  position: 'relative',
  padding: 12,
  borderRadius: radius.card,
  border: `1px solid ${color.line2}`,
  backgroundColor: color.raised,
  boxShadow: shadow.sh3,
  transition: `opacity ${motion.open}`,
})
const Head = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  '& > div:first-of-type': { flex: 1, minWidth: 0 },
  '& small': { ...small, display: 'block' },
})
const Steps = styled('ol')({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'auto',
  gap: 4,
  marginTop: 10,
  fontSize: 11.5,
  lineHeight: '14px',
  color: color.t3,
  '& li': { borderTop: `3px solid ${color.line2}`, paddingTop: 4 },
  '& li[data-state="done"]': { borderColor: color.accent, color: color.t2 },
  '& li[data-state="current"]': {
    borderImage: `linear-gradient(90deg, ${color.accent} 55%, ${color.line2} 0) 1`,
    color: color.text,
    fontWeight: 600,
  },
})
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 })
const Stacked = styled('span')({ ...small, color: color.t3 })

export function Toast({ title, text, countdown, steps, actions, stacked, onHold }: ToastProps) {
  return (
    <Place
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
      onFocus={() => onHold?.(true)}
      onBlur={() => onHold?.(false)}
    >
      {stacked && <Behind aria-hidden="true" />}
      <Card>
        <Head>
          {countdown && <CountdownRing {...countdown} />}
          {/* The text counts down; only the title and the step are read out. */}
          <div>
            <b role="status">{title}</b>
            <small>{text}</small>
          </div>
          {stacked && <Stacked>{stacked}</Stacked>}
        </Head>
        {steps && (
          <Steps>
            {steps.map((step) => (
              <li key={step.label} data-state={step.state} {...(step.state === 'current' && { 'aria-current': 'step' })}>
                {step.label}
              </li>
            ))}
          </Steps>
        )}
        {actions && <Actions>{actions}</Actions>}
      </Card>
    </Place>
  )
}
