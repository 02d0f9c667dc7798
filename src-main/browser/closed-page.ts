/** What someone sees who comes without a valid link: one plain sentence, and nothing that runs. */
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'

const TITLE: Sentence = { nl: 'Portal Desk', en: 'Portal Desk' }
const CLOSED: Sentence = {
  nl: 'Deze pagina is dicht: de link is al gebruikt, of het programma is opnieuw gestart. Open de nieuwe link uit het venster waarin je het programma hebt gestart.',
  en: 'This page is closed: the link has been used, or the program has been started again. Open the new link from the window in which you started the program.',
}

export const CLOSED_PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const

export function closedPage(lang: Language): string {
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" />',
    `<title>${say(TITLE, lang)}</title></head><body><main><h1>${say(TITLE, lang)}</h1><p>${say(CLOSED, lang)}</p></main></body></html>`,
  ].join('')
}
