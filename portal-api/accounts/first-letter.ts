/** The letter with first credentials: what waits for the printer, and how it reads on paper. */
import { z } from 'zod'
import { type Sentence, say } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { NewDelivery } from '../platform/context.ts'
import type { PaperLetter } from '../platform/delivery/letter-pdf.ts'

export const FIRST_LETTER = 'account.first-letter'

const MINUTES_A_DAY = 24 * 60

/** What the body of such a delivery holds, sealed until it was printed. */
const letterBody = z.object({
  lines: z.array(z.string()),
  userName: z.string(),
  password: z.string(),
  expiresAt: z.iso.datetime(),
})

interface LetterCredentials {
  readonly userName: string
  readonly password: string
  readonly days: number
  readonly expiresAt: Date
}

/** Queues the letter; it is of no use once its password has expired. */
export function firstLetter(
  user: { readonly id: string },
  lines: readonly string[],
  { userName, password, days, expiresAt }: LetterCredentials,
): NewDelivery {
  return {
    channel: 'letter',
    to: lines.join('\n'),
    template: FIRST_LETTER,
    body: JSON.stringify({ lines, userName, password, expiresAt: expiresAt.toISOString() }),
    holdsSecret: true,
    portalUserId: user.id,
    validMinutes: days * MINUTES_A_DAY,
  }
}

const TEXTS = {
  subject: { nl: 'Uw inloggegevens voor het klantportaal', en: 'Your credentials for the client portal' },
  given: {
    nl: 'U krijgt toegang tot het klantportaal van {provider}. Daar regelt u uw zaken met ons via internet.',
    en: 'You are given access to the client portal of {provider}. There you arrange things with us online.',
  },
  logIn: {
    nl: 'Ga naar {url} en log in met de gegevens hieronder. Daarna kiest u een eigen wachtwoord.',
    en: 'Go to {url} and log in with the details below. After that you choose your own password.',
  },
  until: {
    nl: 'Het wachtwoord in deze brief geldt tot en met {until}. Geef het aan niemand.',
    en: 'The password in this letter is valid until {until}. Give it to nobody.',
  },
  help: {
    nl: 'Lukt het niet, of verwacht u deze brief niet? Neem contact op met {helpdesk}.',
    en: 'Does it not work, or do you not expect this letter? Contact {helpdesk}.',
  },
  userName: { nl: 'Gebruikersnaam', en: 'User name' },
  password: { nl: 'Wachtwoord', en: 'Password' },
} as const satisfies Record<string, Sentence>

const DUTCH_DAY = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The letter as it is printed now, from the body of its delivery. */
export function paperLetter(body: string, profile: PortalProfile, now: Date): PaperLetter {
  const { lines, userName, password, expiresAt } = letterBody.parse(JSON.parse(body))
  const until = DUTCH_DAY.format(new Date(`${toLocal(new Date(expiresAt)).date}T12:00:00Z`))
  const words = (sentence: Sentence) =>
    say(sentence, 'nl', { provider: profile.name, url: profile.portalUrl, helpdesk: profile.helpdesk, until })
  return {
    to: lines,
    from: { name: profile.name, lines: [profile.helpdesk, profile.portalUrl] },
    date: toLocal(now).date,
    subject: words(TEXTS.subject),
    paragraphs: [TEXTS.given, TEXTS.logIn, TEXTS.until, TEXTS.help].map(words),
    credentials: [
      { label: words(TEXTS.userName), value: userName },
      { label: words(TEXTS.password), value: password },
    ],
    lang: 'nl',
  }
}
