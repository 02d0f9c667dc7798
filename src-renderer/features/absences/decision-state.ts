/**
 * What a planner has chosen so far for the visits a notice hits. Pure: the store keeps it, the screen shows it. A choice is never
 * thrown away by a change from elsewhere: the card says what changed and asks to look again.
 */
import type { ProposalRow } from '../../../shared/api/rescheduling.ts'
import type { VisitDecision } from '../../../shared/domain/absences.ts'
import type { Visit, VisitTarget } from '../../../shared/domain/planning.ts'

export type DecisionAction = VisitDecision['action']

export type Score = Pick<ProposalRow, 'score' | 'parts'>

/** One visit's choice. `version` is that of the visit it was chosen on. */
export interface Choice {
  readonly action: DecisionAction
  /** Only for a move: where to; empty while nothing is filled in. */
  readonly to: Partial<VisitTarget>
  /** The caregiver's name, for the folded card. */
  readonly caregiverName: string | null
  readonly version: number
  /** What a proposal costs, in minutes with its parts; null for a place chosen by hand. */
  readonly score: Score | null
  /** Chosen for good; a move still being filled in is not. */
  readonly settled: boolean
}

/** Why a card asks attention: the visit changed, or the portal refused this choice. */
export type CardNotice = { readonly kind: 'changed' } | { readonly kind: 'refused'; readonly sentence: string }

export interface Decisions {
  readonly choices: Readonly<Record<string, Choice>>
  readonly notices: Readonly<Record<string, CardNotice>>
  /** The card that stands open. */
  readonly current: string | null
  /** Why a rule that warns may be broken, as typed; it goes along with the moves that break one. */
  readonly override: string
}

export const NO_DECISIONS: Decisions = { choices: {}, notices: {}, current: null, override: '' }

export type DecisionStep =
  | { readonly type: 'open'; readonly visitId: string | null }
  | { readonly type: 'pick'; readonly visit: Visit; readonly action: DecisionAction }
  | { readonly type: 'aim'; readonly visit: Visit; readonly to: Partial<VisitTarget>; readonly caregiverName?: string | null }
  | {
      readonly type: 'accept'
      readonly visit: Visit
      readonly to: VisitTarget
      readonly caregiverName: string
      readonly score: Score
    }
  | { readonly type: 'override'; readonly reason: string }
  | { readonly type: 'settle'; readonly visitId: string }
  | { readonly type: 'refuse'; readonly refusals: Readonly<Record<string, string>> }
  | { readonly type: 'visits'; readonly visits: readonly Visit[] }

export function isComplete(to: Partial<VisitTarget>): to is VisitTarget {
  return Boolean(to.date && to.startTime && to.caregiverId)
}

const without = <V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

/** The first visit that still asks a decision, after `from` first, then from the top. */
export function nextUndecided(visits: readonly { readonly id: string }[], state: Decisions, from: string | null): string | null {
  const at = visits.findIndex((visit) => visit.id === from)
  const order = [...visits.slice(at + 1), ...visits.slice(0, at + 1)]
  return order.find((visit) => !state.choices[visit.id]?.settled)?.id ?? null
}

function pick(state: Decisions, visit: Visit, action: DecisionAction): Decisions {
  const former = state.choices[visit.id]
  const choice: Choice = {
    action,
    to: action === 'move' ? (former?.to ?? { caregiverId: visit.caregivers[0]?.id }) : {},
    caregiverName: action === 'move' ? (former?.caregiverName ?? visit.caregivers[0]?.name ?? null) : null,
    version: visit.version,
    score: action === 'move' ? (former?.score ?? null) : null,
    settled: action !== 'move',
  }
  return {
    ...state,
    choices: { ...state.choices, [visit.id]: choice },
    notices: without(state.notices, visit.id),
    current: visit.id,
  }
}

/** The visits as they stand now: choices on a changed visit ask a second look, choices on a visit that left go. */
function rebase(state: Decisions, visits: readonly Visit[]): Decisions {
  const choices: Record<string, Choice> = {}
  const notices: Record<string, CardNotice> = {}
  for (const visit of visits) {
    const choice = state.choices[visit.id]
    const notice = state.notices[visit.id]
    if (notice) notices[visit.id] = notice
    if (!choice) continue
    const changed = choice.version !== visit.version
    choices[visit.id] = changed ? { ...choice, version: visit.version, settled: false } : choice
    if (changed) notices[visit.id] = { kind: 'changed' }
  }
  const next: Decisions = { ...state, choices, notices, current: null }
  const stays = visits.some((visit) => visit.id === state.current)
  return { ...next, current: stays ? state.current : nextUndecided(visits, next, null) }
}

export function decide(state: Decisions, step: DecisionStep): Decisions {
  switch (step.type) {
    case 'open':
      return { ...state, current: step.visitId }
    case 'pick':
      return pick(state, step.visit, step.action)
    case 'aim': {
      const former = state.choices[step.visit.id]
      const choice: Choice = {
        action: 'move',
        to: { ...former?.to, ...step.to },
        caregiverName: step.caregiverName === undefined ? (former?.caregiverName ?? null) : step.caregiverName,
        version: step.visit.version,
        // Another place than the one proposed costs something else.
        score: null,
        settled: false,
      }
      return {
        ...state,
        choices: { ...state.choices, [step.visit.id]: choice },
        notices: without(state.notices, step.visit.id),
      }
    }
    case 'accept': {
      const { visit, to, caregiverName, score } = step
      const choice: Choice = { action: 'move', to, caregiverName, version: visit.version, score, settled: true }
      return {
        ...state,
        choices: { ...state.choices, [visit.id]: choice },
        notices: without(state.notices, visit.id),
      }
    }
    case 'override':
      return { ...state, override: step.reason }
    case 'settle': {
      const choice = state.choices[step.visitId]
      if (!choice || (choice.action === 'move' && !isComplete(choice.to))) return state
      return {
        ...state,
        choices: { ...state.choices, [step.visitId]: { ...choice, settled: true } },
        notices: without(state.notices, step.visitId),
      }
    }
    case 'refuse': {
      const refused = Object.entries(step.refusals)
      const choices = { ...state.choices }
      const notices: Record<string, CardNotice> = { ...state.notices }
      for (const [visitId, sentence] of refused) {
        const choice = choices[visitId]
        if (choice) choices[visitId] = { ...choice, settled: false }
        notices[visitId] = { kind: 'refused', sentence }
      }
      return { ...state, choices, notices, current: refused[0]?.[0] ?? state.current }
    }
    case 'visits':
      return rebase(state, step.visits)
    default: {
      const never: never = step
      return never
    }
  }
}

/** How many of the visits are decided for good. */
export function decidedCount(visits: readonly Visit[], state: Decisions): number {
  return visits.filter((visit) => state.choices[visit.id]?.settled).length
}

/** What is decided of the other visits of a notice and not stored yet, as the portal reckons with it. */
export function besideOf(visits: readonly Visit[], state: Decisions, except: string | null) {
  const cancelled: string[] = []
  const placed: { visitId: string; spots: VisitTarget[] }[] = []
  for (const visit of visits) {
    const choice = state.choices[visit.id]
    if (visit.id === except || !choice?.settled) continue
    if (choice.action === 'cancel') cancelled.push(visit.id)
    // A place names one caregiver: of a visit by more only a part would be told.
    else if (choice.action === 'move' && isComplete(choice.to) && visit.caregivers.length === 1)
      placed.push({ visitId: visit.id, spots: [choice.to] })
  }
  return { cancelled, placed }
}

/** The decisions as the portal takes them, or null while one is missing. `warned`: the visits whose move breaks a rule that warns. */
export function toDecisions(
  visits: readonly Visit[],
  state: Decisions,
  warned: ReadonlySet<string> = new Set(),
): VisitDecision[] | null {
  const decisions: VisitDecision[] = []
  for (const visit of visits) {
    const choice = state.choices[visit.id]
    if (!choice?.settled) return null
    const named = { visitId: visit.id, visitVersion: choice.version }
    if (choice.action === 'move') {
      if (!isComplete(choice.to)) return null
      const { date, startTime, caregiverId } = choice.to
      const reason = warned.has(visit.id) ? state.override.trim() : ''
      decisions.push({ action: 'move', ...named, to: { date, startTime, caregiverId }, ...(reason && { override: { reason } }) })
    } else decisions.push({ action: choice.action, ...named })
  }
  return decisions
}
