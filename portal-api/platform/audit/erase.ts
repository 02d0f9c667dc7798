/**
 * Empties what audit lines say of persons, once their term has passed. The chain stays whole (line.ts), and a line of its
 * own, kept for ever, says up to where it went: emptied lines without such a record are tampering.
 */
import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Database, Tx } from '../../db/database.ts'
import { auditChain, auditEntries } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'
import { chainHash, commitmentOf, ERASED, ERASURE, type Line, type Link } from './line.ts'
import { feedDigest, oldestKept } from './walk.ts'
import { writeAudit } from './write.ts'

const BATCH = 2000
const DAY_MS = 86_400_000

/** Lines up to this moment may be emptied. A day less than the years, so that no calendar makes it a day too many. */
export function emptiedBefore(now: Date, years: number): Date {
  return new Date(oldestKept(now, years).getTime() - DAY_MS)
}

async function lastErased(tx: Tx | Database, provider: string): Promise<number> {
  const [row] = await tx
    .select({ through: sql<number>`coalesce(max((${auditEntries.details} ->> 'through')::bigint), 0)` })
    .from(auditEntries)
    .where(and(eq(auditEntries.provider, provider), sql`object = 'audit-erasure'`, eq(auditEntries.actorKind, 'system')))
  return row?.through ?? 0
}

/** The next lines of the chain that are old enough; ends at the first that is not. */
async function nextLines(tx: Tx, provider: string, before: Date): Promise<{ link: Link; line: Line }[]> {
  const rows = await tx
    .select({ link: auditChain, line: auditEntries })
    .from(auditChain)
    .innerJoin(auditEntries, eq(auditEntries.id, auditChain.entryId))
    .where(and(eq(auditChain.provider, provider), gt(auditChain.position, await lastErased(tx, provider))))
    .orderBy(asc(auditChain.position))
    .limit(BATCH)
  const young = rows.findIndex(({ line }) => line.at > before)
  return young === -1 ? rows : rows.slice(0, young)
}

/** A line that does not hold is evidence: nothing is emptied from there on. */
function holds({ link, line }: { link: Link; line: Line }): boolean {
  return commitmentOf(line) === link.commitment && chainHash(link.previousHash, link, line) === link.hash
}

async function eraseBatch(tx: Tx, provider: string, before: Date, now: Date): Promise<number> {
  const rows = await nextLines(tx, provider, before)
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return 0
  const digest = createHash('sha256')
  let old = 0
  for (const row of rows) {
    if (!holds(row))
      throw new Error(`The audit log of ${provider} does not hold at position ${row.link.position}: see audit:verify.`)
    if (row.link.algorithm !== 1 || row.line.object === ERASURE) continue
    feedDigest(digest, row.link.position, row.line)
    old += 1
  }
  await tx
    .update(auditEntries)
    .set({ ...ERASED, erasedAt: now })
    .where(
      and(
        inArray(
          auditEntries.id,
          rows.map(({ line }) => line.id),
        ),
        ne(auditEntries.object, ERASURE),
        isNull(auditEntries.erasedAt),
      ),
    )
  await writeAudit(tx, [
    {
      provider,
      at: now,
      action: 'delete',
      object: ERASURE,
      outcome: 'ok',
      actorKind: 'system',
      workstation: 'retention',
      source: 'portal-api',
      trace: newId(),
      details: {
        from: first.link.position,
        through: last.link.position,
        before: before.toISOString(),
        digest: old > 0 ? digest.digest('hex') : null,
      },
    },
  ])
  return rows.length
}

/**
 * Empties the lines of a provider up to that moment; one transaction at a time, so that it can be broken off anywhere.
 * @returns how many lines went
 * @throws when it comes by a line that does not hold
 */
export async function eraseAudit(db: Database, provider: string, years: number, now: Date): Promise<number> {
  const before = emptiedBefore(now, years)
  let erased = 0
  for (let batch = BATCH; batch === BATCH; erased += batch) {
    batch = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`erase:${provider}`}, 0))`)
      return eraseBatch(tx, provider, before, now)
    })
  }
  return erased
}

/** How many lines of a provider would go now. */
export async function countErasable(tx: Tx, provider: string, years: number, now: Date): Promise<number> {
  const before = emptiedBefore(now, years)
  const after = await lastErased(tx, provider)
  const found = await tx.execute<{ count: number }>(sql`
    select count(*) as count from ${auditChain} c
    where c.provider = ${provider} and c.position > ${after} and c.position < coalesce((
      select min(later.position) from ${auditChain} later join ${auditEntries} e on e.id = later.entry_id
      where later.provider = ${provider} and later.position > ${after} and e.at > ${before.toISOString()}), 9007199254740991)`)
  return found.rows[0]?.count ?? 0
}
