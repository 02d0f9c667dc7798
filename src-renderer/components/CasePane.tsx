/** The open case: main column with its foot, and the context beside it or, in a narrow window, in a drawer. */
import Drawer from '@mui/material/Drawer'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, ringInside } from '../app/theme/tokens.ts'
import { media, useShellLayout } from './layout.ts'
import { PaneHandle } from './PaneHandle.tsx'

export interface CasePaneProps {
  /** Name of the case for screen readers. */
  label: string
  /** The `CaseMain`. */
  children: ReactNode
  /** Contents of the context pane. */
  context?: ReactNode
  /** Name of the context for screen readers. */
  contextLabel: string
  /** `wide` is 336 at every window width and lies on the list colour: the account page. */
  contextKind?: 'normal' | 'wide'
  /** The drawer stands open; only counts below 1180. */
  contextOpen?: boolean
  onContextClose?: () => void
}

const Case = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gridTemplateRows: 'minmax(0, 1fr)',
  minWidth: 0,
  minHeight: 0,
})

const ContextPlace = styled('div')({ position: 'relative', minHeight: 0, '& > aside': { height: '100%' } })

const Context = styled('aside')({
  width: 'calc(var(--desk-context) + var(--desk-context-offset))',
  overflowY: 'auto',
  padding: '20px 20px 16px',
  borderLeft: `1px solid ${color.line}`,
  backgroundColor: color.work,
  '&:focus-visible': ringInside,
  '&[data-kind="wide"]': { width: 336, paddingTop: 18, backgroundColor: color.list },
})

export function CasePane(props: CasePaneProps) {
  const { contextDrawer } = useShellLayout()
  const { contextKind = 'normal' } = props
  const aside = props.context !== undefined && (
    <Context aria-label={props.contextLabel} tabIndex={0} data-kind={contextKind}>
      {props.context}
    </Context>
  )
  return (
    <Case aria-label={props.label}>
      {props.children}
      {contextDrawer ? (
        <Drawer
          anchor="right"
          open={props.contextOpen ?? false}
          onClose={() => props.onContextClose?.()}
          slotProps={{
            paper: { 'aria-label': props.contextLabel, sx: { '--desk-context': '320px', '--desk-context-offset': '0px' } },
          }}
        >
          {aside}
        </Drawer>
      ) : (
        aside && (
          <ContextPlace>
            {aside}
            {contextKind === 'normal' && <PaneHandle pane="context" />}
          </ContextPlace>
        )
      )}
    </Case>
  )
}

export interface CaseMainProps {
  /** The `CaseHeader`; it scrolls away and stays as a bar of 44. */
  header: ReactNode
  /** The body of the case. */
  children: ReactNode
  /** What stays below the body and above the foot: the `Composer` with its suggestions. */
  dock?: ReactNode
  /** The `CaseFooter`. */
  foot?: ReactNode
  /** px above the body; less where a toolbar line starts it. */
  bodyTop?: number
}

const Main = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  [media.low]: { display: 'block', overflowY: 'auto', scrollPaddingBlock: '52px 68px' },
})

const Scroller = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  scrollPaddingBlock: '52px 16px',
  '&:focus-visible': ringInside,
  [media.low]: { overflow: 'visible' },
})

const Body = styled('div')({
  padding: '0 28px 20px',
  [media.wide]: { '& > *': { maxWidth: 860 } },
  [media.onePane]: { paddingInline: 16 },
})

const Dock = styled('div')({
  flex: 'none',
  padding: '0 28px',
  [media.wide]: { '& > *': { maxWidth: 860 } },
  [media.onePane]: { paddingInline: 16 },
})

export function CaseMain({ header, children, dock, foot, bodyTop = 20 }: CaseMainProps) {
  return (
    <Main>
      <Scroller tabIndex={0}>
        {header}
        <Body style={{ paddingTop: bodyTop }}>{children}</Body>
      </Scroller>
      {dock && <Dock>{dock}</Dock>}
      {foot}
    </Main>
  )
}

export interface CaseFooterProps {
  /** Left: what is not the next step, or why the next step waits. */
  start?: ReactNode
  /** Right: the buttons, the next step last and the only filled one. */
  children: ReactNode
  /** Without the line above, under a composer. */
  plain?: boolean
}

const Foot = styled('footer')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  flex: 'none',
  minHeight: 60,
  padding: '0 20px 0 28px',
  borderTop: `1px solid ${color.line}`,
  backgroundColor: color.work,
  '&[data-plain]': { borderTop: 0, paddingRight: 28 },
  [media.onePane]: { flexWrap: 'wrap', padding: '8px 16px' },
  [media.low]: { position: 'sticky', bottom: 0, zIndex: 2 },
})

const Start = styled('div')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  color: color.t3,
  fontSize: 12,
  lineHeight: '16px',
})

export function CaseFooter({ start, children, plain = false }: CaseFooterProps) {
  return (
    <Foot {...(plain && { 'data-plain': '' })}>
      <Start>{start}</Start>
      {children}
    </Foot>
  )
}
