/** Portals and accounts of a version without user management keep what they were, and get what it needs. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { portalProfile } from '../../shared/domain/portal-profile.ts'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import type { FreshDatabase } from '../../tests/support/database.ts'
import { databaseAsOf } from '../../tests/support/earlier-version.ts'
import { migrate } from './migrate.ts'

let database: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  database = await databaseAsOf('0009_care_teams_and_project_visits')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const id = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`

it('portals get their rules of user management; names and last log-ins come along', async () => {
  for (const { userManagement: _, panels, ...profile } of PORTAL_PROFILES)
    await client.query('insert into providers (id, name, profile) values ($1, $1, $2)', [
      profile.id,
      { ...profile, panels: panels.filter((one) => one !== 'organisation') },
    ])
  await client.query(`insert into organisations values ($1, 'careflex', 'Bouwgroep')`, [id(1)])
  await client.query(
    `insert into portal_users (id, provider, user_name, name, last_login_at, created_at)
     values ($1, 'careflex', 'j', 'Jan van den Berg', '2026-01-06T09:00:00Z', '2026-01-05T09:00:00Z')`,
    [id(2)],
  )
  await client.query(
    `insert into portal_memberships (id, provider, portal_user_id, organisation_id, kind, created_at)
     values ($1, 'careflex', $2, $3, 'organisation-contact', '2026-01-05T09:00:00Z')`,
    [id(3), id(2), id(1)],
  )

  await migrate(database.url)

  const { rows } = await client.query<{ id: string; profile: unknown }>('select id, profile from providers')
  for (const shipped of PORTAL_PROFILES) {
    const kept = portalProfile.parse(rows.find((row) => row.id === shipped.id)?.profile)
    expect(kept.userManagement).toEqual(shipped.userManagement)
    expect(kept.panels).toEqual(shipped.panels)
  }
  const people = await client.query(
    `select u.first_name, u.last_name, m.last_login_at from portal_users u join portal_memberships m on m.portal_user_id = u.id`,
  )
  expect(people.rows).toEqual([{ first_name: 'Jan', last_name: 'van den Berg', last_login_at: new Date('2026-01-06T09:00:00Z') }])
})
