/** One round of retention: every provider, every kind, in small transactions that each say in the audit log what they erased. */
import { sql } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { AUDIT_YEARS } from '../../shared/domain/portal-profile.ts'
import type { Database, Tx } from '../db/database.ts'
import { providers } from '../db/schema/index.ts'
import { countErasable, eraseAudit } from '../platform/audit/erase.ts'
import { writeAudit } from '../platform/audit/write.ts'
import { newId } from '../platform/ids.ts'
import type { Gone } from './delete.ts'
import { KINDS, type Kind } from './kinds.ts'

/** Clients with years of visits are heavy; a request must not wait for long on rows that go. */
const BATCH = 50
/** Lines of what has no provider: staff who sign in. */
const NO_PROVIDER = '-'
const AUDIT = 'audit-lines'

export interface Erased {
  readonly provider: string
  readonly kind: string
  /** Rows of the kind itself; what went with them is in the audit log. */
  readonly count: number
}

async function profiles(db: Database | Tx): Promise<PortalProfile[]> {
  const rows = await db.select({ profile: providers.profile }).from(providers).orderBy(providers.id)
  return rows.map((row) => row.profile)
}

/** How long lines without a provider stay: as long as those of the provider that keeps them longest. */
function yearsOfAll(known: readonly PortalProfile[]): number {
  return Math.max(AUDIT_YEARS, ...known.map((profile) => profile.retention.auditYears))
}

async function eraseBatch(db: Database, profile: PortalProfile, kind: Kind, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const { table, where } = kind.due(profile, now)
    // Another process that is at the same kind takes other rows.
    const rows = await tx.select({ id: table.id }).from(table).where(where).limit(BATCH).for('update', { skipLocked: true })
    if (rows.length === 0) return 0
    const gone: Gone = {}
    await kind.erase(
      tx,
      rows.map((row) => String(row.id)),
      now,
      gone,
    )
    await writeAudit(tx, [
      {
        provider: profile.id,
        at: now,
        action: 'delete',
        object: 'retention',
        outcome: 'ok',
        actorKind: 'system',
        workstation: 'retention',
        source: 'portal-api',
        trace: newId(),
        details: { kind: kind.name, rows: gone },
      },
    ])
    return rows.length
  })
}

/**
 * Erases what has had its term.
 * @param troubled called when a provider's audit lines cannot be erased because the chain does not hold there
 */
export async function runRetention(
  db: Database,
  now: Date,
  troubled: (provider: string, error: unknown) => void,
): Promise<Erased[]> {
  const done: Erased[] = []
  const known = await profiles(db)
  for (const profile of known) {
    for (const kind of KINDS) {
      let count = 0
      for (let batch = BATCH; batch === BATCH; count += batch) batch = await eraseBatch(db, profile, kind, now)
      done.push({ provider: profile.id, kind: kind.name, count })
    }
  }
  const logs = [
    ...known.map((profile) => ({ provider: profile.id, years: profile.retention.auditYears })),
    { provider: NO_PROVIDER, years: yearsOfAll(known) },
  ]
  for (const { provider, years } of logs) {
    try {
      done.push({ provider, kind: AUDIT, count: await eraseAudit(db, provider, years, now) })
    } catch (error) {
      troubled(provider, error)
    }
  }
  return done
}

/** What a round would erase now, without erasing anything. */
export async function previewRetention(db: Database, now: Date): Promise<Erased[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`)
      const due: Erased[] = []
      const known = await profiles(tx)
      for (const profile of known) {
        for (const kind of KINDS) {
          const { table, where } = kind.due(profile, now)
          const [row] = await tx.select({ count: sql<number>`count(*)` }).from(table).where(where)
          due.push({ provider: profile.id, kind: kind.name, count: row?.count ?? 0 })
        }
        due.push({
          provider: profile.id,
          kind: AUDIT,
          count: await countErasable(tx, profile.id, profile.retention.auditYears, now),
        })
      }
      due.push({ provider: NO_PROVIDER, kind: AUDIT, count: await countErasable(tx, NO_PROVIDER, yearsOfAll(known), now) })
      return due
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
