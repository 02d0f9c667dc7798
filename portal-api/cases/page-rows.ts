/** The rows of a page of a queue: what is read of each, and the row as staff see it. */
import { eq, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/pg-core'
import type { CaseFacts, Facet, QueueItem } from '../../shared/domain/cases.ts'
import { type Colleague, initialsOf, type QueueId } from '../../shared/domain/staff.ts'
import type { Row } from '../db/prepared.ts'
import { cases, staff } from '../db/schema/index.ts'

const holders = alias(staff, 'holders')
const addressees = alias(staff, 'case_addressees')

/** Starts a query for pages; its columns are those of {@link PageRow}, in that order. */
export function selectPage() {
  return new QueryBuilder()
    .select({
      id: cases.id,
      number: cases.number,
      queue: cases.queue,
      name: cases.name,
      sortName: cases.sortName,
      clientNumber: cases.clientNumber,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      facets: cases.facets,
      addressedTo: cases.addressedTo,
      addressee: sql`${addressees.name}`.as('addressee'),
      claimBy: cases.claimBy,
      claimSince: cases.claimSince,
      claimUntil: cases.claimUntil,
      holder: sql`${holders.name}`.as('holder'),
      version: cases.subjectVersion,
      facts: cases.facts,
    })
    .from(cases)
    .leftJoin(holders, eq(holders.id, cases.claimBy))
    .leftJoin(addressees, eq(addressees.id, cases.addressedTo))
    .$dynamic()
}

/** Instants are text, as PostgreSQL writes them. */
type PageRow = readonly [
  id: string,
  number: string,
  queue: QueueId,
  name: string,
  sortName: string,
  clientNumber: number | null,
  openedAt: string,
  dueAt: string,
  facets: Facet[],
  addressedTo: string | null,
  addressee: string | null,
  claimBy: string | null,
  claimSince: string | null,
  claimUntil: string | null,
  holder: string | null,
  version: number,
  facts: CaseFacts,
]

/** A row of a page, with the name it is sorted by. */
export interface PageItem extends QueueItem {
  readonly sortName: string
}

const instantOf = (text: string) => new Date(text).toISOString()

function colleagueOf(id: string | null, name: string | null): Colleague | null {
  return id === null || name === null ? null : { id, name, initials: initialsOf(name) }
}

/** A row as {@link selectPage} gives it, with the claim as far as it is alive. */
export function readPageRow(row: Row, now: Date): PageItem {
  const [id, number, queue, name, sortName, clientNumber, openedAt, dueAt, facets, addressedTo, addressee, ...rest] =
    row as PageRow
  const [claimBy, claimSince, claimUntil, holder, version, facts] = rest
  const by = colleagueOf(claimBy, holder)
  const claim =
    by === null || claimSince === null || claimUntil === null || new Date(claimUntil) <= now
      ? null
      : { by, since: instantOf(claimSince), expiresAt: instantOf(claimUntil) }
  return {
    id,
    number,
    queue,
    name,
    sortName,
    clientNumber,
    openedAt: instantOf(openedAt),
    dueAt: instantOf(dueAt),
    facets,
    addressedTo: colleagueOf(addressedTo, addressee),
    claim,
    version,
    facts,
  }
}
