/** Ring of 12 px that fills over the last 3 working days before a case is due. It explains; the words beside it carry. */
import { styled } from '@mui/material/styles'

export interface DueRingProps {
  /** 0 (more than 3 working days left) to 1 (due or too late); see `ringFraction`. */
  fraction: number
}

const Ring = styled('i')({
  width: 12,
  height: 12,
  borderRadius: '50%',
  flex: 'none',
  background: 'conic-gradient(currentColor calc(var(--fraction) * 1turn), transparent 0)',
  boxShadow: 'inset 0 0 0 1.25px currentColor',
})

export function DueRing({ fraction }: DueRingProps) {
  return <Ring aria-hidden="true" style={{ '--fraction': fraction } as React.CSSProperties} />
}
