/** The MUI theme of the desk: both colour schemes as CSS variables under `data-theme`, the type scale, and the component looks. */
import './augment.ts'
import { createTheme, type PaletteOptions, type Shadows } from '@mui/material/styles'
import { dark, light, type SchemeColors } from './colors.ts'
import { components } from './components.ts'
import { font, shadow } from './tokens.ts'

/** MUI's palette from the colour roles. `light` of each status is its ground; `dark` of the accent is its hover. */
function paletteOf(c: SchemeColors): PaletteOptions {
  return {
    primary: { main: c.accent, light: c.desk.tint, dark: c.accentHover, contrastText: c.onAccent },
    secondary: { main: c.t2, light: c.desk.sunken, dark: c.text, contrastText: c.desk.work },
    error: { main: c.hot, light: c.hotBg, dark: c.hot, contrastText: c.desk.work },
    warning: { main: c.warn, light: c.warnBg, dark: c.warn, contrastText: c.desk.work },
    info: { main: c.info, light: c.infoBg, dark: c.info, contrastText: c.desk.work },
    success: { main: c.ok, light: c.okBg, dark: c.ok, contrastText: c.desk.work },
    text: { primary: c.text, secondary: c.t2, disabled: c.t3 },
    background: { default: c.app, paper: c.raised },
    divider: c.line,
    action: { active: c.t2, hover: c.hover, selected: c.sel, disabled: c.t3, disabledBackground: c.desk.sunken },
    desk: c.desk,
  }
}

/** MUI's 25 steps of depth on our three: 1 is a button, up to 8 an open card or popover, above it what floats. */
const shadows = Array.from({ length: 25 }, (_, step) =>
  step === 0 ? 'none' : step === 1 ? shadow.sh1 : step <= 8 ? shadow.sh2 : shadow.sh3,
) as Shadows

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf(light) }, dark: { palette: paletteOf(dark) } },
  spacing: 4,
  shape: { borderRadius: 6 },
  shadows,
  motion: { reducedMotion: 'system' },
  focusVisible: { outlineWidth: 2, outlineOffset: 2 },
  transitions: {
    duration: { shortest: 80, shorter: 80, short: 140, standard: 140, complex: 180, enteringScreen: 140, leavingScreen: 140 },
    easing: {
      easeInOut: 'cubic-bezier(.2,0,0,1)',
      easeOut: 'cubic-bezier(.2,0,0,1)',
      easeIn: 'cubic-bezier(.2,0,0,1)',
      sharp: 'cubic-bezier(.2,0,0,1)',
    },
  },
  typography: {
    fontFamily: font.sans,
    fontSize: 13,
    htmlFontSize: 16,
    fontWeightMedium: 560,
    fontWeightBold: 600,
    h1: { fontSize: 22, lineHeight: '28px', fontWeight: 640, letterSpacing: '-.012em' },
    h2: { fontSize: 13, lineHeight: '20px', fontWeight: 640, letterSpacing: 0 },
    h3: { fontSize: 12, lineHeight: '16px', fontWeight: 600, letterSpacing: 0 },
    subtitle1: { fontSize: 15, lineHeight: '22px', fontWeight: 400, letterSpacing: '-.003em' },
    body1: { fontSize: 14, lineHeight: '22px', fontWeight: 400, letterSpacing: 0 },
    body2: { fontSize: 13, lineHeight: '20px', fontWeight: 400, letterSpacing: 0 },
    caption: { fontSize: 12, lineHeight: '16px', fontWeight: 400, letterSpacing: 0 },
    button: { fontSize: 13, lineHeight: '20px', fontWeight: 560, letterSpacing: 0, textTransform: 'none' },
    code: { fontFamily: font.mono, fontSize: '.98em', letterSpacing: '-.01em' },
  },
  components,
})
