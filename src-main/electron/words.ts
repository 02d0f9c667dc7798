/** What the desktop program says outside its screen: the menu, and the sentences of a start that fails. */
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'

const words = {
  file: { nl: 'Bestand', en: 'File' },
  lock: { nl: 'Vergrendelen', en: 'Lock' },
  quit: { nl: 'Afsluiten', en: 'Quit' },
  edit: { nl: 'Bewerken', en: 'Edit' },
  undo: { nl: 'Ongedaan maken', en: 'Undo' },
  redo: { nl: 'Opnieuw', en: 'Redo' },
  cut: { nl: 'Knippen', en: 'Cut' },
  copy: { nl: 'Kopiëren', en: 'Copy' },
  paste: { nl: 'Plakken', en: 'Paste' },
  'select-all': { nl: 'Alles selecteren', en: 'Select all' },
  view: { nl: 'Beeld', en: 'View' },
  'zoom-in': { nl: 'Inzoomen', en: 'Zoom in' },
  'zoom-out': { nl: 'Uitzoomen', en: 'Zoom out' },
  'zoom-reset': { nl: 'Werkelijke grootte', en: 'Actual size' },
  'full-screen': { nl: 'Volledig scherm', en: 'Full screen' },
  window: { nl: 'Venster', en: 'Window' },
  minimize: { nl: 'Minimaliseren', en: 'Minimize' },
  close: { nl: 'Sluiten', en: 'Close' },
  'no-portal': {
    nl: 'Er is geen portaal ingesteld. Zet in portal-desk.json: { "portalUrl": "https://…" }',
    en: 'No portal has been set. Put in portal-desk.json: { "portalUrl": "https://…" }',
  },
  'in-use': {
    nl: 'Een ander programma werkt al in {folder}. Sluit dat eerst af.',
    en: 'Another program is at work in {folder}. Close it first.',
  },
  failed: { nl: 'Portal Desk kan niet verder: {detail}', en: 'Portal Desk cannot go on: {detail}' },
} as const satisfies Record<string, Sentence>

export function word(key: keyof typeof words, lang: Language, params: Readonly<Record<string, string>> = {}): string {
  return say(words[key], lang, params)
}
