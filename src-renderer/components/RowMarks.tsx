/** The marks of a row: two at most in the fixed order, the rest behind "+1". In compact rows icons with a name. */
import { styled } from '@mui/material/styles'
import { color } from '../app/theme/tokens.ts'
import { Mark, type MarkSpec } from './Mark.tsx'
import { splitMarks } from './tones.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface RowMarksProps {
  marks: readonly MarkSpec[]
  iconOnly: boolean
}

const Line = styled('span')({ display: 'flex', gap: 4, marginTop: 6, '&[data-icon-only]': { margin: 0 } })
const More = styled('span')({ fontSize: 11.5, fontWeight: 560, color: color.t2, alignSelf: 'center', padding: '0 3px' })

export function RowMarks({ marks, iconOnly }: RowMarksProps) {
  if (marks.length === 0) return null
  const { shown, rest } = splitMarks(marks)
  const restWords = rest.map((mark) => mark.label).join(', ')
  return (
    <Line {...(iconOnly && { 'data-icon-only': '' })}>
      {shown.map((mark) => (
        <Mark key={mark.label} {...mark} iconOnly={iconOnly} />
      ))}
      {rest.length > 0 && (
        <More title={restWords}>
          <span aria-hidden="true">+{rest.length}</span>
          <VisuallyHidden>{restWords}</VisuallyHidden>
        </More>
      )}
    </Line>
  )
}
