/** One choice out of a few, all visible: Verplaatsen, Vervalt, Blijft staan. */
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { ariaKeys } from './aria-keys.ts'
import { Kbd } from './Kbd.tsx'

export interface SegmentedOption<V extends string> {
  value: V
  label: ReactNode
  /** Key that picks it; shown as a hint when `showKeys`. */
  keys?: readonly string[]
  disabled?: boolean
}

export interface SegmentedProps<V extends string> {
  /** What is chosen, for screen readers. */
  label: string
  /** `null` while nothing is chosen. */
  value: V | null
  options: readonly SegmentedOption<V>[]
  /** Called for another value only: a choice cannot be taken back by pressing it again. */
  onChange: (value: V) => void
  showKeys?: boolean
  fullWidth?: boolean
  disabled?: boolean
}

export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  showKeys = false,
  fullWidth = false,
  disabled = false,
}: SegmentedProps<V>) {
  const pick = (_event: unknown, next: V | null) => {
    if (next !== null) onChange(next)
  }
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={label}
      value={value}
      onChange={pick}
      fullWidth={fullWidth}
      disabled={disabled}
      sx={{ flex: 'none' }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          value={option.value}
          disabled={disabled || option.disabled === true}
          aria-keyshortcuts={option.keys && ariaKeys(option.keys)}
        >
          {option.label}
          {showKeys && option.keys && <Kbd keys={option.keys} />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
