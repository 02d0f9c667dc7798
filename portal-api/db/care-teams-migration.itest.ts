/** Messages and profiles of a version without care teams keep what they said, and gain what they lacked. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import type { FreshDatabase } from '../../tests/support/database.ts'
import { databaseAsOf } from '../../tests/support/earlier-version.ts'
import { migrate } from './migrate.ts'

const ADDED: readonly string[] = ['care-team', 'own-appointments']

let database: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  database = await databaseAsOf('0008_approvals')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const id = (digit: number) => `0190b000-0000-7000-8000-00000000000${digit}`
const at = '2026-01-05T09:00:00.000Z'

it('gives a message its place in the care team, its case its addressee, and each profile its new rules', async () => {
  for (const { visitChangeReaches: _, ...profile } of PORTAL_PROFILES) {
    const panels = profile.panels.filter(
      (one) => !ADDED.includes(one) && !(one === 'planning' && profile.planningShown !== 'visits'),
    )
    await client.query('insert into providers (id, name, profile) values ($1, $1, $2)', [profile.id, { ...profile, panels }])
  }
  await client.query(
    `insert into clients (id, provider, number, name, sort_name, street, postcode, city) values ($1, 'zuyderland', 1, 'C', 'C', 's', 'p', 'c')`,
    [id(1)],
  )
  await client.query(
    `insert into staff (id, name, email, password_hash, totp_secret, draft_key, created_at) values ($1, 'Lotte', 'l@x', '', '', '', $2)`,
    [id(2), at],
  )
  await client.query(
    `insert into portal_users (id, provider, user_name, name, created_at) values ($1, 'zuyderland', 'u', 'U', $2)`,
    [id(3), at],
  )
  for (const [digit, kind, to] of [
    [4, 'message', id(2)],
    [5, 'message', id(2)],
    [6, 'care-signal', null],
  ] as const) {
    await client.query(
      `insert into cases (id, provider, queue, number, subject_id, client_id, name, sort_name, facts, opened_at, due_at)
       values ($1, 'zuyderland', 'contact-requests', 'CV-' || $2::int, $1, $3, 'C', 'C', '{}', $4, $4)`,
      [id(digit), digit, id(1), at],
    )
    await client.query(
      `insert into contact_requests (id, provider, kind, client_id, case_id, submitted_by, addressed_to, subject, message, submitted_at)
       values ($1, 'zuyderland', $2, $3, $1, $4, $5, $2, 'Dag', $6)`,
      [id(digit), kind, id(1), id(3), to, at],
    )
  }
  await client.query(
    `insert into visits (id, provider, client_id, date, start_minute, minutes, service_code) values ($1, 'zuyderland', $2, '2026-01-06', 540, 60, 'HV 1')`,
    [id(7), id(1)],
  )

  await migrate(database.url)

  const team = await client.query('select id, client_id, staff_id, function, ended_at from care_team_members')
  expect(team.rows).toEqual([{ id: expect.any(String), client_id: id(1), staff_id: id(2), function: 'Zorgteam', ended_at: null }])
  const place = (team.rows[0] as { id: string }).id
  const asked = await client.query(
    `select r.care_team_member_id, c.addressed_to from contact_requests r join cases c on c.id = r.case_id order by r.id`,
  )
  expect(asked.rows).toEqual([
    { care_team_member_id: place, addressed_to: id(2) },
    { care_team_member_id: place, addressed_to: id(2) },
    { care_team_member_id: null, addressed_to: null },
  ])
  for (const profile of PORTAL_PROFILES) {
    const { rows } = await client.query('select profile from providers where id = $1', [profile.id])
    const now = (rows[0] as { profile: typeof profile }).profile
    expect([profile.id, now.visitChangeReaches, [...now.panels].sort()]).toEqual([
      profile.id,
      profile.visitChangeReaches,
      [...profile.panels].sort(),
    ])
  }
  const [both, neither] = ['$1, $1', 'null, null'].map(
    (of) =>
      `insert into visits (id, provider, client_id, project_id, date, start_minute, minutes, service_code) values ('${id(8)}', 'zuyderland', ${of}, '2026-01-06', 540, 60, 'HV 1')`,
  )
  await expect(client.query(both ?? '', [id(1)])).rejects.toThrow(/visits_of_one/)
  await expect(client.query(neither ?? '')).rejects.toThrow(/visits_of_one/)
})
