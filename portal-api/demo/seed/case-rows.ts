/** Rows of the case table for what the demo opens, made of the same shapes the server makes. */
import type { QueueId } from '../../../shared/domain/staff.ts'
import { PREFIX_OF_QUEUE } from '../../cases/numbers.ts'
import type { CaseShape } from '../../cases/write.ts'
import type { cases } from '../../db/schema/index.ts'

export type CaseRow = typeof cases.$inferInsert
/** A case that has no number yet: numbers follow the order in which cases were opened. */
export type UnnumberedCase = Omit<CaseRow, 'number'>

export interface CaseAbout {
  readonly id: string
  readonly provider: string
  readonly subjectId: string
  readonly subjectVersion: number
  readonly clientId: string | null
  readonly projectId: string | null
  readonly portalUserId: string | null
  readonly name: string
  readonly sortName: string
  readonly clientNumber: number | null
  readonly openedAt: Date
  /** The member of staff it was written to. */
  readonly addressedTo?: string | null
}

export function caseRow(
  about: CaseAbout,
  shape: CaseShape,
  end: { readonly closedAt: Date; readonly closedBy: string | null } | null,
): UnnumberedCase {
  return {
    ...about,
    addressedTo: about.addressedTo ?? null,
    queue: shape.facts.queue,
    status: end ? 'closed' : 'open',
    facets: [...shape.facets],
    facts: shape.facts,
    dueAt: shape.dueAt,
    closedAt: end?.closedAt ?? null,
    closedBy: end?.closedBy ?? null,
    reason: shape.facts.queue === 'accounts' ? shape.facts.reason : null,
    note: '',
  }
}

/** Where the number series of the demo begin; six figures would be too many to read out. */
const FIRST_NUMBER: Readonly<Record<QueueId, number>> = { absences: 20_300, 'contact-requests': 31_700, accounts: 4_100 }

export interface Numbered {
  readonly cases: CaseRow[]
  readonly series: { readonly provider: string; readonly prefix: string; readonly last: number }[]
}

/** Numbers the cases of one provider in the order in which they were opened. */
export function numberCases(provider: string, rows: readonly UnnumberedCase[]): Numbered {
  const last: Record<QueueId, number> = { ...FIRST_NUMBER }
  const numbered = [...rows]
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
    .map((row) => {
      last[row.queue] += 1
      return { ...row, number: `${PREFIX_OF_QUEUE[row.queue]}-${last[row.queue]}` }
    })
  const queues: readonly QueueId[] = ['absences', 'contact-requests', 'accounts']
  return { cases: numbered, series: queues.map((queue) => ({ provider, prefix: PREFIX_OF_QUEUE[queue], last: last[queue] })) }
}
