/** The languages of the screen. Dutch is the source; English has the same keys, held by the compiler. */
import { createInstance, type i18n, type ParseKeys, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../../shared/domain/language.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk'
    returnNull: false
    resources: { desk: typeof nl }
  }
}

/** A key of the catalogue; `_one` and `_other` are one key, asked with `count`. */
export type WordKey = ParseKeys<'desk'>

/** Says a key with its values. The library's own type works out every sentence for every call, which is beyond the compiler. */
export type Translate = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** The library's function under our type: the same function, so that it stays the same between renders. */
export function translateWith(t: TFunction<'desk'>): Translate {
  return t as unknown as Translate
}

/** A key that is not in the catalogue is a mistake in the program: it is reported, and the key shows. */
function missing(_languages: readonly string[], _namespace: string, key: string): void {
  console.error(`No words for ${key}`)
}

export function makeI18n(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'desk',
    ns: ['desk'],
    resources: { nl: { desk: nl }, en: { desk: en } },
    initAsync: false,
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: missing,
    // React writes text as text; escaping twice would show `&amp;`.
    interpolation: { escapeValue: false },
  })
  return instance
}
