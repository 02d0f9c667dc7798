/** Absence notices: from their rows to what travels, and the visits and other notices around them. */
import { and, asc, eq } from 'drizzle-orm'
import {
  type Absence,
  type AbsenceFields,
  type AbsencePeriod,
  absencePeriod,
  periodsOverlap,
} from '../../shared/domain/absences.ts'
import { ruleSentence } from '../../shared/domain/field-rules.ts'
import type { Language } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import { absences } from '../db/schema/index.ts'
import { type PlannedVisit, visitsOf } from '../planning/rows.ts'
import { datesToRead } from './hits.ts'

export type AbsenceRow = typeof absences.$inferSelect

/** The fields of a notice as the client filled them in. */
export function fieldsOf(row: AbsenceFields): AbsenceFields {
  const { type, days, startDate, wholeDay, startTime, endTime, endDateKnown, endDate } = row
  return { type, days, startDate, wholeDay, startTime, endTime, endDateKnown, endDate }
}

/** What the sender should know of a notice that still waits; one that was processed warns of nothing. */
function warningsOf(
  row: AbsenceRow,
  late: Absence['late'],
  overlapsWith: readonly string[],
  lang: Language,
): Absence['warnings'] {
  if (row.status !== 'open') return []
  const warning = (rule: Absence['warnings'][number]['rule'], id: string | null, params = {}) => ({
    rule,
    id,
    message: ruleSentence(rule, lang, params),
  })
  return [...(late ? [warning('late-notice', null, late)] : []), ...overlapsWith.map((id) => warning('overlaps-own-notice', id))]
}

export function toAbsence(row: AbsenceRow, late: Absence['late'], overlapsWith: readonly string[], lang: Language): Absence {
  return {
    id: row.id,
    ...fieldsOf(row),
    status: row.status,
    submittedAt: row.submittedAt.toISOString(),
    version: row.version,
    late,
    overlapsWith: [...overlapsWith],
    warnings: warningsOf(row, late, overlapsWith, lang),
  }
}

/** The open notices of a client, in the order in which they came. */
export function openNoticesOf(tx: Tx, clientId: string): Promise<AbsenceRow[]> {
  return tx
    .select()
    .from(absences)
    .where(and(eq(absences.clientId, clientId), eq(absences.status, 'open')))
    .orderBy(asc(absences.submittedAt), asc(absences.id))
}

/** The open notices among `open` that share a minute with this one; a notice that is no longer open warns of nothing. */
export function overlapsOf(row: AbsenceRow, open: readonly AbsenceRow[]): readonly string[] {
  if (row.status !== 'open') return []
  const period = absencePeriod(fieldsOf(row))
  return open
    .filter((other) => other.id !== row.id && periodsOverlap(period, absencePeriod(fieldsOf(other))))
    .map((other) => other.id)
}

/** The planned visits of a client that a period may hit, seen from a moment. */
export function plannedAround(tx: Tx, clientId: string, period: AbsencePeriod, seenAt: Date): Promise<readonly PlannedVisit[]> {
  return visitsOf(tx, { clientId, ...datesToRead(period, toLocal(seenAt).date), plannedOnly: true })
}
