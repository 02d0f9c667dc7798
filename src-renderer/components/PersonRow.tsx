/** Row of the account list: the person first, no clock. Found letters may stand in `<mark>`. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { AvatarTone } from '../app/theme/colors.ts'
import { type Density, useDensity } from '../app/theme/density.ts'
import { color, ellipsis, small } from '../app/theme/tokens.ts'
import { Avatar } from './Avatar.tsx'
import type { MarkSpec } from './Mark.tsx'
import { RowMarks } from './RowMarks.tsx'
import { RowFrame, type RowStateProps, rowProps } from './row-frame.ts'

export interface PersonRowProps extends RowStateProps {
  person: { id?: string; name: string; tone?: AvatarTone }
  /** The name as shown; left out, the person's name. Wrap what the search found in `<mark>`. */
  name?: ReactNode
  facts: ReactNode
  marks?: readonly MarkSpec[]
  density?: Density
}

const Frame = styled(RowFrame)({
  '--row-text': '50px',
  gridTemplateColumns: '28px minmax(0, 1fr)',
  '&[data-density="compact"]': { gridTemplateColumns: '28px minmax(0, 1fr) auto' },
})
const Name = styled('span')({ ...ellipsis, display: 'block', fontWeight: 600, lineHeight: '20px' })
const Facts = styled('span')({ ...ellipsis, ...small, display: 'block', color: color.t2 })
const Text = styled('span')({ minWidth: 0 })

export function PersonRow(props: PersonRowProps) {
  const chosen = useDensity()
  const { person, name, facts, marks = [], density = chosen, ...rest } = props
  const compact = density === 'compact'
  const markRow = <RowMarks marks={marks} iconOnly={compact} />
  return (
    <Frame {...rowProps(rest)} data-density={density}>
      <Avatar {...person} size="medium" />
      <Text>
        <Name>{name ?? person.name}</Name>
        <Facts>{facts}</Facts>
        {!compact && markRow}
      </Text>
      {compact && markRow}
    </Frame>
  )
}
