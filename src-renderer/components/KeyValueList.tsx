/** Short lines of context: a day or an icon, a fact, and at the right what stands out. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { color, small } from '../app/theme/tokens.ts'

export interface KeyValueItem {
  id: string
  /** Left column of 56: "wo 25", "sep". */
  term?: string
  /** Instead of a term. */
  icon?: Icon
  text: ReactNode
  /** Right: "valt uit", "2 dagen". */
  end?: ReactNode
  endTone?: 'quiet' | 'warn' | 'info' | 'hot' | 'ok'
  /** In the main text colour. */
  strong?: boolean
}

export interface KeyValueListProps {
  items: readonly KeyValueItem[]
  /** Facts with an icon stand a little closer, without an end column. */
  kind?: 'lines' | 'facts'
}

const tones = { quiet: color.t3, warn: color.warn, info: color.info, hot: color.hot, ok: color.ok } as const

const List = styled('ul')({
  ...small,
  color: color.t2,
  '& li': { display: 'flex', gap: 8, padding: '4px 0' },
  '& li > span:nth-of-type(1)': { flex: 1, minWidth: 0 },
  '& li[data-term] > span:nth-of-type(1)': { flex: 'none', width: 56, color: color.t3 },
  '& li[data-term] > span:nth-of-type(2)': { flex: 1, minWidth: 0 },
  '& li[data-strong]': { color: color.text },
  '& svg': { width: 14, height: 14 },
  '&[data-kind="facts"]': { margin: '-3px 0' },
  '&[data-kind="facts"] li': { padding: '3px 0', gap: 10 },
  '&[data-kind="facts"] svg': { margin: '2px 2px 0 0', color: color.t3 },
})

export function KeyValueList({ items, kind = 'lines' }: KeyValueListProps) {
  return (
    <List data-kind={kind}>
      {items.map(({ id, term, icon: ItemIcon, text, end, endTone = 'quiet', strong = false }) => (
        <li key={id} {...(term !== undefined && { 'data-term': '' })} {...(strong && { 'data-strong': '' })}>
          {ItemIcon && <ItemIcon size={14} />}
          {term !== undefined && <span>{term}</span>}
          <span>{text}</span>
          {end && <span style={{ color: tones[endTone] }}>{end}</span>}
        </li>
      ))}
    </List>
  )
}
