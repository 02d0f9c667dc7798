/** When visits of a client change, the cases of that client's other open notices follow: their count, first visit, lateness and due. */
import { isDeepStrictEqual } from 'node:util'
import { inArray } from 'drizzle-orm'
import { type CaseWriter, updateCaseOfSubject } from '../cases/write.ts'
import { cases } from '../db/schema/index.ts'
import type { AbsenceRules } from './facts.ts'
import { openNoticesOf } from './rows.ts'
import { shapeOf } from './submit.ts'

/** Only what really differs is written and announced; the version of the notice stays, for its content did not change. */
export async function refreshOpenNotices(c: CaseWriter & { readonly profile: AbsenceRules }, clientId: string): Promise<void> {
  const open = await openNoticesOf(c.tx, clientId)
  if (open.length === 0) return
  const stored = await c.tx
    .select({ subjectId: cases.subjectId, facts: cases.facts, facets: cases.facets, dueAt: cases.dueAt })
    .from(cases)
    .where(
      inArray(
        cases.id,
        open.map((notice) => notice.caseId),
      ),
    )
  for (const notice of open) {
    const { facts, facets, dueAt } = await shapeOf(c.tx, c.profile, notice)
    const next = { subjectId: notice.id, facts, facets, dueAt }
    if (stored.some((row) => isDeepStrictEqual(row, next))) continue
    await updateCaseOfSubject(c, { ...next, subjectVersion: notice.version })
  }
}
