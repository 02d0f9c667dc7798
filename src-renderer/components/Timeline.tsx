/** What happened, newest first: time, a dot on a line, what, and who did it. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '../app/theme/tokens.ts'

export interface TimelineItem {
  id: string
  /** "09:11", "14 nov". */
  time: string
  /** The same as an ISO date or instant, for machines. */
  dateTime?: string
  /** "Code geweigerd". */
  title: string
  detail?: ReactNode
  /** "systeem", "gebruiker", a name. */
  by: ReactNode
  /** hot: refused or failed; warn: worth a look. The words say it too. */
  tone?: 'normal' | 'hot' | 'warn'
}

export interface TimelineProps {
  label: string
  items: readonly TimelineItem[]
}

const List = styled('ol')({
  '& li': {
    display: 'grid',
    gridTemplateColumns: '52px 9px minmax(0, 1fr) auto',
    columnGap: 12,
    alignItems: 'center',
    minHeight: 30,
    padding: '2px 0',
    position: 'relative',
  },
  '& li::before': { content: '""', position: 'absolute', left: 68, top: 0, bottom: 0, borderLeft: `1px solid ${color.line2}` },
  '& li:first-of-type::before': { top: 15 },
  '& time, & small': { fontSize: 12, lineHeight: '20px', color: color.t3 },
  '& time': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& span': { color: color.t2 },
  '& b': { color: color.text, fontWeight: 560, marginRight: 4 },
})

const Dot = styled('i')({
  width: 9,
  height: 9,
  borderRadius: '50%',
  border: `2px solid ${color.ctl}`,
  backgroundColor: color.work,
  zIndex: 1,
  '&[data-tone="hot"]': { borderColor: color.hot, backgroundColor: color.hot },
  '&[data-tone="warn"]': { borderColor: color.warn, borderRadius: 2, transform: 'rotate(45deg)' },
})

export function Timeline({ label, items }: TimelineProps) {
  return (
    <List aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.dateTime}>{item.time}</time>
          <Dot data-tone={item.tone ?? 'normal'} />
          <span>
            <b>{item.title}</b> {item.detail}
          </span>
          <small>{item.by}</small>
        </li>
      ))}
    </List>
  )
}
