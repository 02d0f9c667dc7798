/**
 * The hash chain per provider (norms.md, Audit). Lines are linked after their commit by whichever
 * process holds the provider's lock, so that readers do not wait for each other.
 * hash = SHA-256(previous hash + "\n" + canonical JSON (RFC 8785) of position and line).
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database, Tx } from '../../db/database.ts'
import { auditChain, auditEntries, auditPending } from '../../db/schema/index.ts'
import type { Clock } from '../clock.ts'

/** What stands before the first line of a chain. */
export const CHAIN_START = '0'.repeat(64)
const BATCH = 500

type Line = typeof auditEntries.$inferSelect

/** The hash of a line at its place. */
export function chainHash(previous: string, position: number, line: Line): string {
  const text = canonicalize({ position, ...line, at: line.at.toISOString() })
  if (text === undefined) throw new Error(`Audit line ${line.id} cannot be written as JSON.`)
  return createHash('sha256').update(`${previous}\n${text}`).digest('hex')
}

async function linkBatch(tx: Tx, provider: string, at: Date): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${provider}`}, 0))`)
  const waiting = await tx.execute<{ entry_id: string }>(sql`
    delete from audit_pending where entry_id in (
      select entry_id from audit_pending where provider = ${provider} order by entry_id limit ${BATCH}
    ) returning entry_id`)
  if (waiting.rows.length === 0) return 0
  const lines = await tx
    .select()
    .from(auditEntries)
    .where(
      inArray(
        auditEntries.id,
        waiting.rows.map((row) => row.entry_id),
      ),
    )
    .orderBy(asc(auditEntries.id))
  const [tail] = await tx
    .select()
    .from(auditChain)
    .where(eq(auditChain.provider, provider))
    .orderBy(desc(auditChain.position))
    .limit(1)
  let position = tail?.position ?? 0
  let previousHash = tail?.hash ?? CHAIN_START
  const links = lines.map((line) => {
    position += 1
    const hash = chainHash(previousHash, position, line)
    const link = { provider, position, entryId: line.id, previousHash, hash, linkedAt: at }
    previousHash = hash
    return link
  })
  await tx.insert(auditChain).values(links)
  return links.length
}

/** Links every line that waits. Safe to run in several processes at once. */
export async function linkAudit(db: Database, at: Date): Promise<number> {
  const providers = await db.selectDistinct({ provider: auditPending.provider }).from(auditPending)
  let linked = 0
  for (const { provider } of providers) {
    for (let batch = BATCH; batch === BATCH; ) {
      batch = await db.transaction((tx) => linkBatch(tx, provider, at))
      linked += batch
    }
  }
  return linked
}

/** Keeps linking in the background; `poke` after a commit, and a slow timer for what another process left behind. */
export function startAppender(db: Database, clock: Clock, log: Logger, everyMs = 5000): { poke(): void; stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  const run = async () => {
    do {
      again = false
      try {
        await linkAudit(db, clock.now())
      } catch (error) {
        // Lines stay in `audit_pending`; the next round takes them up.
        log.error({ err: error }, 'audit lines could not be linked')
      }
    } while (again)
    running = null
  }
  const poke = () => {
    if (running) again = true
    else running = run()
  }
  const timer = setInterval(poke, everyMs)
  timer.unref()
  return {
    poke,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
