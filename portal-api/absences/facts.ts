/** What the case of an absence notice shows: its visits, whether it came in time, when care is due. Pure; the demo data use it too. */
import { type Absence, type AbsenceFields, absencePeriod, lateness } from '../../shared/domain/absences.ts'
import type { CaseFacts, Facet } from '../../shared/domain/cases.ts'
import { toInstant, toLocal } from '../../shared/domain/local-time.ts'
import type { Slot } from '../../shared/domain/planning.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { CaseShape } from '../cases/write.ts'
import { hitsAhead } from './hits.ts'

/** The rules of the portal that say whether a notice came in time. */
export type AbsenceRules = Pick<PortalProfile, 'absence' | 'holidays'>

export interface AbsenceTold {
  readonly notice: AbsenceFields
  readonly submittedAt: Date
  /** The client's last change; null when it was never changed. */
  readonly changedAt: Date | null
}

/**
 * Facts, facets and due of a notice. Counted from the moment of telling (the last change, if any), so that
 * the mark "late" does not move while the notice waits. Due: the start of the first visit hit, or of the
 * notice when it hits none; never before the case was opened.
 * @param visits planned visits of the client, in any order; those not hit are ignored
 */
export function absenceShape(told: AbsenceTold, visits: readonly Slot[], rules: AbsenceRules): CaseShape {
  const { notice } = told
  const period = absencePeriod(notice)
  const toldAt = told.changedAt ?? told.submittedAt
  const hits = hitsAhead(period, visits, toldAt)
  const first = hits[0] ?? null
  const late = lateness(toLocal(toldAt).date, first?.date ?? null, rules.absence.leadWorkingDays, rules.holidays)
  const start = first ? toInstant(first.date, first.startTime) : toInstant(period.fromDate, period.fromTime)

  const facets: Facet[] = []
  if (late) facets.push('late-notice')
  if (notice.type === 'admission') facets.push('admission')
  if (told.changedAt) facets.push('changed')
  if (period.to === null) facets.push('open-end')

  return {
    facts: {
      queue: 'absences',
      notice,
      visitCount: hits.length,
      firstVisit: first ? { date: first.date, startTime: first.startTime } : null,
      lateWorkingDays: late?.workingDays ?? null,
    },
    facets,
    dueAt: start > told.submittedAt ? start : told.submittedAt,
  }
}

/** The mark "late" as the client reads it, from the facts that were stored when it was told. */
export function lateOf(facts: CaseFacts, rules: AbsenceRules): Absence['late'] {
  if (facts.queue !== 'absences' || facts.lateWorkingDays === null) return null
  return { workingDays: facts.lateWorkingDays, required: rules.absence.leadWorkingDays }
}
