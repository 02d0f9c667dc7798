/** How a visit is said. */
import { endOf, type Visit } from '../../../shared/domain/planning.ts'
import { shortDay, type Telling } from '../../app/format/dates.ts'

/** "ma 23 nov 11:00–13:00". */
export function visitMoment(visit: Pick<Visit, 'date' | 'startTime' | 'minutes'>, telling: Telling): string {
  return `${shortDay(visit.date, telling)} ${visit.startTime}–${endOf(visit).time}`
}

/** "HV 1 · Samira Öztürk". */
export function visitDetail(visit: Pick<Visit, 'serviceCode' | 'caregivers'>): string {
  return [visit.serviceCode, ...visit.caregivers.map((caregiver) => caregiver.name)].join(' · ')
}

/** "vr 27 nov 09:00". */
export function targetMoment(to: Pick<Visit, 'date' | 'startTime'>, telling: Telling): string {
  return `${shortDay(to.date, telling)} ${to.startTime}`
}
