/**
 * The design tokens as CSS: colours as references to the theme's CSS variables (so that one stylesheet serves both schemes),
 * radii, depth, motion. Components use these in `styled` and `sx`; the values themselves stand in `colors.ts`.
 */
const palette = (path: string) => `var(--mui-palette-${path})`

/** Colour roles, by the names of the look. */
export const color = {
  app: palette('background-default'),
  list: palette('desk-list'),
  work: palette('desk-work'),
  sunken: palette('desk-sunken'),
  raised: palette('background-paper'),
  hover: palette('action-hover'),
  sel: palette('action-selected'),
  line: palette('divider'),
  line2: palette('desk-line2'),
  ctl: palette('desk-ctl'),
  text: palette('text-primary'),
  t2: palette('text-secondary'),
  t3: palette('text-disabled'),
  accent: palette('primary-main'),
  accentHover: palette('primary-dark'),
  onAccent: palette('primary-contrastText'),
  tint: palette('desk-tint'),
  tint2: palette('desk-tint2'),
  hot: palette('error-main'),
  hotBg: palette('error-light'),
  hotLine: palette('desk-hotLine'),
  warn: palette('warning-main'),
  warnBg: palette('warning-light'),
  warnLine: palette('desk-warnLine'),
  ok: palette('success-main'),
  okBg: palette('success-light'),
  okLine: palette('desk-okLine'),
  info: palette('info-main'),
  infoBg: palette('info-light'),
  infoLine: palette('desk-infoLine'),
  a1: palette('desk-a1'),
  a2: palette('desk-a2'),
  a3: palette('desk-a3'),
  markBg: palette('desk-markBg'),
  skeleton: palette('desk-skeleton'),
  railOn: palette('desk-railOn'),
  segmentOn: palette('desk-segmentOn'),
  capBg: palette('desk-capBg'),
  capLine: palette('desk-capLine'),
} as const

/** Disc and initials of an avatar tone. */
export const avatarColor = (tone: string) => ({
  backgroundColor: palette(`desk-avatar-${tone}-bg`),
  color: palette(`desk-avatar-${tone}-text`),
})

/** Depth: 1 button, 2 open card and popover, 3 toast, dialog and drag. */
export const shadow = {
  sh1: palette('desk-sh1'),
  sh2: palette('desk-sh2'),
  sh3: palette('desk-sh3'),
  railOn: palette('desk-railOnShadow'),
} as const

/** Corner radii in px: mark and key, button and input, row and phone, card and composer, sheet and dialog. */
export const radius = { mark: '4px', control: '6px', row: '8px', card: '10px', sheet: '12px' } as const

/** Durations with the one easing curve: hover and press, open and fold, row leaves or pane changes. */
const curve = 'cubic-bezier(.2,0,0,1)'
export const motion = { press: `80ms ${curve}`, open: `140ms ${curve}`, leave: `180ms ${curve}` } as const

/** Typefaces. `mono` only for what is read out character by character. */
export const font = {
  sans: '"Figtree Variable", system-ui, sans-serif',
  mono: '"Atkinson Hyperlegible Mono Variable", ui-monospace, monospace',
} as const

/** Heights that follow the density; set on the root element by `globalStyles`. */
export const size = {
  control: 'var(--desk-control)',
  controlSmall: 'var(--desk-control-small)',
  line: 'var(--desk-line)',
} as const

/** One line of text, cut with an ellipsis. */
export const ellipsis = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const

/** Second line: 12/16. */
export const small = { fontSize: 12, lineHeight: '16px' } as const

/** The keyboard ring inside an element, for rows that touch each other or scroll. */
export const ringInside = { outline: `2px solid ${color.accent}`, outlineOffset: '-2px' } as const
