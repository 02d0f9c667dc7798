/** Filter chip: opens a choice (caret), and when on is tinted with a cross that takes it away. Also the chip for a suggested text. */
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { XIcon } from '@phosphor-icons/react/X'
import type { KeyboardEvent, MouseEvent } from 'react'
import { color, motion } from '../app/theme/tokens.ts'

export interface FilterChipProps {
  /** The chosen value ("Team Noord"), what may be chosen ("Alle soorten"), or the suggested text. */
  label: string
  /** The filter works now: tinted, with a cross. */
  on?: boolean
  /** Opens the choice, or uses the suggestion. Also on arrow down when `hasMenu`. */
  onOpen?: (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => void
  /** There is a choice to open: shows a caret and says so. */
  hasMenu?: boolean
  /** The choice stands open now. */
  menuOpen?: boolean
  /** Takes the filter away: on click while on, on Backspace and Delete. */
  onRemove?: () => void
  /** What a screen reader says instead of the label, for example "Team Noord, filter weghalen". */
  ariaLabel?: string
}

const Chip = styled(ButtonBase)({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  flex: 'none',
  maxWidth: '100%',
  height: 26,
  padding: '0 9px',
  borderRadius: 13,
  border: `1px solid ${color.line2}`,
  backgroundColor: color.work,
  font: 'inherit',
  fontSize: 12,
  fontWeight: 500,
  color: color.t2,
  whiteSpace: 'nowrap',
  transition: `background-color ${motion.press}`,
  '&:hover': { backgroundImage: `linear-gradient(${color.hover}, ${color.hover})` },
  '&[data-on]': { backgroundColor: color.tint, borderColor: color.tint2, color: color.accent },
})

export function FilterChip({
  label,
  on = false,
  onOpen,
  hasMenu = false,
  menuOpen = false,
  onRemove,
  ariaLabel,
}: FilterChipProps) {
  const removable = on && onRemove !== undefined
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowDown' && hasMenu && onOpen) {
      event.preventDefault()
      onOpen(event)
    }
    if ((event.key === 'Backspace' || event.key === 'Delete') && removable) onRemove()
  }
  return (
    <Chip
      onClick={(event) => (removable ? onRemove() : onOpen?.(event))}
      onKeyDown={onKeyDown}
      aria-label={ariaLabel}
      {...(hasMenu && { 'aria-haspopup': 'menu', 'aria-expanded': menuOpen })}
      {...(on && { 'data-on': '' })}
    >
      {label}
      {removable ? <XIcon size={12} /> : hasMenu && <CaretDownIcon size={12} />}
    </Chip>
  )
}
