/** Words that the manual of one portal has otherwise than the others: data, so that no page asks which portal it is. */
import type { Sentence } from '../../../shared/domain/language.ts'
import type { Word } from './words.ts'

type Labels = Readonly<Partial<Record<Word, Sentence>>>

const HOME_HELP: Labels = {
  loginTitle: { nl: 'Inloggen voor cliënten', en: 'Log in for clients' },
  currentPassword: { nl: 'Oud wachtwoord', en: 'Old password' },
  repeatPassword: { nl: 'Herhaal wachtwoord', en: 'Repeat password' },
}

export const PORTAL_LABELS: Readonly<Record<string, Labels>> = {
  cordaan: HOME_HELP,
  axxicom: {
    ...HOME_HELP,
    forgot: { nl: 'Wachtwoord vergeten? Klik hier', en: 'Forgotten your password? Click here' },
  },
  zuyderland: {
    check: { nl: 'Code controleren', en: 'Check the code' },
    noCode: { nl: 'Geen code ontvangen', en: 'No code received' },
    planning: { nl: 'Agenda', en: 'Agenda' },
  },
  laurens: {
    profileEdit: { nl: 'Wijzigen', en: 'Change' },
  },
  careflex: {
    forgot: { nl: 'Wachtwoord opvragen', en: 'Ask for the password' },
  },
}
