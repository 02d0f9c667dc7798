/** Styles of the document itself: tabular figures, scrollbars, the keyboard ring, density heights and reduced motion. */
import type { CSSObject } from '@mui/material/styles'
import { color, font, radius } from './tokens.ts'

const still: CSSObject = {
  '*, *::before, *::after': {
    animationDuration: '80ms !important',
    animationIterationCount: '1 !important',
    transitionProperty: 'opacity !important',
    transitionDuration: '80ms !important',
    scrollBehavior: 'auto !important',
  },
}

export const globalStyles: CSSObject = {
  ':root': {
    '--desk-control': '32px',
    '--desk-control-small': '26px',
    '--desk-line': '34px',
  },
  ':root[data-density="compact"]': {
    '--desk-control': '28px',
    '--desk-control-small': '24px',
    '--desk-line': '28px',
  },
  'html, body, #root': { height: '100%' },
  html: { scrollbarColor: `${color.line2} transparent`, scrollbarWidth: 'thin' },
  body: {
    font: `400 13px/20px ${font.sans}`,
    fontFeatureSettings: '"tnum"',
    color: color.text,
    backgroundColor: color.app,
    overflow: 'hidden',
  },
  'h1, h2, h3, h4, p, dl, dd, ol, ul, figure': { margin: 0 },
  'ol, ul': { padding: 0, listStyle: 'none' },
  'b, strong': { fontWeight: 600 },
  'button, input, textarea, select': { font: 'inherit', fontFeatureSettings: 'inherit', color: 'inherit' },
  svg: { flex: 'none' },
  '::selection': { backgroundColor: color.tint2 },
  // What is not an MUI control (scrolling panes, links, native inputs) has the same ring.
  ':focus-visible': { outline: `2px solid ${color.accent}`, outlineOffset: '2px' },
  mark: { backgroundColor: color.tint2, color: 'inherit', borderRadius: '2px' },
  del: { color: color.t3, textDecoration: 'line-through', textDecorationColor: color.ctl },
  ins: { textDecoration: 'none' },
  'a.desk-link, button.desk-link': { color: color.accent, fontWeight: 560, borderRadius: radius.mark },
  '@media (prefers-reduced-motion: reduce)': still,
  ':root[data-motion="reduced"]': still,
}
