/** After the faults: what the database, the mail server and the followers hold, against what was answered. */
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { withClient } from '../database.ts'
import type { Done } from './load.ts'

export interface Findings {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

/** The first answer is kept as JSON: the order of its members is not part of it. */
export function sameAnswer(one: string, other: string): boolean {
  return isDeepStrictEqual(JSON.parse(one), JSON.parse(other))
}

async function keysOf(db: pg.Client, query: string): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(query)
  return rows.map((row) => row.key)
}

/** Every answer of 2xx is in the database, once, with one of everything that goes with it. */
export function findRows(url: string, done: readonly Done[]): Promise<Findings> {
  return withClient(url, async (db) => {
    const { rows } = await db.query<{ id: string; message: string; reply: string | null; status: string }>(
      'select id, message, reply, status from contact_requests',
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const lost = done.flatMap(({ kind, id, text }) => {
      const row = byId.get(id)
      const there = kind === 'question' ? row?.message === text : row?.reply === text && row.status === 'closed'
      return there ? [] : [text]
    })
    const questions = done.filter((one) => one.kind === 'question').length
    const replies = done.length - questions
    const doubled = [
      ...(await keysOf(db, 'select message as key from contact_requests group by message having count(*) > 1')),
      ...(await keysOf(db, `select type || ' ' || case_id as key from events group by type, case_id having count(*) > 1`)),
      ...(await keysOf(
        db,
        `select 'audit ' || object || ' ' || object_id as key from audit_entries
         where outcome = 'ok' and action in ('create', 'execute') and object like 'contact-request%'
         group by object, object_id having count(*) > 1`,
      )),
    ]
    const counted = async (table: string, where: string, expected: number) => {
      const [count] = await keysOf(db, `select count(*)::text as key from ${table} where ${where}`)
      if (Number(count) > expected) doubled.push(`${table}: ${count} rows for ${expected} answers`)
      if (Number(count) < expected) lost.push(`${table}: ${count} rows for ${expected} answers`)
    }
    await counted('contact_requests', 'true', questions)
    await counted('idempotency_keys', 'status is not null', done.length)
    await counted('deliveries', `template = 'contact-request.replied'`, replies)
    await counted('events', `type = 'case.opened'`, questions)
    await counted('events', `type = 'case.closed'`, replies)
    return { lost, doubled }
  })
}

export interface MailFindings {
  readonly lost: number
  /** The same message again under its own id, after a kill between its sending and the note of it: SMTP cannot rule that out. */
  readonly again: number
  /** Sent twice without such a reason, or under two ids. */
  readonly doubled: number
}

/**
 * @param received the delivery id in each mail's `Message-ID`, in the order of arrival
 * @param inDoubt deliveries that were under way when a process was killed
 */
export async function findMails(url: string, received: readonly string[], inDoubt: ReadonlySet<string>): Promise<MailFindings> {
  const ids = await withClient(url, (db) => keysOf(db, `select id as key from deliveries where channel = 'email'`))
  const times = new Map<string, number>()
  for (const id of received) times.set(id, (times.get(id) ?? 0) + 1)
  const known = new Set(ids)
  const repeated = [...times].filter(([, count]) => count > 1)
  return {
    lost: ids.filter((id) => !times.has(id)).length,
    again: repeated.filter(([id]) => inDoubt.has(id)).length,
    doubled: repeated.filter(([id]) => !inDoubt.has(id)).length + [...times.keys()].filter((id) => !known.has(id)).length,
  }
}

/** Deliveries that are under way; waits for a database that is away. */
export async function underWay(url: string): Promise<string[]> {
  for (;;) {
    const found = await withClient(url, (db) => keysOf(db, `select id as key from deliveries where status = 'sending'`)).catch(
      () => null,
    )
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Lets what a killed process left behind be taken up now and not when its lease has run out; resolves when nothing waits. */
export function untilDelivered(url: string): Promise<void> {
  return withClient(url, async (db) => {
    await db.query(`update deliveries set leased_until = now() where status = 'sending'`)
    for (let look = 0; look < 1200; look += 1) {
      await db.query(`update deliveries set not_before = now() where status = 'queued' and not_before > now()`)
      const [waiting] = await keysOf(db, `select count(*)::text as key from deliveries where status in ('queued', 'sending')`)
      if (waiting === '0') return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('Messages still wait.')
  })
}
