/** Renders the demo's pages: eta templates from `demo-views`, every value escaped unless a template says otherwise. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { type Language, type Sentence, say } from '../../../shared/domain/language.ts'
import { formatDate, formatDay, formatMoment, formatMonth } from './dates.ts'
import { sentenceOf, type Word } from './words.ts'

/** Where templates and assets lie: beside this file in the sources, beside the bundle in a build. */
const folder = fileURLToPath(new URL('./demo-views', import.meta.url))

const eta = new Eta({ views: folder, cache: true, autoEscape: true })

type Params = Readonly<Record<string, string | number>>

/** What every template gets beside its own data. */
function tools(lang: Language, provider: string | undefined) {
  return {
    lang,
    otherLang: lang === 'nl' ? 'en' : 'nl',
    t: (word: Word, params: Params = {}) => say(sentenceOf(word, provider), lang, params),
    of: (sentence: Sentence) => sentence[lang],
    date: (date: string) => formatDate(date, lang),
    day: (date: string) => formatDay(date, lang),
    month: (month: string) => formatMonth(month, lang),
    moment: (at: string | Date) => formatMoment(at, lang),
  }
}

export interface PageData {
  readonly lang: Language
  /** Whose portal it is; absent on the pages around them. */
  readonly provider?: string
  readonly [key: string]: unknown
}

/** A page as HTML. */
export function renderView(name: string, data: PageData): string {
  return eta.render(`./${name}`, { ...tools(data.lang, data.provider), ...data })
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const ASSETS: readonly string[] = ['demo.css', 'icon.svg', 'outbox.js', 'recovery.js']

/** A style sheet or script of the pages, or null: what is not in the list does not exist. */
export function assetOf(name: string): { readonly type: string; readonly content: Buffer } | null {
  const type = TYPES[path.extname(name)]
  return ASSETS.includes(name) && type ? { type, content: readFileSync(path.join(folder, name)) } : null
}
