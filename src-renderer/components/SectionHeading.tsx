/** Heading of a section in the case: title, quiet addition, actions at the right. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { color } from '../app/theme/tokens.ts'

export interface SectionHeadingProps {
  title: string
  /** "1 van 3 gekozen", "er is nog niets opgeslagen". */
  note?: ReactNode
  icon?: Icon
  /** Buttons or a `Segmented`. */
  actions?: ReactNode
  /** px above and below the line. */
  top?: number
  bottom?: number
  id?: string
}

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  '& h2': { fontSize: 13, lineHeight: '20px', fontWeight: 640 },
})
const Note = styled('span')({ flex: 1, minWidth: 0, color: color.t3, fontWeight: 500 })

export function SectionHeading({ title, note, icon: HeadIcon, actions, top = 0, bottom = 8, id }: SectionHeadingProps) {
  return (
    <Line style={{ marginTop: top, marginBottom: bottom }}>
      {HeadIcon && <HeadIcon color={color.accent} />}
      <h2 id={id}>{title}</h2>
      <Note>{note}</Note>
      {actions}
    </Line>
  )
}
