/** The doctor: what was checked about an account, the cause first, then what to tell the caller and the one-step repair. */
import { styled } from '@mui/material/styles'
import { QuotesIcon } from '@phosphor-icons/react/Quotes'
import type { ReactNode } from 'react'
import { color, radius, small } from '../app/theme/tokens.ts'

export interface DoctorCardProps {
  /** Name of the check for screen readers. */
  label: string
  /** Still checking. */
  busy?: boolean
  /** `DoctorLine`s: cause, passed, warning, not tested. */
  children: ReactNode
  /** `SayToCaller`. */
  say?: ReactNode
  /** The repair: button, and what it means. */
  repair?: ReactNode
  repairNote?: ReactNode
}

const Card = styled('div')({
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  overflow: 'hidden',
  backgroundColor: color.work,
  '& > ul:last-child > li:last-child': { borderBottom: 0 },
})
const Repair = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  padding: '12px 14px 14px 40px',
  ...small,
  color: color.t3,
})

export function DoctorCard({ label, busy = false, children, say, repair, repairNote }: DoctorCardProps) {
  return (
    <Card>
      <ul aria-label={label} aria-busy={busy}>
        {children}
      </ul>
      {say}
      {repair && (
        <Repair>
          {repair}
          {repairNote}
        </Repair>
      )}
    </Card>
  )
}

export interface SayToCallerProps {
  /** "Zeg tegen de beller". */
  label: string
  /** The sentence, ready to be read out. */
  children: ReactNode
}

const Say = styled('div')({
  display: 'flex',
  gap: 10,
  padding: '12px 14px 2px',
  '& > svg': { color: color.accent, marginTop: 1 },
  '& small': { ...small, display: 'block', color: color.t3 },
  '& p': { fontSize: 15, lineHeight: '22px', letterSpacing: '-.003em', marginTop: 1 },
  '&:last-child': { paddingBottom: 12 },
})

export function SayToCaller({ label, children }: SayToCallerProps) {
  return (
    <Say>
      <QuotesIcon />
      <div>
        <small>{label}</small>
        <p>{children}</p>
      </div>
    </Say>
  )
}
