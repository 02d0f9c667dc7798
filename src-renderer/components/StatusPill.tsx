/** State of the connection or the outbox in the title bar: "Live", "1 onderweg", "Geen verbinding". A button when there is more to see. */
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import type { MouseEvent } from 'react'
import { color, motion, radius } from '../app/theme/tokens.ts'

export interface StatusPillProps {
  label: string
  /** Icon before the label; without one a dot is drawn. */
  icon?: Icon
  /** Colour of dot or icon: `ok` live, `warn` waiting or offline, `hot` failed, `neutral` nothing to say. */
  tone?: 'ok' | 'warn' | 'hot' | 'neutral'
  /** Opens the outbox or the details; left out, it is text. */
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  /** Changes are read out. */
  live?: boolean
}

const tones = { ok: color.ok, warn: color.warn, hot: color.hot, neutral: 'currentColor' } as const

const pill = {
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: 28,
  padding: '0 8px',
  borderRadius: radius.control,
  font: 'inherit',
  whiteSpace: 'nowrap',
} as const

const Text = styled('span')(pill)
const Press = styled(ButtonBase)({
  ...pill,
  transition: `background-color ${motion.press}`,
  '&:hover': { backgroundColor: color.hover },
})
const Dot = styled('i')({ width: 7, height: 7, borderRadius: '50%' })

export function StatusPill({ label, icon: StateIcon, tone = 'neutral', onClick, live = false }: StatusPillProps) {
  const content = (
    <>
      {StateIcon ? <StateIcon size={14} color={tones[tone]} /> : <Dot style={{ backgroundColor: tones[tone] }} />}
      <span aria-live={live ? 'polite' : undefined}>{label}</span>
    </>
  )
  return onClick ? <Press onClick={onClick}>{content}</Press> : <Text>{content}</Text>
}
