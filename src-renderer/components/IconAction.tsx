/** Button of one icon, with its name and key in the tooltip. */
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { Icon } from '@phosphor-icons/react'
import type { MouseEvent } from 'react'
import { ariaKeys } from './aria-keys.ts'
import { Kbd } from './Kbd.tsx'

export interface IconActionProps {
  icon: Icon
  /** The action in words: name of the button and text of the tooltip. */
  label: string
  /** Keys that do the same. */
  keys?: readonly string[]
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
  /** Pressed state of a toggle; left out for a plain action. */
  pressed?: boolean
  /** A menu opens: the button says so. */
  menuOpen?: boolean
  disabled?: boolean
  /** Moves the icon to the edge of its container, as at the end of a header line. */
  edge?: 'end'
}

export function IconAction({
  icon: ActionIcon,
  label,
  keys,
  onClick,
  pressed,
  menuOpen,
  disabled = false,
  edge,
}: IconActionProps) {
  return (
    <Tooltip
      title={
        <>
          {label}
          {keys && <Kbd keys={keys} />}
        </>
      }
    >
      <IconButton
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys && ariaKeys(keys)}
        {...(menuOpen !== undefined && { 'aria-haspopup': 'menu', 'aria-expanded': menuOpen })}
        onClick={onClick}
        disabled={disabled}
        sx={edge === 'end' ? { width: 28, mr: '-6px' } : undefined}
      >
        <ActionIcon size={16} weight={pressed ? 'fill' : 'regular'} />
      </IconButton>
    </Tooltip>
  )
}
