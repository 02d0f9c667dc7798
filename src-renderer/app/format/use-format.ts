/** The words, the language and the moment, for a component that tells about time. */
import { useMemo } from 'react'
import { useNow } from '../../stores/clock.ts'
import { useWords } from '../i18n/use-words.ts'
import type { Telling } from './dates.ts'

export function useTelling(): Telling {
  const { t, lang } = useWords()
  const now = useNow()
  return useMemo(() => ({ t, lang, now }), [t, lang, now])
}
