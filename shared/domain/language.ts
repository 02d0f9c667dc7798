/** The two languages of the product. Dutch is the first, and the one used when nothing is asked. */
import { z } from 'zod'

export const language = z.enum(['nl', 'en'])
export type Language = z.infer<typeof language>

/** A sentence in both languages; `{name}` stands for a parameter. */
export interface Sentence {
  readonly nl: string
  readonly en: string
}

/** Fills `{name}` in a sentence; a missing parameter stays visible, so that a mistake is seen and not hidden. */
export function say(sentence: Sentence, lang: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : String(value)
  })
}

/** The language of an `Accept-Language` header: the first of the two that it names, else Dutch. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase().slice(0, 2)
    if (tag === 'nl' || tag === 'en') return tag
  }
  return 'nl'
}
