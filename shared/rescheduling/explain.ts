/** "Waarom niet Fatima?": which rule stops a caregiver for a visit, or what it costs to take them. */
import type { VisitMove } from './check.ts'
import type { Proposal, ProposalDesk } from './proposals.ts'
import type { Breach } from './rules/catalogue.ts'
import type { Reason, ScorePart, Spot } from './score.ts'

export interface Explanation {
  /** The place that was asked about. */
  readonly spot: Spot
  /** Every rule it breaks; hard ones first. Empty = nothing stands in its way. */
  readonly breaches: readonly Breach[]
  /** What it costs; null where the caregiver does not work that day. */
  readonly cost: { readonly score: number; readonly parts: readonly ScorePart[] } | null
  /** Where this caregiver fits best, when anywhere. */
  readonly best: Proposal | null
}

/**
 * @param asked a place; where only the caregiver is given, the day and time at which the visit stands now
 * @param part which of the visit's caregivers is asked about; the other parts stay with whom they are
 */
export function explain(
  desk: ProposalDesk,
  asking: { readonly visitId: string; readonly reason: Reason },
  asked: { readonly caregiverId: string; readonly date?: string; readonly startMinute?: number },
  part = 0,
): Explanation {
  const visit = desk.desk.visits.get(asking.visitId)
  const stands = visit?.parts[part]
  if (!visit || !stands) throw new Error(`Visit ${asking.visitId} has no part ${part}.`)
  const spot: Spot = {
    caregiverId: asked.caregiverId,
    date: asked.date ?? stands.date,
    startMinute: asked.startMinute ?? stands.startMinute,
  }
  const later = desk.desk.axis.at(spot.date, spot.startMinute) - desk.desk.axis.at(stands.date, stands.startMinute)
  const move: VisitMove = {
    visitId: visit.id,
    parts: visit.parts.map((one, index) => {
      if (index === part) return spot
      // Whoever comes together keeps the distance they had.
      const wall = desk.desk.axis.wall(desk.desk.axis.at(one.date, one.startMinute) + later)
      return { caregiverId: one.caregiverId, date: wall.date, startMinute: wall.minute }
    }),
  }
  const spots = move.parts.flatMap((one) => (one.caregiverId === null ? [] : [{ ...one, caregiverId: one.caregiverId }]))
  const best = visit.parts.length === 1 ? desk.proposeFor(asking, asked.caregiverId) : null
  return {
    spot,
    breaches: desk.checker.check({ moves: [move], cancels: [] }),
    cost: spots.length === visit.parts.length ? desk.scoreAt(asking, spots) : null,
    best: best?.ok ? (best.value.proposals[0] ?? null) : null,
  }
}
