/** The window: title bar of 44 over rail and sheet. Sets the pane widths that every screen uses. */
import { styled } from '@mui/material/styles'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { color } from '../app/theme/tokens.ts'
import { Logo } from './Logo.tsx'
import { media } from './layout.ts'
import { type PaneSize, PaneSizesContext } from './PaneHandle.tsx'
import { clampOffset } from './pane-offset.ts'

export interface WindowShellProps {
  /** Name of the program beside the mark. */
  name: string
  /** Provider or provider switch, after the name. */
  provider?: ReactNode
  /** Live and outbox state, bell: right in the title bar. */
  status?: ReactNode
  /** Window buttons, in a host that has no frame of its own. */
  controls?: ReactNode
  /** The `Rail`. */
  rail: ReactNode
  /** The `Sheet`. */
  children: ReactNode
  /** Text of the link that jumps over the rail to the work. */
  skipLabel: string
  /** Width of the list and of the context as the user dragged them; without it the pane has no handle. */
  listSize?: PaneSize
  contextSize?: PaneSize
}

const Win = styled('div')({
  '--desk-rail': '212px',
  '--desk-list': '320px',
  '--desk-context': '268px',
  [media.folded]: { '--desk-rail': '60px', '--desk-list': '300px' },
  [media.wide]: { '--desk-rail': '232px', '--desk-list': '380px', '--desk-context': '340px' },
  display: 'grid',
  gridTemplate: '44px minmax(0, 1fr) / var(--desk-rail) minmax(0, 1fr)',
  height: '100%',
  backgroundColor: color.app,
})

const Bar = styled('header')({
  gridColumn: '1 / -1',
  display: 'grid',
  gridTemplateColumns: '212px minmax(0, 1fr) auto auto',
  alignItems: 'center',
  // The bar moves the window; what can be pressed in it does not.
  WebkitAppRegion: 'drag',
  '& a, & button, & input': { WebkitAppRegion: 'no-drag' },
  [media.onePane]: { gridTemplateColumns: 'auto minmax(0, 1fr) auto auto' },
})

const Brand = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 9,
  paddingLeft: 18,
  fontWeight: 640,
  fontSize: 13.5,
  letterSpacing: '-.005em',
  whiteSpace: 'nowrap',
})

const Provider = styled('div')({ display: 'flex', minWidth: 0, paddingLeft: 12 })

const Status = styled('div')({ display: 'flex', alignItems: 'center', gap: 4, paddingRight: 8, color: color.t2, fontSize: 12 })

const Skip = styled('a')({
  position: 'absolute',
  zIndex: 10,
  left: 8,
  top: 6,
  padding: '6px 12px',
  borderRadius: '6px',
  backgroundColor: color.raised,
  color: color.accent,
  fontWeight: 560,
  '&:not(:focus)': { transform: 'translateY(-60px)' },
})

/** Id of the element that holds the work; the skip link goes there. */
export const workId = 'desk-work'

/** Moves the focus itself: the address behind `#` belongs to the router. */
function toWork(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById(workId)?.focus()
}

export function WindowShell(props: WindowShellProps) {
  const offsets = {
    '--desk-list-offset': `${clampOffset(props.listSize?.offset ?? 0)}px`,
    '--desk-context-offset': `${clampOffset(props.contextSize?.offset ?? 0)}px`,
  } as CSSProperties
  return (
    <Win style={offsets}>
      <Skip href={`#${workId}`} onClick={toWork}>
        {props.skipLabel}
      </Skip>
      <Bar>
        <Brand>
          <Logo />
          {props.name}
        </Brand>
        <Provider>{props.provider}</Provider>
        <Status>{props.status}</Status>
        {props.controls ?? <span />}
      </Bar>
      {props.rail}
      <PaneSizesContext value={{ list: props.listSize, context: props.contextSize }}>{props.children}</PaneSizesContext>
    </Win>
  )
}
