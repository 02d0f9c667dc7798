/** A labelled text or password field, or a choice from a list: label above, what is wrong below. Works with react-hook-form's `register`. */
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import Select from '@mui/material/Select'
import { styled } from '@mui/material/styles'
import { type ReactNode, type Ref, useId } from 'react'
import { color, small } from '../app/theme/tokens.ts'

interface FieldFrameProps {
  label: string
  /** What is wrong with this field, in words. */
  problem?: string
  /** What to fill in, below the field. */
  hint?: ReactNode
}

const Frame = styled('div')({
  marginBottom: 12,
  '& > label': { display: 'block', marginBottom: 4, ...small, fontWeight: 560, color: color.t2 },
  '& .MuiOutlinedInput-root': { height: 36 },
  '& .MuiOutlinedInput-root.MuiInputBase-multiline': { height: 'auto' },
})
const Below = styled('div')({ ...small, marginTop: 4, color: color.t3, '&[data-problem]': { color: color.hot } })

function FieldBelow({ id, problem, hint }: { id: string; problem?: string; hint?: ReactNode }) {
  return (
    <div id={id}>
      {problem ? (
        <Below data-problem="" role="alert">
          {problem}
        </Below>
      ) : (
        hint && <Below>{hint}</Below>
      )}
    </div>
  )
}

export interface FieldProps extends FieldFrameProps, Omit<OutlinedInputProps, 'label' | 'error'> {
  ref?: Ref<HTMLInputElement>
  /** Button at the end, such as "show the password". */
  end?: ReactNode
}

export function Field({ label, problem, hint, end, id, ref, ...input }: FieldProps) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <Frame>
      <label htmlFor={fieldId}>{label}</label>
      <OutlinedInput
        {...input}
        id={fieldId}
        inputRef={ref}
        fullWidth
        error={problem !== undefined}
        aria-describedby={`${fieldId}-below`}
        endAdornment={end && <InputAdornment position="end">{end}</InputAdornment>}
      />
      <FieldBelow id={`${fieldId}-below`} problem={problem} hint={hint} />
    </Frame>
  )
}

export interface SelectFieldProps<V extends string> extends FieldFrameProps {
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  disabled?: boolean
}

export function SelectField<V extends string>({
  label,
  problem,
  hint,
  value,
  options,
  onChange,
  disabled = false,
}: SelectFieldProps<V>) {
  const id = useId()
  const pick = (next: string) => {
    const option = options.find((candidate) => candidate.value === next)
    if (option) onChange(option.value)
  }
  return (
    <Frame>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <Select
        fullWidth
        labelId={`${id}-label`}
        id={id}
        value={value}
        disabled={disabled}
        error={problem !== undefined}
        SelectDisplayProps={{ 'aria-describedby': `${id}-below` }}
        onChange={(event) => pick(event.target.value)}
      >
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.label}
          </MenuItem>
        ))}
      </Select>
      <FieldBelow id={`${id}-below`} problem={problem} hint={hint} />
    </Frame>
  )
}
