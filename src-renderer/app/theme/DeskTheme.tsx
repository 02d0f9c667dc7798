/** Puts the theme, the document styles, the density and the icon defaults around the screens. */
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider, useColorScheme } from '@mui/material/styles'
import { IconContext } from '@phosphor-icons/react/dist/lib/context'
import { type ReactNode, useEffect } from 'react'
import { type Density, DensityContext } from './density.ts'
import { theme } from './theme.ts'

export interface DeskThemeProps {
  /** Colour scheme the user chose; `system` follows the computer. */
  mode?: 'light' | 'dark' | 'system'
  /** Row and control heights; type size does not change with it. */
  density?: Density
  /** `reduced` takes movement away; `system` follows the computer. */
  motion?: 'system' | 'reduced'
  children: ReactNode
}

/** Icons are 16 px and silent for screen readers: the words beside them carry the meaning. */
const iconDefaults = { size: 16, 'aria-hidden': true, focusable: false } as const

/** The host lets in the styles made while running by a nonce of the page; without a host (tests, gallery) there is none. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content
const styles = createCache({ key: 'desk', prepend: true, ...(nonce ? { nonce } : {}) })

function ApplyMode({ mode }: { mode: 'light' | 'dark' | 'system' }) {
  const { setMode } = useColorScheme()
  useEffect(() => setMode(mode), [mode, setMode])
  return null
}

export function DeskTheme({ mode = 'system', density = 'comfortable', motion = 'system', children }: DeskThemeProps) {
  useEffect(() => {
    document.documentElement.dataset['density'] = density
    document.documentElement.dataset['motion'] = motion
  }, [density, motion])
  return (
    <CacheProvider value={styles}>
      {/* The choice is kept in the settings of the workstation, so MUI stores nothing itself. */}
      <ThemeProvider theme={theme} defaultMode={mode} storageManager={null} disableTransitionOnChange noSsr>
        <ApplyMode mode={mode} />
        <CssBaseline enableColorScheme />
        <IconContext.Provider value={iconDefaults}>
          <DensityContext value={density}>{children}</DensityContext>
        </IconContext.Provider>
      </ThemeProvider>
    </CacheProvider>
  )
}
