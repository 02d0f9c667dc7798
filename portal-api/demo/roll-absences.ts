/** Caregivers who are not there, around today again; an absence that somebody ended by hand stays ended. */
import { isNull } from 'drizzle-orm'
import { caregiverAbsences } from '../db/schema/index.ts'
import type { Roll } from './roll.ts'
import { caregiverAbsencesOf } from './seed/caregiver-absences.ts'

export async function rollAbsences({ tx, seed, people, now, announce }: Roll): Promise<void> {
  for (const row of caregiverAbsencesOf(seed, people, now)) {
    const { fromDate, toDate, reportedAt } = row
    await tx
      .insert(caregiverAbsences)
      .values(row)
      .onConflictDoUpdate({
        target: caregiverAbsences.id,
        set: { fromDate, toDate, reportedAt },
        setWhere: isNull(caregiverAbsences.endedAt),
      })
    announce({ type: 'planning.changed', subjectId: row.caregiverId })
  }
}
