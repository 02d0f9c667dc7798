/**
 * Sees every changed row, by triggers on the tables of the test's own database: also one that was written back as it was. Each
 * change is kept with its transaction, and each audit line with its trace, so that a change can be tied to its request.
 */
import { sql } from 'drizzle-orm'
import type { Database } from '../../../portal-api/db/database.ts'

const LINES = 'audit_entries'
/**
 * Kept by the platform beside the business: the log itself, counted attempts, answers kept for repeats, and the counters of cases,
 * which follow the cases and are folded at any time.
 */
const PLATFORM = [LINES, 'audit_pending', 'audit_chain', 'attempt_counters', 'idempotency_keys', 'case_counters'] as const

/** What an attempt that counts may write: the count, the line in the timeline, the block and its case, and who is told. */
const FAILED_ATTEMPT = [
  'portal_users',
  'staff',
  'login_tickets',
  'caller_verifications',
  'account_events',
  'cases',
  'number_series',
  'deliveries',
  'events',
  'provider_sequences',
] as const

/** What a batch at work writes by itself, in transactions without a request: its pulse and end, and the event that says so. */
const BATCH_AT_WORK = ['reschedule_batches', 'events', 'provider_sequences'] as const

/** Refusals that are committed, because an attempt was counted or something was used up, and the tables they may touch. */
export const COUNTED: Readonly<Record<string, readonly string[]>> = {
  'credentials-wrong': FAILED_ATTEMPT,
  'account-blocked': FAILED_ATTEMPT,
  'code-wrong': FAILED_ATTEMPT,
  'no-access': ['staff', 'login_tickets'],
  'signed-out': ['sessions'],
}

/** Rows of a table that changed in transactions whose audit line is no success. */
export interface Change {
  readonly table: string
  /** Of the audit line; null when the transaction has none. */
  readonly problem: string | null
  readonly route: string | null
  readonly count: number
}

export interface Watch {
  /** Tables with a changed row since the last time something was asked, without those of the platform. */
  changed(): Promise<readonly string[]>
  /** Changes since the last time something was asked that no successful act explains. */
  unexplained(): Promise<readonly Change[]>
}

/** All tables but the platform's; of its lines the ids are kept, to tie a change to its request. */
async function watchedIn(db: Database): Promise<readonly string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'watched_changes' order by 1`,
  )
  const platform: readonly string[] = PLATFORM
  return rows.map((row) => row.name).filter((name) => name === LINES || !platform.includes(name))
}

async function putTriggers(db: Database): Promise<void> {
  await db.execute(sql`
    create unlogged table watched_changes (seq bigserial primary key, xact xid8 not null, name text not null, entry uuid)`)
  await db.execute(sql`
    create function watch_change() returns trigger language plpgsql as $$
    begin
      insert into watched_changes (xact, name, entry) values (
        pg_current_xact_id(), TG_TABLE_NAME,
        case when TG_TABLE_NAME = 'audit_entries' then (to_jsonb(NEW) ->> 'id')::uuid end);
      return null;
    end $$`)
  for (const name of await watchedIn(db))
    await db.execute(
      sql`create trigger watch_change after insert or update or delete on ${sql.identifier(name)}
        for each row execute function watch_change()`,
    )
}

/** Puts the triggers in place. Call it once, after the tables are there. */
export async function watchTables(db: Database): Promise<Watch> {
  await putTriggers(db)
  const listed = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql`${name}`),
      sql`, `,
    )
  const platform = listed(PLATFORM)
  const batchAtWork = listed(BATCH_AT_WORK)
  let seen = 0
  const since = async () => {
    const from = seen
    const { rows } = await db.execute<{ last: number | null }>(sql`select max(seq) as last from watched_changes`)
    seen = Number(rows[0]?.last ?? 0)
    return sql`seq > ${from} and seq <= ${seen}`
  }
  return {
    async changed() {
      const { rows } = await db.execute<{ name: string }>(
        sql`select distinct name from watched_changes where ${await since()} and name not in (${platform}) order by name`,
      )
      return rows.map((row) => row.name)
    },
    async unexplained() {
      const fresh = await since()
      const { rows } = await db.execute<{ name: string; problem: string | null; route: string | null; count: number }>(sql`
        with fresh as (select * from watched_changes where ${fresh}),
        batches_at_work as (
          select xact from fresh group by xact
          having bool_or(name = 'reschedule_batches') and bool_and(name in (${batchAtWork}))),
        lines as (
          select fresh.xact, bool_or(entry.outcome = 'ok') as went_well, max(entry.problem) as problem,
            max(entry.details ->> 'route') as route
          from fresh join audit_entries entry on entry.id = fresh.entry group by fresh.xact)
        select fresh.name, lines.problem, lines.route, count(*)::int as count
        from fresh left join lines using (xact)
        where fresh.name not in (${platform}) and lines.went_well is not true
          and fresh.xact not in (select xact from batches_at_work)
        group by 1, 2, 3 order by 1, 2, 3`)
      return rows.map((row) => ({ table: row.name, problem: row.problem, route: row.route, count: Number(row.count) }))
    },
  }
}
