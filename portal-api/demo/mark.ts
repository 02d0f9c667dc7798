/**
 * The mark of a demo database. Demo data go only into a database that was empty when a start in demo mode
 * found it; it is marked in the same transaction. Nothing here ever touches one without the mark.
 */
import { sql } from 'drizzle-orm'
import type { LocalDate } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import { providers, staff, systemMeta } from '../db/schema/index.ts'
import { SEED_VERSION } from './seed/chance.ts'

const MARK = 'demo'
const DAY = 'demo-day'
const WEEKS = 'demo-weeks'

/** `made-by-start/` and the version of the generator that filled it. */
export const MARK_VALUE = `made-by-start/${SEED_VERSION}`
const MARKED = /^made-by-start\/\d+$/

/** Why demo mode stops here; its message is for the person at the terminal. */
export class DemoRefused extends Error {}

async function read(tx: Tx, key: string): Promise<string | null> {
  const [row] = await tx.select({ value: systemMeta.value }).from(systemMeta).where(sql`${systemMeta.key} = ${key}`)
  return row?.value ?? null
}

async function write(tx: Tx, key: string, value: string): Promise<void> {
  await tx.insert(systemMeta).values({ key, value }).onConflictDoUpdate({ target: systemMeta.key, set: { value } })
}

/** The mark of this database, or null when it has none. */
export async function demoMark(tx: Tx): Promise<string | null> {
  const value = await read(tx, MARK)
  return value !== null && MARKED.test(value) ? value : null
}

/** True when nobody works with this database yet. */
export async function isUntouched(tx: Tx): Promise<boolean> {
  const provider = await tx.select({ id: providers.id }).from(providers).limit(1)
  const person = await tx.select({ id: staff.id }).from(staff).limit(1)
  return provider.length === 0 && person.length === 0
}

export async function markDemo(tx: Tx): Promise<void> {
  await write(tx, MARK, MARK_VALUE)
}

/** Where the demo data stand: the day they were placed around, and the weeks that have their visits. */
export interface DemoState {
  readonly day: LocalDate
  readonly weeks: readonly LocalDate[]
}

export async function demoState(tx: Tx): Promise<DemoState | null> {
  const day = await read(tx, DAY)
  const weeks = await read(tx, WEEKS)
  return day === null || weeks === null ? null : { day, weeks: JSON.parse(weeks) as LocalDate[] }
}

export async function writeDemoState(tx: Tx, state: DemoState): Promise<void> {
  await write(tx, DAY, state.day)
  await write(tx, WEEKS, JSON.stringify(state.weeks))
}
