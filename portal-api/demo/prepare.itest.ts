import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, mondayOf, toInstant } from '../../shared/domain/local-time.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Connection, connect } from '../db/database.ts'
import { makeServices } from '../platform/services.ts'
import { DemoRefused } from './mark.ts'
import { type Prepared, prepareDemo } from './prepare.ts'

const KEY = Buffer.alloc(32, 7)
const LOG = pino({ level: 'silent' })

let database: FreshDatabase
let connection: Connection

const prepareAt = (date: string, time: string, on = connection): Promise<Prepared> =>
  prepareDemo(
    on,
    makeServices({ clock: { now: () => toInstant(date, time) }, log: LOG, demo: true, key: KEY } as Parameters<
      typeof makeServices
    >[0]),
  )

async function rows<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await connection.pool.query(text, [...values])).rows as T[]
}

async function one<T>(text: string, values: readonly unknown[] = []): Promise<T> {
  const [row] = await rows<T>(text, values)
  if (row === undefined) throw new Error(`Nothing: ${text}`)
  return row
}

/** Everything that must never move: the examples of the manual. */
const EXAMPLES = `
  select 'visit' as what, v.date::text || ' ' || v.start_minute || ' ' || g.first_name || ' ' || v.service_code as value
    from visits v join visit_assignments a on a.visit_id = v.id join caregivers g on g.id = a.caregiver_id where v.date < '2022-01-01'
  union all select 'absence', start_date::text || ' ' || end_date::text || ' ' || status from absences where start_date < '2022-01-01'
  union all select 'question', subject || ' ' || submitted_at::date || ' ' || reply from contact_requests where submitted_at < '2023-01-01'
  order by 1, 2`

/** What must hold on any day at any hour. */
async function expectWhole(date: string, time: string): Promise<void> {
  const now = toInstant(date, time)
  const queues = await rows<{ provider: string; queue: string; open: number }>(
    `select provider, queue, sum(open)::int as open from case_counters where facet = '*' group by 1, 2 order by 1, 2`,
  )
  expect(queues.length).toBe(11)
  for (const queue of queues) expect(queue.open).toBeGreaterThan(0)
  expect(await rows(`select id from cases where opened_at > $1 or due_at < opened_at`, [now])).toEqual([])
  expect(await rows(`select id from absences where submitted_at > $1 or changed_at > $1`, [now])).toEqual([])
  expect(await rows(`select id from contact_requests where submitted_at > $1 or changed_at > $1`, [now])).toEqual([])
  expect(await rows(`select id from account_events where at > $1`, [now])).toEqual([])
  expect(await rows(`select id from portal_users where last_login_at > $1 or blocked_at > $1 or created_at > $1`, [now])).toEqual(
    [],
  )
  const weeks = await rows<{ provider: string; monday: string; visits: number }>(
    `select provider, date_trunc('week', date)::date as monday, count(*)::int as visits from visits
     where date between $1 and $2 group by 1, 2`,
    [addDays(mondayOf(date), -28), addDays(mondayOf(date), 34)],
  )
  // Of every provider: the projects of a business customer are planned like clients.
  expect(weeks.length).toBe(5 * 9)
  for (const week of weeks) expect(week.visits).toBeGreaterThan(100)
  expect(await rows(EXAMPLES)).toEqual([
    { what: 'absence', value: '2021-05-14 2021-05-19 processed' },
    { what: 'question', value: 'household-help 2021-04-14 Dat is fijn om te horen. Groet Anneke' },
    { what: 'question', value: expect.stringMatching(/^portal 2022-05-23 /) },
    { what: 'visit', value: '2021-04-14 540 Danny HV 1' },
    { what: 'visit', value: '2021-04-19 540 Danny HV 1' },
  ])
}

/** First visits of cordaan's open notices, from now: how many lie past, within two hours, later. */
async function spread(date: string, time: string): Promise<{ past: number; soon: number; later: number; last: number }> {
  return one(
    `select count(*) filter (where due_at < $1)::int as past,
            count(*) filter (where due_at between $1 and $1::timestamptz + interval '2 hours')::int as soon,
            count(*) filter (where due_at > $1::timestamptz + interval '2 hours')::int as later,
            ceil(extract(epoch from max(due_at) - $1) / 86400)::int as last
     from cases where provider = 'cordaan' and queue = 'absences' and status = 'open'`,
    [toInstant(date, time)],
  )
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.url)
})

afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('demo mode on a database', () => {
  it('refuses one that somebody uses, and changes nothing in it', async () => {
    const other = await freshDatabase()
    const theirs = connect(other.url)
    try {
      await theirs.pool.query(`insert into providers (id, name, profile) values ('eigen', 'Eigen zorg', '{}')`)
      await expect(prepareAt('2026-10-23', '09:00', theirs)).rejects.toThrow(DemoRefused)
      expect((await theirs.pool.query('select key from system_meta')).rows).toEqual([{ key: 'installation' }])
      expect((await theirs.pool.query('select id from providers')).rows).toEqual([{ id: 'eigen' }])
    } finally {
      await theirs.close()
      await other.drop()
    }
  })

  it('marks and fills an empty one: every queue of every profile has work', async () => {
    expect(await prepareAt('2026-10-23', '09:00')).toBe('filled')
    await expectWhole('2026-10-23', '09:00')
    const counts = await rows<{ provider: string; queue: string; open: number }>(
      `select provider, queue, sum(open)::int as open from case_counters where facet = '*' group by 1, 2`,
    )
    const open = (provider: string, queue: string) => counts.find((one) => one.provider === provider && one.queue === queue)?.open
    expect([open('cordaan', 'absences'), open('cordaan', 'contact-requests'), open('cordaan', 'accounts')]).toEqual([23, 41, 9])
    expect(open('laurens', 'contact-requests')).toBeUndefined()
    const types = await rows<{ type: string }>(`select distinct type from absences where status = 'open' order by type`)
    expect(types.map((row) => row.type)).toEqual(['admission', 'health-risk', 'holiday', 'other-residence'])
    const facets = await rows<{ facet: string }>(
      `select facet from case_counters group by facet having sum(open) > 0 order by facet`,
    )
    expect(facets.map((row) => row.facet)).toEqual([
      '*',
      'admission',
      'blocked',
      'bounced',
      'call',
      'care-signal',
      'changed',
      'invitation',
      'late-notice',
      'message',
      'no-code',
      'open-end',
      'project',
    ])
  }, 60_000)

  it('spreads when care is due: some past, a few within two hours, the rest over the coming days', async () => {
    const now = await spread('2026-10-23', '09:00')
    expect(now.past).toBeGreaterThanOrEqual(1)
    expect(now.soon).toBeGreaterThanOrEqual(3)
    expect(now.later).toBeGreaterThan(12)
    expect(now.last).toBeLessThanOrEqual(25)
  })

  it('finds itself filled at the next start of the same day', async () => {
    const before = await one(`select md5(string_agg(c::text, '' order by id)) as sum from cases c`)
    expect(await prepareAt('2026-10-23', '17:30')).toBe('as-it-was')
    expect(await one(`select md5(string_agg(c::text, '' order by id)) as sum from cases c`)).toEqual(before)
  })
})

describe('rolling to another day', () => {
  it('leaves alone what a user of the demo did', async () => {
    const staff = await one<{ id: string }>(`select staff_id as id from staff_memberships where provider = 'cordaan' limit 1`)
    const [replied, claimed, changed] = await rows<{ id: string; subject_id: string }>(
      `select id, subject_id from cases where provider = 'cordaan' and queue = 'contact-requests' and status = 'open' order by number limit 3`,
    )
    if (!replied || !claimed || !changed) throw new Error('There are too few questions.')
    const at = toInstant('2026-10-23', '10:00')
    await rows(
      `update contact_requests set status = 'closed', reply = 'Ja', replied_by = $2, closed_at = $3, version = version + 1 where id = $1`,
      [replied.subject_id, staff.id, at],
    )
    await rows(`update cases set status = 'closed', closed_at = $2, closed_by = $3 where id = $1`, [replied.id, at, staff.id])
    await rows(`update cases set claim_by = $2, claim_since = $3, claim_until = $4 where id = $1`, [
      claimed.id,
      staff.id,
      at,
      toInstant('2026-10-26', '10:00'),
    ])
    await rows(`update cases set subject_version = subject_version + 1 where id = $1`, [changed.id])
    // A visit moved by hand to a week that is not planned yet, at an hour at which its new helper has a standing visit.
    const visit = await one<{ id: string; caregiver_id: string }>(
      `select v.id, a.caregiver_id from visits v join visit_assignments a on a.visit_id = v.id
       where v.provider = 'cordaan' and v.date = '2026-10-27' and v.status = 'planned' order by v.start_minute, v.id limit 1`,
    )
    await rows(`update visits set date = '2026-12-01', start_minute = 480, minutes = 480, version = version + 1 where id = $1`, [
      visit.id,
    ])
    const touched = `select c::text from cases c where id = any($1) order by id`
    const ids = [[replied.id, claimed.id, changed.id]]
    const before = await rows(touched, ids)

    // Saturday, and the night of the doubled hour.
    expect(await prepareAt('2026-10-24', '08:05')).toBe('rolled')
    await expectWhole('2026-10-24', '08:05')
    expect(await prepareAt('2026-10-25', '02:30')).toBe('rolled')
    await expectWhole('2026-10-25', '02:30')
    expect(await rows(touched, ids)).toEqual(before)

    expect(await prepareAt('2026-11-04', '13:40')).toBe('rolled')
    await expectWhole('2026-11-04', '13:40')
    expect(await one(`select date::text as date from visits where id = $1`, [visit.id])).toEqual({ date: '2026-12-01' })
  }, 60_000)

  it('keeps care due around now on working days', async () => {
    for (const [date, time] of [
      ['2026-11-05', '09:10'],
      ['2026-11-13', '10:30'],
      ['2026-11-18', '08:20'],
    ] as const) {
      await prepareAt(date, time)
      const now = await spread(date, time)
      expect(now.past).toBeGreaterThanOrEqual(1)
      expect(now.soon).toBeGreaterThanOrEqual(1)
      expect(now.later).toBeGreaterThan(10)
      expect(now.last).toBeLessThanOrEqual(28)
    }
  }, 60_000)

  it.each([
    ['New Year', '2027-01-01', '12:00'],
    ['the night before the clock goes forward', '2027-03-27', '23:30'],
    ['the morning after it', '2027-03-28', '03:30'],
    ['the Monday after that', '2027-03-29', '00:05'],
  ])(
    'holds on %s',
    async (_what, date, time) => {
      expect(await prepareAt(date, time)).toBe('rolled')
      await expectWhole(date, time)
      expect(await prepareAt(date, time)).toBe('as-it-was')
    },
    60_000,
  )

  it('tells the workstations which cases moved, and that the planning has other caregivers away', async () => {
    const events = await rows<{ type: string }>(`select distinct type from events order by type`)
    expect(events).toEqual([{ type: 'case.changed' }, { type: 'planning.changed' }])
  })
})
