/** Who of the caregivers is not there: one has just called in ill and left a day or more of visits, one goes on leave. */
import { addDays, type LocalDate } from '../../../shared/domain/local-time.ts'
import type { caregiverAbsences } from '../../db/schema/index.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { demoId } from './chance.ts'
import { today } from './moments.ts'
import { type ProviderPeople, staffId, staffOf } from './people.ts'

export type CaregiverAbsenceRow = typeof caregiverAbsences.$inferInsert

/** From today for so many days ill; on leave after so many days, for a working week. */
const ILL_DAYS = 3
const LEAVE_AFTER = 14
const LEAVE_DAYS = 5
const HOUR_MS = 3_600_000

/**
 * The absences around the day of `now`; the same two people whatever day it is. Never the first caregiver: that is the helper of the
 * manual's planning.
 */
export function caregiverAbsencesOf(seed: number, people: ProviderPeople, now: Date): CaregiverAbsenceRow[] {
  const { provider } = people.recipe
  const [planner] = [...staffOf(provider, 'planner'), ...staffOf(provider, 'team-lead')]
  if (!planner) return []
  const visits = new Map<string, number>()
  for (const { caregiverId } of people.roster) visits.set(caregiverId, (visits.get(caregiverId) ?? 0) + 1)
  const busiest = people.caregivers
    .slice(1)
    .filter((one) => visits.has(one.id))
    .sort((a, b) => (visits.get(b.id) ?? 0) - (visits.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  const day = today(now)
  const row = (index: number, kind: 'ill' | 'leave', from: LocalDate, days: number): CaregiverAbsenceRow[] => {
    const caregiver = busiest[index]
    if (!caregiver) return []
    return [
      {
        id: demoId(seed, PEOPLE_SINCE, provider, 'caregiver absence', index),
        provider,
        caregiverId: caregiver.id,
        fromDate: from,
        toDate: addDays(from, days - 1),
        kind,
        note: kind === 'ill' ? 'Griep, belde vanochtend' : '',
        reportedBy: staffId(seed, planner.email),
        reportedAt: new Date(now.getTime() - HOUR_MS),
      },
    ]
  }
  return [...row(0, 'ill', day, ILL_DAYS), ...row(1, 'leave', addDays(day, LEAVE_AFTER), LEAVE_DAYS)]
}
