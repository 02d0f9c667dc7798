/** Proposals in words: the moment, who, and a score whose parts add up. */

import type { ProposalRow, RuleBreach } from '../../../shared/api/rescheduling.ts'
import { type Language, say } from '../../../shared/domain/language.ts'
import { RULES, ruleSentence } from '../../../shared/rescheduling/rules/catalogue.ts'
import type { Telling } from '../../app/format/dates.ts'
import type { ScorePart } from '../../components/ProposalRow.tsx'
import type { Score } from './decision-state.ts'
import { targetMoment } from './visit-words.ts'

type Rule = RuleBreach['rule']

/** "reistijd". */
export const shortRule = (rule: Rule, lang: Language): string => say(RULES[rule].short, lang)

/** "Samira Öztürk: rust 9 u 45, norm 11 u". The figures of a day carry its date as it was sent. */
export const breachWords = ({ rule, figures }: Pick<RuleBreach, 'rule' | 'figures'>, lang: Language): string =>
  ruleSentence(rule, figures, lang)

/** The same place has the same name, whatever it costs. */
export const placeKey = (proposal: Pick<ProposalRow, 'spots'>): string =>
  proposal.spots.map((spot) => `${spot.caregiverId} ${spot.date} ${spot.startTime}`).join(' + ')

/** "do 26 nov 09:15"; of two caregivers who begin apart both times. */
export function placeMoment({ spots: [first, ...others] }: Pick<ProposalRow, 'spots'>, telling: Telling): string {
  if (!first) return ''
  const later = others.filter((spot) => spot.startTime !== first.startTime).map((spot) => spot.startTime)
  return [targetMoment(first, telling), ...later].join(' + ')
}

export const placeCaregivers = ({ spots }: Pick<ProposalRow, 'spots'>): string => spots.map((spot) => spot.caregiver).join(', ')

const isTold = (part: Score['parts'][number]): boolean => part.minutes !== 0

/** "6 reistijd + 8 andere dag", less what it saves: "− 4 reistijd". */
export function sumWords({ parts }: Score, { t, lang }: Telling): string {
  const told = parts.filter(isTold)
  if (told.length === 0) return t('absences.proposals.noCost')
  return told
    .map(({ rule, minutes }, index) => {
      const sign = minutes < 0 ? '− ' : index > 0 ? '+ ' : ''
      return `${sign}${Math.abs(minutes)} ${shortRule(rule, lang)}`
    })
    .join(' ')
}

const SHADES: Readonly<Partial<Record<Rule, ScorePart['shade']>>> = { travel: 1, 'day-moved': 2, 'time-shift': 2 }

/** The bar: what is saved has no length. */
export function barParts({ parts }: Score): ScorePart[] {
  return parts.filter((part) => part.minutes > 0).map(({ rule, minutes }) => ({ minutes, shade: SHADES[rule] ?? 3 }))
}

/** Several scores as one, rule by rule, in the order in which they come. */
export function addScores(scores: readonly Score[]): Score {
  const parts = new Map<Rule, Score['parts'][number]>()
  for (const part of scores.flatMap((score) => score.parts)) {
    const former = parts.get(part.rule)
    parts.set(part.rule, former ? { ...former, minutes: former.minutes + part.minutes } : part)
  }
  return { score: scores.reduce((sum, one) => sum + one.score, 0), parts: [...parts.values()] }
}
