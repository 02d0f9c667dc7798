/** A case as a row of its queue, with the claim as far as it is alive. */
import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Claim, QueueItem } from '../../shared/domain/cases.ts'
import { initialsOf } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { cases, staff } from '../db/schema/index.ts'

export type CaseRow = typeof cases.$inferSelect
const holders = alias(staff, 'holders')
const addressees = alias(staff, 'case_addressees')

/** A case beside the name of whoever holds its claim, expired or not, and of whom it was written to. */
interface HeldCase {
  readonly row: CaseRow
  readonly holder: string | null
  readonly addressee: string | null
}

/** Starts a query for cases with the names around them. */
export function selectCases(tx: Tx) {
  return tx
    .select({ row: cases, holder: holders.name, addressee: addressees.name })
    .from(cases)
    .leftJoin(holders, eq(holders.id, cases.claimBy))
    .leftJoin(addressees, eq(addressees.id, cases.addressedTo))
    .$dynamic()
}

/** The claim that holds at this moment; an expired one is nobody's. */
export function liveClaim({ row, holder }: Pick<HeldCase, 'row' | 'holder'>, now: Date): Claim | null {
  const { claimBy, claimSince, claimUntil } = row
  if (claimBy === null || claimSince === null || claimUntil === null || holder === null || claimUntil <= now) return null
  return {
    by: { id: claimBy, name: holder, initials: initialsOf(holder) },
    since: claimSince.toISOString(),
    expiresAt: claimUntil.toISOString(),
  }
}

export function toQueueItem(held: HeldCase, now: Date): QueueItem {
  const { row, addressee } = held
  return {
    id: row.id,
    number: row.number,
    queue: row.queue,
    name: row.name,
    clientNumber: row.clientNumber,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    facets: row.facets,
    addressedTo:
      row.addressedTo === null || addressee === null
        ? null
        : { id: row.addressedTo, name: addressee, initials: initialsOf(addressee) },
    claim: liveClaim(held, now),
    version: row.subjectVersion,
    facts: row.facts,
  }
}
