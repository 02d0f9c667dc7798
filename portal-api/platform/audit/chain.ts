/**
 * Links audit lines into the hash chain of their provider (line.ts), after their commit, by whichever process holds the
 * provider's lock: readers do not wait for each other.
 */
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database, Tx } from '../../db/database.ts'
import { compiled, prepared } from '../../db/prepared.ts'
import { auditChain, auditEntries, auditPending } from '../../db/schema/index.ts'
import { endWith } from '../../db/transactions.ts'
import type { Clock } from '../clock.ts'
import { CHAIN_START, chainHash, commitmentOf, type Place } from './line.ts'

const BATCH = 500

const provider = sql.placeholder('provider')

const lock = compiled(sql`select pg_advisory_xact_lock(hashtextextended('audit:' || ${provider}, 0))`)

const takeWaiting = compiled(sql`
  delete from audit_pending where entry_id in (
    -- One whose line is gone stays waiting: audit:verify names it.
    select p.entry_id from audit_pending p join audit_entries e on e.id = p.entry_id
    where p.provider = ${provider} order by p.entry_id limit ${BATCH}
  ) returning entry_id`)

const linesOf = prepared((on) =>
  on
    .select()
    .from(auditEntries)
    .where(sql`${auditEntries.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .orderBy(asc(auditEntries.id)),
)

const tailOf = prepared((on) =>
  on.select().from(auditChain).where(eq(auditChain.provider, provider)).orderBy(desc(auditChain.position)).limit(1),
)

const addLinks = compiled(sql`
  insert into audit_chain (provider, entry_id, position, previous_hash, hash, linked_at, algorithm, commitment)
  select ${provider}, link.entry_id, link.position, link.previous_hash, link.hash, ${sql.placeholder('at')}::timestamptz, link.algorithm,
    link.commitment
  from json_to_recordset(${sql.placeholder('links')}::json)
    as link (entry_id uuid, position bigint, previous_hash text, hash text, algorithm integer, commitment text)`)

async function linkBatch(tx: Tx, provider: string, at: Date): Promise<number> {
  // Sent together, done one after the other: what is taken is seen once the lock is held.
  const [, waiting, [tail]] = await Promise.all([lock(tx, { provider }), takeWaiting(tx, { provider }), tailOf(tx, { provider })])
  if (waiting.length === 0) return 0
  const lines = await linesOf(tx, { ids: waiting.map(([id]) => id) })
  let position = tail?.position ?? 0
  let previousHash = tail?.hash ?? CHAIN_START
  const links = lines.map((line) => {
    position += 1
    const commitment = commitmentOf(line)
    // A line without salt was written by a process of the version before.
    const place: Place = { position, linkedAt: at, commitment, algorithm: commitment === null ? 1 : 2 }
    const hash = chainHash(previousHash, place, line)
    const link = { entry_id: line.id, position, previous_hash: previousHash, hash, algorithm: place.algorithm, commitment }
    previousHash = hash
    return link
  })
  endWith(tx, addLinks(tx, { provider, at: at.toISOString(), links: JSON.stringify(links) }))
  return links.length
}

async function linkProvider(db: Database, provider: string, at: Date): Promise<number> {
  let linked = 0
  for (let batch = BATCH; batch === BATCH; linked += batch) batch = await db.transaction((tx) => linkBatch(tx, provider, at))
  return linked
}

/** Links every line that waits. Safe to run in several processes at once. */
export async function linkAudit(db: Database, at: Date): Promise<number> {
  const providers = await db.selectDistinct({ provider: auditPending.provider }).from(auditPending)
  let linked = 0
  const failures: unknown[] = []
  for (const { provider } of providers) {
    // The trouble of one provider holds up no other.
    await linkProvider(db, provider, at).then(
      (count) => {
        linked += count
      },
      (error: unknown) => failures.push(error),
    )
  }
  if (failures.length > 0) throw failures[0]
  return linked
}

/** Lines of one moment are linked together: one commit for all of them instead of one for each. */
const GATHER_MS = 500

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
  let gathering: NodeJS.Timeout | null = null
  const start = () => {
    gathering = null
    if (running) again = true
    else running = run()
  }
  const poke = () => {
    gathering ??= setTimeout(start, GATHER_MS).unref()
  }
  const timer = setInterval(poke, everyMs)
  timer.unref()
  return {
    poke,
    async stop() {
      clearInterval(timer)
      if (gathering) clearTimeout(gathering)
      await running
    },
  }
}
