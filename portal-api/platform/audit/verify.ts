/**
 * Checks the audit log of every provider: each line against the chain, the chain against the signed checkpoints, and that
 * no line stands beside it. One snapshot, pages of lines, constant memory.
 */
import { and, asc, between, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../../db/database.ts'
import { auditChain, auditEntries, auditPending } from '../../db/schema/index.ts'
import { explain } from './explain.ts'
import { ERASURE } from './line.ts'
import { type Break, ChainWalk, type Erasure, type Expectation, type Row } from './walk.ts'

const PAGE = 1000
const NEAR = 50

export interface ProviderReport {
  readonly provider: string
  /** Lines that hold: all of them, or those before the break. */
  readonly lines: number
  /** Lines without their personal part, of which the term had passed. */
  readonly erased: number
  /** Lines not linked yet. */
  readonly waiting: number
  /** Places at which the chain was found as a checkpoint saw it. */
  readonly confirmed: number
  readonly break: Break | null
}

export interface AuditReport {
  readonly whole: boolean
  readonly providers: readonly ProviderReport[]
  /** Guards of the database that are off or gone, by name. */
  readonly guardsOff: readonly string[]
}

export interface VerifyOptions {
  /** Only this one's log; all of them without. */
  readonly provider?: string
  /** Per provider, in the order of their positions; empty when there are no checkpoints. */
  readonly expected?: ReadonlyMap<string, readonly Expectation[]>
  readonly progress?: (provider: string, done: number, total: number) => void
}

const GUARDS = ['audit_entries_only_grow', 'audit_entries_only_erase', 'audit_chain_only_grows', 'await_link']
const ONCE = 'audit_chain_entry_id_unique'

async function guardsOff(tx: Tx): Promise<string[]> {
  const found = await tx.execute<{ name: string }>(sql`
    select tgname as name from pg_trigger where tgenabled in ('O', 'A')
    union all select conname from pg_constraint where conname = ${ONCE}`)
  const there = new Set(found.rows.map((row) => row.name))
  return [...GUARDS, ONCE].filter((name) => !there.has(name))
}

/** Every provider that has lines, links or expectations; each step of the recursion is one look into an index. */
async function providersOf(tx: Tx, expected: ReadonlyMap<string, unknown>): Promise<string[]> {
  const inTable = async (table: 'audit_entries' | 'audit_chain') => {
    const name = sql.identifier(table)
    const found = await tx.execute<{ provider: string }>(sql`
      with recursive known as (
        (select provider from ${name} order by provider limit 1)
        union all
        select (select provider from ${name} where provider > known.provider order by provider limit 1)
        from known where known.provider is not null)
      select provider from known where provider is not null`)
    return found.rows.map((row) => row.provider)
  }
  return [...new Set([...(await inTable('audit_entries')), ...(await inTable('audit_chain')), ...expected.keys()])].sort()
}

const erasureDetails = z.object({
  from: z.number().int(),
  through: z.number().int(),
  before: z.iso.datetime(),
  digest: z.string().nullable(),
})

/** The erasures on record. What else such a line says is checked like any other when the walk comes by it. */
async function erasuresOf(tx: Tx, provider: string): Promise<Erasure[]> {
  const lines = await tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.provider, provider), sql`object = 'audit-erasure'`))
    .orderBy(asc(auditEntries.id))
  return lines
    .flatMap((line) => {
      const details = erasureDetails.safeParse(line.details)
      if (!details.success || line.object !== ERASURE || line.actorKind !== 'system') return []
      return [{ ...details.data, entryId: line.id, at: line.at, before: new Date(details.data.before) }]
    })
    .sort((a, b) => a.through - b.through)
}

const rowsOf = (tx: Tx) =>
  tx
    .select({ link: auditChain, line: auditEntries })
    .from(auditChain)
    .leftJoin(auditEntries, eq(auditEntries.id, auditChain.entryId))

function page(tx: Tx, provider: string, after: number): Promise<Row[]> {
  return rowsOf(tx)
    .where(and(eq(auditChain.provider, provider), gt(auditChain.position, after)))
    .orderBy(asc(auditChain.position))
    .limit(PAGE)
}

function near(tx: Tx, provider: string, position: number): Promise<Row[]> {
  return rowsOf(tx)
    .where(and(eq(auditChain.provider, provider), between(auditChain.position, position - NEAR, position + NEAR)))
    .orderBy(asc(auditChain.position))
}

/** Lines that are neither linked nor waiting, and waiting ones that are gone. */
async function besideTheChain(tx: Tx, provider: string, tail: number): Promise<Break | null> {
  const loose = await tx.execute<{ id: string }>(sql`
    select e.id from ${auditEntries} e
    where e.provider = ${provider}
      and not exists (select from ${auditChain} c where c.entry_id = e.id)
      and not exists (select from ${auditPending} p where p.entry_id = e.id)
    order by e.id limit 1`)
  const [stray] = loose.rows
  const at = { provider, position: tail + 1 }
  if (stray)
    return {
      ...at,
      entryId: stray.id,
      fault: 'inserted',
      detail: 'it stands beside the chain: neither linked nor waiting for it',
    }
  const gone = await tx.execute<{ id: string }>(sql`
    select p.entry_id as id from ${auditPending} p
    where p.provider = ${provider} and not exists (select from ${auditEntries} e where e.id = p.entry_id)
    order by p.entry_id limit 1`)
  const [lost] = gone.rows
  return lost ? { ...at, entryId: lost.id, fault: 'missing', detail: 'it waited to be linked and is gone' } : null
}

async function verifyProvider(tx: Tx, provider: string, options: VerifyOptions): Promise<ProviderReport> {
  const walk = new ChainWalk(provider, options.expected?.get(provider) ?? [], await erasuresOf(tx, provider))
  const [size] = await tx
    .select({ total: sql<number>`coalesce(max(${auditChain.position}), 0)` })
    .from(auditChain)
    .where(eq(auditChain.provider, provider))
  const [waiting] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(auditPending)
    .where(eq(auditPending.provider, provider))
  const report = (broken: Break | null): ProviderReport => ({
    provider,
    lines: walk.position,
    erased: walk.erased,
    waiting: waiting?.count ?? 0,
    confirmed: walk.confirmed,
    break: broken,
  })
  for (;;) {
    const rows = await page(tx, provider, walk.position)
    for (const row of rows) {
      const found = walk.take(row)
      if (found) return report(explain(found, row, walk, await near(tx, provider, found.position)))
    }
    options.progress?.(provider, walk.position, size?.total ?? 0)
    if (rows.length < PAGE) return report(walk.end() ?? (await besideTheChain(tx, provider, walk.position)))
  }
}

/** Read the checkpoints before calling this: one that is written meanwhile knows lines that the snapshot does not. */
export async function verifyAudit(db: Database, options: VerifyOptions = {}): Promise<AuditReport> {
  return db.transaction(
    async (tx) => {
      // Millions of lines take longer than any request may.
      await tx.execute(sql`set local statement_timeout = 0`)
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
      const off = await guardsOff(tx)
      const providers: ProviderReport[] = []
      const wanted = options.provider === undefined ? await providersOf(tx, options.expected ?? new Map()) : [options.provider]
      for (const provider of wanted) providers.push(await verifyProvider(tx, provider, options))
      return { whole: off.length === 0 && providers.every((one) => one.break === null), providers, guardsOff: off }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
