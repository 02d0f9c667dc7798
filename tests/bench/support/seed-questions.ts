/** Questions with their cases, up to millions: the shape of a queue after years of use, with true counters. */
import type pg from 'pg'
import { excerptOf } from '../../../portal-api/contact-requests/facts.ts'
import { HOME_HELP_QUESTIONS } from '../../../portal-api/demo/seed/questions.ts'
import { type SeededProvider, seedIdSql } from './seed.ts'

export interface SeededQuestions {
  /** Number of the first; they follow one another. The client of question n is `firstClient + n % clients`. */
  readonly first: number
  readonly count: number
  /** Of every hundred, in turn: so many are open. */
  readonly openPercent: number
  /** Claims that are alive; others have run out. */
  readonly claims: number
}

const ASKED = HOME_HELP_QUESTIONS.map((one) => ({ ...one, excerpt: excerptOf(one.message) }))

/** Facets by the last digits of the number: one in ten was changed, one in fifty carries another; most carry none. */
const FACETS = `case when n % 50 = 7 then array['changed','message'] when n % 10 = 3 then array['changed'] when n % 50 = 11 then array['message']
  when n % 100 = 21 then array['care-signal'] when n % 200 = 31 then array['project'] else '{}'::text[] end`

/** Sums that spread like chance and are the same each time. */
const SCATTER = '(n::bigint * 2654435761 % 4294967296)'

/** Takes the indexes that hold no constraint off a table, and puts them back, made in one go, when the work is done. */
async function withoutIndexes(db: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await db.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await db.query(definition)
}

/** Brings the counters to what the cases say, as the trigger would have kept them. */
async function countCases(db: pg.Client): Promise<void> {
  await db.query('delete from case_counters')
  await db.query(
    `insert into case_counters (provider, queue, facet, open)
     select provider, queue, facet, count(*) from cases, unnest(array['*'] || facets) facet where status = 'open' group by 1, 2, 3`,
  )
}

/**
 * Inserts the questions of some providers with the triggers switched off, counts their cases once, and leaves fresh statistics. Open
 * ones were asked in the last four weeks and are due 3 to 23 days after that; the others were answered over the two years before.
 */
export async function seedQuestions(
  db: pg.Client,
  sets: readonly { readonly of: SeededProvider; readonly questions: SeededQuestions }[],
): Promise<void> {
  await db.query('begin')
  await db.query(`set local session_replication_role = replica`)
  await db.query(`set local maintenance_work_mem = '1GB'`)
  await withoutIndexes(db, ['cases', 'contact_requests'], async () => {
    for (const { of, questions } of sets) await insertQuestions(db, of, questions)
  })
  await countCases(db)
  await db.query(
    `insert into number_series (provider, prefix, last) select provider, 'CV', max(substr(number, 4)::int) from cases group by 1
     on conflict (provider, prefix) do update set last = excluded.last`,
  )
  await db.query('commit')
  await db.query('vacuum analyze')
}

async function insertQuestions(db: pg.Client, of: SeededProvider, questions: SeededQuestions): Promise<void> {
  const open = `n % 100 < ${questions.openPercent}`
  const opened = `case when ${open} then now() - interval '1 second' * (${SCATTER} % 2419200) else now() - interval '1 second' * (2419200 + ${SCATTER} % 60480000) end`
  const client = `${of.firstClient} + n % ${of.clients}`
  const staff = seedIdSql('staff', `${of.firstStaff} + n % ${of.staff}`)
  // One open question in this many is claimed; of every other claim the lease has run out.
  const every = Math.max(1, Math.floor((questions.count * questions.openPercent) / 100 / Math.max(1, questions.claims * 2)))
  const openNumber = `(n / 100 * ${questions.openPercent} + n % 100)`
  const claimed = `${open} and ${openNumber} % ${every} = 0`
  const numbers = [questions.first, questions.first + questions.count - 1]
  await db.query(
    `insert into cases (id, provider, queue, number, status, subject_id, subject_version, client_id, portal_user_id, name, sort_name,
        client_number, facets, facts, opened_at, due_at, closed_at, closed_by, claim_by, claim_since, claim_until)
     select ${seedIdSql('case', 'n')}, $3, 'contact-requests', 'CV-' || n, case when ${open} then 'open' else 'closed' end,
        ${seedIdSql('question', 'n')}, case when ${open} then 1 else 2 end, c.id, ${seedIdSql('user', client)}, c.name, c.sort_name,
        c.number, ${FACETS}, ($4::jsonb[])[1 + n % ${ASKED.length}], at.opened, at.opened + interval '1 second' * (259200 + ${SCATTER} % 1728000),
        case when ${open} then null else at.opened + interval '2 days' end, case when ${open} then null else ${staff} end,
        case when ${claimed} then ${staff} end, case when ${claimed} then now() end,
        case when ${claimed} then now() + interval '1 hour' * (case when ${openNumber} / ${every} % 2 = 0 then 12 else -1 end) end
       from generate_series($1::int, $2::int) n join clients c on c.id = ${seedIdSql('client', client)}, lateral (select date_trunc('second', ${opened}) as opened) at`,
    [
      ...numbers,
      of.provider,
      ASKED.map(({ kind, subject, excerpt }) => JSON.stringify({ queue: 'contact-requests', kind, subject, excerpt })),
    ],
  )
  await db.query(
    `insert into contact_requests (id, provider, client_id, case_id, submitted_by, subject, message, status, submitted_at, closed_at, reply, replied_by, version)
     select k.subject_id, k.provider, k.client_id, k.id, k.portal_user_id, k.facts->>'subject', ($3::text[])[1 + n % ${ASKED.length}],
        k.status, k.opened_at, k.closed_at, case when k.status = 'closed' then ($4::text[])[1 + n % ${ASKED.length}] end, k.closed_by, k.subject_version
       from generate_series($1::int, $2::int) n join cases k on k.id = ${seedIdSql('case', 'n')}`,
    [...numbers, ASKED.map((one) => one.message), ASKED.map((one) => one.reply)],
  )
}
