import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Connection, connect } from '../db/database.ts'
import { makeBox } from '../platform/secrets/box.ts'
import { verifyPassword } from '../platform/secrets/passwords.ts'
import { createStaff, newStaff } from './new-staff.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const box = makeBox(Buffer.alloc(32, 7))
let database: FreshDatabase
let connection: Connection

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.url, 2)
})

afterAll(async () => {
  await connection.close()
  await database.drop()
})

const rows = async (text: string) => (await connection.pool.query(text)).rows
const lead = newStaff.parse({ email: 'anna@zorg.example', name: 'Anna de Vries', provider: 'cordaan' })

describe('creating staff', () => {
  it('makes the first team lead of an empty database, with secrets that are stored only hashed and sealed', async () => {
    const secrets = await createStaff(connection.db, box, lead, NOW)
    if (!secrets) throw new Error('No secrets.')
    expect(secrets.password).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    const [row] = await rows('select * from staff')
    expect(await verifyPassword(secrets.password, row.password_hash)).toBe(true)
    expect(new URL(secrets.totpUri).searchParams.get('secret')).toBe(box.open(row.totp_secret))
    expect(Buffer.from(box.open(row.draft_key), 'base64')).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(secrets.password)
    expect(await rows('select provider, role from staff_memberships')).toEqual([{ provider: 'cordaan', role: 'team-lead' }])
    expect(await rows('select id from providers')).toEqual([{ id: 'cordaan' }])
    expect(await rows(`select action, object, actor_kind from audit_entries`)).toEqual([
      { action: 'create', object: 'staff', actor_kind: 'system' },
    ])
  })

  it('gives somebody who is known a role elsewhere, and leaves the secrets alone', async () => {
    const [before] = await rows('select password_hash, totp_secret from staff')
    const again = await createStaff(
      connection.db,
      box,
      { ...lead, email: 'ANNA@zorg.example', provider: 'laurens', role: 'helpdesk' },
      NOW,
    )
    expect(again).toBeNull()
    expect(await rows('select password_hash, totp_secret from staff')).toEqual([before])
    expect(await rows('select provider, role from staff_memberships order by provider')).toEqual([
      { provider: 'cordaan', role: 'team-lead' },
      { provider: 'laurens', role: 'helpdesk' },
    ])
  })

  it('knows only the providers and roles there are', () => {
    expect(newStaff.safeParse({ ...lead, provider: 'elders' }).success).toBe(false)
    expect(newStaff.safeParse({ ...lead, role: 'baas' }).success).toBe(false)
    expect(newStaff.safeParse({ ...lead, email: 'anna' }).success).toBe(false)
  })
})
