/** Whether visits on their way to another place or to other caregivers would book somebody twice. Pure. */
import type { LocalDate, LocalTime } from '../../shared/domain/local-time.ts'
import { overlaps, type Slot } from '../../shared/domain/planning.ts'
import type { Engagement } from './caregivers.ts'

/** Where a visit will be and who will carry it out; `index` is its place among the changes asked for. */
export interface Placement {
  readonly index: number
  readonly visitId: string
  readonly caregiverIds: readonly string[]
  readonly date: LocalDate
  readonly startTime: LocalTime
  readonly minutes: number
}

export interface Clash {
  readonly placement: Placement
  readonly caregiverId: string
  /** The visit in the way. */
  readonly slot: Slot
}

/**
 * The first placement onto a caregiver who is at another visit then. Visits that are placed anew or cancelled
 * leave their old place free, so that two visits can swap; the places they go to count.
 * @param leaving ids of the visits that are placed anew or cancelled
 */
export function findClash(
  placements: readonly Placement[],
  engagements: readonly Engagement[],
  leaving: ReadonlySet<string>,
): Clash | null {
  const staying = engagements.filter((one) => !leaving.has(one.visitId))
  for (const placement of placements) {
    const earlier = placements.filter((other) => other.index < placement.index)
    for (const caregiverId of placement.caregiverIds) {
      const slot =
        staying.find((other) => other.caregiverId === caregiverId && overlaps(other, placement)) ??
        earlier.find((other) => other.caregiverIds.includes(caregiverId) && overlaps(other, placement))
      if (slot) return { placement, caregiverId, slot }
    }
  }
  return null
}
