/** Edge between two panes that can be dragged, or moved with the arrow keys, within 80 px of the width of the layout grid. */
import { styled } from '@mui/material/styles'
import { createContext, type KeyboardEvent, type PointerEvent, useContext, useRef } from 'react'
import { color, motion } from '../app/theme/tokens.ts'
import { clampOffset, maxOffset } from './pane-offset.ts'

/** How far the user moved the edge of one pane. */
export interface PaneSize {
  /** px wider (positive) or narrower than the layout grid says. */
  offset: number
  onChange: (offset: number) => void
  /** "Breedte van de lijst", for screen readers. */
  label: string
}

/** What `WindowShell` was given; the panes draw a handle only where there is one. */
export const PaneSizesContext = createContext<{ list?: PaneSize; context?: PaneSize }>({})

export interface PaneHandleProps {
  pane: 'list' | 'context'
}

const Edge = styled('div')({
  position: 'absolute',
  zIndex: 5,
  top: 0,
  bottom: 0,
  width: 9,
  cursor: 'col-resize',
  touchAction: 'none',
  '&[data-pane="list"]': { right: -5 },
  '&[data-pane="context"]': { left: -5 },
  '&::after': {
    content: '""',
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 4,
    width: 1,
    transition: `background-color ${motion.press}`,
  },
  '&:hover::after, &:focus-visible::after': { width: 2, backgroundColor: color.accent },
  '&:focus-visible': { outline: 'none' },
})

const step = 8

export function PaneHandle({ pane }: PaneHandleProps) {
  const size = useContext(PaneSizesContext)[pane]
  const start = useRef<{ x: number; offset: number } | null>(null)
  if (!size) return null
  // The context grows to the left.
  const direction = pane === 'list' ? 1 : -1
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    start.current = { x: event.clientX, offset: size.offset }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current) size.onChange(clampOffset(start.current.offset + direction * (event.clientX - start.current.x)))
  }
  const release = () => {
    start.current = null
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by: Record<string, number> = { ArrowLeft: -step * direction, ArrowRight: step * direction, Home: -size.offset }
    const change = by[event.key]
    if (change === undefined) return
    event.preventDefault()
    size.onChange(clampOffset(size.offset + change))
  }
  return (
    <Edge
      role="separator"
      aria-orientation="vertical"
      aria-label={size.label}
      aria-valuenow={size.offset}
      aria-valuemin={-maxOffset}
      aria-valuemax={maxOffset}
      tabIndex={0}
      data-pane={pane}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => size.onChange(0)}
      onKeyDown={move}
    />
  )
}
