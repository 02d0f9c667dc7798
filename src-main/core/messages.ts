/** What the desktop process itself says to people; everything else is said by the screen, or by the problems of `shared/`. */
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'

const messages = {
  'returned.title': { nl: 'Een antwoord kwam terug', en: 'An answer came back' },
  'returned.body': {
    nl: 'Het portaal nam iets uit je Postvak uit niet aan. Je tekst is bewaard.',
    en: 'The portal did not accept something from your outbox. Your text is kept.',
  },
  'draft-unreadable': {
    nl: 'een bewaard concept was niet leesbaar en is apart gezet',
    en: 'a saved draft could not be read and was set aside',
  },
  'outbox-unreadable.title': { nl: 'Postvak uit niet leesbaar', en: 'Outbox cannot be read' },
  'outbox-unreadable.body': {
    nl: 'Wat nog niet verstuurd was, is apart gezet. Bel de helpdesk van het programma.',
    en: 'What had not been sent was set aside. Call the helpdesk of the program.',
  },
  'disk-refuses': { nl: 'de schijf weigert ({code})', en: 'the disk refuses ({code})' },
} as const satisfies Record<string, Sentence>

export type MessageKey = keyof typeof messages

export function message(key: MessageKey, lang: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return say(messages[key], lang, params)
}
