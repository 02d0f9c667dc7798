/** A plan as a file for a spreadsheet: one line a visit, in the reader's language, as Dutch Excel opens it. Pure. */
import type { BatchState, BatchVisit } from '../../shared/api/batches.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import { RULES, ruleSentence } from '../../shared/rescheduling/rules/catalogue.ts'

const HEAD: readonly Sentence[] = [
  { nl: 'Cliënt', en: 'Client' },
  { nl: 'Cliëntnummer', en: 'Client number' },
  { nl: 'Dienst', en: 'Service' },
  { nl: 'Minuten', en: 'Minutes' },
  { nl: 'Stond op', en: 'Stood on' },
  { nl: 'Stond om', en: 'Stood at' },
  { nl: 'Stond bij', en: 'Stood with' },
  { nl: 'Wordt op', en: 'Becomes on' },
  { nl: 'Wordt om', en: 'Becomes at' },
  { nl: 'Wordt bij', en: 'Becomes with' },
  { nl: 'Score (min)', en: 'Score (min)' },
  { nl: 'Opbouw van de score', en: 'Parts of the score' },
  { nl: 'Waarschuwingen', en: 'Warnings' },
  { nl: 'Uitkomst', en: 'Outcome' },
]

const OUTCOME = {
  placed: { nl: 'plek gevonden', en: 'place found' },
  done: { nl: 'uitgevoerd', en: 'carried out' },
  leftOut: { nl: 'weggelaten', en: 'left out' },
  none: { nl: 'geen plek gevonden: {rules}', en: 'no place found: {rules}' },
  noTime: { nl: 'de tijd was om', en: 'time ran out' },
} as const satisfies Record<string, Sentence>

type Cell = string | number

/** A spreadsheet takes text that begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/

export function csvCell(value: Cell): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const names = (list: readonly { readonly name: string }[]): string => list.map((one) => one.name).join(', ')

/** What the portal would read out of the visit: it may have moved since, so the place it stood at when the plan was asked for. */
function stoodAt({ stood, now }: BatchVisit): readonly Cell[] {
  return stood
    ? [stood.date, stood.startTime, names(stood.caregivers)]
    : now
      ? [now.date, now.startTime, names(now.caregivers)]
      : ['', '', '']
}

/** Lines of a plan with its head, parted by `;`, after a byte order mark, which tells Excel that it is UTF-8. Empty without a plan. */
export function planCsv({ plan, visits, accepted }: Pick<BatchState, 'plan' | 'visits' | 'accepted'>, lang: Language): string {
  if (plan === null) return ''
  const moves = new Map(plan.moves.map((move) => [move.visitId, move.proposal]))
  const stopped = new Map(plan.unplaced.map((one) => [one.visitId, one.stoppedBy]))
  const short = (rule: keyof typeof RULES) => say(RULES[rule].short, lang)
  const outcomeOf = (id: string): string => {
    const rules = stopped.get(id)
    if (rules) {
      const told = rules.slice(0, 3).map(({ rule, count }) => `${short(rule)} (${count}×)`)
      return told.length === 0 ? say(OUTCOME.noTime, lang) : say(OUTCOME.none, lang, { rules: told.join(', ') })
    }
    if (accepted === null) return say(OUTCOME.placed, lang)
    return say(accepted.leftOut.includes(id) ? OUTCOME.leftOut : OUTCOME.done, lang)
  }
  const lines = visits.map((visit): readonly Cell[] => {
    const proposal = moves.get(visit.id)
    const [first] = proposal?.spots ?? []
    return [
      visit.client.name,
      visit.client.number ?? '',
      visit.now?.serviceCode ?? '',
      visit.now?.minutes ?? '',
      ...stoodAt(visit),
      first?.date ?? '',
      first?.startTime ?? '',
      proposal?.spots.map((spot) => spot.caregiver).join(', ') ?? '',
      proposal?.score ?? '',
      proposal?.parts.map(({ rule, minutes }) => `${minutes} ${short(rule)}`).join(' + ') ?? '',
      proposal?.warnings.map(({ rule, figures }) => ruleSentence(rule, figures, lang)).join('; ') ?? '',
      outcomeOf(visit.id),
    ]
  })
  const rows = [HEAD.map((word) => say(word, lang)), ...lines]
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
}
