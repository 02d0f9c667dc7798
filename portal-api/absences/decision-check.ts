/** What can be wrong with a decision, as pure functions: every visit decided once, on the version that stands, and nobody booked twice. */
import type { VisitDecision } from '../../shared/domain/absences.ts'
import type { LocalDate, LocalTime } from '../../shared/domain/local-time.ts'
import { overlaps, type Slot } from '../../shared/domain/planning.ts'
import type { Engagement } from '../planning/caregivers.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

/** The index of the first decision about a visit that an earlier one already decided on; null when there is none. */
export function decidedTwice(decisions: readonly VisitDecision[]): number | null {
  const index = decisions.findIndex((one, at) => decisions.findIndex((other) => other.visitId === one.visitId) < at)
  return index < 0 ? null : index
}

/** Indexes of decisions about a visit that is no longer hit, or is no longer as the caller saw it. */
export function outdated(decisions: readonly VisitDecision[], affected: readonly Versioned[]): readonly number[] {
  const versions = new Map(affected.map((visit) => [visit.id, visit.version]))
  return decisions.flatMap((one, index) => (versions.get(one.visitId) === one.visitVersion ? [] : [index]))
}

/** How many of the visits hit no decision names. */
export function undecided(decisions: readonly VisitDecision[], affected: readonly Versioned[]): number {
  const named = new Set(decisions.map((one) => one.visitId))
  return affected.filter((visit) => !named.has(visit.id)).length
}

/** A visit on its way to another place; `index` is its place among the decisions. */
export interface Move {
  readonly index: number
  readonly visitId: string
  readonly caregiverId: string
  readonly date: LocalDate
  readonly startTime: LocalTime
  readonly minutes: number
}

export interface Clash {
  readonly move: Move
  /** The visit in the way. */
  readonly slot: Slot
}

/**
 * The first move onto a caregiver who is at another visit then. Visits that this decision moves or cancels
 * leave their old place free, so that two visits can swap; the places they move to count.
 * @param leaving ids of the visits that are moved or cancelled
 */
export function findClash(
  moves: readonly Move[],
  engagements: readonly Engagement[],
  leaving: ReadonlySet<string>,
): Clash | null {
  const staying = engagements.filter((one) => !leaving.has(one.visitId))
  for (const move of moves) {
    const earlier = moves.filter((other) => other.index < move.index)
    const slot = [...staying, ...earlier].find((other) => other.caregiverId === move.caregiverId && overlaps(other, move))
    if (slot) return { move, slot }
  }
  return null
}
