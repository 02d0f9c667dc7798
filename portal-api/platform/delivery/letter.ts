/** The frame of an e-mail to a client: greeting, paragraphs, who it is from. */
import { type Language, say } from '../../../shared/domain/language.ts'
import { oneLine } from './plain-text.ts'

interface Letter {
  /** As staff address them: "Mevr. H. Verbeek-de Wit". */
  readonly to: string
  /** The provider's name. */
  readonly from: string
  readonly paragraphs: readonly string[]
}

/** @param lang the client's own language where they are at work themself; what staff cause is in Dutch */
export function letterText(letter: Letter, lang: Language = 'nl'): string {
  return [
    say({ nl: 'Geachte {to},', en: 'Dear {to},' }, lang, { to: oneLine(letter.to) }),
    ...letter.paragraphs,
    say({ nl: 'Met vriendelijke groet,\n{from}', en: 'Kind regards,\n{from}' }, lang, { from: oneLine(letter.from) }),
  ].join('\n\n')
}
