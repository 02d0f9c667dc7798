/** What can be wrong with a decision, as pure functions: every visit decided once, on the version that stands. */
import type { VisitDecision } from '../../shared/domain/absences.ts'

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
