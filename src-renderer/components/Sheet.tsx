/** The sheet: list and case as one surface with its top-left corner rounded. In a narrow window it shows one of the two. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, radius } from '../app/theme/tokens.ts'
import { media, useShellLayout } from './layout.ts'
import { PaneHandle } from './PaneHandle.tsx'
import { workId } from './WindowShell.tsx'

export interface SheetProps {
  /** The `ListPane`; left out on a screen that has none. */
  list?: ReactNode
  /** The `CasePane`, or an empty state. */
  children: ReactNode
  /** Which of the two is shown when the window has room for one pane. */
  pane?: 'list' | 'case'
}

const Surface = styled('main')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
  minWidth: 0,
  minHeight: 0,
  overflow: 'hidden',
  backgroundColor: color.work,
  border: `1px solid ${color.line2}`,
  borderRight: 0,
  borderBottom: 0,
  borderRadius: `${radius.sheet} 0 0 0`,
  '&[data-two]': { gridTemplateColumns: 'calc(var(--desk-list) + var(--desk-list-offset)) minmax(0, 1fr)' },
  [media.onePane]: { '&[data-two]': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})

export function Sheet({ list, children, pane = 'list' }: SheetProps) {
  const { onePane } = useShellLayout()
  const shown = list !== undefined && onePane ? pane : 'both'
  return (
    <Surface id={workId} tabIndex={-1} {...(list !== undefined && { 'data-two': '' })}>
      {shown !== 'case' && list}
      {shown !== 'list' && children}
    </Surface>
  )
}

export interface ListPaneProps {
  /** Name of the list for screen readers. */
  label: string
  /** `ListHeader` and what stands above the rows. */
  header: ReactNode
  /** The scrolling part: rows or a state. Give the virtualised list its own scroller with `ownScroll`. */
  children: ReactNode
  /** The children scroll themselves (a virtualiser measures its own element). */
  ownScroll?: boolean
  /** The `Toast`, at the foot; the rows get room above it. */
  toast?: ReactNode
}

const List = styled('section')({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  backgroundColor: color.list,
  borderRight: `1px solid ${color.line}`,
})

const Scroll = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  // Focus is never hidden under the toast or the foot of the case.
  scrollPaddingBlock: '8px 60px',
  '&[data-own]': { overflow: 'hidden', display: 'flex', flexDirection: 'column' },
  '&[data-toast]': { paddingBottom: 148 },
})

export function ListPane({ label, header, children, ownScroll = false, toast }: ListPaneProps) {
  const { onePane } = useShellLayout()
  return (
    <List aria-label={label}>
      {header}
      <Scroll {...(ownScroll && { 'data-own': '' })} {...(toast ? { 'data-toast': '' } : {})}>
        {children}
      </Scroll>
      {toast}
      {!onePane && <PaneHandle pane="list" />}
    </List>
  )
}
