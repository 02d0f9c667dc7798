/**
 * What a schema says when a field breaks a rule. Schemas name the rule (`date-real`); the sentence
 * stands here once, in both languages, for the server's answer and for the screen's own forms.
 */
import type { z } from 'zod'
import { type Language, type Sentence, say } from './language.ts'
import type { FieldProblem } from './problems.ts'

const rules: Readonly<Record<string, Sentence>> = {
  'id-format': { nl: 'Dit kenmerk is geen geldig kenmerk (UUID).', en: 'This id is not a valid id (UUID).' },
  'instant-format': { nl: 'Dit tijdstip is niet geldig.', en: 'This instant is not valid.' },
  'provider-id-format': { nl: 'Deze zorgaanbieder bestaat niet.', en: 'This provider does not exist.' },
  'case-number-format': {
    nl: 'Dit zaaknummer is niet geldig, bijvoorbeeld AM-20418.',
    en: 'This case number is not valid, for example AM-20418.',
  },
  'text-empty': { nl: 'Vul dit veld in.', en: 'Fill in this field.' },
  'text-too-long': { nl: 'Dit is te lang: ten hoogste {max} tekens.', en: 'This is too long: at most {max} characters.' },
  'text-nul': { nl: 'Hier staat een teken dat niet bewaard kan worden.', en: 'This holds a character that cannot be stored.' },
  'date-real': {
    nl: 'Deze datum bestaat niet. Schrijf bijvoorbeeld 2026-11-23.',
    en: 'This date does not exist. Write for example 2026-11-23.',
  },
  'month-format': {
    nl: 'Deze maand bestaat niet. Schrijf bijvoorbeeld 2026-11.',
    en: 'This month does not exist. Write for example 2026-11.',
  },
  'time-format': {
    nl: 'Dit tijdstip bestaat niet. Schrijf bijvoorbeeld 09:00.',
    en: 'This time does not exist. Write for example 09:00.',
  },
  'end-before-start': { nl: 'Het einde ligt voor het begin.', en: 'The end lies before the start.' },
  'times-missing': {
    nl: 'Een deel van de dag heeft een starttijd en een eindtijd nodig.',
    en: 'Part of a day needs a start time and an end time.',
  },
  'times-with-whole-day': { nl: 'Bij een hele dag horen geen tijden.', en: 'A whole day has no times.' },
  'end-date-missing': {
    nl: 'Vul de einddatum in, of kies dat die nog niet bekend is.',
    en: 'Fill in the end date, or say that it is not yet known.',
  },
  'end-date-not-expected': { nl: 'Hier hoort geen einddatum.', en: 'No end date belongs here.' },
  'overlaps-own-notice': {
    nl: 'U had voor (een deel van) deze periode al een melding gedaan. Beide meldingen staan nu open.',
    en: 'You had already reported (part of) this period. Both notices are open now.',
  },
  'late-notice': {
    nl: 'Let op! Afwezigheid moet op tijd gemeld worden: {required} werkdagen voor de eerste dienst, dit zijn er {workingDays}. Uw melding is wel aangekomen.',
    en: 'Please note: absence must be reported in time, {required} working days before the first visit; this is {workingDays}. Your notice has arrived all the same.',
  },
  'phone-format': {
    nl: 'Dit telefoonnummer klopt niet. Schrijf bijvoorbeeld 06 12345678.',
    en: 'This phone number is not right. Write for example 06 12345678.',
  },
  'email-format': { nl: 'Dit e-mailadres klopt niet.', en: 'This e-mail address is not right.' },
  'user-name-format': {
    nl: 'Gebruik voor een gebruikersnaam 3 tot 100 letters, cijfers, punten, streepjes, een plus of een apenstaartje.',
    en: 'Use 3 to 100 letters, digits, dots, dashes, a plus or an at sign for a user name.',
  },
  'code-format': { nl: 'Een code heeft zes cijfers.', en: 'A code has six digits.' },
  'subject-not-offered': { nl: 'Dit onderwerp heeft het portaal niet.', en: 'The portal does not offer this subject.' },
  'not-in-care-team': {
    nl: 'Deze medewerker hoort niet (meer) bij het zorgteam.',
    en: 'This person is not (or no longer) a member of the care team.',
  },
  'password-asked': {
    nl: 'Vul uw eigen wachtwoord in: een adres of mobiel nummer van een account wordt anders.',
    en: 'Enter your own password: an address or mobile number of an account becomes another.',
  },
  'address-unchanged': {
    nl: 'Dit staat al bij uw account.',
    en: 'Your account has this already.',
  },
  'name-format': {
    nl: 'Gebruik in een naam alleen letters, spaties, punten en streepjes.',
    en: 'Use only letters, spaces, dots and dashes in a name.',
  },
  'right-not-offered': { nl: 'Dit recht heeft het portaal niet.', en: 'The portal does not offer this right.' },
  'function-not-offered': { nl: 'Deze functie heeft het portaal niet.', en: 'The portal does not offer this function.' },
  'project-unknown': { nl: 'Dit project heeft uw organisatie niet.', en: 'Your organisation does not have this project.' },
  'administrator-needs-member': {
    nl: 'Een beheerder moet ook medewerker van het klantportaal zijn. Zonder dat kan niemand inloggen.',
    en: 'An administrator must be an employee of the client portal too. Nobody can log in without it.',
  },
  'kind-not-offered': {
    nl: 'Zo iemand krijgt van medewerkers geen account in dit portaal.',
    en: 'Staff give such a person no account in this portal.',
  },
  'mobile-for-log-in': {
    nl: 'Zonder mobiel nummer kan niemand in dit portaal inloggen: de code komt per sms.',
    en: 'Nobody can log in to this portal without a mobile number: the code comes by SMS.',
  },
  'email-for-log-in': {
    nl: 'Wie mag inloggen, heeft een e-mailadres nodig: daar gaan de inloggegevens naartoe.',
    en: 'Who may log in needs an e-mail address: the credentials go there.',
  },
  'move-target-missing': { nl: 'Kies de nieuwe datum, tijd en medewerker.', en: 'Choose the new date, time and caregiver.' },
  'nothing-changed': { nl: 'De nieuwe plek is gelijk aan de oude.', en: 'The new place equals the old one.' },
  'visit-changed-twice': {
    nl: 'Over deze dienst staat al een wijziging in dit verzoek.',
    en: 'This request already holds a change of this visit.',
  },
  'visit-has-begun': {
    nl: 'Deze dienst is al begonnen of voorbij.',
    en: 'This visit has begun or is over.',
  },
  'visit-cancelled': { nl: 'Deze dienst gaat al niet door.', en: 'This visit was cancelled already.' },
  'caregiver-twice': { nl: 'Deze medewerker staat er twee keer in.', en: 'This caregiver is in it twice.' },
  'one-or-list': {
    nl: 'Noem één medewerker (caregiverId), of de lijst van wie samen komen (caregiverIds).',
    en: 'Name one caregiver (caregiverId), or the list of those who come together (caregiverIds).',
  },
  'visits-or-caregiver': {
    nl: 'Noem de diensten (visitIds), of de medewerker en de periode (ofCaregiver).',
    en: 'Name the visits (visitIds), or the caregiver and the period (ofCaregiver).',
  },
  'visit-decided-twice': {
    nl: 'Over deze dienst staat al een besluit in dit verzoek.',
    en: 'This request already holds a decision on this visit.',
  },
  'range-too-long': {
    nl: 'Deze periode is te lang: ten hoogste {max} dagen.',
    en: 'This period is too long: at most {max} days.',
  },
  'sort-unknown': { nl: 'Op dit veld kan niet gesorteerd worden.', en: 'Sorting on this field is not possible.' },
  'still-on-its-way': {
    nl: 'Dit is nog onderweg naar het portaal en kan nu niet weg.',
    en: 'This is still on its way to the portal and cannot be taken out now.',
  },
  'cursor-invalid': {
    nl: 'Deze bladwijzer is niet geldig. Begin bij de eerste pagina.',
    en: 'This cursor is not valid. Start at the first page.',
  },
}

const general: Readonly<Record<string, Sentence>> = {
  missing: { nl: 'Dit veld ontbreekt.', en: 'This field is missing.' },
  type: {
    nl: 'Dit veld heeft de verkeerde soort waarde; verwacht: {expected}.',
    en: 'This field has the wrong kind of value; expected: {expected}.',
  },
  choice: { nl: 'Kies een van: {options}.', en: 'Choose one of: {options}.' },
  'too-small': { nl: 'Dit is te klein: ten minste {min}.', en: 'This is too small: at least {min}.' },
  'too-big': { nl: 'Dit is te groot: ten hoogste {max}.', en: 'This is too large: at most {max}.' },
  unknown: { nl: 'Dit veld kennen we niet: {keys}.', en: 'We do not know this field: {keys}.' },
  other: { nl: 'Deze waarde is niet geldig.', en: 'This value is not valid.' },
}

/** The sentence of a rule named by a schema; a rule without a sentence falls back to "not valid". */
export function ruleSentence(rule: string, lang: Language, params: Readonly<Record<string, string | number>> = {}): string {
  const sentence = rules[rule] ?? general[rule] ?? general['other']
  return sentence ? say(sentence, lang, params) : rule
}

type Issue = z.core.$ZodIssue

function ruleOf(issue: Issue): { rule: string; params: Record<string, string | number> } {
  if (rules[issue.message]) {
    const given = 'params' in issue && issue.params ? (issue.params as Record<string, unknown>) : {}
    const params: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'string' || typeof value === 'number') params[name] = value
    }
    return { rule: issue.message, params }
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { rule: 'missing', params: {} } : { rule: 'type', params: { expected: issue.expected } }
    case 'invalid_value':
      if (issue.input === undefined) return { rule: 'missing', params: {} }
      return { rule: 'choice', params: { options: issue.values.map(String).join(', ') } }
    case 'too_small':
      return { rule: 'too-small', params: { min: Number(issue.minimum) } }
    case 'too_big':
      return { rule: 'too-big', params: { max: Number(issue.maximum) } }
    case 'unrecognized_keys':
      return { rule: 'unknown', params: { keys: issue.keys.join(', ') } }
    default:
      return { rule: 'other', params: {} }
  }
}

/** Turns the issues of a schema into wrong fields with sentences; `prefix` names the part (`body`, `query`). */
export function fieldProblems(issues: readonly Issue[], lang: Language, prefix = ''): FieldProblem[] {
  return issues.map((issue) => {
    const { rule, params } = ruleOf(issue)
    const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.')
    return { field: path || prefix || 'body', rule, message: ruleSentence(rule, lang, params) }
  })
}

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fields: FieldProblem[] }

/** Checks a value against a schema: the parsed value, or the wrong fields with their sentences. */
export function checkInput<S extends z.ZodType>(schema: S, value: unknown, lang: Language, prefix = ''): Checked<z.infer<S>> {
  const result = schema.safeParse(value, { reportInput: true })
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, fields: fieldProblems(result.error.issues, lang, prefix) }
}
