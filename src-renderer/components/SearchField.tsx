/** Search or filter as text, above a list. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { XIcon } from '@phosphor-icons/react/X'
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react'
import { color, radius } from '../app/theme/tokens.ts'

export interface SearchFieldProps {
  /** What is searched, for screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Left of the text; a magnifying glass unless told. */
  icon?: Icon
  /** Tokens that already work, before the text. */
  before?: ReactNode
  /** Name of the cross that empties the field; shown while there is text. */
  clearLabel: string
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: Ref<HTMLInputElement>
}

const Box = styled('div')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: 30,
  padding: '0 3px 0 8px',
  border: `1px solid ${color.ctl}`,
  borderRadius: radius.row,
  backgroundColor: color.work,
  color: color.t3,
  '&:focus-within': { outline: `2px solid ${color.accent}`, outlineOffset: '-1px' },
  '& input': { flex: 1, minWidth: 0, padding: 0, border: 0, background: 'none', color: color.text, outline: 'none' },
  '& input::placeholder': { color: color.t3, opacity: 1 },
})

const Clear = styled('button')({
  display: 'grid',
  placeItems: 'center',
  width: 24,
  height: 24,
  padding: 0,
  border: 0,
  borderRadius: radius.control,
  background: 'none',
  cursor: 'pointer',
  '&:hover': { backgroundColor: color.hover },
})

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  icon: FieldIcon = MagnifyingGlassIcon,
  before,
  clearLabel,
  onKeyDown,
  inputRef,
}: SearchFieldProps) {
  const box = useRef<HTMLDivElement>(null)
  const clear = () => {
    onChange('')
    box.current?.querySelector('input')?.focus()
  }
  return (
    <Box ref={box} role="search">
      <FieldIcon size={14} />
      {before}
      <input
        ref={inputRef}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <Clear type="button" aria-label={clearLabel} title={clearLabel} onClick={clear}>
          <XIcon size={12} />
        </Clear>
      )}
    </Box>
  )
}
