/** Request ids: the first answer is kept in the transaction that made it, and a repeat gets it again. */
import { eq, getTableName, sql } from 'drizzle-orm'
import pg from 'pg'
import type { Tx } from '../db/database.ts'
import { compiled, prepared } from '../db/prepared.ts'
import { idempotencyKeys } from '../db/schema/index.ts'

export interface RequestKey {
  readonly provider: string
  readonly actorId: string
  readonly requestId: string
}

const value = (name: string) => sql.placeholder(name)

const ofKey = sql`${eq(idempotencyKeys.provider, value('provider'))} and ${eq(idempotencyKeys.actorId, value('actorId'))}
  and ${eq(idempotencyKeys.requestId, value('requestId'))}`

const take = compiled(sql`
  insert into ${idempotencyKeys} (provider, actor_id, request_id, route, body_hash, created_at)
  values (${value('provider')}, ${value('actorId')}, ${value('requestId')}, ${value('route')}, ${value('hash')}, ${value('at')})`)

const find = prepared((on) => on.select().from(idempotencyKeys).where(ofKey))

const keep = compiled(
  sql`update ${idempotencyKeys} set status = ${value('status')}::integer, answer = ${value('answer')}::jsonb where ${ofKey}`,
)

/**
 * Takes a request id. It fails (see `isTaken`) when somebody has it, and the transaction with it, so that nothing needs to wait for the
 * outcome. Waits for a twin that is still running: one is let through at a time.
 */
export function takeKey(tx: Tx, key: RequestKey, route: string, hash: string, at: Date): Promise<unknown> {
  return take(tx, { ...key, route, hash, at: at.toISOString() })
}

const UNIQUE_VIOLATION = '23505'

/** Did `takeKey` fail because the id was used before? */
export function isTaken(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && error.table === getTableName(idempotencyKeys)
}

/** What was done under this request id. */
export async function keptUnder(tx: Tx, key: RequestKey): Promise<typeof idempotencyKeys.$inferSelect | null> {
  return (await find(tx, { ...key }))[0] ?? null
}

/** Keeps the answer for a repeat. */
export function keepAnswer(tx: Tx, key: RequestKey, status: number, answer: unknown): Promise<unknown> {
  return keep(tx, { ...key, status, answer: JSON.stringify(answer) })
}
