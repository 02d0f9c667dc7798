/** Which visits a notice hits, and up to where one looks. Pure: in local wall time, so that no clock change moves a visit. */
import { type AbsencePeriod, isHit } from '../../shared/domain/absences.ts'
import { addDays, type LocalDate, toLocal } from '../../shared/domain/local-time.ts'
import { localMoment, type Slot } from '../../shared/domain/planning.ts'

/** How far a notice without a known end looks ahead, in weeks. */
const OPEN_END_WEEKS = 8

/** The last date on which a visit can be hit; with an open end counted from `seenOn`, or from the start if that lies later. */
export function horizonOf(period: AbsencePeriod, seenOn: LocalDate): LocalDate {
  if (period.to !== null) return period.to.time === '00:00' ? addDays(period.to.date, -1) : period.to.date
  return addDays(period.fromDate > seenOn ? period.fromDate : seenOn, OPEN_END_WEEKS * 7)
}

/** The dates between which visits must be read: a visit of the evening before may run into the period. */
export function datesToRead(period: AbsencePeriod, seenOn: LocalDate): { from: LocalDate; to: LocalDate } {
  const first = addDays(period.fromDate, -1)
  return { from: first > seenOn ? first : seenOn, to: horizonOf(period, seenOn) }
}

/** The visits hit that begin after `now`, in the order of the planning. A visit that has begun is no longer decided on. */
export function hitsAhead<V extends Slot>(period: AbsencePeriod, visits: readonly V[], now: Date): readonly V[] {
  const local = toLocal(now)
  const moment = localMoment(local.date, local.time)
  const horizon = horizonOf(period, local.date)
  return visits
    .filter((visit) => visit.date <= horizon && localMoment(visit.date, visit.startTime) > moment && isHit(period, visit))
    .sort((a, b) => (localMoment(a.date, a.startTime) < localMoment(b.date, b.startTime) ? -1 : 1))
}
