/**
 * What a new password must keep to: the portal's own rules, and those of NIST SP 800-63B-4 §3.1.1.2 (length per
 * code point, never cut off, all printing characters and spaces). Which passwords are common and which were
 * used before only the server knows; their faults and sentences stand here with the rest.
 */
import { type Language, type Sentence, say } from './language.ts'
import type { PasswordRules } from './portal-profile.ts'

const sentences = {
  'too-short': { nl: 'gebruik ten minste {min} tekens.', en: 'use at least {min} characters.' },
  'too-long': { nl: 'gebruik ten hoogste {max} tekens.', en: 'use at most {max} characters.' },
  'not-printable': {
    nl: 'er staat een teken in dat niet te zien is. Typ het opnieuw.',
    en: 'it holds a character that cannot be seen. Type it again.',
  },
  'lower-missing': { nl: 'gebruik ten minste één kleine letter.', en: 'use at least one lower case letter.' },
  'upper-missing': { nl: 'gebruik ten minste één hoofdletter.', en: 'use at least one upper case letter.' },
  'digit-missing': { nl: 'gebruik ten minste één cijfer.', en: 'use at least one digit.' },
  'special-missing': {
    nl: 'gebruik ten minste één speciaal teken, bijvoorbeeld ! * of #.',
    en: 'use at least one special character, for example ! * or #.',
  },
  'character-forbidden': { nl: 'het teken {character} mag er niet in.', en: 'the character {character} is not allowed.' },
  common: {
    nl: 'het is te makkelijk te raden. Kies iets dat anderen niet gebruiken.',
    en: 'it is too easy to guess. Choose something that others do not use.',
  },
  unchanged: { nl: 'het is gelijk aan uw huidige wachtwoord.', en: 'it equals your current password.' },
  'used-before': {
    nl: 'u heeft het eerder gebruikt. De laatste {count} wachtwoorden mogen niet terugkomen.',
    en: 'you used it before. The last {count} passwords cannot come back.',
  },
} as const satisfies Record<string, Sentence>

type PasswordRule = keyof typeof sentences

/** A rule that a password breaks, with what fills its sentence. */
export interface PasswordFault {
  readonly rule: PasswordRule
  readonly params: Readonly<Record<string, string | number>>
}

/** The fault in words; a part of a sentence, as the problem `password-refused` carries it. */
export function passwordFaultSentence(fault: PasswordFault, lang: Language): string {
  return say(sentences[fault.rule], lang, fault.params)
}

/** Length as people count it: code points of the normalised text, so that "é" is one however it was typed. */
export function passwordLength(password: string): number {
  return [...password.normalize('NFC')].length
}

/** Controls and halves of characters cannot be typed on purpose; everything else may be used. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cs}]/u
const LOWER = /\p{Ll}/u
const UPPER = /\p{Lu}/u
const DIGIT = /\p{Nd}/u
const SPECIAL = /[^\p{L}\p{M}\p{N}\s]/u

/** The rules of the portal that a password breaks, the nearest to repair first; empty when it keeps to all. */
export function passwordFaults(rules: PasswordRules, password: string): readonly PasswordFault[] {
  const text = password.normalize('NFC')
  const length = passwordLength(text)
  const faults: PasswordFault[] = []
  const fault = (rule: PasswordRule, params: PasswordFault['params'] = {}) => faults.push({ rule, params })

  if (length < rules.minLength) fault('too-short', { min: rules.minLength })
  if (length > rules.maxLength) fault('too-long', { max: rules.maxLength })
  if (NOT_PRINTABLE.test(text)) fault('not-printable')
  if (rules.lower && !LOWER.test(text)) fault('lower-missing')
  if (rules.upper && !UPPER.test(text)) fault('upper-missing')
  if (rules.digit && !DIGIT.test(text)) fault('digit-missing')
  if (rules.special && !SPECIAL.test(text)) fault('special-missing')
  const forbidden = [...rules.forbidden].find((character) => text.includes(character))
  if (forbidden !== undefined) fault('character-forbidden', { character: forbidden })
  return faults
}
