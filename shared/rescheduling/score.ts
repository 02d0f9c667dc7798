/** What a place costs, in minutes, part by part. The parts add up to the score: shown in whole minutes they still do. */
import type { LocalDate } from '../domain/local-time.ts'
import type { Desk } from './desk.ts'
import type { PlanningVisit, VisitPart } from './planning.ts'
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
function unpreferredMinutes(desk: Desk, visit: PlanningVisit, spot: Moment, minutes: number): number {
  const wishes = desk.clients.get(visit.clientId)?.preferred ?? []
  if (wishes.length === 0) return 0
  const [end, day] = [spot.startMinute + minutes, desk.axis.weekday(spot.date)]
  let liked = 0
  for (const wish of wishes) {
    if (wish.weekday === day) liked += Math.max(0, Math.min(end, wish.to) - Math.max(spot.startMinute, wish.from))
  }
  return Math.max(0, minutes - liked)
}

/** A day and a minute of it. */
export type Moment = Pick<Spot, 'date' | 'startMinute'>

/** Puts a part down where parts are asked for; figures are made for those only. */
function put(into: ScorePart[] | null, rule: RuleId, minutes: number, figures: Figures | null): number {
  if (minutes > 0 && into !== null && figures !== null) into.push({ rule, minutes, figures })
  return minutes
}

function partAt(visit: PlanningVisit, index: number): VisitPart {
  const part = visit.parts[index]
  if (!part) throw new Error(`Visit ${visit.id} has no part ${index}.`)
  return part
}

/** What depends on the day and the hour, but for what the client likes: least at the minute at which the visit stood. */
function movedScore(
  desk: Desk,
  visit: PlanningVisit,
  index: number,
  at: Moment,
  reason: Reason,
  into: ScorePart[] | null,
): number {
  // The client waits once, however many caregivers come.
  if (index > 0) return 0
  const { weights } = desk.planning.settings
  const from = partAt(visit, index)
  const shift = Math.abs(at.startMinute - from.startMinute)
  const days = Math.abs(desk.axis.dayNumber(from.date) - desk.axis.dayNumber(at.date))
  let sum = put(into, 'time-shift', weights.timeShift * shift, into && { minutes: shift })
  sum += put(into, 'day-moved', weights.dayMoved * days, into && { days })
  if (reason === 'client-asked' || (shift === 0 && days === 0)) return sum
  const client = into && { client: desk.clients.get(visit.clientId)?.name ?? '' }
  return sum + put(into, 'client-disturbed', weights.clientDisturbed, client)
}

/** The share of a placement's score that depends on the day and the hour. */
export function momentScore(
  desk: Desk,
  visit: PlanningVisit,
  index: number,
  at: Moment,
  reason: Reason,
  into: ScorePart[] | null = null,
): number {
  const moved = movedScore(desk, visit, index, at, reason, into)
  if (index > 0) return moved
  const minutes = unpreferredMinutes(desk, visit, at, partAt(visit, index).minutes)
  const figures = into && { minutes, client: desk.clients.get(visit.clientId)?.name ?? '' }
  return moved + put(into, 'unpreferred', desk.planning.settings.weights.unpreferred * minutes, figures)
}

/** At most what {@link momentScore} says at any minute of a day. */
export function momentFloor(desk: Desk, visit: PlanningVisit, index: number, date: LocalDate, reason: Reason): number {
  return movedScore(desk, visit, index, { date, startMinute: partAt(visit, index).startMinute }, reason, null)
}

/** The share of a placement's score that depends on who comes. */
export function caregiverScore(
  desk: Desk,
  visit: PlanningVisit,
  index: number,
  caregiverId: string,
  into: ScorePart[] | null = null,
): number {
  const { weights, paidWithinDays } = desk.planning.settings
  const from = partAt(visit, index)
  const client = desk.clients.get(visit.clientId)
  const usual = client?.usualCaregiverId
  let sum = 0
  if (client && caregiverId !== usual) {
    const who = into && { caregiver: desk.caregivers.get(caregiverId)?.name ?? '' }
    sum += client.knownCaregiverIds.includes(caregiverId)
      ? put(into, 'not-usual', usual ? weights.notUsual : 0, who)
      : put(into, 'new-caregiver', weights.newCaregiver, who)
  }
  const former = from.caregiverId === null ? undefined : desk.caregivers.get(from.caregiverId)
  if (former === undefined || former.id === caregiverId) return sum
  const soon = desk.axis.dayNumber(from.date) - desk.axis.dayNumber(desk.planning.now.date) <= paidWithinDays
  if (!soon || former.absences.some((span) => span.date === from.date)) return sum
  const unused = into && { caregiver: former.name, minutes: from.minutes }
  return sum + put(into, 'paid-unused', weights.paidUnused * from.minutes, unused)
}

/**
 * The parts of the score that belong to one part of a visit at one place, beside travel, contract and warnings, which depend
 * on what else stands there. Parts of nothing are left out.
 */
export function placementParts(desk: Desk, visit: PlanningVisit, index: number, spot: Spot, reason: Reason): ScorePart[] {
  const parts: ScorePart[] = []
  momentScore(desk, visit, index, spot, reason, parts)
  caregiverScore(desk, visit, index, spot.caregiverId, parts)
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
