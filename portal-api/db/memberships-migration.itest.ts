/** Accounts of a version without memberships keep what they were: one membership each, their sessions and their projects. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FreshDatabase } from '../../tests/support/database.ts'
import { databaseAsOf } from '../../tests/support/earlier-version.ts'
import { profileOf } from '../../tests/support/fixtures.ts'
import { migrate } from './migrate.ts'

let database: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  database = await databaseAsOf('0004_audit_commitments')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const id = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`
const at = '2026-01-05T09:00:00.000Z'

it('turns accounts into accounts with a membership', async () => {
  for (const provider of ['laurens', 'careflex'])
    await client.query('insert into providers (id, name, profile) values ($1, $1, $2)', [provider, profileOf(provider)])
  await client.query(
    `insert into clients (id, provider, number, name, sort_name, street, postcode, city) values ($1, 'laurens', 1, 'C', 'C', 's', 'p', 'c')`,
    [id(1)],
  )
  await client.query(`insert into organisations values ($1, 'careflex', 'Bouwgroep')`, [id(2)])
  for (const project of [3, 4])
    await client.query(`insert into projects (id, provider, organisation_id, name) values ($1, 'careflex', $2, 'P')`, [
      id(project),
      id(2),
    ])
  const account = (
    digit: number,
    of: { client?: string; organisation?: string },
    kind: string,
    relation: string,
    rights: string[],
  ) =>
    client.query(
      `insert into portal_users (id, provider, user_name, name, kind, relation, client_id, organisation_id, rights, invited_at, created_at)
       values ($1, $2, 'user ' || ($1::uuid), 'N', $3, $4, $5, $6, $7, $8, $8)`,
      [id(digit), of.client ? 'laurens' : 'careflex', kind, relation, of.client ?? null, of.organisation ?? null, rights, at],
    )
  await account(5, { client: id(1) }, 'representative', 'dochter', ['dossier'])
  await account(6, { client: id(1) }, 'contact', 'buur', [])
  await account(7, { organisation: id(2) }, 'organisation-contact', 'Planner', ['portal-member', 'all-projects'])
  await account(8, { organisation: id(2) }, 'organisation-contact', 'Directeur', ['portal-member'])
  await client.query(
    `insert into sessions (id, provider, portal_user_id, refresh_hash, rotated_at, refresh_expires_at, created_at, confirmed_at)
     values ($1, 'laurens', $2, 'h', $3, $3, $3, $3)`,
    [id(9), id(5), at],
  )

  await migrate(database.url)

  const { rows } = await client.query(
    `select portal_user_id, client_id, organisation_id, kind, relation, rights, administrator, function_code, invited_at
       from portal_memberships order by portal_user_id`,
  )
  const laurens = { client_id: id(1), organisation_id: null, function_code: null, invited_at: new Date(at) }
  const careflex = { client_id: null, organisation_id: id(2), kind: 'organisation-contact', administrator: false }
  expect(rows).toMatchObject([
    { ...laurens, kind: 'representative', relation: 'dochter', rights: ['dossier', 'portal-administrator'], administrator: true },
    { ...laurens, kind: 'contact', relation: 'buur', rights: [], administrator: false },
    { ...careflex, relation: 'Planner', rights: ['portal-member', 'all-projects'], function_code: 221 },
    { ...careflex, relation: 'Directeur', rights: ['portal-member'], function_code: 100 },
  ])
  const session = await client.query(
    'select m.portal_user_id from sessions s join portal_memberships m on m.id = s.membership_id where s.id = $1',
    [id(9)],
  )
  expect(session.rows).toEqual([{ portal_user_id: id(5) }])
  const members = await client.query(
    'select project_id from project_members p join portal_memberships m on m.id = p.membership_id where m.portal_user_id = $1 order by 1',
    [id(7)],
  )
  expect(members.rows).toEqual([{ project_id: id(3) }, { project_id: id(4) }])
})
