/** What stands around every screen: the query cache, the words, the theme, the user's settings, the clock. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { SingleKeysContext } from '../components/key-hints.ts'
import { followPushes } from '../data/pushes.ts'
import { makeQueryClient } from '../data/query-client.ts'
import { useSettings } from '../data/workstation.ts'
import { startClock } from '../stores/clock.ts'
import { makeI18n } from './i18n/i18n.ts'
import { DeskTheme } from './theme/DeskTheme.tsx'

/** Applies language, theme, density and shortcuts as the settings say. */
function Settled({ words, children }: { words: i18n; children: ReactNode }) {
  const { language, theme, density, singleKeys } = useSettings()
  useEffect(() => {
    document.documentElement.lang = language
    void words.changeLanguage(language)
  }, [language, words])
  return (
    <DeskTheme mode={theme} density={density}>
      <SingleKeysContext value={singleKeys}>{children}</SingleKeysContext>
    </DeskTheme>
  )
}

export interface ProvidersProps {
  children: ReactNode
  /** A cache of one's own, in tests. */
  client?: QueryClient
}

export function Providers({ children, client: given }: ProvidersProps) {
  const [client] = useState(() => given ?? makeQueryClient())
  const [words] = useState(() => makeI18n('nl'))
  useEffect(() => followPushes(client), [client])
  useEffect(startClock, [])
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={words}>
        <Settled words={words}>{children}</Settled>
      </I18nextProvider>
    </QueryClientProvider>
  )
}
