/** Head of a list: title, how many, actions; below it the filters. And the name of a group of rows. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '../app/theme/tokens.ts'

export interface ListHeaderProps {
  title: string
  /** "23 open", "14 van 41". A node, so that a skeleton may stand here. */
  count?: ReactNode
  /** `IconAction`s at the right. */
  actions?: ReactNode
  /** `FilterChip`s or a `SearchField`. */
  filters?: ReactNode
}

const Head = styled('header')({ flex: 'none', padding: '18px 16px 10px 20px' })
const TitleLine = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  height: 28,
  '& h1': { fontSize: 17, lineHeight: '24px', fontWeight: 640, letterSpacing: '-.012em', whiteSpace: 'nowrap' },
})
const Count = styled('span')({ flex: 1, minWidth: 0, color: color.t3, whiteSpace: 'nowrap' })
const Filters = styled('div')({ flex: 'none', display: 'flex', flexWrap: 'wrap', gap: 6, padding: '0 16px 12px 20px' })

export function ListHeader({ title, count, actions, filters }: ListHeaderProps) {
  return (
    <>
      <Head>
        <TitleLine>
          <h1>{title}</h1>
          <Count>{count}</Count>
          {actions}
        </TitleLine>
      </Head>
      {filters && <Filters>{filters}</Filters>}
    </>
  )
}

export interface GroupLabelProps {
  /** "Vandaag", "Morgen, dinsdag 24 november". */
  label: ReactNode
  /** The sort key by name, at the right of the first group. */
  sortedBy?: ReactNode
  id?: string
}

const Group = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '10px 16px 6px 20px',
  fontSize: 11.5,
  lineHeight: '16px',
  fontWeight: 560,
  color: color.t3,
  whiteSpace: 'nowrap',
  '& > :last-of-type:not(:first-of-type)': { marginLeft: 'auto' },
})

export function GroupLabel({ label, sortedBy, id }: GroupLabelProps) {
  return (
    <Group>
      <span id={id}>{label}</span>
      {sortedBy && <span>{sortedBy}</span>}
    </Group>
  )
}
