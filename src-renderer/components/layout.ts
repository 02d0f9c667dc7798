/** The layout grid of the look: which parts fold at which window width. Widths of panes are CSS variables set by `WindowShell`. */
import useMediaQuery from '@mui/material/useMediaQuery'

/** Window widths in CSS px; at 200 % zoom a 1440 window counts 720. */
export const breakpoints = {
  /** Below this the list and the case become one pane with a way back. */
  onePane: 820,
  /** Below this the context of a case is a drawer. */
  drawer: 1180,
  /** Below this the rail is folded to icons. */
  folded: 1360,
  /** From here list and context get more room; text never gets longer than 860. */
  wide: 1720,
} as const

export interface ShellLayout {
  /** The rail shows icons only. */
  railFolded: boolean
  /** The context of a case is a drawer, opened on request. */
  contextDrawer: boolean
  /** Only one of list and case is shown. */
  onePane: boolean
}

const below = (width: number) => `(max-width:${width - 0.02}px)`

export function useShellLayout(): ShellLayout {
  return {
    railFolded: useMediaQuery(below(breakpoints.folded), { noSsr: true }),
    contextDrawer: useMediaQuery(below(breakpoints.drawer), { noSsr: true }),
    onePane: useMediaQuery(below(breakpoints.onePane), { noSsr: true }),
  }
}

/** Media queries for styles. */
export const media = {
  onePane: `@media ${below(breakpoints.onePane)}`,
  drawer: `@media ${below(breakpoints.drawer)}`,
  folded: `@media ${below(breakpoints.folded)}`,
  wide: `@media (min-width:${breakpoints.wide}px)`,
  /** Too low for panes that scroll on their own, as at 200 % zoom. */
  low: '@media (max-height:560px)',
} as const
