/** The words of the screen in the language it is in. */
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/domain/language.ts'
import { type Translate, translateWith } from './i18n.ts'

export function useWords(): { readonly t: Translate; readonly lang: Language } {
  const { t, i18n } = useTranslation()
  return { t: translateWith(t), lang: i18n.language === 'en' ? 'en' : 'nl' }
}
