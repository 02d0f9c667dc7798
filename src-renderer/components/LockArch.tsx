/** The arch of the mark with one icon: figure of empty, error and locked states. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { color } from '../app/theme/tokens.ts'

export interface LockArchProps {
  icon: Icon
  /** `warn` for an error. */
  tone?: 'calm' | 'warn'
  /** Bold for the tick. */
  weight?: 'regular' | 'bold'
}

const Arch = styled('span')({
  width: 52,
  height: 58,
  borderRadius: '26px 26px 7px 7px',
  border: `2px solid ${color.tint2}`,
  backgroundColor: color.tint,
  color: color.accent,
  display: 'grid',
  placeItems: 'center',
  '& svg': { marginTop: 6 },
  '&[data-tone="warn"]': { borderColor: color.warnLine, backgroundColor: color.warnBg, color: color.warn },
})

export function LockArch({ icon: ArchIcon, tone = 'calm', weight = 'regular' }: LockArchProps) {
  return (
    <Arch aria-hidden="true" data-tone={tone}>
      <ArchIcon size={20} weight={weight} />
    </Arch>
  )
}
