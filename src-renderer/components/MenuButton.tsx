/** A button that opens a short menu: the provider, a sort order, what else can be done with a case. */
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { Icon } from '@phosphor-icons/react'
import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { useState } from 'react'
import { FilterChip } from './FilterChip.tsx'
import { IconAction } from './IconAction.tsx'

export interface MenuChoice<V extends string> {
  value: V
  label: string
  icon?: Icon
  disabled?: boolean
}

export interface MenuButtonProps<V extends string> {
  /** Text of the button, or name of the icon. */
  label: string
  /** An icon instead of text with a caret. */
  icon?: Icon
  /** `chip` is a filter chip: tinted with a cross while `value` is set. */
  look?: 'text' | 'chip'
  choices: readonly MenuChoice<V>[]
  /** What is chosen now; gets a tick. Left out for a menu of actions. */
  value?: V
  onPick: (value: V) => void
  /** Takes the chosen filter away (chip only). */
  onRemove?: () => void
  /** Name of the chip with what pressing it does. */
  ariaLabel?: string
  edge?: 'end'
}

export function MenuButton<V extends string>({
  label,
  icon,
  look = 'text',
  choices,
  value,
  onPick,
  onRemove,
  ariaLabel,
  edge,
}: MenuButtonProps<V>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const open = anchor !== null
  const show = (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget)
  const pick = (choice: V) => {
    setAnchor(null)
    onPick(choice)
  }
  return (
    <>
      {icon ? (
        <IconAction icon={icon} label={label} menuOpen={open} onClick={show} edge={edge} />
      ) : look === 'chip' ? (
        <FilterChip
          label={label}
          on={value !== undefined}
          hasMenu
          menuOpen={open}
          onOpen={show}
          onRemove={onRemove}
          ariaLabel={ariaLabel}
        />
      ) : (
        <Button
          variant="text"
          aria-haspopup="menu"
          aria-expanded={open}
          aria-label={ariaLabel}
          onClick={show}
          sx={{ height: 28, px: '7px', gap: '6px', fontWeight: 500 }}
        >
          {label}
          <CaretDownIcon size={12} />
        </Button>
      )}
      <Menu
        anchorEl={anchor}
        open={open}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': ariaLabel ?? label } }}
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.value}
            selected={choice.value === value}
            disabled={choice.disabled}
            onClick={() => pick(choice.value)}
          >
            {choice.icon && <choice.icon />}
            <span style={{ flex: 1 }}>{choice.label}</span>
            {choice.value === value && <CheckIcon size={14} weight="bold" />}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
