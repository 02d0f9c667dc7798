/**
 * What a planner has chosen so far for the visits a notice hits. Pure: the store keeps it, the screen shows it. A choice is never
 * thrown away by a change from elsewhere: the card says what changed and asks to look again.
 */
import type { PlanMove, ProposalRow } from '../../../shared/api/rescheduling.ts'
import type { VisitDecision } from '../../../shared/domain/absences.ts'
import type { LocalDate, LocalTime } from '../../../shared/domain/local-time.ts'
import type { CaregiverRef, Visit } from '../../../shared/domain/planning.ts'
import type { Refused } from './refusals.ts'

export type DecisionAction = VisitDecision['action']

export type Score = Pick<ProposalRow, 'score' | 'parts'>

/** Where a visit goes: one moment, with those who come together. */
export interface Target {
  readonly date: LocalDate
  readonly startTime: LocalTime
  readonly caregivers: readonly CaregiverRef[]
}

/** A target as far as it is filled in: a seat for each who carries the visit out, null while nobody is chosen for it. */
export interface Aim {
  readonly date?: LocalDate | undefined
  readonly startTime?: LocalTime | undefined
  readonly caregivers: readonly (CaregiverRef | null)[]
}

/** One visit's choice. `version` is that of the visit it was chosen on. */
export interface Choice {
  readonly action: DecisionAction
  /** Only for a move: where to; at first with those who have the visit. */
  readonly to: Aim
  readonly version: number
  /** What a proposal costs, in minutes with its parts; null for a place chosen by hand. */
  readonly score: Score | null
  /** The version of the planning on which the proposal was worked out; null for a place chosen by hand, or once what moved since was told. */
  readonly planning: number | null
  /** Chosen for good; a move still being filled in is not. */
  readonly settled: boolean
}

/** Why a card asks attention: the visit changed, or the portal refused this choice. */
export type CardNotice = { readonly kind: 'changed' } | ({ readonly kind: 'refused' } & Refused)

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
  | { readonly type: 'aim'; readonly visit: Visit; readonly to: Partial<Aim> }
  | {
      readonly type: 'accept'
      readonly visit: Visit
      readonly to: Target
      readonly score: Score
      readonly planning: number
    }
  | { readonly type: 'override'; readonly reason: string }
  | { readonly type: 'settle'; readonly visitId: string }
  | { readonly type: 'refuse'; readonly refusals: Readonly<Record<string, Refused>> }
  | { readonly type: 'visits'; readonly visits: readonly Visit[] }

/** Everybody chosen, and nobody twice. */
export function isComplete(to: Aim): to is Target {
  const ids = to.caregivers.map((one) => one?.id)
  return Boolean(to.date && to.startTime && ids.length > 0 && !ids.includes(undefined) && new Set(ids).size === ids.length)
}

/** A seat for each caregiver the visit takes; one at least. */
export function seatsOf(visit: Visit, chosen: Aim['caregivers']): Aim['caregivers'] {
  return Array.from({ length: Math.max(1, visit.caregivers.length) }, (_, seat) => chosen[seat] ?? null)
}

/** A proposal as a decision can carry it out; null where its caregivers begin apart: a decision knows one beginning. */
export function targetOf({ spots }: Pick<ProposalRow, 'spots'>): Target | null {
  const [first] = spots
  if (!first || spots.some((spot) => spot.date !== first.date || spot.startTime !== first.startTime)) return null
  const caregivers = spots.map((spot) => ({ id: spot.caregiverId, name: spot.caregiver }))
  return { date: first.date, startTime: first.startTime, caregivers }
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
    to: former?.action === 'move' && action === 'move' ? former.to : { caregivers: seatsOf(visit, visit.caregivers) },
    version: visit.version,
    score: action === 'move' ? (former?.score ?? null) : null,
    planning: action === 'move' ? (former?.planning ?? null) : null,
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
    const to = { ...choice.to, caregivers: seatsOf(visit, choice.to.caregivers) }
    choices[visit.id] = changed ? { ...choice, to, version: visit.version, settled: false } : choice
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
        to: { ...(former?.to ?? { caregivers: seatsOf(step.visit, []) }), ...step.to },
        version: step.visit.version,
        // Another place than the one proposed costs something else.
        score: null,
        planning: null,
        settled: false,
      }
      return {
        ...state,
        choices: { ...state.choices, [step.visit.id]: choice },
        notices: without(state.notices, step.visit.id),
      }
    }
    case 'accept': {
      const { visit, to, score, planning } = step
      const choice: Choice = { action: 'move', to, version: visit.version, score, planning, settled: true }
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
      for (const [visitId, why] of refused) {
        const choice = choices[visitId]
        if (choice) choices[visitId] = { ...choice, settled: false, planning: null }
        notices[visitId] = { kind: 'refused', ...why }
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

/** A visit by more is not reckoned with before it is stored. */
const RECKONED_CAREGIVERS = 2

/** What is decided of the other visits of a notice and not stored yet, as the portal reckons with it. */
export function besideOf(visits: readonly Visit[], state: Decisions, except: string | null) {
  const cancelled: string[] = []
  const placed: PlanMove[] = []
  for (const visit of visits) {
    const choice = state.choices[visit.id]
    if (visit.id === except || !choice?.settled) continue
    if (choice.action === 'cancel') cancelled.push(visit.id)
    else if (choice.action === 'move' && isComplete(choice.to) && visit.caregivers.length <= RECKONED_CAREGIVERS) {
      const { date, startTime, caregivers } = choice.to
      placed.push({ visitId: visit.id, spots: caregivers.map(({ id }) => ({ caregiverId: id, date, startTime })) })
    }
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
      const { date, startTime, caregivers } = choice.to
      const [first, ...others] = caregivers.map((one) => one.id)
      const who = others.length === 0 ? { caregiverId: first } : { caregiverIds: caregivers.map((one) => one.id) }
      const reason = warned.has(visit.id) ? state.override.trim() : ''
      decisions.push({ action: 'move', ...named, to: { date, startTime, ...who }, ...(reason && { override: { reason } }) })
    } else decisions.push({ action: choice.action, ...named })
  }
  return decisions
}

/**
 * The version of the planning that the decisions were worked out on: the oldest among the proposals taken, else that of the last
 * check; undefined when nothing moves or nobody knows.
 */
export function planningOf(visits: readonly Visit[], state: Decisions, checked: number | null): number | undefined {
  const moves = visits.map((visit) => state.choices[visit.id]).filter((choice) => choice?.action === 'move')
  if (moves.length === 0) return undefined
  const known = moves.flatMap((choice) => choice?.planning ?? [])
  return known.length > 0 ? Math.min(...known) : (checked ?? undefined)
}
