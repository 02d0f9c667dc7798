/**
 * The rules of rescheduling as data: how hard each is, and its sentence with figures in both languages. `hard` never gives way,
 * `warning` gives way to a reason that is kept, `soft` costs minutes of score.
 */
import { type Language, type Sentence, say } from '../../domain/language.ts'

export type Severity = 'hard' | 'warning' | 'soft'

interface RuleKind {
  readonly severity: Severity
  /** Said when the rule is broken, or what a soft one costs; figures by name. */
  readonly sentence: Sentence
  /** In two or three words, for a sum of minutes and for counting. */
  readonly short: Sentence
  /** Where the rule comes from. */
  readonly source: string
}

const table = {
  'double-booking': {
    severity: 'hard',
    sentence: { nl: '{caregiver} heeft dan al een dienst: {slot}', en: '{caregiver} already has a visit then: {slot}' },
    short: { nl: 'dubbele inzet', en: 'double booking' },
    source: 'portal',
  },
  // A warning: travel is an estimate, and a planner may know better. A proposal always leaves the time.
  'no-travel-time': {
    severity: 'warning',
    sentence: {
      nl: '{caregiver} is {minutes} onderweg van of naar {slot}; daar is {gap} voor',
      en: '{caregiver} needs {minutes} on the road from or to {slot}; there are {gap}',
    },
    short: { nl: 'geen tijd voor de reis', en: 'no time to travel' },
    source: 'portal',
  },
  'not-qualified': {
    severity: 'hard',
    sentence: { nl: '{caregiver} voert {service} niet uit', en: '{caregiver} does not carry out {service}' },
    short: { nl: 'niet bevoegd', en: 'not qualified' },
    source: 'portal',
  },
  'unknown-service': {
    severity: 'hard',
    sentence: { nl: 'Geen enkele medewerker voert {service} uit', en: 'No caregiver carries out {service}' },
    short: { nl: 'onbekende dienstcode', en: 'unknown service code' },
    source: 'portal',
  },
  'not-available': {
    severity: 'hard',
    sentence: { nl: '{caregiver} werkt dan niet: {hours}', en: '{caregiver} does not work then: {hours}' },
    short: { nl: 'werkt dan niet', en: 'not at work' },
    source: 'portal',
  },
  'caregiver-absent': {
    severity: 'hard',
    sentence: { nl: '{caregiver} is dan afwezig', en: '{caregiver} is absent then' },
    short: { nl: 'medewerker afwezig', en: 'caregiver absent' },
    source: 'portal',
  },
  'client-away': {
    severity: 'hard',
    sentence: { nl: '{client} is dan afwezig', en: '{client} is away then' },
    short: { nl: 'cliënt afwezig', en: 'client away' },
    source: 'portal',
  },
  'client-impossible': {
    severity: 'hard',
    sentence: { nl: '{client} kan dan niet: {hours}', en: '{client} cannot then: {hours}' },
    short: { nl: 'kan de cliënt niet', en: 'does not suit the client' },
    source: 'portal',
  },
  'closed-day': {
    severity: 'hard',
    sentence: { nl: 'Op {date} werkt de organisatie niet', en: 'The organisation is closed on {date}' },
    short: { nl: 'gesloten dag', en: 'closed day' },
    source: 'Algemene termijnenwet, list of the provider',
  },
  'unwanted-pairing': {
    severity: 'hard',
    sentence: { nl: '{caregiver} komt niet bij {client}', en: '{caregiver} does not come to {client}' },
    short: { nl: 'ongewenste combinatie', en: 'unwanted pairing' },
    source: 'portal',
  },
  'out-of-step': {
    severity: 'hard',
    sentence: {
      nl: 'De twee medewerkers moeten {min} tot {max} na elkaar beginnen, dit is {gap}',
      en: 'The two caregivers must begin {min} to {max} apart, this is {gap}',
    },
    short: { nl: 'niet samen', en: 'out of step' },
    source: 'portal',
  },
  'same-caregiver-twice': {
    severity: 'hard',
    sentence: { nl: 'Deze dienst vraagt twee verschillende medewerkers', en: 'This visit takes two different caregivers' },
    short: { nl: 'twee keer dezelfde', en: 'the same twice' },
    source: 'portal',
  },
  'in-the-past': {
    severity: 'hard',
    sentence: { nl: 'Dat moment is voorbij', en: 'That moment is past' },
    short: { nl: 'voorbij', en: 'past' },
    source: 'portal',
  },
  'out-of-horizon': {
    severity: 'hard',
    sentence: { nl: 'De planning loopt van {from} tot en met {to}', en: 'The planning runs from {from} to {to}' },
    short: { nl: 'buiten de planning', en: 'outside the planning' },
    source: 'portal',
  },
  'out-of-time': {
    severity: 'hard',
    sentence: {
      nl: 'De rekentijd was op voordat deze dienst aan de beurt was; er is nog plek',
      en: 'Time to compute ran out before this visit had its turn; there is still room for it',
    },
    short: { nl: 'rekentijd was op', en: 'time ran out' },
    source: 'portal',
  },
  pinned: {
    severity: 'warning',
    sentence: { nl: 'Deze dienst is met {client} afgesproken', en: 'This visit was agreed with {client}' },
    short: { nl: 'afgesproken', en: 'agreed' },
    source: 'portal',
  },
  'rest-between-days': {
    severity: 'warning',
    sentence: {
      nl: '{caregiver}: rust {is}, norm {norm}',
      en: '{caregiver}: rest {is}, norm {norm}',
    },
    short: { nl: 'te weinig rust', en: 'too little rest' },
    source: 'Arbeidstijdenwet 5:3 (11 h in 24; once in 7 days 8 h)',
  },
  'rest-in-week': {
    severity: 'warning',
    sentence: {
      nl: '{caregiver}: langste rust in 7 dagen {is}, norm {norm}',
      en: '{caregiver}: longest rest in 7 days {is}, norm {norm}',
    },
    short: { nl: 'te weinig weekrust', en: 'too little weekly rest' },
    source: 'Arbeidstijdenwet 5:5 (36 h in 7 days)',
  },
  break: {
    severity: 'warning',
    sentence: {
      nl: '{caregiver}: pauze {is} in {worked} werk, norm {norm}',
      en: '{caregiver}: break {is} in {worked} of work, norm {norm}',
    },
    short: { nl: 'te korte pauze', en: 'too short a break' },
    source: 'Arbeidstijdenwet 5:4 (30 min over 5.5 h, 45 min over 10 h)',
  },
  'shift-length': {
    severity: 'warning',
    sentence: { nl: '{caregiver}: werkdag {is}, norm {norm}', en: '{caregiver}: working day {is}, norm {norm}' },
    short: { nl: 'te lange dag', en: 'too long a day' },
    source: 'collective agreement (10 h); Arbeidstijdenwet 5:7 (12 h)',
  },
  'week-hours': {
    severity: 'warning',
    sentence: { nl: '{caregiver}: {is} werk in die week, norm {norm}', en: '{caregiver}: {is} of work that week, norm {norm}' },
    short: { nl: 'te lange week', en: 'too long a week' },
    source: 'Arbeidstijdenwet 5:7 (60 h a week)',
  },
  'average-hours': {
    severity: 'warning',
    sentence: {
      nl: '{caregiver}: gemiddeld {is} per week over {weeks} weken, norm {norm}',
      en: '{caregiver}: {is} a week on average over {weeks} weeks, norm {norm}',
    },
    short: { nl: 'te hoog gemiddelde', en: 'too high an average' },
    source: 'Arbeidstijdenwet 5:7 (48 h over 16 weeks)',
  },
  travel: {
    severity: 'soft',
    sentence: { nl: '{minutes} extra reistijd', en: '{minutes} of extra travel' },
    short: { nl: 'reistijd', en: 'travel' },
    source: 'weights of the provider',
  },
  'time-shift': {
    severity: 'soft',
    sentence: { nl: '{minutes} eerder of later op de dag', en: '{minutes} earlier or later in the day' },
    short: { nl: 'ander tijdstip', en: 'other time' },
    source: 'weights of the provider',
  },
  'day-moved': {
    severity: 'soft',
    sentence: { nl: '{days} dagen verschoven', en: 'moved by {days} days' },
    short: { nl: 'andere dag', en: 'other day' },
    source: 'weights of the provider',
  },
  'new-caregiver': {
    severity: 'soft',
    sentence: { nl: '{caregiver} kwam hier niet eerder', en: '{caregiver} has not come here before' },
    short: { nl: 'nieuwe hulp', en: 'new caregiver' },
    source: 'weights of the provider',
  },
  'not-usual': {
    severity: 'soft',
    sentence: { nl: '{caregiver} is niet de vaste hulp', en: '{caregiver} is not the usual caregiver' },
    short: { nl: 'niet de vaste hulp', en: 'not the usual one' },
    source: 'weights of the provider',
  },
  'over-contract': {
    severity: 'soft',
    sentence: { nl: '{caregiver} komt {minutes} boven contract', en: '{caregiver} goes {minutes} over contract' },
    short: { nl: 'buiten contract', en: 'over contract' },
    source: 'weights of the provider',
  },
  'paid-unused': {
    severity: 'soft',
    sentence: {
      nl: '{caregiver} wordt {minutes} doorbetaald zonder werk',
      en: '{caregiver} is paid {minutes} without work',
    },
    short: { nl: 'betaald, niet gewerkt', en: 'paid, not worked' },
    source: 'collective agreement (a change within 4 days is still paid)',
  },
  'client-disturbed': {
    severity: 'soft',
    sentence: { nl: '{client} vroeg niets en krijgt een ander moment', en: '{client} asked nothing and gets another moment' },
    short: { nl: 'cliënt gestoord', en: 'client disturbed' },
    source: 'weights of the provider',
  },
  unpreferred: {
    severity: 'soft',
    sentence: { nl: '{minutes} buiten het liefste moment van {client}', en: '{minutes} outside the time {client} likes best' },
    short: { nl: 'minder liefst', en: 'less liked' },
    source: 'weights of the provider',
  },
  warning: {
    severity: 'soft',
    sentence: { nl: '{count} waarschuwingen', en: '{count} warnings' },
    short: { nl: 'waarschuwing', en: 'warning' },
    source: 'weights of the provider',
  },
} as const satisfies Record<string, RuleKind>

export type RuleId = keyof typeof table
export const RULES: Readonly<Record<RuleId, RuleKind>> = table
export const ruleIds = Object.keys(table) as readonly RuleId[]

export type Figures = Readonly<Record<string, string | number>>

/**
 * A duration as people say it: `9 u 45` / `9 h 45`, `30 min`; used wherever a rule names one.
 * @param minutes rounded to whole ones
 */
export function spokenMinutes(minutes: number, lang: Language): string {
  const whole = Math.round(minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} min`
  const hour = lang === 'nl' ? 'u' : 'h'
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${String(rest).padStart(2, '0')}`
}

/** Figures of a rule that are minutes; the others are said as they are. */
const MINUTES = new Set(['minutes', 'gap', 'is', 'norm', 'worked', 'min', 'max'])

/** The sentence of a rule with its figures; durations are spelled in the language of the reader. */
export function ruleSentence(rule: RuleId, figures: Figures, lang: Language): string {
  const spoken = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      MINUTES.has(name) && typeof value === 'number' ? spokenMinutes(value, lang) : value,
    ]),
  )
  return say(RULES[rule].sentence, lang, spoken)
}

/** A rule broken, or what a soft one costs. */
export interface Breach {
  readonly rule: RuleId
  readonly severity: Severity
  readonly visitId: string
  readonly caregiverId: string | null
  readonly figures: Figures
}
