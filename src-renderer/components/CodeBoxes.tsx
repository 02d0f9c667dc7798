/**
 * Code of six digits in two groups of three: one real input, so that pasting, a screen reader and autofill work, under boxes that are
 * only drawn.
 */
import { styled } from '@mui/material/styles'
import type { Ref, SyntheticEvent } from 'react'
import { color, font, radius } from '../app/theme/tokens.ts'
import { cleanCode } from './code-input.ts'

export interface CodeBoxesProps {
  /** "Code van zes cijfers". */
  label: string
  value: string
  /** Digits only, at most `length`. */
  onChange: (value: string) => void
  /** All digits are there, typed or pasted. */
  onComplete?: (value: string) => void
  length?: number
  /** Boxes in a group. */
  group?: number
  /** 36 × 40 in a panel, 34 × 42 on the lock and sign-in screens. */
  boxes?: 'panel' | 'screen'
  /** The code was refused. */
  invalid?: boolean
  /** Id of the element that says why. */
  describedBy?: string
  disabled?: boolean
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
}

const Wrap = styled('div')({ position: 'relative', display: 'inline-flex', gap: 6, maxWidth: '100%' })

const Box = styled('span')({
  flex: '0 1 36px',
  width: 36,
  minWidth: 24,
  height: 40,
  display: 'grid',
  placeItems: 'center',
  border: `1px solid ${color.ctl}`,
  borderRadius: radius.row,
  backgroundColor: color.work,
  font: `600 20px/1 ${font.mono}`,
  '&[data-boxes="screen"]': { flexBasis: 34, height: 42 },
  '&[data-start]': { marginLeft: 12 },
  '[data-invalid] > &': { borderColor: color.hot },
  '[data-disabled] > &': { backgroundColor: color.sunken, color: color.t3 },
  'input:focus ~ &[data-current]': { outline: `2px solid ${color.accent}`, outlineOffset: '-1px', borderColor: 'transparent' },
})

// Lies over the boxes, unseen: the boxes show its digits and its caret.
const Input = styled('input')({
  position: 'absolute',
  inset: 0,
  width: '100%',
  padding: 0,
  border: 0,
  opacity: 0,
  cursor: 'text',
  fontSize: 20,
})

const caretToEnd = (event: SyntheticEvent<HTMLInputElement>) => {
  const { value } = event.currentTarget
  event.currentTarget.setSelectionRange(value.length, value.length)
}

export function CodeBoxes(props: CodeBoxesProps) {
  const { label, value, onChange, onComplete, length = 6, group = 3, boxes = 'panel', invalid = false, disabled = false } = props
  const change = (text: string) => {
    const code = cleanCode(text, length)
    if (code === value) return
    onChange(code)
    if (code.length === length) onComplete?.(code)
  }
  return (
    <Wrap {...(invalid && { 'data-invalid': '' })} {...(disabled && { 'data-disabled': '' })}>
      <Input
        ref={props.inputRef}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={props.describedBy}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        value={value}
        disabled={disabled}
        autoFocus={props.autoFocus}
        onChange={(event) => change(event.target.value)}
        onSelect={caretToEnd}
      />
      {Array.from({ length }, (_, place) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place.
          key={place}
          aria-hidden="true"
          data-boxes={boxes}
          {...(place > 0 && place % group === 0 && { 'data-start': '' })}
          {...(place === Math.min(value.length, length - 1) && { 'data-current': '' })}
        >
          {value[place]}
        </Box>
      ))}
    </Wrap>
  )
}
