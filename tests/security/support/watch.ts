/**
 * Sees every changed row, by triggers on all tables of the test's own database: also one that was written back as it was. Each
 * change is kept with its transaction, and each audit line with its trace, so that a change can be tied to its request.
 */
import { sql } from 'drizzle-orm'
import type { Database } from '../../../portal-api/db/database.ts'

/** Kept by the platform beside the business: the log itself, counted attempts, answers kept for repeats. */
const PLATFORM = ['audit_entries', 'audit_pending', 'audit_chain', 'attempt_counters', 'idempotency_keys'] as const

export interface Watch {
  /** Tables with a changed row since the last time it was asked, without those of the platform. */
  changed(): Promise<readonly string[]>
}

async function tablesOf(db: Database): Promise<readonly string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'watched_changes' order by 1`,
  )
  return rows.map((row) => row.name)
}

/** Puts the triggers in place. Call it once, after the tables are there. */
export async function watchTables(db: Database): Promise<Watch> {
  await db.execute(sql`
    create unlogged table watched_changes (seq bigserial primary key, xact xid8 not null, name text not null, trace text)`)
  await db.execute(sql`
    create function watch_change() returns trigger language plpgsql as $$
    begin
      insert into watched_changes (xact, name, trace) values (
        pg_current_xact_id(), TG_TABLE_NAME, case when TG_TABLE_NAME = 'audit_entries' then to_jsonb(NEW) ->> 'trace' end);
      return null;
    end $$`)
  for (const name of await tablesOf(db))
    await db.execute(
      sql`create trigger watch_change after insert or update or delete on ${sql.identifier(name)}
        for each row execute function watch_change()`,
    )
  let seen = 0
  return {
    async changed() {
      const { rows } = await db.execute<{ name: string; last: number }>(
        sql`select name, max(seq) as last from watched_changes where seq > ${seen} group by name order by name`,
      )
      seen = Math.max(seen, ...rows.map((row) => Number(row.last)))
      return rows.map((row) => row.name).filter((name) => !(PLATFORM as readonly string[]).includes(name))
    },
  }
}
