/** Brings a refusal of the portal back to the visits it is about. */
import { type BrokenRules, brokenRules, type RuleBreach } from '../../../shared/api/rescheduling.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { localMoment, type Visit } from '../../../shared/domain/planning.ts'
import { type Problem, problemSentence } from '../../../shared/domain/problems.ts'
import { breachWords } from './proposal-words.ts'

/** What moved in the planning since the proposal. */
export type Since = Pick<BrokenRules, 'changed' | 'absences'>

/** Why a choice came back: the sentence with its figures, and what others changed meanwhile. */
export interface Refused extends Since {
  readonly sentence: string
}

const NOTHING_SINCE: Since = { changed: [], absences: [] }

/** `decisions.2.to.startTime` → 2, and of a list of changes `changes.2` likewise. */
function indexIn(field: string): number | null {
  const match = /(?:^|\.)(?:decisions|changes)\.(\d+)(?:\.|$)/.exec(field)
  return match ? Number(match[1]) : null
}

/** What was changed at the caregivers who cannot comes first, the rest in the order of the planning. */
function sinceOf({ changed, absences }: Since, own: readonly RuleBreach[]): Since {
  const who = new Set(own.map((breach) => breach.caregiverId))
  const apart = ({ visit }: Since['changed'][number]) => (visit.caregivers.some((one) => who.has(one.id)) ? '0' : '1')
  const rank = (one: Since['changed'][number]) => `${apart(one)} ${localMoment(one.visit.date, one.visit.startTime)}`
  return { changed: [...changed].sort((a, b) => rank(a).localeCompare(rank(b))), absences }
}

/**
 * Why, per visit: a field names it by its place among the decisions or changes (which stand in the order of the visits), or the problem by
 * `visitId`; broken rules by the visit that breaks them, each card with its own figures. Empty when it names none: then it is about
 * the whole.
 */
export function refusalsOf(problem: Problem, visits: readonly Pick<Visit, 'id'>[], lang: Language): Record<string, Refused> {
  const broken = brokenRules.safeParse(problem.current).data
  const breaches = broken?.breaches ?? []
  const refusals: Record<string, Refused> = {}
  const refuse = (visit: Pick<Visit, 'id'>, message?: string) => {
    const own = breaches.filter((breach) => breach.visitId === visit.id)
    const words = [...new Set(own.map((breach) => breachWords(breach, lang)))].join('; ')
    const params = words === '' ? problem.params : { ...problem.params, why: words }
    const sentence = message ?? problemSentence({ code: problem.code, params }, lang)
    const isMoved = broken !== undefined && problem.code === 'planning-moved-on'
    refusals[visit.id] = { sentence, ...(isMoved ? sinceOf(broken, own) : NOTHING_SINCE) }
  }
  for (const field of problem.fields ?? []) {
    const index = indexIn(field.field)
    const visit = index === null ? undefined : visits[index]
    // The sentence of a problem is in the reader's language; that of a field in whichever the portal was asked in.
    if (visit) refuse(visit, problem.code === 'invalid-input' ? field.message : undefined)
  }
  const named = problem.params['visitId']
  for (const visit of visits) {
    const isNamed = visit.id === named || breaches.some((breach) => breach.visitId === visit.id)
    if (isNamed && !refusals[visit.id]) refuse(visit)
  }
  return refusals
}
