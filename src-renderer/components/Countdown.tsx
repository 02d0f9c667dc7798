/** Time that is left, as a ring and in words: 12 px beside a sentence, 28 px with the seconds inside. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, small } from '../app/theme/tokens.ts'

export interface CountdownProps {
  /** Share of the time that is left, 1 to 0. */
  fraction: number
  /** The words: "Nog 9:24 geldig, voor één handeling". */
  children: ReactNode
}

const Line = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, ...small, color: color.t2 })
const Small = styled('i')({
  width: 12,
  height: 12,
  flex: 'none',
  borderRadius: '50%',
  background: `conic-gradient(${color.accent} calc(var(--fraction) * 1turn), ${color.line2} 0)`,
})
const Large = styled('span')({
  width: 28,
  height: 28,
  flex: 'none',
  borderRadius: '50%',
  display: 'grid',
  placeItems: 'center',
  fontSize: 11,
  fontWeight: 600,
  background: `radial-gradient(circle, ${color.raised} 0 11.5px, transparent 12px), conic-gradient(${color.accent} calc(var(--fraction) * 1turn), ${color.line2} 0)`,
})

const turn = (fraction: number) => ({ '--fraction': fraction }) as React.CSSProperties

export function Countdown({ fraction, children }: CountdownProps) {
  return (
    <Line>
      <Small aria-hidden="true" style={turn(fraction)} />
      <span>{children}</span>
    </Line>
  )
}

export interface CountdownRingProps {
  fraction: number
  /** Whole seconds left. Silent: the sentence beside it says what happens and when. */
  seconds: number
}

export function CountdownRing({ fraction, seconds }: CountdownRingProps) {
  return (
    <Large aria-hidden="true" style={turn(fraction)}>
      {seconds}
    </Large>
  )
}
