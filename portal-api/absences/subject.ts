/** An absence notice as its case shows it: the notice, the visits it hits, and what was decided. */
import { asc, eq } from 'drizzle-orm'
import { absencePeriod } from '../../shared/domain/absences.ts'
import type { AbsenceSubject, CaseFacts } from '../../shared/domain/cases.ts'
import type { Language } from '../../shared/domain/language.ts'
import { toLocal } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import { absenceDecisions, absences } from '../db/schema/index.ts'
import { toVisit, visitsOf } from '../planning/rows.ts'
import { type AbsenceRules, lateOf } from './facts.ts'
import { hitsAhead, horizonOf } from './hits.ts'
import { fieldsOf, openNoticesOf, overlapsOf, plannedAround, toAbsence } from './rows.ts'

/**
 * While open, `affected` are the visits ahead that are hit now; once decided, the visits that were decided
 * on, as they stand now; of a withdrawn notice there are none.
 */
export async function absenceSubject(
  c: { readonly tx: Tx; readonly profile: AbsenceRules; readonly now: Date; readonly lang: Language },
  noticeId: string,
  facts: CaseFacts,
): Promise<AbsenceSubject> {
  const [row] = await c.tx.select().from(absences).where(eq(absences.id, noticeId))
  if (!row) throw new Error(`Case without its notice ${noticeId}.`)
  const period = absencePeriod(fieldsOf(row))
  const decided = await c.tx
    .select({ visitId: absenceDecisions.visitId, action: absenceDecisions.action, override: absenceDecisions.override })
    .from(absenceDecisions)
    .where(eq(absenceDecisions.absenceId, row.id))
    .orderBy(asc(absenceDecisions.fromDate), asc(absenceDecisions.fromStartMinute), asc(absenceDecisions.visitId))
  const affected =
    row.status === 'open'
      ? hitsAhead(period, await plannedAround(c.tx, row.clientId, period, c.now), c.now)
      : await visitsOf(c.tx, { clientId: row.clientId, ids: decided.map((one) => one.visitId) })
  const open = row.status === 'open' ? await openNoticesOf(c.tx, row.clientId) : []
  return {
    queue: 'absences',
    notice: toAbsence(row, lateOf(facts, c.profile), overlapsOf(row, open), c.lang),
    affected: affected.map(toVisit),
    horizon: horizonOf(period, toLocal(c.now).date),
    decided: decided.map(({ override, ...one }) => (override === null ? one : { ...one, override })),
    before: row.before,
  }
}
