/** What a place costs, in minutes, part by part. The parts add up to the score: shown in whole minutes they still do. */
import { daysBetween, type LocalDate, weekday } from '../domain/local-time.ts'
import type { Desk } from './desk.ts'
import type { PlanningVisit } from './planning.ts'
import type { Figures, RuleId } from './rules/catalogue.ts'

export interface ScorePart {
  readonly rule: RuleId
  /** Minutes of score; below zero only for travel that is saved. */
  readonly minutes: number
  readonly figures: Figures
}

/** One part of a visit at a place. */
export interface Spot {
  readonly caregiverId: string
  readonly date: LocalDate
  readonly startMinute: number
}

/** Why the visit moves: who asked for it is not disturbed by it. */
export type Reason = 'client-asked' | 'other'

/** Minutes of a visit outside what its client likes best on that day; 0 where no wish is known. */
function unpreferredMinutes(desk: Desk, visit: PlanningVisit, spot: Spot, minutes: number): number {
  const wishes = desk.clients.get(visit.clientId)?.preferred ?? []
  if (wishes.length === 0) return 0
  const end = spot.startMinute + minutes
  const liked = wishes
    .filter((wish) => wish.weekday === weekday(spot.date))
    .reduce((sum, wish) => sum + Math.max(0, Math.min(end, wish.to) - Math.max(spot.startMinute, wish.from)), 0)
  return Math.max(0, minutes - liked)
}

/**
 * The parts of the score that belong to one part of a visit at one place, beside travel, contract and warnings, which depend
 * on what else stands there. Parts of nothing are left out.
 */
export function placementParts(desk: Desk, visit: PlanningVisit, index: number, spot: Spot, reason: Reason): ScorePart[] {
  const { weights, paidWithinDays } = desk.planning.settings
  const from = visit.parts[index]
  if (!from) throw new Error(`Visit ${visit.id} has no part ${index}.`)
  const client = desk.clients.get(visit.clientId)
  const caregiver = desk.caregivers.get(spot.caregiverId)?.name ?? ''
  const clientName = client?.name ?? ''
  const parts: ScorePart[] = []
  const add = (rule: RuleId, minutes: number, figures: Figures) => {
    if (minutes > 0) parts.push({ rule, minutes, figures })
  }

  // The client waits once, however many caregivers come.
  if (index === 0) {
    const shift = Math.abs(spot.startMinute - from.startMinute)
    const days = Math.abs(daysBetween(from.date, spot.date))
    add('time-shift', weights.timeShift * shift, { minutes: shift })
    add('day-moved', weights.dayMoved * days, { days })
    const off = unpreferredMinutes(desk, visit, spot, from.minutes)
    add('unpreferred', weights.unpreferred * off, { minutes: off, client: clientName })
    if (reason === 'other' && (shift > 0 || days > 0)) add('client-disturbed', weights.clientDisturbed, { client: clientName })
  }
  const usual = client?.usualCaregiverId
  if (client && spot.caregiverId !== usual) {
    const known = client.knownCaregiverIds.includes(spot.caregiverId)
    if (known) add('not-usual', usual ? weights.notUsual : 0, { caregiver })
    else add('new-caregiver', weights.newCaregiver, { caregiver })
  }
  const former = from.caregiverId === null ? undefined : desk.caregivers.get(from.caregiverId)
  const soon = daysBetween(desk.planning.now.date, from.date) <= paidWithinDays
  const absent = former?.absences.some((span) => span.date === from.date) ?? false
  if (former && former.id !== spot.caregiverId && soon && !absent) {
    add('paid-unused', weights.paidUnused * from.minutes, { caregiver: former.name, minutes: from.minutes })
  }
  return parts
}

/** The sum of parts. */
export function scoreOf(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0)
}

/** The same part from two places (two caregivers of one visit) as one. */
export function mergeParts(parts: readonly ScorePart[]): ScorePart[] {
  const merged: ScorePart[] = []
  for (const part of parts) {
    const at = merged.findIndex((one) => one.rule === part.rule && part.rule === 'travel')
    const before = merged[at]
    if (before) {
      const minutes = Number(before.figures['minutes'] ?? 0) + Number(part.figures['minutes'] ?? 0)
      merged[at] = { ...before, minutes: before.minutes + part.minutes, figures: { minutes } }
    } else merged.push(part)
  }
  return merged
}

/**
 * Parts in whole minutes that add up to the score in whole minutes: each is rounded down, and the minutes left over go to those
 * that lost most (largest remainder). Parts that come to nothing are left out.
 */
export function wholeMinutes<P extends ScorePart>(parts: readonly P[]): { readonly score: number; readonly parts: readonly P[] } {
  const score = Math.round(scoreOf(parts))
  const floors = parts.map((part) => Math.floor(part.minutes))
  let left = score - floors.reduce((sum, minutes) => sum + minutes, 0)
  const order = parts
    .map((part, index) => ({ index, lost: part.minutes - Math.floor(part.minutes) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
  for (const { index } of order) {
    if (left <= 0) break
    floors[index] = (floors[index] ?? 0) + 1
    left -= 1
  }
  return {
    score,
    parts: parts.map((part, index) => ({ ...part, minutes: floors[index] ?? 0 })).filter((part) => part.minutes !== 0),
  }
}
