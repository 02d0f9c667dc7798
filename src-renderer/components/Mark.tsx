/** Mark: icon and words that say why a case stands out. Not clickable; never words without an icon or the other way round. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { color, radius } from '../app/theme/tokens.ts'
import { type MarkTone, toneColors } from './tones.ts'

export interface MarkSpec {
  /** hot: within 2 hours, too late, refused; warn: late notice; info: changed by the client; ok: checked; neutral: a fact. */
  tone: MarkTone
  icon: Icon
  label: string
}

export interface MarkProps extends MarkSpec {
  /** Icon alone (compact rows); the words stay for screen readers and in the tooltip. */
  iconOnly?: boolean
}

const Box = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  flex: 'none',
  maxWidth: '100%',
  height: 20,
  padding: '0 7px 0 5px',
  borderRadius: radius.mark,
  fontSize: 11.5,
  lineHeight: 1,
  fontWeight: 560,
  whiteSpace: 'nowrap',
  '&[data-icon-only]': { width: 20, padding: 0, justifyContent: 'center' },
})

export function Mark({ tone, icon: MarkIcon, label, iconOnly = false }: MarkProps) {
  const named = iconOnly ? { role: 'img', 'aria-label': label, title: label, 'data-icon-only': '' } : {}
  return (
    <Box {...named} style={toneColors[tone]}>
      <MarkIcon size={13} />
      {!iconOnly && label}
    </Box>
  )
}

export interface MarksProps {
  marks: readonly MarkSpec[]
}

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, color: color.t2 })

/** All marks of a case, as under its sentence. Rows use `QueueRow`, which shows two at most. */
export function Marks({ marks }: MarksProps) {
  return (
    <Row>
      {marks.map((mark) => (
        <Mark key={mark.label} {...mark} />
      ))}
    </Row>
  )
}
