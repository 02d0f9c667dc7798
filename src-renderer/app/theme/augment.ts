/** Tells TypeScript what the desk adds to MUI's theme: `palette.desk`, the `code` text variant, and that CSS variables are always on. */
import type { CSSProperties } from 'react'
import type { DeskPalette } from './colors.ts'

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette {
    desk: DeskPalette
  }
  interface PaletteOptions {
    desk?: DeskPalette
  }
  interface TypographyVariants {
    code: CSSProperties
  }
  interface TypographyVariantsOptions {
    code?: CSSProperties
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    code: true
    overline: false
  }
}
